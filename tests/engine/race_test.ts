import { assert, assertEquals } from "@std/assert";
import { Race } from "lib/engine/race.ts";

/** Runs jobs that take `alone` or `shared` milliseconds; returns the share of them that was shared. */
function run(race: Race, count: number, { alone, shared }: { alone: number; shared: number }) {
  let together = 0;
  for (let i = 0; i < count; i++) {
    // Of two kinds and many sizes: only the time for each unit of work counts.
    const kind = i % 2 === 0 ? "product" : "softmax", size = (1 + i % 7) * (i % 2 === 0 ? 1 : 50);
    const sharing = race.shares(kind);
    if (sharing) together++;
    race.finished(kind, size * 1e6, size * (sharing ? shared : alone));
  }
  return together / count;
}

/** Whether most jobs would be shared now. */
const sharingWins = (race: Race, costs: { alone: number; shared: number }) =>
  run(race, 500, costs) > 0.5;

Deno.test("Race: shares where that is faster, and nearly always", () => {
  const race = new Race();
  const share = run(race, 40_000, { alone: 1, shared: 0.6 });
  assert(share > 0.98, `${share}`);
});

Deno.test("Race: stays alone where others need the cores, but for a try now and then", () => {
  const race = new Race();
  run(race, 2000, { alone: 1, shared: 3 });
  const share = run(race, 100_000, { alone: 1, shared: 3 });
  assert(share > 0 && share < 0.01, `${share}`);
});

Deno.test("Race: a gain too small to be worth a core is left to others", () => {
  const race = new Race();
  const costs = { alone: 1, shared: 0.97 };
  run(race, 5000, costs);
  assertEquals(sharingWins(race, costs), false);
});

Deno.test("Race: notices when the machine becomes busy, and when it becomes free", () => {
  const race = new Race();
  for (const [shared, wins] of [[0.6, true], [2, false], [0.6, true]] as const) {
    run(race, 10_000, { alone: 1, shared }); // a Transformer's step has about 250
    assertEquals(sharingWins(race, { alone: 1, shared }), wins);
    run(race, 80_000, { alone: 1, shared }); // the longer nothing changes, the rarer the races
  }
});
