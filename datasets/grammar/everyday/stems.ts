/**
 * Stems of everyday verbs and adjectives with their classes, and what endings make of them.
 *
 * Most endings give a stem again (먹고 싶-, 먹어야 되-), which the sentence's own ending closes:
 * constructions nest as they do in Korean.
 *
 * @module
 */
import { adnominal, conclude, type Level, past } from "../conjugation.ts";
import { harmonicBase, linkedBase, plainBase, type Stem, stem, type StemClass } from "../stem.ts";
import { finalConsonant } from "../syllable.ts";

/** Verbs and adjectives take different endings before nouns and in -는데. */
export type PredicateKind = "verb" | "adjective";

const classes: Readonly<Record<string, StemClass>> = Object.fromEntries([
  ...each(
    "돕 눕 춥 덥 맵 쉽 어렵 가볍 무겁 귀엽 고맙 아름답 가깝 뜨겁 차갑 시끄럽 무섭 외롭 더럽 두껍 그립 반갑 새롭 즐겁 싱겁 밉 어둡 부드럽 가렵 아깝 사랑스럽 자랑스럽 지겹 부럽 부끄럽 미끄럽 까다롭 자연스럽 괴롭 가엾스럽 평화롭 해롭 굽 줍 향기롭 안타깝 쑥스럽",
    "ㅂ",
  ),
  ...each("듣 걷 싣 깨닫", "ㄷ"),
  ...each("짓 낫 붓 잇", "ㅅ"),
  ...each("어떻 그렇 이렇 빨갛 파랗 노랗 하얗 까맣", "ㅎ"),
  ...each(
    "모르 부르 고르 누르 자르 빠르 다르 흐르 게으르 서두르 오르 기르 마르 지르 바르 배부르 찌르",
    "르",
  ),
]);

function each(list: string, stemClass: StemClass): [string, StemClass][] {
  return list.split(" ").map((text) => [text, stemClass]);
}

/** The stem of a dictionary form; `묻다/ㄷ` names a class that the spelling does not tell. */
export function everydayStem(form: string): Stem {
  const [dictionary, named] = form.split("/");
  // The annotation is data of the lexicon; a wrong one shows in the conjugation tests.
  return stem(dictionary, (named as StemClass | undefined) ?? classes[dictionary.slice(0, -1)]);
}

function regular(text: string): Stem {
  return { text, class: "regular" };
}

const 하 = (text: string): Stem => ({ text, class: "하" });

/** Whether the stem has -시-: 가시, 드시; not 마시. */
function isRaised({ text }: Stem): boolean {
  return text.endsWith("시") && !text.endsWith("마시");
}

/** 하- after a stem, with -시- where that has it: 가려고 하시-. */
export function followed(s: Stem, text: string): Stem {
  return isRaised(s) ? regular(`${text}시`) : 하(text);
}

/** The stem before an ending that raises for both: 가- of 가고 계시-, 드시- of 드시고 계시-. */
function lowered(s: Stem): Stem {
  return s.unraised ?? s;
}

/** Transformations of a stem, by the shape of the ending. */
export const endings = {
  want: (s: Stem) => regular(plainBase(s, "고 싶")),
  wantOthers: (s: Stem) => followed(s, plainBase(lowered(s), "고 싶어 하")),
  must: (s: Stem) => 하(harmonicBase(s, "야 하")),
  mustSpoken: (s: Stem) => regular(harmonicBase(s, "야 되")),
  may: (s: Stem) => regular(harmonicBase(s, "도 되")),
  mayNot: (s: Stem) => regular(linkedBase(s, "면 안 되")),
  can: (s: Stem) => regular(linkedBase(s, "ㄹ 수 있")),
  cannot: (s: Stem) => regular(linkedBase(s, "ㄹ 수 없")),
  know: (s: Stem) => regular(linkedBase(s, "ㄹ 줄 알")),
  knowNot: (s: Stem): Stem => ({ text: linkedBase(s, "ㄹ 줄 모르"), class: "르" }),
  try: (s: Stem) => regular(harmonicBase(lowered(s), " 보") + (s.unraised ? "시" : "")),
  /** 먹고 있-; of those one looks up to 드시고 계시-. */
  ongoing: (s: Stem) => {
    return regular(plainBase(lowered(s), isRaised(s) ? "고 계시" : "고 있"));
  },
  plan: (s: Stem) => followed(s, linkedBase(lowered(s), "려고 하")),
  decide: (s: Stem) => followed(s, plainBase(lowered(s), "기로 하")),
  become: (s: Stem) => regular(harmonicBase(s, "지")),
  favour: (s: Stem) => regular(harmonicBase(s, " 주")),
  not: (s: Stem, kind: PredicateKind): Stem =>
    kind === "verb"
      ? { text: plainBase(s, "지 않"), class: "regular" }
      : { text: plainBase(s, "지 않"), class: "regular" },
  unable: (s: Stem) => 하(plainBase(s, "지 못하")),
  almost: (s: Stem) => 하(linkedBase(s, "ㄹ 뻔하")),
  endUp: (s: Stem) => regular(plainBase(s, "게 되")),
  away: (s: Stem) => regular(harmonicBase(s, " 버리")),
  stop: (s: Stem) => regular(plainBase(s, "지 말")),
} as const;

