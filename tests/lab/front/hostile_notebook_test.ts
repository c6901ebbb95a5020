// A notebook from a stranger is opened: until the learner runs a cell it is a text with pictures, and nothing else.
import { join } from "node:path";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { codeCell, markdownCell, newNotebook } from "lib/jupyter/format/notebook.ts";
import type { JsonObject } from "lib/jupyter/format/json.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, pageTest, write } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";
import type { Staged } from "../staging.ts";

const path = "notebooks/08-stranger.ipynb";
const act = "globalThis.hacked=1";

/** HTML that would act, load, lead away or cover the page; `EVIL` is another server, `files` beside the notebook. */
const html: Readonly<Record<string, string>> = {
  // what was found first
  "script": `<script src="/files/notebooks/evil.js"></script><script>${act}</script>`,
  "frame with a document":
    `<iframe srcdoc="<script src='/files/notebooks/evil.js'></script>"></iframe>`,
  "mutation":
    `<svg><desc><noscript><!--</noscript><script src=/files/notebooks/evil.js></script>--></desc></svg>`,
  "refresh": `<meta http-equiv="refresh" content="0;url=EVIL/refresh">`,
  "style over the page":
    `<style>.run-all,button{position:fixed!important;inset:0!important;opacity:0;z-index:9999}</style>`,
  // their relatives
  "module": `<script type="module">import "/files/notebooks/evil.js"</script>`,
  "refresh in a frame":
    `<iframe srcdoc="<meta http-equiv=refresh content='0;url=EVIL/2'>"></iframe>`,
  "refresh by a base": `<base href="EVIL/"><a href="x">x</a><img src="y.png">`,
  "form that sends itself":
    `<form action="EVIL/form" id="f"><input autofocus onfocus="f.submit()"><button>go</button></form>`,
  "style sheet": `<link rel="stylesheet" href="EVIL/s.css"><link rel="prefetch" href="EVIL/p">`,
  "import": `<style>@import url(EVIL/i.css);body{background:url(EVIL/b.png)}</style>`,
  "fixed by an attribute":
    `<div style="position:fixed;inset:0;z-index:99999;background:url(EVIL/a.png)">cover</div>`,
  "moved by an attribute":
    `<div style="position:relative"><a href="EVIL/moved" style="margin:-2000px;padding:4000px;display:block">m</a></div>`,
  "escaped url": `<p style="background:u\\72l(EVIL/esc.png);--x:url(EVIL/var.png)">x</p>`,
  "image set": `<p style="background:image-set('EVIL/set.png' 1x)">x</p>`,
  "events":
    `<img src=x onerror="${act}"><svg onload="${act}"></svg><details open ontoggle="${act}">`,
  "media": `<video src="EVIL/v.mp4" poster="EVIL/p.png" autoplay onplay="${act}"></video>`,
  "sources": `<picture><source srcset="EVIL/s.png"><img srcset="EVIL/t.png 2x"></picture>`,
  "foreign image":
    `<img src="EVIL/i.png"><img src="//EVILHOST/j.png"><img src="\\\\EVILHOST\\k.png">`,
  "own interface as an image": `<img src="/api/kernels"><img src="/notebooks/x.ipynb">`,
  "objects":
    `<object data="/files/notebooks/evil.html"></object><embed src="/files/notebooks/evil.html">`,
  "drawing":
    `<svg><script>${act}</script><image href="EVIL/d.png"/><use href="EVIL/u.svg#a"/><a href="javascript:${act}"><text y="9">t</text></a><rect fill="url(EVIL/f.svg#a)"/><rect mask="u\\72l(EVIL/m.svg#a)"/></svg>`,
  "animated link":
    `<svg><a><animate attributeName="href" values="javascript:${act}"/><text y="20">click</text></a><set attributeName="onload" to="${act}"/></svg>`,
  "mathematics":
    `<math><mtext><table><mglyph><style><img src onerror="${act}"></style></mglyph></table></mtext></math>`,
  "templates":
    `<template><script>${act}</script></template><noscript><p title="</noscript><img src=x onerror=${act}>">`,
  "names of the page":
    `<div id="sheet" class="course-running kernel saved jp-Cell" name="ready" data-ready="x">n</div><img name="cookie">`,
  "links":
    `<a href="javascript:${act}">j1</a><a href=" java&#10;script:${act}">j2</a><a href="data:text/html,<script>${act}</script>">j3</a><a href="vbscript:x">j4</a><a href="x" ping="EVIL/ping" target="_top">j5</a>`,
  "dialogs":
    `<dialog open>d</dialog><div popover id="p">p</div><button popovertarget="p">b</button>`,
  "headings": `# Title\n\n[x](javascript:${act}) ![y](EVIL/md.png) <javascript:${act}>`,
};

