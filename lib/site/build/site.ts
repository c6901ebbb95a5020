/**
 * Builds the site: its pages, the page's own script with a server inside, the kernel's worker, and what they read.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { loadExercise } from "lib/homework/exercises/catalogue.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { type Notebook, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { putPicturesIn, takePicturesOut } from "lib/jupyter/format/pictures_apart.ts";
import { ensureBundle } from "lib/lab/server/bundle.ts";
import { type CourseEntry, entryOf } from "lib/lab/server/course_entry.ts";
import { pageMark } from "lib/lab/server/pages.ts";
import { librarySources, packageTypings } from "lib/lab/server/typings.ts";
import { projectFile, projectFolder } from "lib/platform/project.ts";
import type { Progress } from "lib/progress.ts";
import { bundleKernel } from "./worker_bundle.ts";
import {
  glossaryBody,
  glossaryPage,
  listBody,
  notebookBody,
  pageWords,
  wholePage,
} from "./pages.ts";

/** How the site is built. */
export interface SiteOptions {
  /** Where it will be, with a slash at its end: for the sitemap and for pictures in other sites' previews. */
  readonly address?: string;
  readonly progress?: Progress;
}

/** A notebook of the course, read. */
interface SiteNotebook {
  /** `notebooks/04-scaling.ipynb`. */
  readonly path: string;
  readonly text: string;
  readonly hash: string;
  readonly notebook: Notebook;
  readonly entry: CourseEntry;
}

const languages = [
  { language: "en", folder: "notebooks", list: "index.html" },
  { language: "ko", folder: "notebooks/ko", list: "ko.html" },
] as const;

/** Writes the site into `folder`, which is empty. */
export async function buildSite(
  folder: string,
  { address, progress }: SiteOptions = {},
): Promise<void> {
  const step = (percent: number, what: string) => progress?.update(percent, what);
  step(0, "notebooks");
  const courses = await Promise.all(languages.map(async (language) => ({
    ...language,
    notebooks: await readNotebooks(language.folder),
  })));
  const [english, korean] = courses;
  step(5, "exercises and typings");
  await writeData(folder, [...english.notebooks, ...korean.notebooks]);
  step(20, "the kernel");
  await bundleKernel(join(folder, "kernel"));
  await copyDatasets(join(folder, "kernel"));
  step(40, "the page (longer the first time)");
  await copyPage(folder);
  step(90, "pages");
  const version = await versionOf(folder);
  for (const course of courses) {
    const other = course === english ? korean : english;
    if (course.notebooks.length > 0) await writePages(folder, course, other, version, address);
  }
  await Deno.writeTextFile(join(folder, ".nojekyll"), ""); // GitHub serves all files as they are
  await Deno.writeTextFile(join(folder, "icon.svg"), pageMark);
  if (address) {
    const pages = courses.filter(({ notebooks }) => notebooks.length > 0).flatMap((course) => [
      course.list,
      glossaryPage(course),
      ...course.notebooks.map(({ path }) => path.replace(/\.ipynb$/, ".html")),
    ]);
    await Deno.writeTextFile(join(folder, "sitemap.xml"), sitemap(address, pages));
  }
  await completeServiceWorker(folder);
  progress?.update(100);
}

async function readNotebooks(folder: string): Promise<SiteNotebook[]> {
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(projectFile(folder))) {
      if (/^\d\d-.*\.ipynb$/.test(name)) names.push(name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error; // not translated yet
  }
  return await Promise.all(
    names.sort().map(async (name) => {
      const path = `${folder}/${name}`;
      const text = await Deno.readTextFile(projectFile(path));
      const notebook = parseNotebook(text, path);
      const hash = createHash("sha256").update(text).digest("hex");
      return { path, text, hash, notebook, entry: entryOf(notebook, path) };
    }),
  );
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const file = join(folder, path);
  await Deno.mkdir(dirname(file), { recursive: true });
  if (typeof content === "string") await Deno.writeTextFile(file, content);
  else await Deno.writeFile(file, content);
}

/** What the page asks its server for, as files. */
async function writeData(folder: string, notebooks: readonly SiteNotebook[]): Promise<void> {
  const ids = new Set(
    notebooks.flatMap(({ entry }) => entry.homework.map(({ exercise }) => exercise)),
  );
  const exercises: Record<string, unknown> = {};
  const solutions: Record<string, unknown> = {};
  for (const id of ids) {
    const { stub, hints } = await loadExercise(id);
    exercises[id] = { stub, hints };
    solutions[id] = { text: await solutionCell(id) };
  }
  const entries = notebooks.map(({ entry, hash }) => ({ ...entry, hash }));
  await write(folder, "course/notebooks.json", JSON.stringify(entries));
  await write(folder, "course/exercises.json", JSON.stringify(exercises));
  await write(folder, "course/solutions.json", JSON.stringify(solutions));
  await write(folder, "course/typings-library.json", JSON.stringify(await librarySources()));
  await write(folder, "course/typings-packages.json", await packageTypings());
  for (const notebook of notebooks) await writeNotebook(folder, notebook);
}

