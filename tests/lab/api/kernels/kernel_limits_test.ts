import { assertEquals } from "@std/assert";
import { kernelsToEnd } from "lib/lab/api/kernels/kernel_limits.ts";

const minute = 60_000;
const plenty = { available: 8e9, total: 16e9 };
const scarce = { available: 1e9, total: 16e9 };

const kernel = (
  name: string,
  minutes: number,
  { isBusy = false, isWatched = false, isUsed = true } = {},
) => ({ name, idleMs: minutes * minute, isBusy, isWatched, isUsed });

const names = (kernels: { readonly name: string }[]) => kernels.map(({ name }) => name);

Deno.test("kernelsToEnd: without a page after an hour, or soon if there is nothing to lose", () => {
  const kernels = [
    kernel("used", 59),
    kernel("used for long", 61),
    kernel("unused", 2, { isUsed: false }),
    kernel("just started", 0.5, { isUsed: false }),
    kernel("busy", 600, { isBusy: true }),
    kernel("with a page", 600, { isWatched: true }),
  ];
  assertEquals(names(kernelsToEnd(kernels, plenty)), ["used for long", "unused"]);
});

Deno.test("kernelsToEnd: where memory is scarce one at a time, those with a page last", () => {
  const kernels = [
    kernel("busy", 600, { isBusy: true }),
    kernel("page", 30, { isWatched: true }),
    kernel("page in use", 5, { isWatched: true }),
    kernel("longer", 20),
    kernel("shorter", 1),
  ];
  const order: string[] = [];
  let left = kernels;
  for (
    let ended = kernelsToEnd(left, scarce);
    ended.length > 0;
    ended = kernelsToEnd(left, scarce)
  ) {
    assertEquals(ended.length, 1);
    order.push(...names(ended));
    left = left.filter((each) => !ended.includes(each));
  }
  assertEquals(order, ["longer", "shorter", "page"]);
  assertEquals(kernelsToEnd(kernels, plenty), []);
});
