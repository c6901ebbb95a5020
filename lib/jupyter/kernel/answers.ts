/**
 * What the hardened kernel answers to requests other than running a cell. Most go to the stock kernel; this
 * kernel itself shows values, which the stock kernel cannot do, and refuses unknown requests at once.
 *
 * @module
 */
import { asString, asStrings, type JsonObject } from "../format/json.ts";
import { globalNames } from "../inside/names.ts";
import type { InnerKernel } from "./inner_kernel.ts";
import { nameAt } from "./names_at.ts";

/** Requests that the stock kernel answers. */
const passedOn = new Set([
  "complete_request",
  "is_complete_request",
  "history_request",
  "comm_info_request",
]);

/** Global variables of ours, which a completion need not offer. */
const ours: readonly string[] = Object.values(globalNames);

/** The content of the reply. Rejects if the inner kernel does not answer in time. */
export async function answerRequest(
  inner: InnerKernel,
  type: string,
  content: JsonObject,
): Promise<JsonObject> {
  if (type === "kernel_info_request") return await inner.info();
  if (type === "inspect_request") return await inspectValue(inner, content);
  if (!passedOn.has(type)) {
    const evalue = `This kernel does not know ${type}`;
    return { status: "error", ename: "NotSupported", evalue, traceback: [evalue] };
  }
  const answer = (await inner.request(type, content)).content;
  if (type !== "complete_request") return answer;
  const matches = asStrings(answer.matches).filter((name) => !ours.includes(name));
  return { ...answer, matches };
}

/** The values of a cell's `user_expressions`. */
export async function evaluateAll(
  inner: InnerKernel,
  expressions: JsonObject,
): Promise<JsonObject> {
  const values: JsonObject = {};
  for (const [name, expression] of Object.entries(expressions)) {
    const { status, text = "", ename = "", evalue = "" } = await valueOf(
      inner,
      asString(expression),
    );
    values[name] = status === "ok"
      ? { status, data: { "text/plain": text }, metadata: {} }
      : { status: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] };
  }
  return values;
}

async function inspectValue(inner: InnerKernel, content: JsonObject): Promise<JsonObject> {
  const cursor = typeof content.cursor_pos === "number" ? content.cursor_pos : 0;
  const expression = nameAt(asString(content.code), cursor);
  const value = expression ? await valueOf(inner, expression) : {};
  const found = value.status === "ok";
  return { status: "ok", found, data: found ? { "text/plain": value.text } : {}, metadata: {} };
}

/** The value of an expression, or the error instead of it. */
async function valueOf(inner: InnerKernel, expression: string): Promise<JsonObject> {
  try {
    return await inner.evaluate(expression);
  } catch (error) {
    const evalue = error instanceof Error ? error.message : String(error);
    return { status: "error", ename: "KernelError", evalue };
  }
}