/** Writes a notebook: to download it, and for the page, which finds its pictures in files of their own. */
async function writeNotebook(folder: string, { path, text }: SiteNotebook): Promise<void> {
  await write(folder, path, text);
  const pictures = new Map<string, Uint8Array>();
  const apart = takePicturesOut(text, (base64) => {
    const { name, bytes } = pictureOf(base64);
    pictures.set(name, bytes);
    return name;
  });
  const again = await putPicturesIn(
    apart,
    (name) => Promise.resolve(pictures.get(name) ?? new Uint8Array()),
  );
  if (again !== text) throw new Error(`${path}: its pictures cannot be kept apart`);
  await write(folder, `course/${path}`, apart);
  for (const [name, bytes] of pictures) await write(folder, `${pictureFolder}${name}.png`, bytes);
}

/** Where the notebooks' still pictures lie. */
const pictureFolder = "notebooks/pictures/";

/** A picture's name below {@linkcode pictureFolder}, which its content decides. */
function pictureOf(base64: string): { readonly name: string; readonly bytes: Uint8Array } {
  const bytes = Uint8Array.fromBase64(base64);
  return { name: createHash("sha256").update(bytes).digest("hex").slice(0, 16), bytes };
}

/** What the library reads when a notebook runs. */
async function copyDatasets(folder: string): Promise<void> {
  const from = projectFile("datasets");
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (!isDirectory || name === "grammar") continue; // that makes the others
    await Deno.mkdir(join(folder, "datasets", name), { recursive: true });
    for await (const file of Deno.readDir(join(from, name))) {
      if (!/^LICENSE$|\.(?:tsv|json|safetensors)$/.test(file.name)) continue;
      const path = join(name, file.name);
      await Deno.copyFile(join(from, path), join(folder, "datasets", path));
    }
  }
}

/** Folders of `lib/` that the page's bundle takes modules from. */
const bundled: readonly string[] = [
  ...["site/page", "site/kernel", "site/build", "platform", "jupyter/format", "jupyter/inside"],
  ...["jupyter/kernel", "jupyter/source", "homework/exercise", "lab/server", "lab/api"],
  "lab/front/style",
];

async function copyPage(folder: string): Promise<void> {
  const sources = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    for await (const { name, isDirectory } of Deno.readDir(projectFile(path))) {
      const below = `${path}/${name}`;
      if (isDirectory) await visit(below);
      else if (/\.(?:ts|css)$/.test(name)) sources.set(below, projectFolder + below);
    }
  };
  for (const name of bundled) await visit(`lib/${name}`);
  const sorted = new Map([...sources].sort(([a], [b]) => a < b ? -1 : 1));
  const bundle = await ensureBundle({
    other: { prefix: "site-", sources: sorted, module: "lib/site/build/bundles_of.ts" },
    progress: { update() {}, finish() {} },
  });
  await copyFolder(bundle.folder, join(folder, "app"));
  await Deno.rename(join(folder, "app", "offline.js"), join(folder, "offline.js"));
  // A plain server sends no policy with the frame of outputs that have scripts.
  const frame = join(folder, "app", "frame.html");
  await Deno.writeTextFile(frame, withFramePolicy(await Deno.readTextFile(frame)));
}

function withFramePolicy(html: string): string {
  const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; " +
    "img-src data: blob:; font-src data:; media-src data: blob:; base-uri 'none'; form-action 'none'";
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html.replace(/<meta charset=[^>]*>|<head>/i, (first) => `${first}\n${meta}`);
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(join(from, name), join(to, name));
    else await Deno.copyFile(join(from, name), join(to, name));
  }
}

