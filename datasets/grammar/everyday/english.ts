/**
 * English clauses of everyday talk: tenses, modals, negation, questions, and the contractions that
 * people use.
 *
 * @module
 */
import { agree, be, type EnglishVerb, negate, type Person, verb } from "../english_verb.ts";
import { type Being, isKin } from "./lexicon/people.ts";

/** A verb with what follows it; `{own}`, `{kin}` and `{self}` stand for words that the subject decides. */
export interface EnglishPhrase {
  readonly verb: EnglishVerb;
  readonly rest: string;
  /** Stands before the main verb: `always`. */
  readonly adverb?: string;
}

/** When, and how it is looked at. */
export type EnglishTense =
  | "present"
  | "past"
  | "future"
  | "going to"
  | "progressive"
  | "was doing"
  | "perfect"
  | "can"
  | "could"
  | "would"
  | "should"
  | "might"
  | "must";

/** How a clause is said. */
export interface Saying {
  readonly tense: EnglishTense;
  readonly negative?: boolean;
  readonly question?: boolean;
  /** In front of a question: `Where`. */
  readonly wh?: string;
  /** Another negative word than `not`: `never`. */
  readonly never?: boolean;
}

/** Past and past participle of verbs that are irregular. */
const irregular: Readonly<Record<string, readonly [string, string]>> = {
  be: ["was", "been"],
  beat: ["beat", "beaten"],
  become: ["became", "become"],
  begin: ["began", "begun"],
  break: ["broke", "broken"],
  bite: ["bit", "bitten"],
  blow: ["blew", "blown"],
  bring: ["brought", "brought"],
  build: ["built", "built"],
  buy: ["bought", "bought"],
  catch: ["caught", "caught"],
  choose: ["chose", "chosen"],
  come: ["came", "come"],
  cost: ["cost", "cost"],
  cut: ["cut", "cut"],
  do: ["did", "done"],
  draw: ["drew", "drawn"],
  drink: ["drank", "drunk"],
  drive: ["drove", "driven"],
  eat: ["ate", "eaten"],
  dig: ["dug", "dug"],
  feed: ["fed", "fed"],
  fall: ["fell", "fallen"],
  feel: ["felt", "felt"],
  fit: ["fit", "fit"],
  fight: ["fought", "fought"],
  find: ["found", "found"],
  fly: ["flew", "flown"],
  forgive: ["forgave", "forgiven"],
  forget: ["forgot", "forgotten"],
  get: ["got", "gotten"],
  give: ["gave", "given"],
  go: ["went", "gone"],
  grow: ["grew", "grown"],
  hang: ["hung", "hung"],
  have: ["had", "had"],
  hear: ["heard", "heard"],
  shake: ["shook", "shaken"],
  stick: ["stuck", "stuck"],
  bleed: ["bled", "bled"],
  sweat: ["sweat", "sweat"],
  hit: ["hit", "hit"],
  hide: ["hid", "hidden"],
  hold: ["held", "held"],
  hurt: ["hurt", "hurt"],
  keep: ["kept", "kept"],
  know: ["knew", "known"],
  learn: ["learned", "learned"],
  leave: ["left", "left"],
  lend: ["lent", "lent"],
  lie: ["lied", "lied"],
  lose: ["lost", "lost"],
  make: ["made", "made"],
  meet: ["met", "met"],
  mow: ["mowed", "mown"],
  oversleep: ["overslept", "overslept"],
  pay: ["paid", "paid"],
  put: ["put", "put"],
  quit: ["quit", "quit"],
  read: ["read", "read"],
  ride: ["rode", "ridden"],
  ring: ["rang", "rung"],
  rise: ["rose", "risen"],
  run: ["ran", "run"],
  say: ["said", "said"],
  see: ["saw", "seen"],
  sell: ["sold", "sold"],
  send: ["sent", "sent"],
  set: ["set", "set"],
  spread: ["spread", "spread"],
  show: ["showed", "shown"],
  sing: ["sang", "sung"],
  sit: ["sat", "sat"],
  sleep: ["slept", "slept"],
  speak: ["spoke", "spoken"],
  spend: ["spent", "spent"],
  stand: ["stood", "stood"],
  steal: ["stole", "stolen"],
  sweep: ["swept", "swept"],
  swim: ["swam", "swum"],
  take: ["took", "taken"],
  teach: ["taught", "taught"],
  tell: ["told", "told"],
  think: ["thought", "thought"],
  throw: ["threw", "thrown"],
  understand: ["understood", "understood"],
  wake: ["woke", "woken"],
  wear: ["wore", "worn"],
  win: ["won", "won"],
  withdraw: ["withdrew", "withdrawn"],
  write: ["wrote", "written"],
};