/** Markdown and formulas that would do the same. */
const markdown: readonly string[] = [
  `[a](javascript:${act}) [b](JaVaScRiPt:${act} "t") [c](./javascript:${act}) [d](data:text/html;base64,PHNjcmlwdD4=)`,
  "![a](EVIL/md1.png) ![b][r]\n\n[r]: EVIL/md2.png",
  "```html\n<script>globalThis.hacked=1</script>\n```\n\n`<img src=x onerror=globalThis.hacked=1>`",
  `$\\href{javascript:${act}}{x}$ $\\includegraphics{EVIL/k.png}$ $\\htmlStyle{position:fixed;inset:0}{x}$ $\\htmlId{sheet}{x}$`,
  "$$\\rule{9999em}{9999em}$$ $\\kern-9999em x$ $\\def\\a{\\a\\a}\\a$",
  `$<img src=x onerror=${act}>$ $$</script><script>${act}</script>$$`,
  "- [ ] <input type=text value=x autofocus> task\n- [x] done",
];

/** Outputs of every form. */
function outputs(evil: string): JsonObject[] {
  const show = (data: JsonObject, metadata: JsonObject = {}): JsonObject => ({
    output_type: "display_data",
    data,
    metadata,
  });
  const figure = {
    data: [{ type: "scatter", y: [1, 2], text: [`<a href="javascript:${act}">t</a>`, "b"] }],
    layout: {
      title: { text: `<a href="javascript:${act}">t</a><img src=x onerror=${act}>` },
      images: [{ source: `${evil}/plot.png`, x: 0, y: 0, sizex: 1, sizey: 1 }],
      annotations: [{ text: `<span style="fill:url(${evil}/an.png)">a</span>`, x: 0, y: 1 }],
      height: 1e9,
    },
    config: { plotlyServerURL: evil, showSendToCloud: true, responsive: true },
    frames: [],
  };
  return [
    ...Object.values(html).flatMap((text) => {
      const source = text.replaceAll("EVILHOST", evil.slice(7)).replaceAll("EVIL", evil);
      return [
        show({ "text/html": source }),
        show({ "text/html": source }, { isolated: true, "text/html": { isolated: true } }),
        show({ "text/markdown": source }),
        show({ "text/latex": source }),
      ];
    }),
    show({
      "image/svg+xml":
        `<svg xmlns="http://www.w3.org/2000/svg" onload="${act}"><script>${act}</script><image href="${evil}/svg.png"/><foreignObject><img src="${evil}/fo.png"/></foreignObject></svg>`,
    }),
    show({ "text/javascript": act, "application/javascript": act }),
    show({ "image/png": `"><img src=x onerror=${act}>` }),
    show({ "application/vnd.plotly.v1+json": figure, "image/png": `x" onerror="${act}` }),
    show({ "application/vnd.vegalite.v5+json": { data: { url: `${evil}/vega.json` } } }),
    show({ "application/vnd.jupyter.widget-view+json": { model_id: "x" } }),
    show({ ["__proto__"]: "x", "constructor": `<script>${act}</script>`, "text/plain": "p" }),
    {
      output_type: "stream",
      name: "stdout",
      text: `javascript://%0a${act} \x1b[31m<img src=x>\x1b[0m`,
    },
    { output_type: "stream", name: "stderr", text: `<script>${act}</script> ${evil}/printed` },
    {
      output_type: "error",
      ename: `<img src=x onerror=${act}>`,
      evalue: "v",
      traceback: [`\x1b[31m<script>${act}</script>\x1b[0m ~/x /etc/passwd:1 ./y`],
    },
  ];
}

/** Writes the stranger's notebook, and files beside it. */
async function stage(staged: Staged, evil: string): Promise<void> {
  const place = (text: string) =>
    text.replaceAll("EVILHOST", evil.slice(7)).replaceAll("EVIL", evil);
  const texts = [...Object.values(html), ...markdown].map((text, i) =>
    markdownCell(`text-${i}`, place(text))
  );
  const notebook = newNotebook([markdownCell("title", "# A stranger"), ...texts]);
  const attached = {
    "a.png": { "text/html": btoa(`<script>${act}</script>`) },
    "b.svg": { "image/svg+xml": btoa(`<svg xmlns="http://www.w3.org/2000/svg" onload="${act}"/>`) },
  };
  const file = {
    ...notebook,
    cells: [
      ...notebook.cells,
      {
        ...markdownCell(
          "attached",
          "![a](attachment:a.png) [a](attachment:a.png) ![b](attachment:b.svg)",
        ),
        attachments: attached,
      },
      {
        ...codeCell("code", `import "./evil.ts";\nimport { x } from "lib/lessons/04.ts";`),
        metadata: { trusted: true, tags: ["homework", "check"], exercise: "04.1" },
        execution_count: 1,
        outputs: outputs(evil),
      },
    ],
    metadata: { ...notebook.metadata, trusted: true, widgets: {} },
  };
  await Deno.writeTextFile(join(staged.root, path), JSON.stringify(file));
  const folder = join(staged.root, "notebooks");
  await Deno.writeTextFile(join(folder, "evil.js"), `${act};`);
  await Deno.writeTextFile(join(folder, "evil.html"), `<script>${act}; parent.hacked = 1</script>`);
  await Deno.writeTextFile(join(folder, "evil.ts"), `Deno.writeTextFileSync("ran.txt", "");`);
}

