/**
 * Spells a meaning in Korean: verb last, particles after nouns, unsaid subjects, endings by speech
 * level.
 *
 * @module
 */
import {
  adnominal,
  conclude,
  type Ending,
  future,
  futureQuestion,
  honorific,
  isSuppletive,
  type Level,
  past,
} from "./conjugation.ts";
import type { Argument, Clause, Link, Sentence } from "./meaning.ts";
import { type Particle, withParticle } from "./particles.ts";
import { harmonicBase, linkedBase, plainBase, type Stem } from "./stem.ts";

/** The whole sentence, punctuated; plain statements go without a full stop, as messages do. */
export function koreanSentence(sentence: Sentence): string {
  const words = sentence.clauses.map((clause, i) =>
    i + 1 < sentence.clauses.length
      ? linkedClause(clause, sentence.links[i], sentence.level)
      : finalClause(clause, sentence.level, sentence.ending)
  ).join(" ");
  const asks = sentence.ending === "question" || sentence.ending === "invitation";
  const stop = asks ? "?" : sentence.level === "plain" ? "" : ".";
  return speaker(words, sentence.level) + stop;
}

/** A clause before a noun, without the word that the noun stands for: 어제 산. */
export function relativeClause(clause: Clause, tense: "past" | "present" | "future"): string {
  const { lead, stem } = predicate(clause);
  const kind = clause.phrase.kind === "adjective" ? "adjective" : "verb";
  return [...leadingWords(clause), ...lead, adnominal(stem, tense, kind)].join(" ");
}

function finalClause(clause: Clause, level: Level, ending: Ending): string {
  const { lead, stem } = predicate(clause, ending);
  return [...leadingWords(clause), ...lead, finalWord(clause, stem, level, ending)].join(" ");
}

function finalWord(clause: Clause, stem: Stem, level: Level, ending: Ending): string {
  if (ending === "request" && clause.negation !== "none") {
    return { plain: "마", polite: "마세요", formal: "마십시오" }[level];
  }
  if (ending === "statement" && clause.tense === "future") return future(stem, level);
  if (ending === "question" && clause.tense === "future") return futureQuestion(stem, level);
  // A scene is reported as it was seen: -더라 stands on the present.
  return conclude(ending === "witnessed" ? stem : tensed(clause, stem), level, ending);
}

function linkedClause(clause: Clause, link: Link, level: Level): string {
  const { lead, stem } = predicate(chains(link) ? { ...clause, modality: "none" } : clause);
  return [...leadingWords(clause), ...lead, connect(clause, stem, link, level)].join(" ");
}

/** In a chain of events the last clause alone carries tense and modality. */
export function chains(link: Link | undefined): boolean {
  return link === "고" || link === "아서 then";
}

function connect(clause: Clause, stem: Stem, link: Link, level: Level): string {
  switch (link) {
    case "고":
      return plainBase(stem, "고");
    case "지만":
      return clause.tense === "future"
        ? linkedBase(stem, "ㄹ 거지만")
        : plainBase(tensed(clause, stem), "지만");
    case "아서":
    case "아서 then":
      return harmonicBase(stem, "서");
    case "면":
      return linkedBase(stem, "면");
    case "니까":
      return linkedBase(tensed(clause, stem), "니까");
    case "때":
      return linkedBase(tensed(clause, stem), "ㄹ 때");
    case "기 전에":
      return plainBase(stem, "기 전에");
    case "ㄴ 후에":
      return linkedBase(stem, "ㄴ 후에");
    case "면서":
      return linkedBase(stem, "면서");
    case "러":
      return linkedBase(stem, "러");
    case "beside":
      return finalWord(clause, stem, level, "statement") + (level === "plain" ? "" : ".");
  }
}

/** Past marking; the future has its own ending, and the present none. */
function tensed({ tense }: Clause, stem: Stem): Stem {
  if (tense === "past") return past(stem);
  return tense === "pastPerfect" ? past(past(stem)) : stem;
}

