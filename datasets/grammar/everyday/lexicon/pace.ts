/**
 * When and how often things are done: nobody changes jobs seven times a week, or has slept a week
 * ago.
 *
 * @module
 */
import { type Adverbial, distantFuture, distantPast } from "./times.ts";

/** How a verb frame stands in one's life. */
export type Pace =
  | "trifle" // done in passing, and remembered for an hour
  | "routine" // eaten, washed, slept: every day
  | "errand" // bought, sent, met: on some day
  | "trip" // a day off is needed for it
  | "course" // it takes months
  | "event" // remembered for years
  | "chance"; // it happens to one

/** How exactly a time is given. */
type Span = "hour" | "day" | "date" | "week" | "open" | "far";

/** Paces by the beginnings of the frames' English; the first that fits counts. */
const paces: readonly (readonly [Pace, RegExp])[] = [
  [
    "trifle",
    /^(press|save the file|look (up|at the|at \[|out|in the|back)|check (the|\[|{own} (score|grades))|put (the|a) |open|close|turn|knock|push|pull|lock|count|write ({own} name|down)|sign|touch|throw|kick|hide|use|choose the|answer|ask (a question|\[person|for)|get off|hold|raise|stand|sit|come (in|out)|go (in|up|down|left|right)|enter|leave (a|food)|take (notes|off)|boil|cut the|wash the fruit|break an|stir|smile|wave|yawn|say hello|shout|scream|give {own}|explain|tell|carry|move the|hang (a|up)|drop|catch the|introduce|smell|have a taste|stop the|share|speak|correct|wipe the|sweep the|install|change (clothes|the|to)|cross the (street|bridge)|park|hurry|show \[person|greet|get ready$|call \[person:object\] over|wake \[|run away|surprise|bring|wait|laugh|joke|look for|find the|finish$|hear|forget$|be surprised|be embarrassed|be praised|memorize|practice|give up$|think|get angry|lie about|nod|choose \[|receive|exchange|go out$|hug)/,
  ],
  [
    "routine",
    /^(eat|drink|have (breakfast|lunch|dinner|a cup)|take (medicine|a nap|a shower|a bath|a walk)|sleep|go to bed|get up|wake|wash|brush|comb|dry|put on|wear|change clothes|take off|sit|work$|work out|study$|go to work|leave work|go home|come home|stay home|rest|do {own} homework|write in {own} diary|go online|watch TV|clean|do the (dishes|laundry)|cook|make dinner|feed|water|walk|smoke|pray|talk$|laugh|cry|oversleep|have a dream|fall asleep|yawn|stay up|turn|open|close|check {own} email|run$|hold|answer the phone|hang up|shout|scream|smile|wave|relax|get ready|wipe|sweep|take out|boil|listen to \[|speak|wait|look (at|out|in)|go out|come (in|out)|speak)/,
  ],
  [
    "event",
    /^(travel around the world|build a house|marry|get married|graduate|quit|break up|change {own} (job|name|mind)|find a (house|job|new job)|sell {own}|build a house|go abroad|move$|join|rent a room|succeed|be hospitalized|become|win|give up|write a book|buy \[(furniture|device)|pass the exam|fail)/,
  ],
  [
    "course",
    /^(learn|teach|save money|lose weight|gain weight|be on a diet|live|work|run a business|make money|make friends|have \[pet|have a (cat|puppy)|study \[|be against|try hard|write a resume|volunteer|decide)/,
  ],
  [
    "trip",
    /^(go on a|go (camping|hiking|fishing|shopping)|go to (the (mountains|beach)|\[occasion)|(go|come) \[region|ski|travel|ride a horse|climb a mountain|fly a kite|build a|have a (party|birthday party)|enjoy|spend the|plant|pick apples|take part|attend the|visit|cross the river|catch a fish|paint the wall|mow)/,
  ],
  ["chance", /^(lose|get lost|get hurt|get caught|get bitten|catch a cold|hurt|drop|break|miss)/],
];

/** Which spans suit a pace. */
const spans: Readonly<Record<Pace, readonly Span[]>> = {
  trifle: ["hour", "day"],
  routine: ["hour", "day"],
  errand: ["hour", "day", "date", "week", "open"],
  trip: ["day", "date", "week", "open", "far"],
  course: ["open", "far"],
  event: ["week", "open", "far"],
  chance: ["hour", "day", "date", "week"],
};

/** When one speaks of a trifle: soon before or after it. */
const near = /^(아까|방금|한 시간 전에|오늘|어제|이따가|나중에|내일|언제|오늘 아침에|오늘 저녁에)$/;

const distant = new Set([...distantPast, ...distantFuture].map(({ korean }) => korean));

/** Hours at which something that has its own hour is done: breakfast, sleep. */
const hours: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(sleep|go to bed|have a dream|stay up|fall asleep)/,
    /^(어제|그저께|어젯밤에|오늘|오늘 밤에|내일)$/,
  ],
  [
    /^(get up|wake up|oversleep|go to work)/,
    /^(어제|그저께|오늘 아침에|오늘|내일 아침에|내일|모레)$/,
  ],
  [/^(try hard|live|spend the)/, /^(?!)/],
  [
    /^take care/,
    /^(어제|오늘|내일|모레|오늘 저녁에|주말에|이번 주말에|지난 주말에|지난주에|다음 주에)$/,
  ],
  [/^have breakfast/, /^(어제|그저께|오늘 아침에|오늘|내일 아침에|내일|모레)$/],
  [/^have lunch/, /^(어제|그저께|아까|방금|오늘|이따가|내일|모레)$/],
  [
    /^(have dinner|make dinner|leave work)/,
    /^(어제|그저께|어제 저녁에|어젯밤에|오늘 저녁에|오늘|이따가|내일|모레)$/,
  ],
  [/^take a nap/, /^(어제|그저께|아까|오늘|이따가|내일|오늘 오후에|내일 오후에)$/],
];

/** The pace of a frame, by its English. */
export function paceOf({ english, flags }: {
  readonly english: string;
  readonly flags: ReadonlySet<string>;
}): Pace {
  const found = paces.find(([, pattern]) => pattern.test(english));
  return found?.[0] ?? (flags.has("i") ? "chance" : "errand");
}

function spanOf({ korean }: Adverbial): Span {
  if (distant.has(korean)) return "far";
  if (/^(아까|방금|한 시간 전에|이따가|몇 시에|어젯밤에|\S+ (아침|오후|저녁|밤)에)$/.test(korean)) {
    return "hour";
  }
  if (/^(어제|그저께|오늘|내일|모레)$/.test(korean)) return "day";
  if (/^(지난주에|다음 주에)$/.test(korean)) return "week";
  return /^(나중에|곧|그때|언제)$/.test(korean) ? "open" : "date";
}

interface Paced {
  readonly frame: { readonly english: string; readonly flags: ReadonlySet<string> };
}

/** The times of a list at which one may do the phrase. */
export function fittingTimes({ frame }: Paced, times: readonly Adverbial[]): readonly Adverbial[] {
  const hour = hours.find(([verb]) => verb.test(frame.english))?.[1];
  if (hour !== undefined) return times.filter(({ korean }) => hour.test(korean));
  const pace = paceOf(frame);
  const fitting = spans[pace];
  if (pace === "trifle") return times.filter(({ korean }) => near.test(korean));
  return times.filter((time) => fitting.includes(spanOf(time)));
}

const daily =
  /^(practice|memorize|read|listen|play|sing|exercise|check|call|ride a bike|joke|greet|help|use|send|talk|speak|study|work|take \[vehicle|take the|do|water|hang out|drive|get up)/;
const weekly =
  /^(clean|do the laundry|cook|make|work out|study|work|smoke|have (lunch|dinner)|drink|go home|wash {own} clothes|walk)/;
const monthly =
  /^(go on a|go (camping|hiking|fishing|shopping)|visit|climb|ski|polish|volunteer|travel|meet|have a (party|sale)|go \[region|go to \[occasion)/;
const always =
  /^(get up|go to bed|be late|eat|drink|have (breakfast|lunch|dinner|a cup)|walk|study|work|greet|help|listen|practice|wash {own} h|brush|clean|rest|stay|joke|laugh|read|take \[vehicle|speak|come home|go home|put on)/;

const usual =
  /^(get up (early|late)|go to bed|have (breakfast|lunch|dinner|a cup)|eat \[(meal|snack)|drink \[|walk|take \[vehicle|study|rest|watch TV|stay home|work out|go to \[place|read|listen|wear)/;

/** What everybody does daily: nobody does it only sometimes. */
const plainDaily =
  /^(go to work|leave work|get up$|sleep|brush|wash {own} (face|clothes)|wash \[|take medicine|do the laundry|come home|feed)/;

/** The habits of a list, times or frequencies, that the phrase can have. */
export function fittingHabits(
  { frame }: Paced,
  habits: readonly Adverbial[],
): readonly Adverbial[] {
  const { english } = frame;
  const pace = paceOf(frame);
  return habits.filter((habit) => {
    const often = habit.english;
    if (/^(leave work|come home|go home)/.test(english)) return false; // who does not
    if (/^get paid/.test(english)) return often === "once a month";
    if (pace === "event" || pace === "course" && !/^(study|work|teach)/.test(english)) return false;
    if (often === "always") return always.test(english);
    if (/^(usually|often|sometimes)$/.test(often) && plainDaily.test(english)) return false;
    if (often === "usually") return usual.test(english);
    if (often === "every morning") {
      return pace === "routine" &&
        !/lunch|dinner|go to bed|leave work|home|sleep|nap|drink \[|late|look|drink$/.test(
          english,
        );
    }
    if (often === "every evening") {
      return pace === "routine" &&
        !/breakfast|lunch|get up|wake|go to work|nap|oversleep|look/.test(english);
    }
    if (/every day|once a day/.test(often)) {
      return (pace === "routine" || daily.test(english)) &&
        !(often === "once a day" &&
          /sleep|get up|go to|late|early|home|leave|work|study|have |eat|drink/.test(english));
    }
    if (/month/.test(often)) return monthly.test(english);
    if (/week|Sunday|Saturday/.test(often)) {
      return pace !== "routine" && pace !== "trifle" || weekly.test(english);
    }
    return true;
  });
}
