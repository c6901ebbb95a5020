/**
 * What `deno task test` runs: each stage as one job or some, made from the names and paths that were
 * asked for.
 *
 * @module
 */
import { join, relative, resolve } from "node:path";
import { UserError } from "lib/command.ts";
import { projectFolder } from "lib/platform/project.ts";
import { typescriptFiles } from "../modules.ts";
import type { Job } from "./lanes.ts";
import { expectedSeconds, type Times } from "./times.ts";

/** The stages, in the order in which they are told. */
export const stageNames = ["format", "lint", "types", "examples", "tests", "notebooks"] as const;

/** The name of a stage. */
export type StageName = typeof stageNames[number];

/** What is to be run. */
export interface Chosen {
  readonly stages: readonly StageName[];
  /** Test files, as paths from the project's folder. */
  readonly testFiles: readonly string[];
  /** Files or folders of lib/ or datasets/ whose doc examples run. */
  readonly exampleFiles: readonly string[];
  /** Notebooks, as paths from the project's folder; none stands for those in English. */
  readonly notebooks: readonly string[];
}

/** Folders whose doc examples run. */
const documented: readonly string[] = ["lib", "datasets"];

/** The learner's own homework is no part of the course's tests. */
const learners = "tests/learner/";

/** The paths of all test files below a folder of tests/, or the file itself. */
export async function testFilesBelow(path: string): Promise<string[]> {
  const found: string[] = [];
  if (/(?:^|[/_.])test\.ts$/.test(path)) found.push(path);
  else {
    for await (const { name, isDirectory } of Deno.readDir(join(projectFolder, path))) {
      const below = `${path}/${name}`;
      if (isDirectory && !name.startsWith(".") || /(?:^|[_.])test\.ts$/.test(name)) {
        found.push(...await testFilesBelow(below));
      }
    }
  }
  return found.filter((file) => !file.startsWith(learners)).sort();
}

/**
 * Reads the words of the command: names of stages, and files or folders. Nothing means everything.
 *
 * @param folder The folder from which paths are meant. Default: the current one.
 */
export async function choose(
  words: readonly string[],
  folder: string = Deno.cwd(),
): Promise<Chosen> {
  const stages = new Set<StageName>(words.length === 0 ? stageNames : []);
  const testFiles = new Set<string>();
  const exampleFiles: string[] = [];
  const notebooks: string[] = [];
  for (const word of words) {
    const stage = stageNames.find((name) => name === word);
    if (stage) {
      stages.add(stage);
      continue;
    }
    const path = await projectPath(word, folder);
    if (path === "tests" || path.startsWith("tests/")) {
      const isFile = (await Deno.stat(join(projectFolder, path))).isFile;
      const files = isFile && !path.endsWith("test.ts") ? [] : await testFilesBelow(path);
      if (files.length === 0) {
        throw new UserError(
          `expected test files (…_test.ts) in ${word}, found none` +
            (`${path}/`.startsWith(learners) ? "; your homework: deno task check 04" : ""),
        );
      }
      files.forEach((file) => testFiles.add(file));
      stages.add("types").add("tests");
    } else if (documented.includes(path.split("/")[0])) {
      exampleFiles.push(path);
      stages.add("examples");
    } else if (path === "notebooks" || path.endsWith(".ipynb")) {
      if (path !== "notebooks") notebooks.push(path);
      stages.add("notebooks");
    } else {
      throw new UserError(
        `expected a test, a source file or a notebook of the course, or a folder of these; got ${word}`,
      );
    }
  }
  if (stages.has("tests") && (testFiles.size === 0 || words.includes("tests"))) {
    (await testFilesBelow("tests")).forEach((file) => testFiles.add(file));
    stages.add("types"); // tests run without a type check of their own
  }
  return {
    stages: stageNames.filter((name) => stages.has(name)),
    testFiles: [...testFiles].sort(),
    exampleFiles: exampleFiles.length > 0 && !words.includes("examples")
      ? exampleFiles
      : documented,
    notebooks: words.includes("notebooks") ? [] : notebooks,
  };
}

/** The path from the project's folder, with slashes and no slash at its end. */
async function projectPath(word: string, folder: string): Promise<string> {
  try {
    const path = await Deno.realPath(resolve(folder, word));
    return relative(await Deno.realPath(projectFolder), path).replaceAll("\\", "/");
  } catch {
    throw new UserError(
      `expected a stage (${stageNames.join(", ")}), a file or a folder that exists; got ${word}`,
    );
  }
}

