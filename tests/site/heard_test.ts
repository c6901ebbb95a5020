/**
 * What a screen reader hears of the site, in its order: Chromium's accessibility tree is read.
 *
 * @module
 */
import { join } from "node:path";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { hasTag, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { projectFile } from "lib/platform/project.ts";
import { write } from "../lab/notebook_page.ts";
import { closeSite, firstCode, open, siteTest, stored } from "./site_case.ts";
import type { SiteServer } from "./site_server.ts";
import { listen, type Spoken, spokenOn, tabOrder } from "./spoken.ts";

const languages = [
  {
    language: "en",
    list: "index.html",
    folder: "notebooks/",
    codeCell: "Code cell",
    textCell: "Text cell",
    output: "Output",
    nothing: "No output",
    figure: /^\[Figure\] .{20}/,
  },
  {
    language: "ko",
    list: "ko.html",
    folder: "notebooks/ko/",
    codeCell: "코드 셀",
    textCell: "텍스트 셀",
    output: "출력",
    nothing: "출력 없음",
    figure: /^\[Figure\] .*\p{Script=Hangul}.{10}/u,
  },
] as const;

/** The course's notebooks, in their order. */
async function titlesOf(server: SiteServer): Promise<{ path: string; title: string }[]> {
  return JSON.parse(await Deno.readTextFile(join(server.folder, "course/notebooks.json")));
}

/** Those that fulfil a role, in reading order. */
function withRole(heard: readonly Spoken[], role: RegExp): Spoken[] {
  return heard.filter((each) => role.test(each.role));
}

/** The levels of the headings, in the order in which they are heard. */
function levels(heard: readonly Spoken[]): number[] {
  return withRole(heard, /^heading$/).map(({ level }) => level ?? 0);
}

/** One heading of the first level comes first, and none goes down by more than one level. */
function assertOutline(heard: readonly Spoken[], where: string): void {
  const depths = levels(heard);
  assertEquals(depths.filter((level) => level === 1).length, 1, where);
  for (const [at, level] of depths.entries()) {
    assert(at === 0 ? level === 1 : level <= depths[at - 1] + 1, `${where}, heading ${at + 1}`);
  }
}

/** Still pictures in the outputs of cells that a page shows without being asked. */
function pictureCount(cells: typeof stored.cells, isFolded: boolean): number {
  return cells.filter((cell) => hasTag(cell, "answer") === isFolded).flatMap((cell) =>
    cell.cell_type === "code" ? cell.outputs : []
  ).filter((output) => "data" in output && output.data["image/png"] !== undefined).length;
}

siteTest("the list and a lesson are heard in the order in which they are seen", async (
  server,
  browser,
) => {
  const codeCells = stored.cells.filter(({ cell_type }) => cell_type === "code").length;
  for (const { language, list, folder, codeCell, output, figure } of languages) {
    const page = await open(browser, server.address(list));
    await page.locator(".own-work").waitFor();
    const heardList = await spokenOn(
      page,
      "the list and what is the learner's",
      (heard) => levels(heard).length === 2 && withRole(heard, /^listitem$/).length >= 10,
    );
    assertEquals(levels(heardList), [1, 2], list);
    assertEquals(withRole(heardList, /^main$/).length, 1, list);
    const lessons = withRole(heardList, /^link$/).filter(({ inside }) =>
      inside.some((around) => around.startsWith("listitem"))
    );
    const titles = (await titlesOf(server)).filter(({ path }) =>
      path.replace(/[^/]*$/, "") === folder
    );
    assertEquals(lessons.length, 10, list);
    for (const [index, { title }] of titles.entries()) {
      assert(lessons[index].name.startsWith(title), `${lessons[index].name} for ${title}`);
    }
    for (const { role, name } of withRole(heardList, /^(?:button|link|textbox)$/)) {
      assert(name !== "", `${list}: a ${role} without a name`);
    }

    const { cells } = parseNotebook(
      await Deno.readTextFile(projectFile(`${folder}04-scaling.ipynb`)),
    );
    const shown = pictureCount(cells, false);
    const folded = pictureCount(cells, true);
    assert(shown > 0 && folded > 0);
    await page.goto(server.address(`${folder}04-scaling.html`));
    await page.locator("[data-run-all]:not([hidden])").waitFor();
    const heard = await spokenOn(
      page,
      `${shown} figures, and a button for each of ${codeCells} cells`,
      (heard) =>
        withRole(heard, /^image$/).length === shown &&
        withRole(heard, /^button$/).length > codeCells,
    );
    assertEquals(
      withRole(heard, /^(?:banner|main|contentinfo)$/).map(({ role }) => role),
      ["banner", "main", "contentinfo"],
    );
    assertOutline(heard, language);
    const groups = withRole(heard, /^group$/).filter(({ name }) => name.startsWith(codeCell));
    assertEquals(groups.length, codeCells);
    assertEquals(new Set(groups.map(({ name }) => name)).size, codeCells);
    for (const { name } of groups) {
      const inCell = heard.filter(({ inside }) => inside.includes(`group ${name}`));
      const [button] = withRole(inCell, /^button$/);
      assertStringIncludes(button.name, name, "what its button runs");
      assertEquals(inCell.indexOf(button), 0, `${name}: first the button, then the code`);
      const outputs = withRole(inCell, /^group$/).filter(({ name }) => name === output);
      const code = inCell.findIndex(({ role }) => role === "code");
      assert(code > 0 && outputs.every((each) => inCell.indexOf(each) > code), name);
    }
    for (const { name } of withRole(heard, /^image$/)) assertMatch(name, figure);
    // A result that answers a prediction is there only for who asks for it.
    await page.evaluate(() => {
      for (const each of document.querySelectorAll("main details")) each.setAttribute("open", "");
    });
    const all = await spokenOn(
      page,
      `${shown} figures and ${folded} that were folded`,
      (heard) => withRole(heard, /^image$/).length === shown + folded,
    );
    for (const { name } of withRole(all, /^image$/)) assertMatch(name, figure);

    await page.reload();
    await page.locator("[data-run-all]:not([hidden])").waitFor();
    const stops = await tabOrder(page, 25);
    for (const [at, { name, top }] of stops.entries()) {
      const before = stops[at - 1] ?? { name: "", top: 0 };
      assert(top > before.top - 20, `${language}: Tab goes up from ${before.name} to ${name}`);
    }
    await page.context().close();
  }
});

siteTest(
  "who runs a cell by ear hears what came of it, and goes on at the next cell",
  async (server, browser) => {
    for (const { folder, codeCell, textCell, output: out, nothing, figure } of languages) {
      const page = await open(browser, server.address(`${folder}04-scaling.html`));
      const said = await listen(page);
      await page.locator("[data-run]:not([hidden])").first().focus();
      await page.keyboard.press("Enter");
      await page.locator(".visually-hidden[role=status]", { hasText: `${out}: tfjs` })
        .waitFor({ state: "attached" });
      const sentences = await said();
      assertMatch(sentences[0], /^(?:Preparing the notebook|노트북을 준비)/);
      const heard = await spokenOn(
        page,
        `all ${stored.cells.length} cells, the third with the focus, each by a name of its own`,
        (heard) => {
          const cells = withRole(heard, /^article$/);
          return cells.length === stored.cells.length && cells[2].hasFocus &&
            new Set(cells.map(({ name }) => name)).size === cells.length;
        },
      );
      const cells = withRole(heard, /^article$/).map(({ name }) => name);
      assert(cells[1].startsWith(`${codeCell} · 2 / `), cells[1]);
      assert(cells[2].startsWith(`${textCell} · 3 / `), cells[2]);
      const outputs = withRole(heard, /^group$/).filter(({ name }) => name === out);
      assert(outputs.length > 0);
      for (const { inside } of outputs) {
        assert(inside.some((around) => around.startsWith(`article ${codeCell}`)), `${inside}`);
      }
      for (const { role, name } of withRole(heard, /^(?:button|link|textbox|image)$/)) {
        assert(name !== "", `${folder}: a ${role} without a name`);
      }
      assertEquals(levels(heard).filter((level) => level === 1).length, 1);
      if (folder.endsWith("ko/")) {
        for (const { role, name } of heard) {
          const isOurs = /^(?:article|region|feed|toolbar|navigation|button|figure)$/.test(role);
          if (isOurs && name !== "English") assertMatch(name, /\p{Script=Hangul}/u, role);
        }
      }

      // A figure is drawn when it comes near, and is heard by its text.
      const drawn = stored.cells.findIndex((cell) => pictureCount([cell], false) > 0);
      await page.locator(".jp-Cell").nth(drawn).scrollIntoViewIfNeeded();
      await spokenOn(
        page,
        `the figure of cell ${drawn + 1}`,
        (heard) =>
          heard.some(({ role, name, inside }) =>
            /^(?:figure|image)$/.test(role) && figure.test(name) &&
            inside.some((around) => around.includes(` ${drawn + 1} / `))
          ),
      );

      // A result, an error, and nothing.
      for (
        const [cell, result] of [
          ["6 * 7", `${out}: 42`],
          ["missing + 1", `${out}: ReferenceError`],
          ["const nothingToSee = 1;", nothing],
        ]
      ) {
        await write(page, firstCode, cell);
        await page.keyboard.press("ControlOrMeta+Enter");
        await page.locator(".visually-hidden[role=status]", { hasText: result })
          .waitFor({ state: "attached" });
      }
      await page.context().close();
    }
  },
);

Deno.test.afterAll(closeSite);