/** 먹을 것 같-, 먹는 것 같-, 먹은 것 같-. */
export function seem(
  s: Stem,
  tense: "past" | "present" | "future",
  kind: PredicateKind,
): Stem {
  if (tense === "past" && kind === "adjective") {
    return regular(`${past(s).text}던 것 같`);
  }
  return regular(`${beforeNoun(s, tense, kind)} 것 같`);
}

/** The form before a noun. */
export function beforeNoun(
  s: Stem,
  tense: "past" | "present" | "future",
  kind: PredicateKind,
): string {
  if (s.class === "past") return plainBase(s, "던");
  return adnominal(s, tense, kind);
}

/** Sentence endings that `conclude` does not have. */
export type Close =
  | "statement"
  | "question"
  | "future"
  | "future question"
  | "네"
  | "잖아"
  | "지"
  | "는데"
  | "거든"
  | "ㄹ게"
  | "ㄹ래"
  | "ㄹ래?"
  | "ㄹ까?"
  | "자"
  | "으세요"
  | "대"
  | "나?"
  | "겠";

/** The copula without 이 after a vowel: 왼손잡이잖아. */
function contracted(s: Stem): Stem {
  const noun = s.text.slice(0, -1);
  return s.class === "이다" && finalConsonant(noun) === "" ? { ...s, text: noun } : s;
}

/** The level whose forms an ending takes: some have no formal one. */
export function close(s: Stem, kind: PredicateKind, level: Level, ending: Close): string {
  const yo = level === "plain" ? "" : "요";
  switch (ending) {
    case "statement":
      return conclude(s, level, "statement");
    case "question":
      return conclude(s, level, "question");
    case "future":
      return linkedBase(s, { plain: "ㄹ 거야", polite: "ㄹ 거예요", formal: "ㄹ 겁니다" }[level]);
    case "future question":
      return linkedBase(s, { plain: "ㄹ 거야", polite: "ㄹ 거예요", formal: "ㄹ 겁니까" }[level]);
    case "네":
      return plainBase(contracted(s), "네") + yo;
    case "잖아":
      return plainBase(contracted(s), "잖아") + yo;
    case "지":
      return plainBase(contracted(s), level === "plain" ? "지" : "죠");
    case "거든":
      return plainBase(contracted(s), "거든") + yo;
    case "는데":
      return background(s, kind) + yo;
    case "ㄹ게":
      return level === "formal" ? `${s.text}겠습니다` : linkedBase(s, "ㄹ게") + yo;
    case "ㄹ래":
    case "ㄹ래?":
      return linkedBase(s, "ㄹ래") + yo;
    case "ㄹ까?":
      return linkedBase(s, "ㄹ까") + yo;
    case "자":
      return level === "plain"
        ? plainBase(s, "자")
        : level === "polite"
        ? conclude(s, "polite", "statement")
        : linkedBase(s, "ㅂ시다");
    case "으세요":
      return level === "plain"
        ? conclude(s, "plain", "statement")
        : linkedBase(s, level === "polite" ? "세요" : "십시오");
    case "대":
      return hearsay(s, kind) + yo;
    case "나?":
      return (kind === "verb" || s.class === "past" || /[있없]$/.test(s.text)
        ? plainBase(s, "나")
        : linkedBase(s, "ㄴ가")) + yo;
    case "겠":
      return conclude({ text: `${s.text}겠`, class: "past" }, level, "statement");
  }
}

/** -는데, -(으)ㄴ데, -았는데. */
export function background(s: Stem, kind: PredicateKind): string {
  const verbal = kind === "verb" || s.class === "past" || /[있없]$/.test(s.text);
  return verbal ? plainBase(s, "는데") : linkedBase(s, "ㄴ데");
}

/** -대, -ㄴ대, -는대, -래: what one has heard. */
function hearsay(s: Stem, kind: PredicateKind): string {
  if (s.class === "이다" || s.class === "아니다") return `${s.text}래`;
  if (kind === "adjective" || s.class === "past" || /[있없]$/.test(s.text)) return `${s.text}대`;
  const open = finalConsonant(s.text) === "" || finalConsonant(s.text) === "ㄹ";
  return open ? plainBase(s, "ㄴ대") : `${s.text}는대`;
}

/** Connectives that follow a stem. */
export const connect = {
  and: (s: Stem) => plainBase(s, "고"),
  but: (s: Stem) => plainBase(s, "지만"),
  so: (s: Stem) => s.class === "past" ? harmonicBase(s, "서") : harmonicBase(s, "서"),
  because: (s: Stem) => linkedBase(s, "니까"),
  reason: (s: Stem) => plainBase(s, "기 때문에"),
  if: (s: Stem) => linkedBase(s, "면"),
  while: (s: Stem) => linkedBase(s, "면서"),
  before: (s: Stem) => plainBase(s, "기 전에"),
  after: (s: Stem) => linkedBase(s, "ㄴ 후에"),
  afterSpoken: (s: Stem) => linkedBase(s, "ㄴ 다음에"),
  when: (s: Stem) => linkedBase(s, "ㄹ 때"),
  asSoonAs: (s: Stem) => plainBase(s, "자마자"),
  midway: (s: Stem) => plainBase(s, "다가"),
  toDo: (s: Stem) => linkedBase(s, "러"),
  inOrderTo: (s: Stem) => linkedBase(s, "려고"),
  intending: (s: Stem) => linkedBase(s, "려면"),
  or: (s: Stem) => plainBase(s, "거나"),
  since: (s: Stem) => linkedBase(s, "ㄴ 지"),
  even: (s: Stem) => harmonicBase(s, "도"),
} as const;