/** A phrase from its words, the verb first: `take off {own} shoes`. */
export function englishPhrase(words: string): EnglishPhrase {
  const [first, ...rest] = words.split(" ");
  return { verb: first === "be" ? be : verb(first, irregular[first]?.[0]), rest: rest.join(" ") };
}

function participle({ base, past }: EnglishVerb): string {
  return irregular[base]?.[1] ?? past;
}

/** `{own}`, `{kin}` and `{self}` as the subject asks. */
export function owned(text: string, subject: Being): string {
  const { possessive, pronoun, person } = subject;
  const selves = {
    I: "myself",
    you: "yourself",
    he: "himself",
    she: "herself",
    they: "themselves",
    we: "ourselves",
    it: "itself",
  };
  // Several people have several faces.
  const counted = person === "plural"
    ? text.replace(/\{own\} (face|head|back|nose|mouth|leg|hand|stomach|name|mind)\b/g, "{own} $1s")
    : text;
  // 아내도 이모한테: the speaker's aunt, whoever called her.
  const kinOwner = person === "plural" || isKin(subject) ? "my" : possessive;
  return counted.replaceAll("{own}", possessive).replaceAll("{kin}", kinOwner)
    .replaceAll("{self}", selves[pronoun]);
}

/** `some bread` is `bread` in questions, denials and in general. */
function withoutSome(rest: string): string {
  return rest.replace(/\bsome (?!more|other|good)/, "");
}

/** The words, without gaps. */
export function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}

/** `eat an apple`. */
export function bare(phrase: EnglishPhrase): string {
  return words(phrase.adverb, phrase.verb.base, phrase.rest);
}

/** 찾을 수 있다, 찾았다: where one can, cannot or did, `find` instead of `look for`. */
export function found(phrase: EnglishPhrase): EnglishPhrase {
  const { base } = phrase.verb;
  if (base !== "look" || !/^for\b/.test(phrase.rest)) return phrase;
  return { ...phrase, verb: verb("find", irregular.find[0]), rest: phrase.rest.slice(4) };
}

/** `eating an apple`. */
export function gerund(phrase: EnglishPhrase): string {
  return words(phrase.verb.gerund, withoutSome(phrase.rest));
}

/** `eaten an apple`. */
export function perfect(phrase: EnglishPhrase): string {
  return words(participle(phrase.verb), phrase.rest);
}

const persons: Readonly<Record<Being["person"], Person>> = {
  first: "first",
  second: "plural",
  third: "third",
  plural: "plural",
};

/**
 * The whole clause, without capital and punctuation: `I'm not eating`, `did you eat`.
 *
 * @throws {RangeError} When there is no such form.
 */
