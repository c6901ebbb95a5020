import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { readNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { courseKernel } from "lib/jupyter/install/kernelspec.ts";
import { firstDifference } from "lib/jupyter/run/compare_outputs.ts";
import { runNotebook } from "lib/jupyter/run/run_notebook.ts";
import { findPython, JupyterHome } from "./jupyter_home.ts";
import { countWithNbclient } from "./nbclient.ts";

const python = await findPython("nbclient, nbformat") ?? "";
// Where the project itself is tested, an independent client has to be there.
const missing = "nbclient is not installed (Debian: apt install jupyter)";
const ignore = python === "" && Deno.env.get("CI") !== "true";
if (ignore) console.warn(`Skipped: ${missing}.`);

Deno.test({
  name: "hardened kernel: nbclient loses and misplaces nothing in 120 cells",
  ignore,
  async fn() {
    await using home = await JupyterHome.make();
    const { lost, misplaced } = await countWithNbclient(python, home, courseKernel, 120);
    assertEquals([lost, misplaced], [0, 0]);
  },
});

Deno.test({
  name: "hardened kernel: jupyter_client stops a loop, shuts down, and nothing is left",
  ignore,
  async fn() {
    const code = `
import json, sys, time
from jupyter_client import KernelManager
manager = KernelManager(kernel_name=sys.argv[1])
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=30)
pid = manager.provisioner.pid
def run(code, stop=False):
    message = client.execute(code)
    if stop:
        time.sleep(0.5)
        manager.interrupt_kernel()
    reply = client.get_shell_msg(timeout=30)
    while reply["parent_header"].get("msg_id") != message:
        reply = client.get_shell_msg(timeout=30)
    content = reply["content"]
    return content["status"] + " " + content.get("evalue", "")
said = [run("let kept = 1"), run("while (true);", stop=True), run("kept"), run("const x = ;")]
client.stop_channels()
manager.shutdown_kernel()
print(json.dumps(said))
`;
    await using home = await JupyterHome.make();
    assertEquals(JSON.parse(await home.run(python, [courseKernel], { code })), [
      "ok ",
      "error The cell was stopped. Variables are kept.",
      "ok ",
      "error Expression expected (line 1, column 11)",
    ]);
  },
});

Deno.test({
  name: "hardened kernel: nbconvert runs notebook 04 to the same outputs as our own runner",
  ignore,
  async fn() {
    const root = new URL("../../../", import.meta.url);
    const folder = fileURLToPath(new URL(".staging/nbconvert/", root));
    await Deno.mkdir(folder, { recursive: true });
    const notebook = await readNotebook(fileURLToPath(new URL("notebooks/04-scaling.ipynb", root)));
    const unrun = {
      ...notebook,
      cells: notebook.cells.map((cell) =>
        cell.cell_type === "code" ? { ...cell, outputs: [] } : cell
      ),
    };
    await writeNotebook(`${folder}04.ipynb`, unrun);
    const environment = { COURSE_BUDGET: "small", COURSE_UI: "headless" };
    const own = await runNotebook(unrun, {
      path: `${folder}04.ipynb`,
      timeout: 300,
      env: environment,
    });
    assertEquals(own.status, "ok");
    const options = ["--to", "notebook", "--execute", "--output", "executed.ipynb"];
    const kernel = `--ExecutePreprocessor.kernel_name=${courseKernel}`;
    await using home = await JupyterHome.make();
    await home.run(python, ["-m", "nbconvert", ...options, kernel, `${folder}04.ipynb`], {
      environment,
    });
    const executed = await readNotebook(`${folder}executed.ipynb`);
    assertEquals(firstDifference(own.notebook, executed), undefined);
  },
});
