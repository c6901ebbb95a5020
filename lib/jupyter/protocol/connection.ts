/**
 * Connection files: the ports and the key by which a client and a kernel find each other.
 *
 * @module
 */
import { asString, describeJson, isJsonObject, type Json, parseJson } from "../format/json.ts";

/** The content of a connection file. */
export interface ConnectionInfo {
  readonly transport: "tcp";
  readonly ip: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
  readonly signature_scheme: "hmac-sha256";
  readonly key: string;
}

const portNames = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"] as const;

/** Five free ports on the loopback interface and a fresh key. */
export function newConnection(): ConnectionInfo {
  const listeners = portNames.map(() => Deno.listen({ hostname: "127.0.0.1", port: 0 }));
  const ports = listeners.map((listener) => listener.addr.port);
  for (const listener of listeners) listener.close();
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = ports;
  return {
    transport: "tcp",
    ip: "127.0.0.1",
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
    signature_scheme: "hmac-sha256",
    key: crypto.randomUUID(),
  };
}

/** Writes a connection file that only its owner can read, and returns its path. */
export async function writeConnectionFile(connection: ConnectionInfo): Promise<string> {
  const path = await Deno.makeTempFile({ prefix: "kernel-", suffix: ".json" }); // mode 0600
  await Deno.writeTextFile(path, JSON.stringify(connection));
  return path;
}

/** Reads a connection file. Throws an `Error` that names what is missing or not supported. */
export async function readConnectionFile(path: string): Promise<ConnectionInfo> {
  const fail = (problem: string): never => {
    throw new Error(`Connection file ${path}: ${problem}.`);
  };
  const text = await Deno.readTextFile(path).catch((error) =>
    fail(error instanceof Deno.errors.NotFound ? "it does not exist" : `${error.message}`)
  );
  const file = readJson(text) ?? fail("expected JSON, got something else");
  if (!isJsonObject(file)) return fail(`expected an object, got ${describeJson(file)}`);
  if (asString(file.transport, "tcp") !== "tcp") {
    return fail(`expected transport tcp, got ${file.transport}`);
  }
  const key = asString(file.key);
  if (key !== "" && asString(file.signature_scheme, "hmac-sha256") !== "hmac-sha256") {
    return fail(`expected signature_scheme hmac-sha256, got ${file.signature_scheme}`);
  }
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = portNames.map((name) => {
    const port = file[name];
    return typeof port === "number" && Number.isInteger(port) && port > 0 && port < 65_536
      ? port
      : fail(`expected ${name} to be the number of a port, got ${JSON.stringify(port)}`);
  });
  const ip = asString(file.ip, "127.0.0.1");
  return {
    transport: "tcp",
    ip: ip === "*" ? "0.0.0.0" : ip, // ZeroMQ's word for all interfaces
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
    signature_scheme: "hmac-sha256",
    key,
  };
}

function readJson(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
