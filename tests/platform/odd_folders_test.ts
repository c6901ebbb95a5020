/**
 * The course in folders whose names mean something else in addresses: Hangul, spaces, `#`, `%` and `?`.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { projectFile } from "lib/platform/project.ts";
import { typescriptFiles } from "../modules.ts";
import { lib } from "../rooms.ts";

/** What a learner's first cells do: tensors on one thread or several, a corpus, a file of weights. */
const program = `
import * as tf from "@tensorflow/tfjs";
import { packageFolder, projectFile } from "lib/platform/project.ts";
import { ready } from "lib/tensor/ready.ts";
import { loadStories } from "lib/text/corpora/stories.ts";
import { loadWeights, saveWeights } from "lib/training/checkpoints/weights.ts";

const { name } = await ready();
const weights = new Map([["w", tf.variable(tf.tensor1d([1, 2, 3]))]]);
const path = projectFile("가중치 #1/100%.safetensors");
await saveWeights(path, weights);
await loadWeights(path, weights);
console.log(JSON.stringify({
  name,
  folders: [projectFile(""), packageFolder("@tensorflow/tfjs-backend-wasm")],
  product: tf.matMul(tf.ones([150, 150]), tf.ones([150, 150])).dataSync()[0],
  stories: (await loadStories()).test.length,
}));`;

Deno.test({
  name: "ready: computes as ever where all folders have odd names",
  ignore: Deno.build.os === "windows", // neither links nor all of these letters
  async fn() {
    const parent = await Deno.realPath(await Deno.makeTempDir());
    try {
      const project = join(parent, "홈 폴더 %41", "강의 노트 #1 50%?");
      await Deno.mkdir(project, { recursive: true });
      for (const name of ["lib", "datasets", "deno.json"]) {
        await Deno.symlink(projectFile(name), join(project, name));
      }
      await Deno.writeTextFile(join(project, "program.ts"), program);
      for (const [threads, backend] of [["1", "wasm"], ["2", "wasm-threads"]]) {
        const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
          // The packages come into the project's folder, so that their names are odd as well.
          args: ["run", "-A", "--no-check", "--no-lock", "--node-modules-dir=auto", "program.ts"],
          cwd: project,
          env: { COURSE_BACKEND: "", COURSE_THREADS: threads, NO_COLOR: "1" },
        }).output();
        assert(success, new TextDecoder().decode(stderr));
        const { folders, ...rest } = JSON.parse(new TextDecoder().decode(stdout));
        assertEquals(rest, { name: backend, product: 150, stories: 1000 });
        assertEquals(folders[0], `${project}/`);
        assert(folders[1].startsWith(project), `the packages lie in ${folders[1]}`);
      }
    } finally {
      await Deno.remove(parent, { recursive: true });
    }
  },
});

Deno.test("no module takes a path from an address, where odd letters are encoded", async () => {
  const wrong: string[] = [];
  for (const url of await typescriptFiles("lib/")) {
    const code = await Deno.readTextFile(new URL(url));
    // The pathname of a request's address is no path on a disk.
    if (/import\.meta\.(url|resolve)[^;]*\.pathname/.test(code)) wrong.push(url.slice(lib.length));
  }
  assertEquals(wrong, []);
});
