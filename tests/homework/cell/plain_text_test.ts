import { assertEquals } from "@std/assert";
import { plainText } from "lib/homework/cell/plain_text.ts";

Deno.test("plainText: shows what has no width, and leaves letters and emoji alone", () => {
  const shown: readonly [string, string][] = [
    ["kim\u200b", "kim<U+200B>"],
    ["\u3164x", "<U+3164>x"],
    ["a\u00adb\u2060", "a<U+00AD>b<U+2060>"],
    ["❤️\u200b", "❤️<U+200B>"],
    ["1\u200d", "1<U+200D>"],
    ["👩‍👩‍👧 ❤️ 홍길동 e\u0301", "👩‍👩‍👧 ❤️ 홍길동 e\u0301"],
  ];
  assertEquals(shown.map(([text]) => plainText(text)), shown.map(([, plain]) => plain));
});

Deno.test("plainText: cuts a long text before it looks into it", () => {
  assertEquals(plainText("x".repeat(10_000_000), 5), "xxxxx …");
});