/** The page's tests need its bundle: it is made once, before the first of them. */
const pageTests = "tests/lab/";
const bundleTitle = "page";

/** A process that runs test files takes about a second to start: short files share one of this length. */
const groupSeconds = 20;

/** The jobs for what was chosen, in the order in which they are to begin. */
export async function makeJobs(
  chosen: Chosen,
  kept: Times,
  { filter }: { readonly filter?: string } = {},
): Promise<Job[]> {
  const { stages, testFiles, exampleFiles, notebooks } = chosen;
  const quick: Job[] = [];
  const jobs: Job[] = [];
  const only = filter === undefined ? [] : [`--filter=${filter}`];
  for (const stage of stages) {
    const seconds = expectedSeconds(stage, kept);
    const add = (...args: string[]) => jobs.push({ stage, title: stage, args, seconds });
    if (stage === "format") add("fmt", "--check", "--quiet");
    else if (stage === "lint") add("lint", "--quiet");
    else if (stage === "types") {
      const files = checksAll(chosen) ? ["--doc", ...await allFiles()] : testFiles;
      add("check", "--quiet", ...files);
    } else if (stage === "examples") {
      // To read all that they import takes the compiler long: it does so once, with the rest.
      const noCheck = stages.includes("types") && checksAll(chosen) ? ["--no-check"] : [];
      add("test", "--allow-all", ...noCheck, "--doc", ...only, ...exampleFiles);
    } else if (stage === "notebooks") {
      const args = notebooks.length > 0 ? notebooks : await englishNotebooks();
      jobs.push({
        stage,
        title: stage,
        args: ["task", "--quiet", "notebooks", ...args],
        environment: { COURSE_BUDGET: "small" },
        seconds,
      });
    } else {
      if (testFiles.some((file) => file.startsWith(pageTests))) {
        const args = ["run", "--allow-all", "--quiet", "tests/run/prepare_page.ts"];
        quick.push({ stage, title: bundleTitle, args, seconds: 1 });
      }
      for (const files of groupFiles(testFiles, kept)) {
        jobs.push({
          stage,
          title: groupTitle(files),
          args: ["test", "--allow-all", "--no-check", ...only, ...files],
          seconds: files.reduce((sum, file) => sum + expectedSeconds(file, kept), 0),
          after: files[0].startsWith(pageTests) ? bundleTitle : undefined,
        });
      }
    }
  }
  return [...quick, ...jobs.sort((a, b) => b.seconds - a.seconds)];
}

/** The paths of the English notebooks. `tests/notebooks/solved_test.ts` runs the Korean ones. */
async function englishNotebooks(): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(join(projectFolder, "notebooks")));
  return entries.filter(({ name }) => name.endsWith(".ipynb"))
    .map(({ name }) => `notebooks/${name}`).sort();
}

/** True if all types are checked, with those of doc examples; where only some tests run, theirs are. */
function checksAll({ stages }: Chosen): boolean {
  return stages.includes("format") || !stages.includes("tests");
}

/** All source files, and the documents that may hold examples. */
async function allFiles(): Promise<readonly string[]> {
  const sources = await Promise.all(["lib/", "tests/", "datasets/"].map(typescriptFiles));
  return [...sources, ...await Promise.all(documented.map(documentsBelow))].flat();
}

async function documentsBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(projectFolder, folder))) {
    const path = `${folder}/${name}`;
    if (isDirectory && name !== "node_modules") found.push(...await documentsBelow(path));
    else if (name.endsWith(".md")) found.push(path);
  }
  return found;
}

/** Long files alone, and short ones of the same top folder together. */
export function groupFiles(files: readonly string[], kept: Times): string[][] {
  const groups: string[][] = [];
  const open = new Map<boolean, { files: string[]; seconds: number }>();
  for (const file of files) {
    const seconds = expectedSeconds(file, kept);
    const ofPage = file.startsWith(pageTests);
    const group = open.get(ofPage);
    if (seconds > groupSeconds / 2) groups.push([file]);
    else if (group && group.seconds + seconds <= groupSeconds) {
      group.files.push(file);
      group.seconds += seconds;
    } else {
      const begun = { files: [file], seconds };
      open.set(ofPage, begun);
      groups.push(begun.files);
    }
  }
  return groups;
}

function groupTitle(files: readonly string[]): string {
  const more = files.length > 1 ? ` and ${files.length - 1} more` : "";
  return files[0].replace(/^tests\//, "") + more;
}
