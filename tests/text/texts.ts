/** Texts that break tokenisers, and random ones. */
import { Random } from "lib/random.ts";

/** What real text holds sooner or later. */
export const hostileTexts: readonly string[] = [
  "",
  " ",
  "  two  spaces  ",
  "\ttab\nline\r\nfeed\u0000\u0007\u007f\u0085",
  "\ufeff처음의 BOM",
  "안녕 😀 👩‍👩‍👧‍👦 🇰🇷",
  "ㅋㅋㅋ ㅠㅠ 가ㅋ ㅏㄱ",
  "ᄀ ᅡ ᆨ 가 각 ᆨᅡᄀ",
  "각".normalize("NFD") + "각" + "é" + "é".normalize("NFD"),
  "\u1113\ua960\ud7fb", // Old Hangul.
  "\ud83d", // Half a surrogate pair …
  "a\ude00\ud83db", // … and the halves the wrong way round.
  "<pad><unk><sos><eos>[CLS][SEP][MASK] <0xEA> ##는 ##",
  "ﬁ ② ㎞ Å",
  "a\u0301\u0323 שלום مرحبا 日本語 ไทย",
  "x".repeat(997) + " " + "!".repeat(499),
  "\u2028\u2029\u00a0\u200b\u3000\u202e",
];

/** Everyday sentences, enough to learn from. */
export const sentences: readonly string[] = [
  "어제 카페에 갔어.",
  "어제 학교에 갔다.",
  "카페에서 커피를 마셨어.",
  "학교에서 밥을 먹었어.",
  "학교는 멀어.",
  "카페는 가까워.",
  "밥을 먹었다.",
  "커피를 마셨다.",
  "사람이 많다.",
  "사람이 많더라.",
  "날씨가 좋더라.",
  "날씨가 좋다.",
  "나는 학교로 갔었어!",
  "I went to the cafe yesterday.",
  "I don't know, I'm not Tom's friend.",
  "They went to school at 10:30.",
  "There were many people there.",
  'She said, "No!"',
];

/** A random string of code units, half pairs included, thick with Hangul, jamo and signs. */
export function randomText(random: Random, length: number): string {
  const ranges = [
    [0, 0x7f],
    [0, 0xffff],
    [0x1100, 0x11ff],
    [0x3131, 0x318e],
    [0xac00, 0xd7a3],
    [0xd800, 0xdfff],
    [0x300, 0x36f],
    [0xff00, 0xffff],
  ] as const;
  return Array.from({ length }, () => {
    const [from, to] = random.choice(ranges);
    return String.fromCharCode(from + random.integer(to - from + 1));
  }).join("");
}
