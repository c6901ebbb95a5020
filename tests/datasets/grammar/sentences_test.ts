import { assert, assertEquals, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import type { Level } from "../../../datasets/grammar/conjugation.ts";
import { phraseWith } from "../../../datasets/grammar/draw.ts";
import { englishSentences } from "../../../datasets/grammar/english.ts";
import { drawSentence, spellPair } from "../../../datasets/grammar/generate.ts";
import { koreanSentence } from "../../../datasets/grammar/korean.ts";
import { about } from "../../../datasets/grammar/lexicon/activities.ts";
import type { Topic } from "../../../datasets/grammar/lexicon/activity.ts";
import { goTo } from "../../../datasets/grammar/lexicon/motion.ts";
import { bareNoun, indefinite } from "../../../datasets/grammar/lexicon/noun.ts";
import * as people from "../../../datasets/grammar/lexicon/people.ts";
import * as places from "../../../datasets/grammar/lexicon/places.ts";
import * as state from "../../../datasets/grammar/lexicon/states.ts";
import * as times from "../../../datasets/grammar/lexicon/times.ts";
import { type Clause, clause, type VerbPhrase } from "../../../datasets/grammar/meaning.ts";
import { cafeScenes } from "../../../datasets/grammar/patterns/cafe.ts";
import { sentence } from "../../../datasets/grammar/patterns/pattern.ts";
import { isPlausible } from "../../../datasets/grammar/plausible.ts";

/** The activity of a topic with one of its nouns. */
function doing(topic: Topic, name: string, noun?: string): VerbPhrase {
  const [activity] = about(topic).filter((each) =>
    each.name === name &&
    (noun === undefined
      ? each.objects.length === 0
      : each.objects.some(({ korean }) => korean === noun))
  );
  const object = activity.objects.find(({ korean }) => korean === noun);
  return phraseWith(
    activity,
    object === undefined ? undefined : bareNoun(object, activity.particle),
    noun,
  );
}

const drinkCoffee = doing("drink", "마시다", "커피");
const readBook = doing("read", "읽다", "책");
const study = doing("study", "공부하다");

function say(clauses: readonly Clause[], more: Parameters<typeof sentence>[3], level: Level) {
  const made = sentence("test", level, clauses, more);
  return [koreanSentence(made), englishSentences(made)[0]];
}

function one(more: Partial<Clause>, level: Level = "polite", phrase = drinkCoffee) {
  return say([clause(people.speaker, phrase, more)], {}, level);
}

Deno.test("spelling: the scene at the cafe, word for word", () => {
  const [told] = cafeScenes();
  assertEquals(koreanSentence(told), "어제 카페 갔었어 거기 사람 많더라");
  assertEquals(
    englishSentences(told)[0],
    "I went to the cafe yesterday. There were many people there.",
  );
});

Deno.test("spelling: tenses and speech levels", () => {
  assertEquals(one({ tense: "past" }, "plain"), ["커피를 마셨어", "I drank coffee."]);
  assertEquals(one({ tense: "past" }, "formal"), ["커피를 마셨습니다.", "I drank coffee."]);
  assertEquals(one({ tense: "future" }), ["커피를 마실 거예요.", "I will drink coffee."]);
  assertEquals(one({}), ["커피를 마셔요.", "I am drinking coffee."]);
  assertEquals(one({ frequency: times.frequencies[0], habitual: true }), [
    "자주 커피를 마셔요.",
    "I often drink coffee.",
  ]);
});

Deno.test("spelling: an occasion has a book, a habit has books", () => {
  assertEquals(one({ tense: "past" }, "polite", readBook)[1], "I read a book.");
  assertEquals(
    one({ habitual: true, time: times.habitTimes[0] }, "polite", readBook)[1],
    "I read books every day.",
  );
  assertEquals([indefinite("apple"), indefinite("red apple"), indefinite("hat")], [
    "an apple",
    "a red apple",
    "a hat",
  ]);
});

Deno.test("spelling: four negations", () => {
  const past = (negation: Clause["negation"]) => one({ tense: "past", negation });
  assertEquals(past("short"), ["커피를 안 마셨어요.", "I didn't drink coffee."]);
  assertEquals(past("long"), ["커피를 마시지 않았어요.", "I didn't drink coffee."]);
  assertEquals(past("shortCannot"), ["커피를 못 마셨어요.", "I couldn't drink coffee."]);
  assertEquals(past("longCannot"), ["커피를 마시지 못했어요.", "I couldn't drink coffee."]);
});

Deno.test("spelling: 안 parts a light verb from its noun", () => {
  assertEquals(one({ tense: "past", negation: "short" }, "polite", study)[0], "공부를 안 했어요.");
  assertEquals(
    one({ tense: "past", negation: "short", casual: true }, "plain", study)[0],
    "공부 안 했어",
  );
  assertEquals(one({ tense: "past" }, "polite", study)[0], "공부했어요.");
});

Deno.test("spelling: modality", () => {
  assertEquals(one({ modality: "want" }), ["커피를 마시고 싶어요.", "I want to drink coffee."]);
  assertEquals(one({ modality: "must" }), ["커피를 마셔야 해요.", "I have to drink coffee."]);
  assertEquals(one({ modality: "cannot" }), ["커피를 마실 수 없어요.", "I can't drink coffee."]);
  assertEquals(
    say(
      [clause(people.minsu, readBook, { subjectParticle: "은/는", modality: "want" })],
      {},
      "polite",
    ),
    ["민수는 책을 읽고 싶어 해요.", "Minsu wants to read a book."],
  );
});

Deno.test("spelling: the honorific, with words of its own", () => {
  const grandmother = (phrase: VerbPhrase, more: Partial<Clause>) =>
    say([clause(people.grandmother, phrase, { subjectParticle: "께서", ...more })], {}, "polite");
  assertEquals(grandmother(drinkCoffee, { tense: "past" }), [
    "할머니께서 커피를 드셨어요.",
    "My grandmother drank coffee.",
  ]);
  assertEquals(grandmother(readBook, {})[0], "할머니께서 책을 읽으세요.");
  assertEquals(
    grandmother(readBook, { modality: "progressive" })[0],
    "할머니께서 책을 읽고 계세요.",
  );
  assertEquals(
    grandmother(readBook, { tense: "past", negation: "long" })[0],
    "할머니께서 책을 읽지 않으셨어요.",
  );
});

Deno.test("spelling: questions move the English words, not the Korean ones", () => {
  const ask = (more: Partial<Clause>, phrase: VerbPhrase) =>
    say([clause(people.friendListening, phrase, more)], { ending: "question" }, "plain");
  assertEquals(ask({ tense: "past" }, drinkCoffee), ["커피를 마셨어?", "Did you drink coffee?"]);
  assertEquals(ask({}, state.busy), ["바빠?", "Are you busy?"]);
  assertEquals(
    ask(
      { tense: "past", question: { korean: "어디에서", english: "where", role: "adjunct" } },
      readBook,
    ),
    ["어디에서 책을 읽었어?", "Where did you read a book?"],
  );
});

Deno.test("spelling: connectives", () => {
  const rain = (more: Partial<Clause>) => clause(state.rain.subject, state.rain.phrase, more);
  const home = (more: Partial<Clause>) => clause(people.speaker, readBook, more);
  assertEquals(
    say([rain({ tense: "past" }), home({ tense: "past" })], { links: ["아서"] }, "polite"),
    [
      "비가 와서 책을 읽었어요.",
      "It rained, so I read a book.",
    ],
  );
  assertEquals(
    say(
      [rain({ tense: "past" }), home({ tense: "past", negation: "short" })],
      { links: ["지만"] },
      "polite",
    ),
    [
      "비가 왔지만 책을 안 읽었어요.",
      "It rained, but I didn't read a book.",
    ],
  );
  assertEquals(say([rain({}), home({ tense: "future" })], { links: ["면"] }, "plain"), [
    "비가 오면 책을 읽을 거야",
    "If it rains, I will read a book.",
  ]);
  const go = clause(people.speaker, goTo(places.library), { tense: "past" });
  assertEquals(say([home({}), go], { links: ["러"] }, "formal"), [
    "책을 읽으러 도서관에 갔습니다.",
    "I went to the library to read a book.",
  ]);
  assertEquals(
    say(
      [clause(people.speaker, drinkCoffee), home({ tense: "past" })],
      { links: ["면서"] },
      "polite",
    ),
    [
      "커피를 마시면서 책을 읽었어요.",
      "I read a book while drinking coffee.",
    ],
  );
  const both = [clause(people.speaker, drinkCoffee, { tense: "past" }), home({ tense: "past" })];
  assertEquals(say(both, { links: ["기 전에"] }, "polite"), [
    "커피를 마시기 전에 책을 읽었어요.",
    "Before I drank coffee, I read a book.",
  ]);
});

Deno.test("spelling: three events make a list, and their time comes last", () => {
  const did = (phrase: VerbPhrase, more: Partial<Clause> = {}) =>
    clause(people.speaker, phrase, { tense: "past", ...more });
  const clauses = [did(study, { time: times.yesterday }), did(goTo(places.cafe)), did(drinkCoffee)];
  assertEquals(say(clauses, { links: ["고", "아서 then"] }, "polite"), [
    "어제 공부하고 카페에 가서 커피를 마셨어요.",
    "I studied, went to the cafe, and drank coffee yesterday.",
  ]);
});

Deno.test("spelling: requests, suggestions, invitations", () => {
  const you = { ...people.friendListening, korean: null };
  const ask = (
    ending: "request" | "suggestion" | "invitation",
    level: Level,
    more: Partial<Clause> = {},
  ) => say([clause(ending === "request" ? you : people.we, readBook, more)], { ending }, level);
  assertEquals(ask("request", "polite"), ["책을 읽으세요.", "Please read a book."]);
  assertEquals(ask("request", "polite", { negation: "long" }), [
    "책을 읽지 마세요.",
    "Please don't read a book.",
  ]);
  assertEquals(ask("suggestion", "formal"), ["책을 읽읍시다.", "Let's read a book."]);
  assertEquals(ask("invitation", "plain"), ["책을 읽을까?", "Shall we read a book?"]);
});

Deno.test("englishSentences: the canonical sentence first, then others as right", () => {
  const tired = clause(people.speaker, state.tired, { tense: "past" });
  const then = clause(people.speaker, study, { tense: "past", negation: "short" });
  assertEquals(englishSentences(sentence("test", "polite", [tired, then], { links: ["아서"] })), [
    "I was tired, so I didn't study.",
    "I was tired, so I did not study.",
    "I didn't study because I was tired.",
  ]);
});

Deno.test("englishSentences: a possessive without a pronoun is refused", () => {
  const wallet = doing("search", "찾다", "지갑");
  const made = sentence("test", "polite", [clause(people.teacher, wallet, { tense: "past" })]);
  assertThrows(() => englishSentences(made), TypeError, "the teacher");
});

Deno.test("sentence: as many links as joints", () => {
  assertThrows(
    () => sentence("test", "polite", [clause(people.speaker, study)], { links: ["고"] }),
    RangeError,
    "expected 0 links",
  );
});

Deno.test("isPlausible: lunch in the evening is not", () => {
  const lunch = doing("food", "먹다", "점심");
  const at = (time: typeof times.today) =>
    sentence("test", "polite", [clause(people.speaker, lunch, { tense: "past", time })]);
  assert(isPlausible(at(times.yesterday)));
  assert(!isPlausible(at({ korean: "어젯밤에", english: "last night" })));
});

Deno.test("drawSentence: well-formed text, one seed one text", () => {
  const random = new Random(41);
  const again = new Random(41);
  for (let i = 0; i < 3_000; i++) {
    const { source, targets, pattern } = spellPair(drawSentence(random));
    assertEquals(spellPair(drawSentence(again)).source, source);
    assert(/^[가-힣]([가-힣 ]|\. )*[.?]?$/.test(source) && !source.includes("  "), source);
    for (const target of targets) {
      assert(
        /^[A-Z][A-Za-z' ,]*([.?] [A-Z][A-Za-z' ,]*)?[.?]$/.test(target),
        `${pattern}: ${target}`,
      );
      assert(!/ {2}|\b(\w+) \1\b/.test(target.replace(/\bhad had\b/, "")), target);
      assertEquals(target.endsWith("?"), source.endsWith("?"), `${source} ${target}`);
    }
  }
});
