/**
 * What nobody says, although the grammar could: lunch in the evening, homework for one's parents.
 *
 * Patterns choose words that go together; these rules catch what goes wrong between words that were
 * chosen apart. A sentence that breaks one is drawn anew.
 *
 * @module
 */
import { dad, grandfather, grandmother, mom, parents } from "./lexicon/people.ts";
import type { Clause, Sentence, Subject } from "./meaning.ts";

type Rule = (clause: Clause, sentence: Sentence) => boolean;

const grownUps: readonly Subject[] = [mom, dad, grandmother, grandfather, parents];

const words = ({ phrase }: Clause) => phrase.korean.arguments.map(({ text }) => text);
const time = ({ time, place }: Clause) => `${time?.korean ?? ""} ${place?.korean ?? ""}`;

/** Breakfast, lunch and dinner have their hours. */
const mealsAtOtherHours: Rule = (clause, sentence) => {
  const meals = words(clause).filter((word) => ["아침", "점심", "저녁"].includes(word));
  if (meals.length === 0) return false;
  const hours = sentence.clauses.map(time).join(" ").match(/아침|저녁|밤/g) ?? [];
  return hours.some((hour) => !meals.includes(hour));
};

/** School is out in the evening and at weekends. */
const schoolAtNight: Rule = (clause, { clauses }) => {
  const atSchool = clause.place?.korean === "학교에서" || words(clause).includes("학교");
  return atSchool && clauses.some((each) => /밤|저녁|일요일|토요일|주말/.test(time(each)));
};

/** Kin at school or at work. */
const kinOutOfPlace: Rule = (clause) =>
  /학교|회사|체육관/.test(clause.place?.korean ?? "") &&
  /^(엄마|아빠)$/.test(words(clause)[0] ?? "");

/** Grown-ups have no homework, tests or classes. */
const grownUpsAtSchool: Rule = (clause) =>
  grownUps.includes(clause.subject) &&
  words(clause).some((word) => ["숙제", "시험", "수업", "학교"].includes(word));

/** Hunger and sleepiness are not remembered by the week. */
const momentsByTheWeek: Rule = (clause, { clauses }) =>
  /^(배고프다|목마르다|졸리다|피곤하다|심심하다|한가하다)$/.test(clause.phrase.head) &&
  clauses.some((each) => /^(지난|다음)/.test(each.time?.korean ?? ""));

/** Small acts are not dated by the week, nor an arrival. */
const smallActsByTheWeek: Rule = (clause) =>
  /^(지난|다음)/.test(clause.time?.korean ?? "") &&
  (/^(마시다|자다|쉬다|도착하다|열다|닫다|웃다|걷다)$/.test(clause.phrase.head) ||
    ["신문", "뉴스", "텔레비전", "라디오", "아침", "점심", "저녁", "과일"].includes(
      words(clause)[0] ?? "",
    ));

/** Everybody has dinner every day, and few tell that they did not sleep. */
const notWorthTelling: Rule = (clause, { clauses }) =>
  clauses.length === 1 &&
  (/^(자다|쉬다)$/.test(clause.phrase.head) && clause.negation !== "none" ||
    clause.habitual && clause.place === undefined && clause.companion === undefined &&
      ["아침", "점심", "저녁"].includes(words(clause)[0] ?? ""));

/** Presents, bags and books are not chosen day by day. */
const dailyShopping: Rule = (clause) =>
  clause.habitual && /^(고르다|사다|빌리다)$/.test(clause.phrase.head) &&
  !["빵", "과일", "생선", "고기", "딸기", "사과"].includes(words(clause)[0] ?? "");

/** Dinner is no wish for some day, and a warning needs no place. */
const oddWishes: Rule = (clause, { ending }) =>
  clause.modality === "want" && clause.time !== undefined &&
    ["아침", "점심", "저녁"].includes(words(clause)[0] ?? "") ||
  ending === "request" && clause.negation !== "none" && clause.place !== undefined;

/** A door is opened now; a headache is one person's. */
const oneDoorOneHead: Rule = (clause, { ending }) =>
  ending === "request" && /^(열다|닫다|돕다)$/.test(clause.phrase.head) &&
    clause.time !== undefined ||
  clause.subject.person === "plural" && clause.subject.pronoun !== "you" &&
    ["머리", "배"].includes(words(clause)[0] ?? "");

/** One does not fly to Jeju for a morning. */
const farAndSoon: Rule = (clause) =>
  ["제주도", "부산"].includes(words(clause)[0] ?? "") && clause.phrase.kind === "motion" &&
  /아침|어젯밤|오늘 밤|아까|오늘 저녁/.test(clause.time?.korean ?? "");