/** Writes the list and the notebooks' pages of one language. */
async function writePages(
  folder: string,
  course: {
    readonly language: "en" | "ko";
    readonly list: string;
    readonly notebooks: readonly SiteNotebook[];
  },
  other: {
    readonly language: "en" | "ko";
    readonly list: string;
    readonly notebooks: readonly SiteNotebook[];
  },
  version: string,
  address: string | undefined,
): Promise<void> {
  const words = pageWords[course.language];
  const translated = new Set(other.notebooks.map(({ path }) => path.split("/").at(-1)));
  let social: string | undefined;
  for (const { path, notebook, entry } of course.notebooks) {
    const file = path.split("/").at(-1) ?? path;
    const place = path.slice(0, -file.length);
    const root = "../".repeat(place.split("/").length - 1);
    const pictures: string[] = [];
    const title = entry.number ? `${Number(entry.number)}. ${entry.title}` : entry.title;
    const otherPage = (course.language === "en" ? `ko/${file}` : `../${file}`)
      .replace(/\.ipynb$/, ".html");
    const other = translated.has(file) ? otherPage : undefined;
    const body = notebookBody(words, notebook, {
      file,
      root,
      title,
      other,
      link: (href) => href.replace(/^(\d\d-[^/#]*)\.ipynb(?=#|$)/, "$1.html"),
      keepPicture(base64) {
        const picture = `${pictureFolder}${pictureOf(base64).name}.png`;
        pictures.push(picture);
        return root + picture;
      },
    });
    social ??= pictures[0];
    const page = path.replace(/\.ipynb$/, ".html");
    const head = {
      title: `${title} · ${words.course}`,
      description: entry.idea,
      root,
      part: "read" as const,
      version,
      address,
      path: page,
      picture: pictures[0],
      other,
      data: { notebook: path },
    };
    await write(folder, page, wholePage(words, head, body));
  }
  const hasOther = other.notebooks.length > 0;
  // What is not translated yet is listed in English.
  const all = new Map(
    [...other.notebooks, ...course.notebooks].map((notebook) => [notebook.entry.number, notebook]),
  );
  const entries = [...all.values()].map(({ path, entry }) => ({
    ...entry,
    href: path.replace(/\.ipynb$/, ".html"),
    language: path.startsWith(languages[1].folder) ? languages[1].language : "en" as const,
  }));
  const head = {
    title: words.course,
    description: words.subtitle,
    root: "",
    version,
    address,
    picture: social,
  };
  const otherList = hasOther ? other.list : undefined;
  const listHead = { ...head, part: "list" as const, path: course.list, other: otherList };
  await write(
    folder,
    course.list,
    wholePage(words, listHead, listBody(words, entries, otherList)),
  );
  const path = glossaryPage(course);
  const otherGlossary = hasOther ? glossaryPage(other) : undefined;
  const glossaryHead = {
    ...head,
    title: `${words.glossary} · ${words.course}`,
    description: words.glossaryIdea,
    part: "list" as const,
    isText: true,
    path,
    other: otherGlossary,
  };
  const terms = glossaryBody(words, entries, otherGlossary);
  await write(folder, path, wholePage(words, glossaryHead, terms));
  if (course.language === "en") {
    const own = `<p class="preparing" role="status"></p><main></main>`;
    const page = "notebook.html"; // for notebooks that the learner has made
    const ownHead = { ...head, part: "read" as const, path: page, hasLanguage: false };
    await write(folder, page, wholePage(words, ownHead, own));
  }
}

async function filesBelow(folder: string, path = ""): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(folder, path))) {
    const below = path === "" ? name : `${path}/${name}`;
    if (isDirectory) found.push(...await filesBelow(folder, below));
    else found.push(below);
  }
  return found.sort();
}

/** Changes with every file of the site. */
async function versionOf(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await filesBelow(folder)) {
    hash.update(path).update("\0").update(await Deno.readFile(join(folder, path))).update("\0");
  }
  return hash.digest("hex").slice(0, 12);
}

/**
 * What is not kept for the time without a network: what the page puts together of other files (notebooks to download),
 * what no browser of today asks for (tfjs without SIMD), and letters that the course does not use.
 */
const notKept =
  /^(?:offline\.js|sitemap\.xml|\..*)$|^notebooks\/.*\.ipynb$|\/tfjs-backend-wasm\.wasm$|\/[\w-]*-(?:cyrillic|vietnamese)[\w-]*\.woff2$/;

/** Tells the service worker which files there are. */
async function completeServiceWorker(folder: string): Promise<void> {
  const file = join(folder, "offline.js");
  const version = await versionOf(folder);
  const files = (await filesBelow(folder)).filter((path) => !notKept.test(path));
  // What runs a notebook comes first: somebody may wait for it.
  const rank = (path: string) =>
    /^app\/|^kernel\/[^/]*$/.test(path) ? 0 : path.endsWith(".html") ? 1 : 2;
  files.sort((a, b) => rank(a) - rank(b));
  const site = JSON.stringify({ version, files: files.map((path) => encodeURI(path)) });
  await Deno.writeTextFile(file, `const site=${site};\n${await Deno.readTextFile(file)}`);
}

function sitemap(address: string, pages: readonly string[]): string {
  const entries = pages.map((page) => `  <url><loc>${address}${encodeURI(page)}</loc></url>`);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries,
    `</urlset>`,
    ``,
  ].join("\n");
}
