import { assert, assertEquals } from "@std/assert";
import { checksums } from "../../datasets/grammar/files.ts";

const datasets = new URL("../../datasets/", import.meta.url);

Deno.test("datasheets: each data set has one, with origin, licence and the files' SHA-256", async () => {
  const folders = Array.from(Deno.readDirSync(datasets)).filter(({ isDirectory }) => isDirectory)
    .map(({ name }) => name)
    .filter((name) => name !== "grammar"); // what the generators share
  for (const name of ["korean-english", "korean-english-written", "stories"]) {
    assert(folders.includes(name), name);
  }
  for (const folder of folders) {
    const files = Array.from(Deno.readDirSync(new URL(`${folder}/`, datasets)));
    const data = files.map(({ name }) => name).filter((name) => name.endsWith(".tsv")).sort();
    const sheet = await Deno.readTextFile(new URL(`${folder}/README.md`, datasets));
    for (const word of ["Origin", "Licence", "CC0"]) {
      assert(sheet.includes(word), `${folder}: ${word}`);
    }
    for (const name of data) {
      const text = await Deno.readTextFile(new URL(`${folder}/${name}`, datasets));
      assertEquals(text, text.normalize("NFC"));
      const [sum] = (await checksums(new Map([[name, text]]))).split(" ");
      assert(sheet.includes(sum), `${folder}/README.md: the SHA-256 of ${name} is ${sum}`);
    }
  }
});
