import { assert, assertFalse } from "@std/assert";
import { isSameError } from "lib/homework/judge/same_error.ts";

const broadcast = (left: string, right: string): string =>
  `Operands could not be broadcast together with shapes ${left} and ${right}.`;

Deno.test("broadcasting errors are one whatever leads with 1, and in either order", () => {
  assert(isSameError(broadcast("11,5", "3,1,11"), broadcast("1,11,5", "3,1,11")));
  assert(isSameError(broadcast("11,5", "3,1,11"), broadcast("1,3,1,11", "1,11,5")));
});

Deno.test("broadcasting errors about other shapes are not one", () => {
  assertFalse(isSameError(broadcast("11,5", "3,1,11"), broadcast("5,11", "3,1,11")));
  assertFalse(isSameError(broadcast("11,5", "3,1,11"), broadcast("11,5", "3,2,11")));
  assertFalse(isSameError(broadcast("11,5", "3,1,11"), broadcast("11,1,5", "3,1,11")));
});

Deno.test("other errors are one only word for word", () => {
  assert(isSameError("no such axis", "no such axis"));
  assertFalse(isSameError("no such axis", "no such axis: 2"));
  assertFalse(isSameError("shapes 1,5 and 4", "shapes 5 and 4"));
});
