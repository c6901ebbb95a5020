import { assertEquals, assertRejects } from "@std/assert";
import { JobQueue } from "lib/platform/job_queue.ts";

/** Jobs whose ends the test decides. */
class Jobs {
  readonly begun: string[] = [];
  readonly #ends = new Map<string, () => void>();

  job(name: string): () => Promise<string> {
    return () => {
      this.begun.push(name);
      return new Promise((resolve) => this.#ends.set(name, () => resolve(name)));
    };
  }

  async end(name: string): Promise<void> {
    this.#ends.get(name)?.();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

Deno.test("JobQueue.run: one job after the other, in the order of the calls", async () => {
  const queue = new JobQueue();
  const jobs = new Jobs();
  const results = ["a", "b", "c"].map((name) => queue.run(jobs.job(name)));
  assertEquals(jobs.begun, ["a"]);
  await jobs.end("a");
  assertEquals(jobs.begun, ["a", "b"]);
  await jobs.end("b");
  await jobs.end("c");
  assertEquals(await Promise.all(results), ["a", "b", "c"]);
  void queue.run(jobs.job("d"));
  assertEquals(jobs.begun, ["a", "b", "c", "d"], "an empty queue starts at once");
});

Deno.test("JobQueue.run: as many jobs at a time as were asked for", async () => {
  const queue = new JobQueue(2);
  const jobs = new Jobs();
  for (const name of ["a", "b", "c", "d"]) void queue.run(jobs.job(name));
  assertEquals(jobs.begun, ["a", "b"]);
  await jobs.end("b");
  assertEquals(jobs.begun, ["a", "b", "c"]);
  await jobs.end("c");
  assertEquals(jobs.begun, ["a", "b", "c", "d"]);
});

Deno.test("JobQueue.runNext: before all that wait", async () => {
  const queue = new JobQueue();
  const jobs = new Jobs();
  void queue.run(jobs.job("a"));
  void queue.run(jobs.job("b"));
  void queue.runNext(jobs.job("c"));
  await jobs.end("a");
  await jobs.end("c");
  assertEquals(jobs.begun, ["a", "c", "b"]);
});

Deno.test("JobQueue.run: a job that fails lets the next one begin", async () => {
  const queue = new JobQueue();
  const fails = queue.run(() => Promise.reject(new RangeError("too large")));
  const throws = queue.run(() => {
    throw new TypeError("no promise");
  });
  assertEquals(await queue.run(() => Promise.resolve(1)), 1);
  await assertRejects(() => fails, RangeError, "too large");
  await assertRejects(() => throws, TypeError, "no promise");
});
