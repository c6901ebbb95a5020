import { assertEquals, assertNotEquals } from "@std/assert";
import { Random } from "lib/random.ts";
import { bytesToText, textToBytes } from "lib/text/tokenizers/utf8.ts";
import { hostileTexts, randomText } from "../texts.ts";

Deno.test("textToBytes: well-formed text has its UTF-8 bytes", () => {
  assertEquals([...textToBytes("A안😀")], [0x41, 0xec, 0x95, 0x88, 0xf0, 0x9f, 0x98, 0x80]);
});

Deno.test("textToBytes: half pairs differ, where TextEncoder makes them one", () => {
  assertNotEquals(textToBytes("\ud83d"), textToBytes("\ud83e"));
  assertEquals(new TextEncoder().encode("\ud83d"), new TextEncoder().encode("\ud83e"));
  assertEquals([...textToBytes("\ud83d")], [0xed, 0xa0, 0xbd]);
});

Deno.test("bytesToText: inverts textToBytes, a byte-order mark included", () => {
  const random = new Random(2);
  const texts = [...hostileTexts, ...Array.from({ length: 503 }, () => randomText(random, 19))];
  for (const text of texts) assertEquals(bytesToText(textToBytes(text)), text);
});

Deno.test("bytesToText: what is no text becomes the replacement character", () => {
  assertEquals(bytesToText(Uint8Array.of(0x41, 0xff, 0x42)), "A\ufffdB");
  assertEquals(bytesToText(Uint8Array.of(0xec, 0x95)), "\ufffd");
  assertEquals(bytesToText(Uint8Array.of(0xed, 0xff, 0x80)).includes("\ufffd"), true);
  assertEquals(bytesToText(new Uint8Array()), "");
});
