/**
 * Two notebooks that train at once: do their threads get into each other's way? A training in each of two
 * processes, alone and at once, on the threads that the course would choose and on one thread each.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { median } from "lib/statistics.ts";
import type { Line } from "./contests.ts";
import { startServer, type StepServer } from "./server.ts";

/** As in a notebook, and on one thread each, which cannot get into each other's way. */
const settings: readonly { readonly name: string; readonly environment: Record<string, string> }[] =
  [
    { name: "the course's threads", environment: { COURSE_BACKEND: "", COURSE_THREADS: "" } },
    { name: "1 thread each", environment: { COURSE_BACKEND: "wasm", COURSE_THREADS: "1" } },
  ];

/**
 * Milliseconds of a Transformer's step: alone, and in each of two processes that train at once. The settings
 * take turns, round by round.
 *
 * @param steps Steps of each training in a round.
 */
export async function measureTogether(rounds: number, steps: number): Promise<Line[]> {
  const script = fileURLToPath(new URL("step_server.ts", import.meta.url));
  const command = [Deno.execPath(), "run", "-A", script];
  await using stack = new AsyncDisposableStack();
  const pairs: { name: string; pair: StepServer[]; alone: number[]; together: number[] }[] = [];
  for (const { name, environment } of settings) {
    const pair = await Promise.all([1, 2].map(() => startServer(command, environment)));
    pair.forEach((server) => stack.use(server));
    pairs.push({ name, pair, alone: [], together: [] });
  }
  const time = async (server: StepServer): Promise<number> =>
    median(await server.time("transformer", steps));
  for (let round = 0; round < rounds; round++) {
    for (const { pair, alone, together } of pairs) {
      alone.push(await time(pair[round % 2]));
      together.push(...await Promise.all(pair.map(time)));
    }
  }
  return pairs.flatMap(({ name, alone, together }) => [
    { name: `transformer step alone, ${name}`, unit: "ms", value: median(alone) },
    {
      name: `transformer step, two trainings at once, ${name}`,
      unit: "ms",
      value: median(together),
    },
  ]);
}
