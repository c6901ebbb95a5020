/**
 * What stands beside the notebook, and what is folded in it: variables, the glossary, imports; and that the
 * page's own changes of a cell can be undone by themselves.
 *
 * @module
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { glossary } from "lib/lessons/glossary/terms.ts";
import { codeCell, newNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { openPage } from "../chromium.ts";
import { cell, openNotebook, output, pageTest, runCode, write } from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";

pageTest("shows the variables of the cells that ran, and how they change", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  await page.getByRole("button", { name: /^Variables/ }).click();
  const panel = page.getByRole("complementary", { name: "Variables" });
  await panel.getByText("No cell that ran has declared a variable yet.").waitFor();
  await runCode(
    page,
    8,
    `let 값 = 6; const { list: [, second] } = { list: [1, { deep: ["x"] }] };
const long = "a".repeat(1_000_000);
setTimeout(() => console.log("said late"), 700);
throw new Error("stopped"); const never = 1;`,
  );
  const variable = (name: string) =>
    panel.locator(".variable", {
      has: page.locator(".name", { hasText: new RegExp(`^${name}$`) }),
    });
  await variable("값").getByText("6", { exact: true }).waitFor();
  await variable("second").getByText("deep").first().waitFor();
  assert((await variable("long").innerText()).length < 300);
  assertEquals(await variable("never").count(), 0);
  await output(page, 8, "said late").waitFor(); // the panel's question has not taken the cell's place
  await runCode(page, 4, "값 = 값 * 7; const twice = (x: number) => 2 * x");
  await variable("값").getByText("42").waitFor();
  await variable("twice").getByText("=>").first().waitFor();
  assertEquals(errors, []);

  await page.getByRole("button", { name: "Restart", exact: false }).first().click();
  await page.locator(".jp-Dialog").getByRole("button", { name: "Restart" }).click();
  await panel.getByText("No cell that ran has declared a variable yet.").waitFor();
});

pageTest("has a glossary in both languages, which leads to the notebooks", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors } = await openPage(browser, server.port, {
    viewport: { width: 390, height: 844 },
  });
  await openNotebook(page, server.port);
  await page.getByRole("button", { name: /^Glossary/ }).click();
  const panel = page.getByRole("complementary", { name: "Glossary" });
  const names = panel.locator("dt > :first-child");
  const here = glossary.filter(({ notebook }) => notebook === "04");
  assertEquals(await names.count(), glossary.length);
  assertEquals(
    await names.first().innerText(),
    here[0].name.en,
    "this notebook's words come first",
  );
  await page.keyboard.type("가중");
  assertEquals(await names.allInnerTexts(), ["attention weights"]);
  const field = panel.getByRole("searchbox");
  await field.fill("softm");
  assertEquals(await names.first().innerText(), "softmax");
  await field.fill("temperature");
  const link = panel.getByRole("link", { name: "Introduced in notebook 04" }).first();
  assertStringIncludes(await link.getAttribute("href") ?? "", "/notebooks/notebooks/04-");
  await field.fill("zzz");
  await panel.getByText("No such word in this course.").waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  const opener = page.getByRole("button", { name: /^Glossary/ });
  assert(await opener.evaluate((node) => node === document.activeElement), "the focus returns");
  await page.getByRole("button", { name: "한국어" }).click();
  await page.getByRole("button", { name: /^용어집/ }).click();
  await page.keyboard.type("softmax");
  assertEquals(
    await page.getByRole("complementary", { name: "용어집" }).locator("dt > :first-child").first()
      .innerText(),
    "소프트맥스",
  );
  assertEquals(errors, []);
});

pageTest("folds long imports to a line, and undoes its own changes apart", async (staged) => {
  const imports = Array.from({ length: 6 }, (_, i) => `import { a${i} } from "./b${i}.ts";`);
  const long = `// the tools\n${imports.join("\n")}\n\nconst own = 1;`;
  await writeNotebook(
    join(staged.root, "notebooks/07-imports.ipynb"),
    newNotebook([codeCell("imports", long), codeCell("short", 'import { a } from "./b.ts";\na;')]),
  );
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors } = await openPage(browser, server.port);
  await openNotebook(page, server.port, "notebooks/07-imports.ipynb");
  const text = async () => await cell(page, 0).locator(".cm-content").innerText();
  const fold = page.getByRole("button", { name: "Show all imports" });
  await fold.waitFor();
  assertEquals(await fold.count(), 1, "one import is short enough");
  assert(!(await text()).includes("a3"), await text());
  assertStringIncludes(await text(), "const own = 1;");
  await fold.click();
  assertStringIncludes(await text(), 'import { a3 } from "./b3.ts";');

  // Find and replace puts in what nobody typed: one undo takes that back, and not what was typed before it.
  // What is typed within half a second is one step of the history, so this typist pauses between two steps.
  await write(page, 1, "const typed = 1;");
  await page.waitForTimeout(800);
  await page.keyboard.press("ControlOrMeta+f");
  const search = page.getByRole("search");
  await search.getByRole("textbox", { name: "Find" }).fill("typed");
  await search.locator(".jp-DocumentSearch-index-counter", { hasText: "/1" }).waitFor();
  await search.getByRole("textbox", { name: "Replace" }).fill("replaced");
  await cell(page, 1).locator(".cm-content").click();
  await page.keyboard.press("End");
  await page.keyboard.insertText(" // too");
  await search.getByRole("button", { name: "Replace All" }).click();
  const code = cell(page, 1).locator(".cm-content");
  await code.filter({ hasText: "const replaced = 1; // too" }).waitFor();
  await code.click();
  for (const before of ["const typed = 1; // too", "const typed = 1;", "import { a }"]) {
    await page.keyboard.press("ControlOrMeta+z");
    await code.filter({ hasText: before }).waitFor();
  }

  // A cell that is moved after a search says nothing on the console.
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Shift+ArrowUp");
  await cell(page, 0).locator(".cm-content", { hasText: "./b.ts" }).waitFor();
  await page.waitForTimeout(300);
  assertEquals(errors, []);
});
