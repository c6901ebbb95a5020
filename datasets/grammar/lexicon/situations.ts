/**
 * What leads to what: a tired person rests, rain keeps one from playing outside.
 *
 * Connectives join clauses that belong together. Each situation lists what people do because of it
 * and what it keeps them from; `-아서` takes one of these, `-지만` turns the expectation around.
 *
 * @module
 */
import { verb } from "../english_verb.ts";
import type { Subject, VerbPhrase } from "../meaning.ts";
import { stem } from "../stem.ts";
import type { Topic } from "./activity.ts";
import { goTo, stayAt } from "./motion.ts";
import * as places from "./places.ts";
import * as state from "./states.ts";

export interface Situation {
  readonly phrase: VerbPhrase;
  /** Who or what the situation is about; undefined for the person of the other clause. */
  readonly subject?: Subject;
  /** What one does then. */
  readonly leads: readonly Topic[];
  /** Further things one does then. */
  readonly leadsTo: readonly VerbPhrase[];
  /** What one does not or cannot do then. */
  readonly prevents: readonly Topic[];
}

function timed(
  adverb: string,
  name: string,
  english: string,
  past: string,
  rest: string,
): VerbPhrase {
  return {
    head: `${adverb} ${name}`,
    combination: `${adverb} ${name}`,
    kind: "action",
    korean: { arguments: [], adverb, stem: stem(name) },
    english: { verb: verb(english, past), once: rest, habit: rest },
  };
}

export const sleepEarly = timed("일찍", "자다", "go", "went", "to bed early");
export const takeMedicine: VerbPhrase = {
  head: "먹다",
  combination: "먹다 약",
  kind: "action",
  korean: { arguments: [{ text: "약", particle: "을/를" }], stem: stem("먹다") },
  english: { verb: verb("take", "took"), once: "medicine", habit: "medicine" },
};
const stayHome = stayAt(places.home);
const toHospital = goTo(places.hospital);
const toPark = goTo(places.park);
const toBeach = goTo(places.beach);
const toLibrary = goTo(places.library);
const toRestaurant = goTo(places.restaurant);
const toMarket = goTo(places.market);

/** Situations of a person. */
export const personal: readonly Situation[] = [
  {
    phrase: state.tired,
    leads: ["warm drink", "rest", "listen"],
    leadsTo: [sleepEarly, stayHome, goTo(places.home)],
    prevents: ["sport", "study", "chore", "cook"],
  },
  {
    phrase: state.sleepy,
    leads: ["warm drink"],
    leadsTo: [sleepEarly],
    prevents: ["study", "read"],
  },
  {
    phrase: state.sick,
    leads: ["rest"],
    leadsTo: [toHospital, takeMedicine, stayHome, sleepEarly],
    prevents: ["work", "sport", "study", "outdoor", "cook"],
  },
  {
    phrase: state.headache,
    leads: ["rest"],
    leadsTo: [takeMedicine, stayHome, toHospital],
    prevents: ["study", "read", "work"],
  },
  {
    phrase: state.stomachache,
    leads: [],
    leadsTo: [takeMedicine, toHospital, stayHome],
    prevents: ["food", "sport"],
  },
  {
    phrase: state.busy,
    leads: [],
    leadsTo: [],
    prevents: ["watch", "social", "sport", "read", "food", "chore", "outdoor"],
  },
  {
    phrase: state.hasNoTime,
    leads: [],
    leadsTo: [],
    prevents: ["watch", "social", "sport", "read", "food", "chore", "cook", "shopping", "write"],
  },
  {
    phrase: state.hungry,
    leads: ["food", "buy food"],
    leadsTo: [toRestaurant, toMarket],
    prevents: ["study", "work"],
  },
  { phrase: state.thirsty, leads: ["cold drink"], leadsTo: [goTo(places.cafe)], prevents: [] },
  {
    phrase: state.hasNoMoney,
    leads: [],
    leadsTo: [],
    prevents: ["shopping", "buy food"],
  },
  {
    phrase: state.muchHomework,
    leads: ["exam"],
    leadsTo: [toLibrary, stayHome],
    prevents: ["watch", "play", "social", "sport"],
  },
  {
    phrase: state.muchWork,
    leads: [],
    leadsTo: [],
    prevents: ["watch", "social", "sport", "rest", "outdoor"],
  },
  {
    phrase: state.hasTest,
    leads: ["exam"],
    leadsTo: [toLibrary],
    prevents: ["watch", "play", "social"],
  },
  {
    phrase: state.bored,
    leads: ["watch", "read", "play", "social", "listen", "outdoor"],
    leadsTo: [toPark, goTo(places.cinema)],
    prevents: [],
  },
  {
    phrase: state.free,
    leads: ["watch", "read", "play", "social", "outdoor", "cook"],
    leadsTo: [toPark, goTo(places.cinema), goTo(places.museum)],
    prevents: [],
  },
  {
    phrase: state.hasTime,
    leads: ["watch", "read", "social", "sport", "cook", "outdoor"],
    leadsTo: [goTo(places.museum), toMarket],
    prevents: [],
  },
  { phrase: state.sad, leads: ["listen", "social"], leadsTo: [stayHome], prevents: [] },
];

/** Situations that one supposes (돈이 있으면) and does not give as a reason. */
export const suppositions: readonly Situation[] = [
  {
    phrase: state.hasMoney,
    leads: ["shopping"],
    leadsTo: [goTo(places.departmentStore), goTo(places.jeju)],
    prevents: [],
  },
];

/** Situations of the world around. */
export const surrounding: readonly Situation[] = [
  {
    ...state.rain,
    leads: ["read", "watch", "listen", "transport"],
    leadsTo: [stayHome],
    prevents: ["outdoor"],
  },
  {
    ...state.snow,
    leads: ["watch", "transport", "warm drink"],
    leadsTo: [stayHome],
    prevents: ["outdoor"],
  },
  {
    ...state.cold,
    leads: ["warm drink"],
    leadsTo: [stayHome, goTo(places.home)],
    prevents: ["outdoor"],
  },
  {
    ...state.hot,
    leads: ["cold drink"],
    leadsTo: [goTo(places.pool), toBeach, stayHome],
    prevents: ["outdoor", "sport"],
  },
  { ...state.warm, leads: ["outdoor"], leadsTo: [toPark], prevents: [] },
  { ...state.fine, leads: ["outdoor"], leadsTo: [toPark, toBeach], prevents: [] },
  { ...state.bad, leads: ["read", "watch"], leadsTo: [stayHome], prevents: ["outdoor"] },
];