/** The words before the inflected one (arguments, 안) and the stem that inflects. */
function predicate(clause: Clause, ending?: Ending): { lead: string[]; stem: Stem } {
  const { korean, kind } = clause.phrase;
  const plain = { text: (korean.light ?? "") + korean.stem.text, class: korean.stem.class };
  const respected = korean.honorific ?? honorific(plain);
  const { subject } = clause;
  const own = subject.honorific ? respected : plain;
  const over = (stem: Stem) => subject.honorific ? honorific(stem) : stem;
  const regular = (text: string): Stem => ({ text, class: "regular" });
  const manner = clause.manner?.korean ? [clause.manner.korean] : [];
  const adverb = korean.adverb === undefined ? [] : [korean.adverb];
  const lead = [...argumentWords(clause), ...manner, ...adverb];
  if (ending === "request" && clause.negation !== "none") {
    const asked = isSuppletive(plain) ? own : plain; // 드시지 마세요, but 가지 마세요
    return { lead: [...lead, plainBase(asked, "지")], stem: regular("마") };
  }
  switch (clause.modality) {
    case "want":
      return {
        lead,
        stem: over(
          !wishesAloud(subject.pronoun)
            ? { text: plainBase(plain, "고 싶어 하"), class: "하" }
            : regular(
              plainBase(plain, clause.negation === "none" ? "고 싶" : "고 싶지 않"),
            ),
        ),
      };
    case "must":
      return { lead, stem: { text: harmonicBase(own, "야 하"), class: "하" } };
    case "can":
      return { lead, stem: regular(linkedBase(own, "ㄹ 수 있")) };
    case "cannot":
      return { lead, stem: regular(linkedBase(own, "ㄹ 수 없")) };
    case "knows how":
      return { lead, stem: over(regular(linkedBase(plain, "ㄹ 줄 알"))) };
    case "does not know how":
      return { lead, stem: over({ text: linkedBase(plain, "ㄹ 줄 모르"), class: "르" }) };
    case "progressive":
      return { lead, stem: regular(plainBase(plain, subject.honorific ? "고 계시" : "고 있")) };
    case "none":
      break;
  }
  if (clause.negation === "none") return { lead, stem: own };
  const cannot = clause.negation === "shortCannot" || clause.negation === "longCannot";
  const short = clause.negation === "short" || clause.negation === "shortCannot";
  const light = korean.light;
  if (short && light !== undefined && korean.arguments.length === 0) {
    const noun = clause.casual ? light : withParticle(light, "을/를");
    const doing = subject.honorific ? honorific(korean.stem) : korean.stem;
    return { lead: [noun, ...manner, cannot ? "못" : "안"], stem: doing };
  }
  if (short && light === undefined && !longOnly(kind, plain)) {
    return { lead: [...lead, cannot ? "못" : "안"], stem: own };
  }
  const denied: Stem = cannot
    ? { text: plainBase(plain, "지 못하"), class: "하" }
    : regular(plainBase(plain, "지 않"));
  return { lead, stem: over(denied) };
}

/** 안 before a long adjective sounds wrong: 조용하지 않다 rather than 안 조용하다. */
function longOnly(kind: Clause["phrase"]["kind"], stem: Stem): boolean {
  return stem.class === "이다" || kind === "adjective" && stem.text.length > 2;
}

function leadingWords(clause: Clause): string[] {
  const { subject, subjectParticle, question } = clause;
  const who = subject.korean === null || subjectParticle === null ? [] : [
    clause.casual && /^(나|너|거기)$/.test(subject.korean) && subjectParticle === "은/는"
      ? subject.korean
      : withParticle(subject.korean, subjectParticle),
  ];
  const when = clause.time ? [clause.time.korean] : [];
  return [
    ...(clause.subjectFirst ? [...who, ...when] : [...when, ...who]),
    ...[
      clause.frequency,
      question?.role === "adjunct" ? question : undefined,
      clause.companion,
      clause.place,
    ].flatMap((adjunct) => adjunct?.korean ? [adjunct.korean] : []),
  ];
}

function argumentWords({ phrase, casual }: Clause): string[] {
  return phrase.korean.arguments.flatMap(({ text, particle, after }: Argument) => [
    casual && drops(particle, phrase.korean.stem) ? text : withParticle(text, particle),
    ...(after === undefined ? [] : [after]),
  ]);
}

/** Speech drops 을/를 and 이/가 freely, and 에 with going and coming: 카페 갔어, but 집에 있어. */
function drops(particle: Particle, stem: Stem): boolean {
  return particle === "을/를" || particle === "이/가" ||
    particle === "에" && /^(가|오)$/.test(stem.text);
}

/** 나 among friends is 저 to others. */
function speaker(text: string, level: Level): string {
  if (level === "plain") return text;
  return text.split(" ").map((word) => humble[word] ?? word).join(" ");
}

const humble: Readonly<Record<string, string>> = {
  나: "저",
  나는: "저는",
  나도: "저도",
  내가: "제가",
  내: "제",
  나를: "저를",
  나와: "저와",
  나에게: "저에게",
};

/** One's own wish is -고 싶다; others show theirs: -고 싶어 하다. */
function wishesAloud(pronoun: Clause["subject"]["pronoun"]): boolean {
  return pronoun === "I" || pronoun === "you" || pronoun === "we";
}
