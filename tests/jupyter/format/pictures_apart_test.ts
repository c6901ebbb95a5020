import { assert, assertEquals, assertFalse } from "@std/assert";
import { putPicturesIn, takePicturesOut } from "lib/jupyter/format/pictures_apart.ts";
import { projectFile } from "lib/platform/project.ts";

Deno.test("takePicturesOut: what putPicturesIn makes of it is the same text again", async () => {
  const text = await Deno.readTextFile(projectFile("notebooks/04-scaling.ipynb"));
  const kept = new Map<string, string>();
  const short = takePicturesOut(text, (base64) => {
    const name = `p-${kept.size}`;
    kept.set(name, base64);
    return name;
  });
  assert(kept.size > 5, `${kept.size} pictures`);
  const sizes = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  assert(short.length < text.length - 0.9 * sizes, "the pictures are gone");
  assertFalse(/iVBORw0KGgo/.test(short));
  const asked: string[] = [];
  const again = await putPicturesIn(short, (name) => {
    asked.push(name);
    return Promise.resolve(Uint8Array.fromBase64(kept.get(name) ?? ""));
  });
  assertEquals(again, text);
  assertEquals(asked.sort(), [...kept.keys()].sort());
});

Deno.test("putPicturesIn: a picture that two outputs show is asked for once", async () => {
  const text = `{"image/png": "AAAA\\n", "text/plain": "AAAA"}\n{"image/png": "AAAA"}`;
  const short = takePicturesOut(text, () => "twice");
  let count = 0;
  const load = () => {
    count++;
    return Promise.resolve(new Uint8Array(3));
  };
  assertEquals([await putPicturesIn(short, load), count], [text, 1]);
});
