/**
 * Runs training steps when asked, so that the benchmark can take turns with PyTorch: `{"workload",
 * "steps"}` in, `{"milliseconds": […]}` out, line by line. The backend comes from the environment
 * (COURSE_BACKEND, COURSE_THREADS), as everywhere.
 *
 * @module
 */
import { ready } from "lib/tensor/ready.ts";
import { lines } from "./lines.ts";
import type { Step } from "./transformer_step.ts";
import { WORKLOADS } from "./workloads.ts";

const built = new Map<string, Step>();

/** Two steps are warm-up: they compile the kernels and size the heap. */
async function stepOf(name: string): Promise<Step> {
  let step = built.get(name);
  if (!step) {
    if (!(name in WORKLOADS)) throw new RangeError(`expected a workload, got "${name}"`);
    step = WORKLOADS[name]();
    await step();
    await step();
    built.set(name, step);
  }
  return step;
}

console.log(JSON.stringify({ description: (await ready()).description }));
for await (const line of lines(Deno.stdin.readable)) {
  const { workload, steps }: { workload: string; steps: number } = JSON.parse(line);
  const step = await stepOf(workload);
  const milliseconds: number[] = [];
  for (let i = 0; i < steps; i++) {
    const start = performance.now();
    await step();
    milliseconds.push(performance.now() - start);
  }
  console.log(JSON.stringify({ milliseconds }));
}
Deno.exit(0);
