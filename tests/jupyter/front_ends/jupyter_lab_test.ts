import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { courseKernel } from "lib/jupyter/install/kernelspec.ts";
import { launchChromium, withoutChromium } from "../../lab/chromium.ts";
import { JupyterHome } from "./jupyter_home.ts";
import { JupyterLab, labPython, openLab, runAllInLab } from "./jupyter_lab.ts";

const python = labPython();
const root = new URL("../../../", import.meta.url);

for (const name of ["02-attention-weights", "04-scaling", "07-masking"]) {
  Deno.test({
    name: `hardened kernel: JupyterLab runs all of notebook ${name.slice(0, 2)}`,
    // Trials with it are made by hand; CI does not have it.
    ignore: python === undefined || withoutChromium(),
    sanitizeOps: false,
    sanitizeResources: false,
    fn: () => runAll(python ?? "", name),
  });
}

async function runAll(python: string, name: string): Promise<void> {
  const staging = fileURLToPath(new URL(".staging/", root));
  await Deno.mkdir(staging, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: staging, prefix: "jupyterlab-" });
  try {
    const original = await readNotebook(fileURLToPath(new URL(`notebooks/${name}.ipynb`, root)));
    const cells = original.cells.map((cell) =>
      cell.cell_type === "code" ? { ...cell, outputs: [] } : cell
    );
    const kernelspec = { display_name: courseKernel, language: "typescript", name: courseKernel };
    const path = join(folder, "notebook.ipynb");
    await writeNotebook(path, { ...original, cells, metadata: { kernelspec } }, {
      metadata: "all",
    });
    await using home = await JupyterHome.make();
    await using server = await JupyterLab.start(python, home, folder);
    await using browser = await launchChromium();
    const page = await browser.newPage();
    await openLab(page, server.address("notebook.ipynb"));
    await runAllInLab(page);
    const ran = counts((await readNotebook(path)).cells);
    console.log(`${name}: ${JSON.stringify(ran)}`);
    const { withOutputs, figures } = counts(original.cells);
    assertEquals(ran, { withOutputs, figures, errors: 0 });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

type Cells = Awaited<ReturnType<typeof readNotebook>>["cells"];

/** How many cells have outputs, and how many outputs are figures and errors. */
function counts(cells: Cells) {
  const outputs = cells.map((cell) => cell.cell_type === "code" ? cell.outputs : []);
  const figures = outputs.flat().filter((output) =>
    "data" in output &&
    Object.keys(output.data).some((type) => /^image\/|plotly|^text\/html/.test(type))
  );
  return {
    withOutputs: outputs.filter(({ length }) => length > 0).length,
    figures: figures.length,
    errors: outputs.flat().filter(({ output_type }) => output_type === "error").length,
  };
}
