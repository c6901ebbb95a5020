/**
 * Messages to a page in a kernel's name: the server answers what needs no process, and what no process will
 * answer any more.
 *
 * @module
 */
import type { JsonObject } from "lib/jupyter/format/json.ts";
import { type Message, messageHeader } from "lib/jupyter/protocol/messages.ts";
import type { ChannelMessage } from "./websocket_messages.ts";

/**
 * The kernel's answer to `kernel_info_request`. Pages ask at once, when no process runs yet.
 * A test compares it with what the kernel says.
 */
const kernelInfo: JsonObject = {
  status: "ok",
  protocol_version: "5.3",
  implementation: "Deno kernel",
  implementation_version: Deno.version.deno,
  language_info: {
    name: "typescript",
    version: Deno.version.typescript,
    mimetype: "text/x.typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: "typescript",
    nbconvert_exporter: "script",
  },
  banner: "Welcome to Deno kernel",
  help_links: [{ text: "Visit Deno manual", url: "https://docs.deno.com" }],
  debugger: false,
};

/** What a kernel without a process, and thus without variables, answers. */
const answersWithoutProcess: Readonly<Record<string, JsonObject>> = {
  kernel_info_request: kernelInfo,
  comm_info_request: { status: "ok", comms: {} },
  history_request: { status: "ok", history: [] },
  interrupt_request: { status: "ok" },
};

/** The answer to a request that needs no process; undefined for one that does. */
export function answerWithoutProcess(request: Message): JsonObject | undefined {
  return answersWithoutProcess[request.header.msg_type];
}

/** A message on the iopub channel, about `parent` if it is about a request. */
export function ownMessage(
  session: string,
  type: string,
  content: JsonObject,
  parent: Message | undefined,
): ChannelMessage {
  return {
    channel: "iopub",
    message: {
      header: messageHeader(type, session, "server"),
      parent_header: parent?.header ?? {},
      metadata: {},
      content,
      buffers: [],
    },
  };
}

/** All messages of a request that is answered with `content`: busy, the reply, idle. */
export function ownReply(
  session: string,
  channel: "shell" | "control" | "stdin",
  request: Message,
  content: JsonObject,
): ChannelMessage[] {
  const type = request.header.msg_type.replace(/_request$/, "_reply");
  const { message } = ownMessage(session, type, content, request);
  return [
    ownMessage(session, "status", { execution_state: "busy" }, request),
    { channel, message },
    ownMessage(session, "status", { execution_state: "idle" }, request),
  ];
}
