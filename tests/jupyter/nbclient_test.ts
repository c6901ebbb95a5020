import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { firstDifference } from "lib/jupyter/compare_outputs.ts";
import { courseKernel, courseKernelspec, installKernelspec } from "lib/jupyter/kernelspec.ts";
import { readNotebook } from "lib/jupyter/notebook.ts";
import { writeNotebook } from "lib/jupyter/notebook_writer.ts";
import { runNotebook } from "lib/jupyter/run_notebook.ts";

const python = await findPython();
// Where the project itself is tested, an independent client has to be there.
const missing = "nbclient is not installed (Debian: apt install jupyter)";
if (!python && Deno.env.get("CI") !== "true") console.warn(`Skipped: ${missing}.`);
const ignore = !python && Deno.env.get("CI") !== "true";

/** A Python that has nbclient. */
async function findPython(): Promise<string | undefined> {
  for (const command of ["/usr/bin/python3", "python3", "python"]) {
    try {
      const { success } = await new Deno.Command(command, {
        args: ["-c", "import nbclient, nbformat"],
        stdout: "null",
        stderr: "null",
      }).output();
      if (success) return command;
    } catch {
      // no such program
    }
  }
  return undefined;
}

/** Runs a Python program with the hardened kernel installed for it alone. */
async function runPython(
  args: string[],
  code?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  assert(python, missing);
  const data = await Deno.makeTempDir();
  try {
    const spec = courseKernelspec(Deno.execPath());
    await installKernelspec(`${data}/kernels`, courseKernel, spec);
    const child = new Deno.Command(python, {
      args: code === undefined ? args : ["-", ...args],
      env: { JUPYTER_DATA_DIR: data, JUPYTER_PATH: data, ...environment },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(code ?? ""));
    await writer.close();
    const { success, stdout, stderr } = await child.output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    assert(success, text(stderr));
    return text(stdout).trim().split("\n").at(-1) ?? "";
  } finally {
    await Deno.remove(data, { recursive: true });
  }
}

Deno.test({
  name: "hardened kernel: nbclient loses and misplaces nothing in 120 cells",
  ignore,
  async fn() {
    const script = fileURLToPath(new URL("nbclient_cells.py", import.meta.url));
    const counts = JSON.parse(await runPython([script, courseKernel, "120", import.meta.dirname!]));
    assertEquals([counts.lost, counts.misplaced], [0, 0]);
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
    assertEquals(JSON.parse(await runPython([courseKernel], code)), [
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
    const root = new URL("../../", import.meta.url);
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
    await runPython(
      ["-m", "nbconvert", ...options, kernel, `${folder}04.ipynb`],
      undefined,
      environment,
    );
    const executed = await readNotebook(`${folder}executed.ipynb`);
    assertEquals(firstDifference(own.notebook, executed), undefined);
  },
});
