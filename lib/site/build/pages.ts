/**
 * The site's pages as HTML that can be read at once, without a script: the list, and each notebook with its prose,
 * formulas, code and outputs. The page's own script takes over when somebody runs or changes a cell.
 *
 * @module
 */
import { escape } from "@std/html";
import {
  type Cell,
  type CodeCell,
  hasTag,
  type Notebook,
  type Output,
} from "lib/jupyter/format/notebook.ts";
import { importBlock, importsInALine, shownImportLines } from "lib/jupyter/source/import_block.ts";
import type { Language } from "lib/language.ts";
import { pagePolicy } from "lib/lab/server/page_policy.ts";
import { glossary, type Term } from "lib/lessons/glossary/terms.ts";
import { codeHtml, type LinkRule, markdownHtml } from "./text_html.ts";

/** What all pages of one language share. */
export interface PageWords {
  readonly language: Language;
  /** The course's title. */
  readonly course: string;
  readonly subtitle: string;
  readonly runAll: string;
  readonly run: string;
  /** What a screen reader calls a code cell, before its number. */
  readonly codeCell: string;
  readonly output: string;
  /** Above a result that answers a prediction, and what shows it. */
  readonly predict: string;
  readonly showResult: string;
  readonly allNotebooks: string;
  readonly otherLanguage: string;
  readonly download: string;
  readonly howTo: string;
  readonly glossary: string;
  readonly glossaryIdea: string;
  readonly stored: string;
}

/** By the language's name. */
export const pageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    language: "en",
    course: "Attention and Transformers",
    subtitle: "A course in notebooks, from one forgetful vector to GPT.",
    runAll: "Run all",
    run: "Run",
    codeCell: "Code cell",
    output: "Output",
    predict: "Say what you expect, then run this cell.",
    showResult: "Show the stored result",
    allNotebooks: "All notebooks",
    otherLanguage: "한국어",
    download: "Download this notebook",
    howTo: "Read and run every notebook right here: there is nothing to install and no account.",
    glossary: "Glossary",
    glossaryIdea:
      "The words of attention and Transformers, each in one sentence, in the order in which the " +
      "course introduces them.",
    stored:
      "What you change is kept in this browser alone: nobody else sees it, and there are no " +
      "cookies. The course's own files are kept as well, to open it without a network. The list of " +
      "notebooks has downloads, and deletes everything.",
  },
  ko: {
    language: "ko",
    course: "어텐션과 트랜스포머",
    subtitle: "잘 잊는 벡터 하나에서 GPT까지, 노트북으로 배우는 강의입니다.",
    runAll: "모두 실행",
    run: "실행",
    codeCell: "코드 셀",
    output: "출력",
    predict: "무엇이 나올지 먼저 적어 보고 이 셀을 실행하세요.",
    showResult: "저장된 결과 보기",
    allNotebooks: "모든 노트북",
    otherLanguage: "English",
    download: "이 노트북 내려받기",
    howTo: "모든 노트북을 바로 여기에서 읽고 실행할 수 있습니다. 설치할 것도 계정도 필요 없습니다.",
    glossary: "용어집",
    glossaryIdea: "어텐션과 트랜스포머의 용어를 강의에 나오는 차례대로 한 문장씩 설명합니다.",
    stored:
      "고친 내용은 이 브라우저에만 보관됩니다. 다른 사람은 볼 수 없고 쿠키도 쓰지 않습니다. 네트워크 없이도 열 수 있도록 강의 파일도 함께 보관합니다. 노트북 목록에서 내려받거나 모두 지울 수 있습니다.",
  },
};

/** What stands in a page's head. */
export interface Head {
  readonly title: string;
  readonly description: string;
  /** From the page to the site's folder: empty, `../` or `../../`. */
  readonly root: string;
  /** The name of a script and a style sheet below `app/`. */
  readonly part: "list" | "read";
  /** A page without a script has the style alone. */
  readonly isText?: boolean;
  /** Changes with every change of the site. */
  readonly version: string;
  /** The whole address of the site's folder, with a slash at its end, where it is known. */
  readonly address?: string;
  /** The page's path below the site's folder. */
  readonly path: string;
  /** A picture's path below the site's folder. */
  readonly picture?: string;
  /** The page in the other language, from this page. */
  readonly other?: string;
  /** Whether the page is in one language whatever the learner chose last. Default: true. */
  readonly hasLanguage?: boolean;
  /** Further attributes of the root element. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A whole page around `body`. */
export function wholePage(words: PageWords, head: Head, body: string): string {
  const { title, description, root, part, address, path, picture, other, data = {} } = head;
  const { isText = false, hasLanguage = true } = head;
  const whole = (file: string) => `${address ?? root}${file}`;
  const language = hasLanguage ? { language: words.language } : {};
  const attributes = Object.entries({ root, ...language, ...data })
    .map(([name, value]) => ` data-${name}="${escape(value)}"`).join("");
  const meta = (property: string, content: string) =>
    `<meta property="${property}" content="${escape(content)}">`;
  return [
    `<!doctype html>`,
    `<html lang="${words.language}"${attributes}>`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escape(pagePolicy("'self'"))}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="color-scheme" content="light dark">`,
    `<meta name="referrer" content="no-referrer">`,
    `<title>${escape(title)}</title>`,
    `<meta name="description" content="${escape(description)}">`,
    meta("og:type", "article"),
    meta("og:title", title),
    meta("og:description", description),
    ...picture ? [meta("og:image", whole(picture))] : [],
    ...address
      ? [meta("og:url", whole(path)), `<link rel="canonical" href="${escape(whole(path))}">`]
      : [],
    ...other
      ? [
        `<link rel="alternate" hreflang="${words.language === "en" ? "ko" : "en"}" href="${
          escape(other)
        }">`,
      ]
      : [],
    `<link rel="icon" href="${root}icon.svg">`,
    `<link rel="stylesheet" href="${root}app/${part}.css" data-reading>`,
    ...isText ? [] : [`<script type="module" src="${root}app/${part}.js"></script>`],
    `</head>`,
    `<body class="reading">`,
    body,
    `</body>`,
    `</html>`,
    ``,
  ].join("\n");
}

