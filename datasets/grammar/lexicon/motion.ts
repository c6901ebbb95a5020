/**
 * Going, coming and staying.
 *
 * @module
 */
import { verb } from "../english_verb.ts";
import type { VerbPhrase } from "../meaning.ts";
import { stem } from "../stem.ts";
import { home, type Place } from "./places.ts";

function motion(
  korean: string,
  place: Place,
  english: string,
  past: string,
  rest: string,
): VerbPhrase {
  return {
    head: korean,
    combination: `${korean} ${place.korean}`,
    kind: "motion",
    korean: { arguments: [{ text: place.korean, particle: "에" }], stem: stem(korean) },
    english: { verb: verb(english, past), once: rest, habit: rest },
  };
}

/** 카페에 가다. */
export function goTo(place: Place): VerbPhrase {
  return motion("가다", place, "go", "went", place.to);
}

/** 집에 오다. */
export function comeTo(place: Place): VerbPhrase {
  return motion("오다", place, "come", "came", place.to);
}

/** 집에 돌아오다. */
export function comeBackTo(place: Place): VerbPhrase {
  return motion("돌아오다", place, "come", "came", `back ${place.to}`);
}

/** 서울에 도착하다. */
export function arriveAt(place: Place): VerbPhrase {
  const rest = place === home ? "home" : place.at.replace("in the", "at the");
  return motion("도착하다", place, "arrive", "arrived", rest);
}

/** 집에 있다: to stay there. */
export function stayAt(place: Place): VerbPhrase {
  const phrase = motion("있다", place, "stay", "stayed", place === home ? "home" : place.at);
  return { ...phrase, korean: { ...phrase.korean, honorific: stem("계시다") } };
}

/** 서울에 살다. */
export function liveIn(place: Place): VerbPhrase {
  const phrase = motion("살다", place, "live", "lived", place.at);
  return { ...phrase, kind: "state" };
}
