/**
 * First names as friends say them: 수진이가 왔어, 수진이랑 갔어, where careful speech has 수진이 왔어요.
 *
 * @module
 */
import { finalConsonant } from "../syllable.ts";
import { names } from "./lexicon/people.ts";

const foreign = /^(톰|마이클|존|폴|벤|다니엘|제인|마크|케이트)$/;

/** Korean names that end in a consonant: friends add 이. */
const closed = names.map(({ korean }) => korean).filter((name) =>
  finalConsonant(name) !== "" && !foreign.test(name)
);

const particles: Readonly<Record<string, string>> = {
  "": "이",
  이: "이가",
  은: "이는",
  을: "이를",
  과: "이랑",
  하고: "이하고",
  도: "이도",
  만: "이만",
  보다: "이보다",
  한테: "이한테",
  에게: "이에게",
  에게서: "이에게서",
  의: "이의",
};

const named = new RegExp(
  `(^|\\s)(${closed.join("|")})(${
    Object.keys(particles).filter(Boolean).join("|")
  })?(?=[\\s?.!]|$)`,
  "g",
);

/** The sentence of a friend. */
export function friendly(source: string): string {
  return source.replace(
    named,
    (_, before: string, name: string, particle = "") => before + name + particles[particle],
  );
}
