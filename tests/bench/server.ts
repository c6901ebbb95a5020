/**
 * A process that runs training steps on request: ours, or PyTorch's.
 *
 * @module
 */
import { isRecord } from "lib/platform/json_file.ts";
import { settlesWithin, withTimeLimit } from "lib/platform/waiting.ts";
import { lines } from "./lines.ts";

/** Milliseconds in which a server has to come up, or to have run its steps. */
const answerLimit = 600_000;
/** Milliseconds in which it ends by itself. */
const endingLimit = 5000;

/** A running server. */
export interface StepServer extends AsyncDisposable {
  /** What it computes on, in words. */
  readonly description: string;
  /** Runs `steps` steps of a workload; the first call also builds and warms it up. Milliseconds. */
  time(workload: string, steps: number): Promise<number[]>;
}

/**
 * Starts a server. Throws an `Error` with what it wrote on its way down if it does not come up.
 *
 * @param command The program and its arguments.
 * @param environment Variables over those of this process.
 */
export async function startServer(
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<StepServer> {
  const [program, ...args] = command;
  const child = new Deno.Command(program, {
    args,
    env: environment,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const errors = new Response(child.stderr).text();
  const writer = child.stdin.getWriter();
  const answers = lines(child.stdout);
  const answer = async (): Promise<unknown> => {
    const { value, done } = await withTimeLimit(answers.next(), answerLimit, program);
    if (done) throw new Error(`${program} ended: ${(await errors).trim().split("\n").at(-1)}`);
    return JSON.parse(value);
  };
  const hello = await answer();
  return {
    description: isDescription(hello) ? hello.description : program,
    async time(workload, steps) {
      await writer.write(new TextEncoder().encode(JSON.stringify({ workload, steps }) + "\n"));
      const reply = await answer();
      if (!isTimes(reply)) throw new Error(`expected times, got ${JSON.stringify(reply)}`);
      return reply.milliseconds;
    },
    async [Symbol.asyncDispose]() {
      await writer.close().catch(() => {}); // it has ended
      if (!await settlesWithin(child.status, endingLimit)) child.kill("SIGKILL");
    },
  };
}

const isDescription = (value: unknown): value is { description: string } =>
  isRecord(value) && typeof value.description === "string";

const isTimes = (value: unknown): value is { milliseconds: number[] } =>
  isRecord(value) && Array.isArray(value.milliseconds) &&
  value.milliseconds.every((each) => typeof each === "number");