export function say(subject: Being, asked: EnglishPhrase, saying: Saying): string {
  const { tense, negative = false, question = false, wh, never = false } = saying;
  const finds = /^(can|could|past|perfect)$/.test(tense) && (tense !== "past" || !negative);
  const phrase = finds ? found(asked) : asked;
  const open = negative || question || tense === "perfect";
  const said = open ? { ...phrase, rest: withoutSome(phrase.rest) } : phrase;
  const lasting = /^(progressive|was doing)$/.test(tense) ? underway(said) : said;
  const { auxiliary, main } = chain(
    subject,
    lasting,
    stative(lasting, tense),
    negative || question,
  );
  const name = subject.english;
  const adverb = never ? "never" : phrase.adverb;
  if (question) {
    const front = negative ? negate(auxiliary, true) : auxiliary;
    return owned(words(wh, front === "am not" ? "aren't" : front, name, adverb, ...main), subject);
  }
  if (auxiliary === "") return owned(words(name, adverb, ...main), subject);
  const pronoun = /^(I|you|he|she|it|we|they)$/.test(name);
  const short: Readonly<Record<string, string>> = {
    am: "'m",
    are: "'re",
    is: "'s",
    will: "'ll",
    have: "'ve",
    has: "'s",
  };
  if (negative) {
    const joined = auxiliary === "am" ? `${name}'m not` : `${name} ${negate(auxiliary, true)}`;
    return owned(words(joined, adverb, ...main), subject);
  }
  const joined = pronoun && auxiliary in short ? name + short[auxiliary] : `${name} ${auxiliary}`;
  return owned(words(joined, adverb, ...main), subject);
}

const trips: Readonly<Record<string, string>> = {
  hiking: "hiking",
  fishing: "fishing",
  camping: "camping",
  shopping: "shopping",
  "grocery shopping": "shopping for groceries",
};

/** 등산하고 있다: one is hiking, not on the way; 걱정하고 있다: one is worried. */
export function underway(phrase: EnglishPhrase): EnglishPhrase {
  const { verb: { base }, rest } = phrase;
  if (base === "worry") return { ...phrase, verb: be, rest: words("worried", rest) };
  const trip = /^((?:grocery )?(?:hiking|fishing|camping|shopping))\b ?(.*)$/.exec(rest);
  if (base !== "go" || trip === null) return phrase;
  const [gerund, ...more] = trips[trip[1]].split(" ");
  return { ...phrase, verb: { ...phrase.verb, gerund }, rest: words(...more, trip[2]) };
}

/** 다이어트를 하고 있다: one is on a diet, and is not being on it. */
function stative({ verb }: EnglishPhrase, tense: EnglishTense): EnglishTense {
  if (verb !== be) return tense;
  return tense === "progressive" ? "present" : tense === "was doing" ? "past" : tense;
}

/** The auxiliary, if any, and the words after it. */
function chain(
  subject: Being,
  { verb, rest }: EnglishPhrase,
  tense: EnglishTense,
  supported: boolean,
): { readonly auxiliary: string; readonly main: readonly string[] } {
  const person = persons[subject.person];
  switch (tense) {
    case "present":
    case "past":
      if (verb === be) return { auxiliary: agree(be, person, tense), main: [rest] };
      if (!supported) return { auxiliary: "", main: [agree(verb, person, tense), rest] };
      return {
        auxiliary: tense === "past" ? "did" : person === "third" ? "does" : "do",
        main: [verb.base, rest],
      };
    case "progressive":
      return { auxiliary: agree(be, person, "present"), main: [verb.gerund, rest] };
    case "was doing":
      return { auxiliary: agree(be, person, "past"), main: [verb.gerund, rest] };
    case "perfect":
      return { auxiliary: person === "third" ? "has" : "have", main: [participle(verb), rest] };
    case "future":
      return { auxiliary: "will", main: [verb.base, rest] };
    case "going to":
      return { auxiliary: agree(be, person, "present"), main: ["going to", verb.base, rest] };
    default:
      return { auxiliary: tense, main: [verb.base, rest] };
  }
}

/** A sentence: a capital letter in front, a mark at the end. */
export function sentence(text: string, mark: "." | "?" | "!" = "."): string {
  const tidy = text.replace(/ +/g, " ").replace(/ ([,.?!])/g, "$1").trim();
  const abbreviated = mark === "." && tidy.endsWith(".");
  return tidy[0].toUpperCase() + tidy.slice(1) + (abbreviated ? "" : mark);
}
