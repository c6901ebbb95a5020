import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import { dateFormats, dateTask, isoDate } from "lib/text/tasks/dates.ts";

Deno.test("dateFormats: each is named by how it writes 7 March 2024", () => {
  const date = { year: 2024, month: 3, day: 7 };
  for (const [name, format] of Object.entries(dateFormats)) assertEquals(format(date), name);
  assertEquals(isoDate(date), "2024-03-07");
  assert(Object.keys(dateFormats).length >= 12);
});

Deno.test("dateFormats: ordinals and weekdays", () => {
  const ordinals = [1, 2, 3, 4, 10, 11, 12, 13, 20, 21, 22, 23, 30, 31].map((day) =>
    dateFormats["March 7th, 2024"]({ year: 2000, month: 1, day }).split(/[ ,]/)[1]
  );
  assertEquals(
    ordinals.join(" "),
    "1st 2nd 3rd 4th 10th 11th 12th 13th 20th 21st 22nd 23rd 30th 31st",
  );
  const weekday = dateFormats["Thursday, March 7, 2024"];
  assertEquals(weekday({ year: 1969, month: 7, day: 20 }), "Sunday, July 20, 1969");
  const korean = dateFormats["2024년 3월 7일 (목)"];
  assertEquals(korean({ year: 1945, month: 8, day: 15 }), "1945년 8월 15일 (수)");
});

Deno.test("dateTask: days that exist, in the years asked for, the 29th of February too", () => {
  const pairs = dateTask({ random: new Random(6), count: 4001, firstYear: 2023, lastYear: 2024 });
  const days = new Set<string>();
  for (const { target } of pairs) {
    const iso = target.join("");
    assertMatch(iso, /^202[34]-\d\d-\d\d$/);
    assertEquals(new Date(iso).toISOString().slice(0, 10), iso);
    days.add(iso);
  }
  assert(days.has("2024-02-29") && !days.has("2023-02-29"));
  assert(days.size > 700, `${days.size} of 731 days`);
});

Deno.test("dateTask: no source has two right answers", () => {
  const answers = new Map<string, string>();
  for (const { source, target } of dateTask({ random: new Random(8), count: 20_011 })) {
    const written = source.join("");
    const iso = target.join("");
    assertEquals(answers.get(written) ?? iso, iso, written);
    answers.set(written, iso);
  }
});

Deno.test("dateTask: formats and years are checked", () => {
  const draw = (options: object) => () => dateTask({ random: new Random(1), count: 1, ...options });
  assertThrows(draw({ formats: ["7/3/2024"] }), RangeError, 'got "7/3/2024"');
  assertThrows(draw({ formats: ["toString"] }), RangeError, 'got "toString"');
  assertThrows(draw({ formats: [] }), RangeError, "at least one");
  assertThrows(draw({ firstYear: 1 }), RangeError, "firstYear");
  assertThrows(draw({ firstYear: 2000, lastYear: 1999 }), RangeError, "lastYear");
});
