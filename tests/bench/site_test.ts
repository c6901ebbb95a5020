import { fileURLToPath } from "node:url";
import { assert, assertEquals } from "@std/assert";
import { withoutChromium } from "../lab/chromium.ts";

Deno.test({
  name: "bench site --quick: what a learner waits for, cold and warm, and a step in the page",
  ignore: withoutChromium(),
  async fn() {
    const script = fileURLToPath(new URL("bench_command.ts", import.meta.url));
    const { stdout, success } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", script, "--json", "--quick", "site"],
      env: { COURSE_JUPYTERLITE: "" },
      stderr: "inherit",
      signal: AbortSignal.timeout(180_000), // it closes its browser then
    }).output();
    assert(success);
    const lines = new TextDecoder().decode(stdout).trim().split("\n").map((line) =>
      JSON.parse(line)
    );
    const values = new Map(lines.map(({ name, value }) => [name, value]));
    for (const kind of ["cold", "warm"]) {
      const value = (what: string) => values.get(`site, ${what}, ${kind}`) ?? NaN;
      assert(value("address to first contentful paint") > 0, kind);
      assert(
        value("address to the first cell's result") >
          value("address to a notebook that can be read"),
      );
      assert(value("round trip of a trivial cell") > 0);
    }
    // What is there to read comes first; with a warm browser nothing of it comes over the network.
    const size = (what: string, kind: string) => values.get(`site, fetched until ${what}, ${kind}`);
    assert(size("it can be read", "cold") > 50 && size("it can be read", "cold") < 350);
    // With the kernel's worker and the compiler in it, which once were not counted.
    assert(size("the first cell's result", "cold") > 3000);
    assert(size("the first cell's result", "cold") < 4000);
    assertEquals(size("the first cell's result", "warm"), 0);
    assert(values.get("site, training step in the page, 1 thread, over the same in Deno") > 0);
    assert(values.get("site, copy for the time without a network, fetched") < 26);
  },
});