/** True if a script of the notebook has run in the page or in a frame of it. */
async function isHacked(page: Page): Promise<boolean> {
  const frames = page.frames().map((frame) =>
    frame.evaluate(() => "hacked" in globalThis).catch(() => false)
  );
  return (await Promise.all(frames)).includes(true);
}

pageTest("a stranger's notebook does nothing before the learner runs it", async (staged) => {
  const asked: string[] = [];
  await using elsewhere = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => {
      asked.push(request.url);
      return new Response("", { headers: { "Access-Control-Allow-Origin": "*" } });
    },
  );
  const evil = `http://127.0.0.1:${elsewhere.addr.port}`;
  await stage(staged, evil);
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, outside } = await openPage(browser, server.port);
  const requests: string[] = [];
  const sent: string[] = [];
  page.on("request", (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (!/^(attachment|data|blob):$/.test(protocol)) requests.push(pathname);
  });
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => {
      sent.push(/"msg_type":"(\w+)"/.exec(payload.toString())?.[1] ?? payload.toString());
    }));
  await openNotebook(page, server.port, path);
  const notebook = page.locator(".jp-Notebook");
  await notebook.locator("li", { hasText: "done" }).first().waitFor();
  await page.mouse.move(640, 500);
  for (let at = 0; at < 60; at++) { // every output comes into view
    await page.mouse.wheel(0, 2000);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(1500);

  assertEquals(await isHacked(page), false, "no script");
  assertEquals(asked, [], "no request to elsewhere arrives");
  assertEquals(outside.filter((url) => !url.startsWith("attachment:")), [], "nor is any begun");
  const pageOwn = /^\/(static|api|course)\/|^\/api$|^\/(notebooks\/)+08-stranger\.ipynb$/;
  const pictures = /^\/files\/notebooks\/(x|y\.png)$/; // beside the notebook, which a text may show
  assertEquals(requests.filter((path) => !pageOwn.test(path) && !pictures.test(path)), []);
  // JupyterLab asks what the kernel is and what ran there: the server answers, and no process starts.
  const questions = ["kernel_info_request", "history_request"];
  assertEquals(sent.filter((type) => !questions.includes(type)), [], "no kernel message");
  assertEquals(server.processCount, 0);
  assertEquals(page.frames().length, 1, "no frame");
  assertEquals(await page.evaluate(() => location.pathname.includes("08-stranger")), true);

  // The page is as it was: its own buttons, names and marks.
  assertEquals(await page.locator("#sheet").count(), 1);
  assertEquals(
    await page.locator(".course-running, .jp-OutputArea form, .jp-OutputArea style").count(),
    0,
  );
  const runAll = page.getByRole("button", { name: "Run all cells from the top" });
  const covered = await runAll.evaluate((button) => {
    const { left, top, width, height, right, bottom } = button.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return { isFree: button.contains(document.elementFromPoint(x, y)), width, height };
  });
  assert(covered.isFree && covered.width < 300 && covered.height < 100, JSON.stringify(covered));
  assertEquals(
    await page.evaluate(() => {
      const top = document.elementFromPoint(640, 20);
      return top?.closest(".jp-Notebook") === null;
    }),
    true,
    "nothing leaves its cell",
  );

  // And links lead nowhere but to addresses that a person can read.
  const addresses = await page.locator(".jp-Notebook a[href]").evaluateAll((links) =>
    links.map((link) => link instanceof HTMLAnchorElement ? link.protocol : "svg")
  );
  const kinds = new Set(addresses);
  for (const kind of ["javascript:", "vbscript:"]) {
    const links = page.locator(`.jp-Notebook a[href^="${kind}"]`);
    for (const link of await links.all()) await link.dispatchEvent("click");
  }
  assertEquals([...kinds].filter((kind) => !/^(https?:|data:|javascript:|svg)$/.test(kind)), []);
  assertEquals(await isHacked(page), false);
  assertEquals(
    await Deno.stat(join(staged.root, "notebooks", "ran.txt")).catch(() => "none"),
    "none",
  );
});

