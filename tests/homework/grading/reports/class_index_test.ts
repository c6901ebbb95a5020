/** What an instructor hands out: whatever learners wrote, a page shows it and does nothing else. */
import { untranslated } from "lib/language.ts";
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TensorData } from "lib/homework/exercise/values.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { marksOf } from "lib/homework/grading/marks/marks.ts";
import { plainPolicy } from "lib/homework/grading/marks/policy.ts";
import { fileNames, writeReports } from "lib/homework/grading/reports/class_index.ts";
import { compareNumbers } from "lib/homework/judge/compare.ts";
import { launchChromium, withoutChromium } from "../../../lab/chromium.ts";
import { temporaryFolder } from "../../submission.ts";
import { graded, verdict } from "../graded.ts";

const [variance, attention] = homework.exercises;

const attacks = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `</pre></style></title><svg onload=alert(1)>`,
  `<a href="javascript:alert(1)">x</a><meta http-equiv=refresh content="0;url=http://x.test">`,
  `<link rel=stylesheet href=http://x.test><iframe srcdoc="<script>alert(1)</script>"></iframe>`,
  `&lt;script&gt;alert(1)&lt;/script&gt; <!-- --> ]]> \u202Eevil\u0000\u001b[31m`,
];

/** A submission that carries the text wherever a learner's text can go. */
function hostile(text: string) {
  const comparison = compareNumbers(
    new TensorData([2, 2], [1, 0, 0, 1]),
    new TensorData([2, 2], [1, NaN, Infinity, 0.25]),
    { result: [{ name: text, axes: `${text.replaceAll(" ", "")} key` }] },
  );
  const both = untranslated(text);
  const failure = { property: both, inputs: text, problem: both, right: both, comparison };
  const policy = {
    ...plainPolicy,
    manual: new Map([[`04.1 ${text}`, { points: 1, feedback: text }]]),
  };
  const work = graded(text, [
    verdict(variance, 0, { status: "error", problem: both }),
    verdict(attention, 0, {
      failures: [failure],
      held: [both],
      notes: [both],
      mistake: { name: both, hint: both },
    }),
  ], { cells: { "04.1": text, "04.2": text } });
  return marksOf(work, policy);
}

Deno.test({
  name: "writeReports: no text of a submission becomes an element, a script or a request",
  ignore: withoutChromium(),
  async fn() {
    await using folder = await temporaryFolder();
    const marks = attacks.map(hostile);
    const alike = [{
      learners: [attacks[0], attacks[1]],
      exercises: [{ id: attacks[2], similarity: 1 }],
      bits: 30,
    }] as const;
    await writeReports(folder.path, {
      marks,
      alike: [...alike].map((pair) => ({ ...pair })),
      questions: attacks,
      limits: "",
      seed: 7,
      language: "en",
    });
    const names = await Array.fromAsync(Deno.readDir(folder.path), ({ name }) => name);
    assertEquals(names.length, attacks.length + 1);
    const browser = await launchChromium();
    try {
      for (const colorScheme of ["light", "dark"] as const) {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width: 360, height: 740 },
        });
        const page = await context.newPage();
        const seen: string[] = [];
        page.on("dialog", (dialog) => {
          seen.push("dialog");
          void dialog.dismiss();
        });
        page.on("request", (request) => {
          if (!request.url().startsWith("file:")) seen.push(request.url());
        });
        page.on("console", (message) => seen.push(message.text()));
        for (const name of names) {
          await page.goto(pathToFileURL(join(folder.path, name)).href);
          const found = await page.evaluate(() => ({
            active: document.querySelectorAll(
              "script, img, iframe, link, object, embed, form, base, a[href^='javascript'], meta[http-equiv=refresh]",
            ).length,
            handlers: [...document.querySelectorAll("*")].filter((element) =>
              element.getAttributeNames().some((attribute) =>
                attribute.startsWith("on")
              )
            ).length,
            width: document.documentElement.scrollWidth,
            styled: getComputedStyle(document.body).maxWidth,
          }));
          assertEquals([name, found.active, found.handlers, found.width], [name, 0, 0, 360]);
          assertEquals(found.styled, name === "index.html" ? "none" : "960px");
        }
        assertEquals(seen, []);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  },
});

Deno.test("fileNames: whatever a folder is called, a name of its own that leads nowhere", () => {
  const names = [
    "../../etc/passwd",
    "index",
    "Kim",
    "kim",
    "김철수",
    "김철수",
    "",
    ".",
    "a".repeat(300),
  ];
  const marks = names.map((name) => marksOf(graded(name, []), plainPolicy));
  const files = [...fileNames(marks).values()];
  assertEquals(files.slice(0, 8), [
    "_etc_passwd.html",
    "index-2.html",
    "Kim.html",
    "kim-2.html",
    "김철수.html",
    "김철수-2.html",
    "_.html",
    "_-2.html",
  ]);
  assertEquals(files[8].length, 65);
});