/** Keeps a picture, and gives its address on the page. */
export type KeepPicture = (base64: string) => string;

/** A notebook's page, without the head. */
export function notebookBody(
  words: PageWords,
  notebook: Notebook,
  { file, root, title, other, link, keepPicture }: {
    /** Its name: `04-scaling.ipynb`. */
    readonly file: string;
    readonly root: string;
    readonly title: string;
    /** The page in the other language, from this page. */
    readonly other?: string;
    readonly link: LinkRule;
    readonly keepPicture: KeepPicture;
  },
): string {
  const cells = notebook.cells.map((cell, index, { length }) =>
    cellHtml(words, cell, { place: `${index + 1} / ${length}`, link, keepPicture })
  );
  return [
    `<header class="bar">`,
    homeLink(words, root),
    `<span class="name">${escape(title)}</span>`,
    ...languageLink(words, other),
    `<button type="button" class="tool primary" data-run-all hidden>${
      escape(words.runAll)
    }</button>`,
    `</header>`,
    `<p class="preparing" role="status" aria-live="polite"></p>`,
    `<main class="jp-Notebook">`,
    ...cells,
    `</main>`,
    `<footer><p>${escape(words.stored)}</p><p><a href="${
      escape(encodeURIComponent(file))
    }" download>${escape(words.download)}</a> · <a href="${root}${glossaryPage(words)}">${
      escape(words.glossary)
    }</a></p></footer>`,
  ].join("\n");
}

function homeLink(words: PageWords, root: string): string {
  const list = words.language === "ko" ? "ko.html" : "index.html";
  return `<a class="home-link" href="${root}${list}">${escape(words.allNotebooks)}</a>`;
}

function languageLink(words: PageWords, other: string | undefined): string[] {
  if (other === undefined) return [];
  const language = words.language === "en" ? "ko" : "en";
  return [
    `<a class="language" lang="${language}" hreflang="${language}" href="${escape(other)}">${
      escape(words.otherLanguage)
    }</a>`,
  ];
}

function cellHtml(
  words: PageWords,
  cell: Cell,
  { place, link, keepPicture }: {
    /** Its number among all cells, and theirs: `7 / 43`, as the running page counts. */
    readonly place: string;
    readonly link: LinkRule;
    readonly keepPicture: KeepPicture;
  },
): string {
  const id = escape(cell.id ?? "");
  if (cell.cell_type !== "code") {
    const inner = cell.cell_type === "markdown"
      ? markdownHtml(cell.source, link)
      : `<pre>${escape(cell.source)}</pre>`;
    return `<div class="jp-Cell jp-MarkdownCell" id="${id}">\n${inner}</div>`;
  }
  const name = `${words.codeCell} ${place}`;
  return [
    `<div class="jp-Cell jp-CodeCell" id="${id}" role="group" aria-label="${escape(name)}">`,
    `<div class="code"><button type="button" class="run" data-run hidden aria-label="${
      escape(`${words.run}: ${name}`)
    }">${escape(words.run)}</button>${sourceHtml(cell.source)}</div>`,
    ...outputsHtml(words, cell, keepPicture),
    `</div>`,
  ].join("\n");
}

/** A cell's code. Long imports are folded, as on the running page: they name things that come later. */
function sourceHtml(code: string): string {
  const block = importBlock(code);
  const imports = block ? code.slice(0, block.to) : "";
  if (!block || imports.split("\n").length <= shownImportLines) {
    return `<pre><code>${codeHtml(code)}</code></pre>`;
  }
  const line = importsInALine(imports, block.count);
  return `<details class="imports"><summary>${escape(line)}</summary><pre><code>${
    codeHtml(imports)
  }</code></pre></details><pre><code>${
    codeHtml(code.slice(block.to).replace(/^\n+/, ""))
  }</code></pre>`;
}

