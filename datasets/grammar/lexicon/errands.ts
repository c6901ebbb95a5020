/**
 * What one goes somewhere for: coffee to the cafe, books to the library.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import * as draw from "../draw.ts";
import type { Subject, VerbPhrase } from "../meaning.ts";
import { about } from "./activities.ts";
import type { Activity, Topic } from "./activity.ts";
import * as places from "./places.ts";
import type { Place } from "./places.ts";

/** What one does at a place that one has gone to. */
export const errands: readonly (readonly [Place, readonly Topic[], readonly string[]])[] = [
  [places.cafe, ["warm drink", "social", "read"], ["전화하다", "놀다"]],
  [places.library, ["read", "study", "borrow"], []],
  [places.market, ["buy food"], []],
  [places.park, ["outdoor", "social"], ["전화하다"]],
  [places.restaurant, [], []],
  [places.departmentStore, [], []],
  [places.bookstore, [], []],
  [places.bakery, [], []],
  [places.pool, [], []],
  [places.gym, [], []],
  [places.home, ["rest", "watch", "cook", "chore"], ["눕다"]],
];

/** What suits the place, by somebody. */
export function errand(
  random: Random,
  subject: Subject,
): { readonly place: Place; readonly phrase: VerbPhrase } {
  for (;;) {
    const [place, topics, without] = random.choice(errands);
    const only = special[place.korean];
    const from = only ??
      about(...topics).filter(({ name }) =>
        !without.includes(name) && name !== "찾다" && name !== "씻다"
      );
    if (from.some((each) => draw.suits(subject, each, undefined))) {
      return { place, phrase: draw.drawPhrase(random, subject, from, "bare").phrase };
    }
  }
}

/** What a department store sells, rather than a market. */
const departments = about("shopping").map((each) => ({
  ...each,
  objects: each.objects.filter(({ korean }) => korean !== "꽃"),
}));

function selling(name: string, ...nouns: readonly string[]): readonly Activity[] {
  return about("shopping", "buy food", "swim", "sport").flatMap((each) => {
    if (each.name !== name) return [];
    const objects = each.objects.filter(({ korean }) => nouns.includes(korean));
    return nouns.length > 0 && objects.length === 0 ? [] : [{ ...each, objects }];
  });
}

const bookBuying = about("shopping").filter(({ name }) => name === "사다").map((each) => ({
  ...each,
  objects: about("read").flatMap(({ objects }) => objects).filter(({ korean }) =>
    korean === "책" || korean === "소설"
  ),
}));

/** Places where one does one thing only. */
const special: Readonly<Record<string, readonly Activity[] | undefined>> = {
  백화점: departments,
  식당: about("food").filter(({ places: where }) => where.includes(places.restaurant)),
  서점: bookBuying,
  빵집: selling("사다", "빵"),
  수영장: selling("수영하다"),
  체육관: [...selling("운동하다"), ...selling("농구하다")],
};