/** 집에 가서 집을 청소하다 says it twice. */
const homeTwice: Rule = (_, { clauses }) =>
  clauses.some(({ phrase }) => phrase.combination === "가다 집") &&
  clauses.some(({ phrase }) => phrase.combination === "청소하다 집");

/** Tears are told of soon after. */
const tearsByTheDay: Rule = ({ phrase, time }) =>
  phrase.head === "울다" && /요일|주/.test(time?.korean ?? "");

/** Who has just done the dishes is at home already. */
const homeFromHome: Rule = (clause, { clauses }) => {
  const before = clauses[clauses.indexOf(clause) - 1];
  return clause.phrase.combination === "가다 집" && before !== undefined &&
    /청소|설거지|빨래|요리|굽다|만들다|보다|게임|일기/.test(before.phrase.combination);
};

/** Hunger and thirst are of now, not of tomorrow. */
const thirstTomorrow: Rule = (clause, { clauses }) =>
  /^(배고프다|목마르다|졸리다)$/.test(clause.phrase.head) &&
  clauses.some(({ time }) => /^(내일|금요일|토요일|일요일|월요일)/.test(time?.korean ?? "")) &&
  clauses.at(-1)?.tense !== "past";

/** One arrives at some time. */
const arrivalsUndated: Rule = ({ phrase, tense, time, question }) =>
  phrase.head === "도착하다" &&
  (tense === "future" && time === undefined && question === undefined ||
    question?.korean === "왜");

/** One does not count or describe what one did not do. */
const detailsOfNothing: Rule = (clause) => {
  const denied = clause.negation !== "none" || clause.modality === "cannot" ||
    clause.modality === "does not know how";
  const described = words(clause).some((word) => word.includes(" ") && !/^[이그] /.test(word));
  return denied && clause.phrase.kind === "action" && described ||
    denied && clause.phrase.kind === "action" &&
      /(^| )(one|two|three|four|five|six|seven|eight|nine|ten) /.test(clause.phrase.english.once);
};

/** Drinking, washing and sleeping are not weekly habits. */
const weeklyNeeds: Rule = (clause) =>
  /^(마시다|자다|쉬다|먹다)$/.test(clause.phrase.head) &&
  /일요일마다|주말마다/.test(clause.time?.korean ?? "") &&
  !["맥주", "피자", "고기"].includes(words(clause)[0] ?? "");

/** Nobody always rests. */
const alwaysAtIt: Rule = ({ phrase, frequency }) =>
  frequency?.korean === "항상" &&
  !/^(마시다|먹다|읽다|듣다|청소하다|설거지하다)$/.test(phrase.head);

/** How others feel now is theirs to say: 배고파요 is about the speaker. */
const othersFeelings: Rule = (clause, { clauses, ending }) =>
  clause === clauses.at(-1) && ending !== "question" && clause.tense === "present" &&
  !/^(I|you|we)$/.test(clause.subject.pronoun ?? "") &&
  /^(배고프다|목마르다|심심하다|슬프다|행복하다|졸리다)$/.test(clause.phrase.head);

/** Work and tests make one busy, but one does not wish or plan for their sake. */
const workForItsOwnSake: Rule = (clause, { clauses }) =>
  clause.phrase.head === "일하다" && clause.modality === "want" && clauses.length > 1;

/** The day's news is no errand for another day. */
const newsAsErrand: Rule = (clause, { pattern }) =>
  pattern === "purpose" && ["뉴스", "텔레비전"].includes(words(clause)[0] ?? "") &&
  /주|요일/.test(clause.time?.korean ?? "");

const rules: readonly Rule[] = [
  othersFeelings,
  workForItsOwnSake,
  newsAsErrand,
  mealsAtOtherHours,
  schoolAtNight,
  kinOutOfPlace,
  grownUpsAtSchool,
  momentsByTheWeek,
  smallActsByTheWeek,
  arrivalsUndated,
  homeFromHome,
  notWorthTelling,
  oddWishes,
  tearsByTheDay,
  oneDoorOneHead,
  farAndSoon,
  homeTwice,
  dailyShopping,
  thirstTomorrow,
  detailsOfNothing,
  weeklyNeeds,
  alwaysAtIt,
];

/** Whether no rule speaks against the sentence. */
export function isPlausible(sentence: Sentence): boolean {
  return !sentence.clauses.some((clause) => rules.some((broken) => broken(clause, sentence)));
}
