import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import {
  courseKernelspec,
  defaultKernel,
  installKernelspec,
  isOurs,
  kernelArguments,
  kernelsFolder,
  readKernelspec,
  removeKernelspec,
} from "lib/jupyter/install/kernelspec.ts";

Deno.test("kernelsFolder: where Jupyter looks, on each system", () => {
  const none = () => undefined;
  const data = (name: string) => name === "JUPYTER_DATA_DIR" ? "/data" : undefined;
  assertEquals(kernelsFolder("user", "linux", data), join("/data", "kernels"));
  assert(kernelsFolder("user", "linux", none).endsWith(join(".local/share/jupyter/kernels")));
  assert(kernelsFolder("user", "darwin", none).endsWith(join("Library/Jupyter/kernels")));
  assertEquals(kernelsFolder("system", "linux", none), "/usr/local/share/jupyter/kernels");
  assertEquals(
    kernelsFolder({ prefix: "/opt/conda" }, "linux", none),
    "/opt/conda/share/jupyter/kernels",
  );
});

Deno.test("installKernelspec: keeps a former kernel, removeKernelspec brings it back", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const stock = { argv: ["deno", "jupyter"], display_name: "Deno" };
    await Deno.mkdir(join(folder, defaultKernel));
    await Deno.writeTextFile(join(folder, defaultKernel, "kernel.json"), JSON.stringify(stock));
    const spec = courseKernelspec("/usr/bin/deno", { displayName: "Deno" });
    const { former } = await installKernelspec(folder, defaultKernel, spec);
    assertEquals(former, join(folder, defaultKernel, "kernel.json.before-course"));
    const again = await installKernelspec(folder, defaultKernel, spec);
    assertEquals(again.former, undefined);
    const installed = await readKernelspec(folder, defaultKernel);
    assertEquals(installed, spec);
    assert(installed && isOurs(installed));
    assertEquals(installed.interrupt_mode, "message");
    assertEquals(kernelArguments(installed).at(-1), "{connection_file}");
    assertEquals(await removeKernelspec(folder, defaultKernel), true);
    assertEquals(await readKernelspec(folder, defaultKernel), stock);
    assertEquals(await removeKernelspec(folder, defaultKernel), false);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
