import { assert, assertEquals } from "@std/assert";
import { Race } from "lib/engine/race.ts";

/** Runs products that take `alone` or `shared` milliseconds; returns the share of them that was shared. */
function run(race: Race, count: number, { alone, shared }: { alone: number; shared: number }) {
  let together = 0;
  for (let i = 0; i < count; i++) {
    const sharing = race.shareNext;
    if (sharing) together++;
    // Products of many sizes: only the time for each multiply-add counts.
    const size = 1 + i % 7;
    race.finished(size * 1e6, size * (sharing ? shared : alone));
  }
  return together / count;
}

Deno.test("Race: shares where that is faster, and nearly always", () => {
  const race = new Race();
  const share = run(race, 20_000, { alone: 1, shared: 0.6 });
  assert(race.sharingWins);
  assert(share > 0.98, `${share}`);
});

Deno.test("Race: stays alone where others need the cores, but for a try now and then", () => {
  const race = new Race();
  run(race, 2000, { alone: 1, shared: 3 });
  assert(!race.sharingWins);
  const share = run(race, 50_000, { alone: 1, shared: 3 });
  assert(share > 0 && share < 0.01, `${share}`);
});

Deno.test("Race: a gain too small to be worth a core is left to others", () => {
  const race = new Race();
  run(race, 5000, { alone: 1, shared: 0.97 });
  assertEquals(race.sharingWins, false);
});

Deno.test("Race: notices when the machine becomes busy, and when it becomes free", () => {
  const race = new Race();
  for (const [shared, wins] of [[0.6, true], [2, false], [0.6, true]] as const) {
    run(race, 40_000, { alone: 1, shared });
    assertEquals(race.sharingWins, wins);
  }
});
