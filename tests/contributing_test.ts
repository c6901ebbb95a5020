/**
 * What a newcomer reads is true: the graphs and tables of who may import whom, the doors of the folders, the
 * paths in Markdown files, and that every task says what it does.
 *
 * @module
 */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { allowedFolders, withAllowedEdges } from "./rooms.ts";

const root = new URL("../", import.meta.url);

function read(path: string): Promise<string> {
  return Deno.readTextFile(new URL(path, root));
}

async function exists(url: URL): Promise<boolean> {
  return await Deno.stat(url).then(() => true, () => false);
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(new URL(path, root)));
  return entries.filter(({ isDirectory }) => isDirectory).map(({ name }) => name).sort();
}

Deno.test("CONTRIBUTING.md: its graph is the allowed edges (deno task graph --write)", async () => {
  const text = await read(".github/CONTRIBUTING.md");
  for (const block of ["```mermaid\n", "```rooms\n"]) assertStringIncludes(text, block);
  assertEquals(text, withAllowedEdges(text));
});

Deno.test("lib/: the table and each folder's README name the allowed edges", async () => {
  const table = await read("lib/README.md");
  for (const [folder, targets] of allowedFolders()) {
    const row = table.split("\n").find((line) => line.startsWith(`| [\`${folder}\`]`)) ?? "";
    const named = row.split("|").at(-2)?.match(/\w+/g) ?? [];
    assertEquals([folder, named], [folder, targets], "the last column of lib/README.md");
    const door = await read(`lib/${folder}/README.md`).catch(() => "");
    const says = /^May import: (.*)\.$/m.exec(door)?.[1];
    if (says !== undefined) assertEquals([folder, says], [folder, targets.join(", ") || "nothing"]);
  }
});

Deno.test("lib/: every folder has a README at its door", async () => {
  const without: string[] = [];
  for (const folder of await foldersIn("lib/")) {
    if (!await exists(new URL(`lib/${folder}/README.md`, root))) without.push(folder);
  }
  assertEquals(without, []);
});

Deno.test("tests/: its folders are those of lib/, but for those that its README names", async () => {
  const library = await foldersIn("lib/");
  const readme = await read("tests/README.md");
  const unnamed = (await foldersIn("tests/")).filter((folder) =>
    !library.includes(folder) && !readme.includes(`\`${folder}/\``)
  );
  assertEquals(unnamed, []);
});

/** The repository's own Markdown files, as paths below its root. */
async function markdownFiles(folder = ""): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder || ".", root))) {
    if (isDirectory && (name === ".github" || !name.startsWith(".") && name !== "node_modules")) {
      found.push(...await markdownFiles(`${folder}${name}/`));
    } else if (name.endsWith(".md")) found.push(folder + name);
  }
  return found.sort();
}

/** Paths of this repository that a text names in code: `lib/nn/linear.ts`, `tests/attention`. */
function namedPaths(text: string): string[] {
  const starts = "lib|tests|datasets|notebooks|\\.github|\\.ci|\\.devcontainer";
  const path = new RegExp(`(?<![\\w./-])(?:${starts})/[^\\s\`"'()[\\]|,;:]*`, "g");
  return [...text.matchAll(path)].map(([found]) => found.replace(/\.$/, ""))
    // `NN`, `<name>`, `*` and `…` stand for something.
    .filter((found) => !/[*<>…]|NN|\/own\//.test(found));
}

Deno.test("Markdown: every relative link and every path of the repository exists", async () => {
  const broken: string[] = [];
  for (const file of await markdownFiles()) {
    const text = await read(file);
    const here = new URL(file, root);
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target.split("#")[0])
      .filter((target) => target !== "" && !/^[a-z]+:/.test(target));
    for (const link of links) {
      if (!await exists(new URL(link, here))) broken.push(`${file}: link to ${link}`);
    }
    for (const path of namedPaths(text)) {
      if (!await exists(new URL(path, root))) broken.push(`${file}: ${path}`);
    }
  }
  assertEquals(broken, []);
});

interface Configuration {
  readonly tasks: Readonly<
    Record<string, { readonly description: string; readonly command: string }>
  >;
}

Deno.test("Markdown: every task that is named exists", async () => {
  const { tasks }: Configuration = JSON.parse(await read("deno.json"));
  for (const file of [...await markdownFiles(), "deno.json", ".devcontainer/devcontainer.json"]) {
    for (const [, name] of (await read(file)).matchAll(/deno(?:@[\d.]+)? task ([a-z][\w-]*)/g)) {
      assert(name in tasks, `${file}: expected a task of deno.json, got ${name}`);
    }
  }
});

Deno.test("tasks: each answers --help with what it does and how it is typed", async () => {
  const { tasks }: Configuration = JSON.parse(await read("deno.json"));
  for (const [name, { description, command }] of Object.entries(tasks)) {
    assert(description.length > 0, name);
    const [deno, ...args] = command.split(" ");
    assertEquals(deno, "deno");
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: [...args, "--help"],
      cwd: fileURLToPath(root),
      env: { NO_COLOR: "1" },
      stderr: "null",
    }).output();
    const text = new TextDecoder().decode(stdout);
    assertEquals([name, code], [name, 0]);
    assertMatch(text, /^[A-Z].*\.\n/);
    assertStringIncludes(text, `\nUsage: deno task ${name}`);
  }
});

Deno.test("devcontainer: it is JSON, fetches packages, starts the course, forwards its port", async () => {
  const container: Readonly<Record<string, unknown>> = JSON.parse(
    await read(".devcontainer/devcontainer.json"),
  );
  assertMatch(String(container.image), /^node:\d+-\w+$/);
  const [install] = String(container.postCreateCommand).split(" && ");
  assertMatch(install, /^deno cache --quiet --frozen --lock=deno\.lock /);
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: install.split(" ").slice(1),
    cwd: fileURLToPath(root),
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  assertStringIncludes(String(container.postAttachCommand), "deno task start --no-open");
  assertEquals(container.forwardPorts, [8888]);
});