/** The stored outputs. Those of a cell that answers a prediction are folded, as on the running page. */
function outputsHtml(words: PageWords, cell: CodeCell, keepPicture: KeepPicture): string[] {
  if (cell.outputs.length === 0) return [];
  const shown = [
    `<div class="jp-OutputArea" role="group" aria-label="${escape(words.output)}">`,
    ...cell.outputs.map((output) => outputHtml(output, keepPicture)),
    `</div>`,
  ];
  if (!hasTag(cell, "answer")) return shown;
  return [
    `<p class="predict">${escape(words.predict)}</p>`,
    `<details><summary>${escape(words.showResult)}</summary>`,
    ...shown,
    `</details>`,
  ];
}

function outputHtml(output: Output, keepPicture: KeepPicture): string {
  const text = (words: string, kind = "") =>
    `<div class="jp-OutputArea-output${kind}"><pre>${escape(plain(words))}</pre></div>`;
  if (output.output_type === "stream") {
    return text(output.text, output.name === "stderr" ? " stderr" : "");
  }
  if (output.output_type === "error") {
    return text(output.traceback.join("\n") || `${output.ename}: ${output.evalue}`, " error");
  }
  const { "image/png": picture, "text/plain": words } = output.data;
  const said = typeof words === "string" ? words : "";
  if (typeof picture !== "string") return text(said);
  const base64 = picture.replace(/\s/g, "");
  const { width, height } = sizeOf(base64);
  return `<div class="jp-OutputArea-output"><img loading="lazy" decoding="async" src="${
    escape(keepPicture(base64))
  }" width="${width}" height="${height}" alt="${escape(said)}"></div>`;
}

/** What the head of a PNG says. */
function sizeOf(base64: string): { readonly width: number; readonly height: number } {
  const view = new DataView(Uint8Array.fromBase64(base64.slice(0, 32)).buffer);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Text without the codes for a terminal's colours. */
function plain(text: string): string {
  // deno-lint-ignore no-control-regex -- that is what such a code begins with
  return text.replace(/\x1b\[[\d;]*m/g, "");
}

/** One entry of the list. */
export interface ListedNotebook {
  readonly number: string;
  readonly title: string;
  readonly idea: string;
  /** From the list's page. */
  readonly href: string;
  readonly language: Language;
}

/** The list's page, without the head. */
export function listBody(
  words: PageWords,
  notebooks: readonly ListedNotebook[],
  other?: string,
): string {
  const entries = notebooks.map(({ number, title, idea, href, language }) =>
    `<li lang="${language}"><a class="entry" href="${escape(href)}"><span class="number">${
      escape(number || "·")
    }</span><span class="words"><span class="title">${escape(title)}</span><span class="idea">${
      escape(idea)
    }</span></span></a></li>`
  );
  return [
    `<main class="home">`,
    `<header>`,
    ...languageLink(words, other),
    `<h1>${escape(words.course)}</h1>`,
    `<p class="subtitle">${escape(words.subtitle)}</p>`,
    `<p class="how-to">${escape(words.howTo)}</p>`,
    `</header>`,
    `<ol class="entries">`,
    ...entries,
    `</ol>`,
    `<p class="to-glossary"><a href="${glossaryPage(words)}">${escape(words.glossary)}</a></p>`,
    `<footer><p>${escape(words.stored)}</p></footer>`,
    `</main>`,
  ].join("\n");
}

/** The file of the glossary in one language. */
export function glossaryPage({ language }: Pick<PageWords, "language">): string {
  return language === "ko" ? "glossary-ko.html" : "glossary.html";
}

/** The glossary's page, without the head: the words under the notebook that introduces them. */
export function glossaryBody(
  words: PageWords,
  notebooks: readonly ListedNotebook[],
  other?: string,
): string {
  const { language } = words;
  const sections = notebooks.map(({ number, title, href, language: titleLanguage }) => {
    const terms = glossary.filter(({ notebook }) => notebook === number);
    return [
      `<h2 lang="${titleLanguage}"><a href="${escape(href)}">${Number(number)}. ${
        escape(title)
      }</a></h2>`,
      `<dl>`,
      ...terms.map((term) => termHtml(term, language)),
      `</dl>`,
    ].join("\n");
  });
  return [
    `<main class="home glossary">`,
    `<header>`,
    ...languageLink(words, other),
    homeLink(words, ""),
    `<h1>${escape(words.glossary)}</h1>`,
    `<p class="subtitle">${escape(words.glossaryIdea)}</p>`,
    `</header>`,
    ...sections,
    `</main>`,
  ].join("\n");
}

function termHtml({ name, meaning }: Term, language: Language): string {
  const other = language === "en" ? "ko" : "en";
  const otherName = name[other] === name[language]
    ? ""
    : ` <span lang="${other}">${escape(name[other])}</span>`;
  const id = escape(name.en.replace(/\s+/g, "-"));
  return `<dt id="${id}">${escape(name[language])}${otherName}</dt><dd>${
    escape(meaning[language])
  }</dd>`;
}