pageTest("an output with scripts runs in a frame that reaches nothing", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, outside } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  const source = `<style>body{margin:0}</style><div id="plot" style="height:321px">waiting</div>
    <img src="https://evil.example/x.png">
    <script>
      const tries = {
        origin: () => window.origin,
        page: () => parent.document.title,
        cookie: () => document.cookie,
        storage: () => localStorage.length,
        top: () => { top.location = "https://evil.example/top"; return "went"; },
      };
      const said = Object.entries(tries).map(([name, attempt]) => {
        try { return name + "=" + attempt(); } catch (error) { return name + "!" + error.name; }
      });
      fetch("/api/kernels").then(() => said.push("fetch=ok"), () => said.push("fetch!refused"))
        .then(() => document.querySelector("#plot").textContent = said.join(" "));
      onclick = () => location = "https://evil.example/left";
    </script>`;
  await write(
    page,
    8,
    `({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": ${JSON.stringify(source)} }) })`,
  );
  await page.keyboard.press("ControlOrMeta+Enter");
  const frame = cell(page, 8).frameLocator("iframe.html-frame");
  await page.waitForFunction(() => {
    return (document.querySelector(".html-frame")?.getBoundingClientRect().height ?? 0) > 320;
  });
  await frame.getByText("fetch!refused").waitFor();
  const said = await frame.locator("#plot").textContent() ?? "";
  assertStringIncludes(
    said,
    "origin=null page!SecurityError cookie!SecurityError storage!SecurityError",
  );
  assert(!said.includes("top=went"), said);
  await frame.locator("#plot").click();
  await page.waitForTimeout(500);
  assert(page.url().includes("04-small-attention"), "the page stays");
  assertEquals(outside.filter((url) => !url.endsWith("x.png") && !url.endsWith("left")), []);
  assertEquals(await isHacked(page), false);

  // Stored, it is no more than a text; a cell cannot say of itself that it ran here.
  await page.keyboard.press("ControlOrMeta+s");
  await page.locator(".saved[data-state=Saved]").waitFor();
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await cell(page, 8).getByText("A part of this output is left out").waitFor();
  assertEquals(await page.locator(".html-frame").count(), 0);
});

pageTest("what needs no script shows in the page, without a frame or a notice", async (staged) => {
  const table =
    "<b style='color: rgb(200, 0, 0)'>plain</b><table><tr><td>어텐션</td></tr></table>" +
    "<svg width='40' height='40'><defs><linearGradient id='g'><stop stop-color='red'/></linearGradient></defs>" +
    "<rect width='9' height='9' fill='url(#g)'/></svg><details><summary>more</summary>text</details>";
  const shown = [{ output_type: "display_data", data: { "text/html": table }, metadata: {} }];
  const drawing = { "image/svg+xml": "<svg width='30' height='30'><circle r='9'/></svg>" };
  const stored = {
    ...newNotebook([]),
    cells: [
      markdownCell("a", "- [x] `code` **어텐션**\n\n```ts\nconst x = 1;\n```\n\n$\\frac{1}{2}$"),
      { ...codeCell("b", "1"), outputs: [...shown, { ...shown[0], data: drawing }] },
    ],
  };
  await Deno.writeTextFile(join(staged.root, path), JSON.stringify(stored));
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors, warnings, outside } = await openPage(browser, server.port);
  await openNotebook(page, server.port, path);
  const bold = cell(page, 1).locator("b", { hasText: "plain" });
  assertEquals(await bold.evaluate((node) => getComputedStyle(node).color), "rgb(200, 0, 0)");
  await cell(page, 1).locator("td", { hasText: "어텐션" }).waitFor();
  assertEquals(await cell(page, 1).locator("rect").getAttribute("fill"), "url(#drawing-g)");
  await page.waitForFunction(() => {
    return [...document.querySelectorAll("img")].some(({ src, naturalWidth }) =>
      src.startsWith("data:image/svg") && naturalWidth === 30
    );
  });
  await cell(page, 0).locator("pre span[class]", { hasText: "const" }).waitFor();
  await cell(page, 0).locator(".katex .mfrac").waitFor();
  assertEquals(await cell(page, 0).locator("input[type=checkbox][disabled]").count(), 1);
  assertEquals(await page.locator(".left-out, .html-frame").count(), 0);
  assertEquals([errors, warnings, outside], [[], [], []]);
});
