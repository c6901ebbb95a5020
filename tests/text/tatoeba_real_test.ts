/**
 * Real sentences: `TATOEBA_TSV` names a file from https://www.manythings.org/anki/ (kor-eng.zip). It is no
 * part of the course, so without it these tests are ignored.
 */
import { assert, assertEquals } from "@std/assert";
import { Random } from "lib/random.ts";
import { loadTatoeba } from "lib/text/tatoeba.ts";
import { SyllableTokenizer } from "lib/text/tokenizers/syllables.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import { WordTokenizer } from "lib/text/tokenizers/words.ts";

const path = Deno.env.get("TATOEBA_TSV");
const ignore = path === undefined;
const word = ignore ? " (ignored: set TATOEBA_TSV to a file of pairs)" : "";

/** Each kind of tokeniser, trained on `texts`. */
function trainAll(texts: readonly string[]): Record<string, Tokenizer> {
  return {
    "words": WordTokenizer.train(texts),
    "whole words": WordTokenizer.train(texts, { splitKorean: false }),
    "syllables": SyllableTokenizer.train(texts),
  };
}

/** What part of the tokens of `texts` is `<unk>` or, second, a byte that spells an unseen character. */
function shares(tokenizer: Tokenizer, texts: readonly string[]) {
  let count = 0, unknown = 0, bytes = 0;
  for (const id of texts.flatMap((text) => tokenizer.encode(text))) {
    count++;
    if (id === tokenizer.vocabulary.unkId) unknown++;
    else if (/^<0x..>$/u.test(tokenizer.vocabulary.token(id))) bytes++;
  }
  return { length: count / texts.length, unknown: unknown / count, bytes: bytes / count };
}

for (const language of ["english", "korean"] as const) {
  Deno.test({
    name: `tokenisers: every ${language} sentence comes back${word}`,
    ignore,
    async fn() {
      const { pairs } = await loadTatoeba(path ?? "");
      const texts = pairs.map((pair) => pair[language]);
      for (const [name, tokenizer] of Object.entries(trainAll(texts))) {
        for (const text of texts) {
          assertEquals(tokenizer.decode(tokenizer.encode(text)), text, name);
        }
        assertEquals(shares(tokenizer, texts).unknown, 0, name);
      }
    },
  });

  Deno.test({
    name: `tokenisers: unknown rates of held-out ${language} sentences${word}`,
    ignore,
    async fn() {
      const { pairs } = await loadTatoeba(path ?? "");
      const texts = new Random(29).shuffle(pairs.map((pair) => pair[language]));
      const heldOutCount = Math.floor(texts.length / 10);
      const [heldOut, training] = [texts.slice(0, heldOutCount), texts.slice(heldOutCount)];
      const rows = Object.entries(trainAll(training)).map(([name, tokenizer]) => {
        const { length, unknown, bytes } = shares(tokenizer, heldOut);
        const percent = (share: number) => Math.round(1e4 * share) / 100;
        return {
          name,
          vocabulary: tokenizer.vocabulary.size,
          "tokens a sentence": Math.round(10 * length) / 10,
          "% unknown": percent(unknown),
          "% bytes": percent(bytes),
        };
      });
      console.table(rows);
      const unknown = Object.fromEntries(rows.map((row) => [row.name, row["% unknown"]]));
      assertEquals(unknown.syllables, 0);
      assert(unknown.words <= unknown["whole words"]);
    },
  });
}

Deno.test({
  name: `loadTatoeba: each line of the file is a pair with its attribution${word}`,
  ignore,
  async fn() {
    const { pairs, report } = await loadTatoeba(path ?? "");
    assertEquals(report.skipped, []);
    assertEquals(pairs.length, report.lineCount);
    const lines = (await Deno.readTextFile(path ?? "")).split("\n");
    for (const { english, korean, attribution, line } of pairs) {
      assertEquals(`${english}\t${korean}\t${attribution}`, lines[line - 1]);
    }
  },
});
