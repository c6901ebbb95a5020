import { join } from "node:path";
import { assertEquals, assertRejects } from "@std/assert";
import { UserError } from "lib/command.ts";
import { findNotebooks } from "lib/jupyter/run/find_notebooks.ts";

Deno.test("findNotebooks: a number means a notebook of the folder, ko/ and a number the Korean one", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(folder, "ko"));
    for (const name of ["05-heads.ipynb", "06-places.ipynb", "ko/05-heads.ipynb"]) {
      await Deno.writeTextFile(join(folder, name), "{}");
    }
    const found = async (...words: string[]) =>
      (await findNotebooks(folder, words)).map(({ name }) => name);
    assertEquals(await found("05"), ["05-heads.ipynb"]);
    assertEquals(await found("ko/5"), ["ko/05-heads.ipynb"]);
    assertEquals(await found(), ["05-heads.ipynb", "06-places.ipynb", "ko/05-heads.ipynb"]);
    await assertRejects(() => found("ko/06"), UserError, 'No notebook "ko/06"');
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
