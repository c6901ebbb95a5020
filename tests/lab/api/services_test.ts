import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert, assertEquals } from "@std/assert";
import { prepareWorkshop } from "lib/lab/server/bundle.ts";
import { Staged, token } from "../staging.ts";

const staging = fileURLToPath(new URL("../../../.staging/", import.meta.url));
const client = fileURLToPath(new URL("services/client.ts", import.meta.url));

Deno.test("server: @jupyterlab/services lists, starts, runs, stops and shuts down kernels, and keeps files", async () => {
  await using staged = await Staged.make();
  await using server = await staged.serve();
  const folder = await Deno.makeTempDir({ dir: staging, prefix: "services-" });
  try {
    await prepareWorkshop(folder);
    await Deno.copyFile(client, join(folder, "client.ts"));
    const address = `http://127.0.0.1:${server.port}/`;
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--check", "--allow-all", "--quiet", "client.ts", address, token],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    assert(success && said.includes("all is well"), said);
    assertEquals(server.kernelCount, 0);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
