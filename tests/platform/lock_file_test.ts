import { assertEquals } from "@std/assert";
import { withPins } from "lib/platform/lock_file.ts";

const pinned = `{
  "version": "5",
  "specifiers": { "npm:a@1.2.3": "1.2.3", "npm:b@2.0.0": "2.0.0_a@1.2.3" },
  "npm": {
    "a@1.2.3": { "integrity": "sha512-a" },
    "b@2.0.0_a@1.2.3": { "integrity": "sha512-b", "dependencies": ["a"] }
  }
}
`;

Deno.test("withPins: a lock that an editor began with one package gets the others", () => {
  const begun =
    `{"version":"5","specifiers":{"npm:a@1.2.3":"1.2.3"},"npm":{"a@1.2.3":{"integrity":"sha512-a"}}}`;
  assertEquals(JSON.parse(withPins(begun, pinned)), JSON.parse(pinned));
});

Deno.test("withPins: what a cell has imported besides stays, and a whole lock stays as it is", () => {
  const more = JSON.parse(pinned);
  more.specifiers["npm:mine@^1"] = "1.0.1";
  more.npm["mine@1.0.1"] = { integrity: "sha512-m" };
  const text = JSON.stringify(more);
  assertEquals(withPins(text, pinned), text);
  delete more.specifiers["npm:b@2.0.0"];
  assertEquals(JSON.parse(withPins(JSON.stringify(more), pinned)), JSON.parse(text));
});

Deno.test("withPins: another version of what the course pins gives way", () => {
  const other = `{"version":"5","specifiers":{"npm:a@1.2.3":"9.9.9"}}`;
  assertEquals(JSON.parse(withPins(other, pinned)).specifiers["npm:a@1.2.3"], "1.2.3");
});

Deno.test("withPins: no lock, or one that was cut short, becomes the pinned one", () => {
  for (const text of ["", pinned.slice(0, 40)]) assertEquals(withPins(text, pinned), pinned);
});
