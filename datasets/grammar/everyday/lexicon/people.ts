/**
 * Who speaks, who is spoken to, and who is spoken of.
 *
 * @module
 */

/** Someone as a subject or an object. */
export interface Being {
  /** Among friends; `null` where Korean leaves the subject out. */
  readonly korean: string;
  /** In polite and formal speech where it differs: 저 for 나. */
  readonly polite?: string;
  readonly english: string;
  /** As an object. */
  readonly object: string;
  readonly possessive: "my" | "your" | "his" | "her" | "their" | "our" | "its";
  readonly person: "first" | "second" | "third" | "plural";
  readonly pronoun: "I" | "you" | "he" | "she" | "they" | "we" | "it";
  readonly honorific?: boolean;
}

export const I: Being = {
  korean: "나",
  polite: "저",
  english: "I",
  object: "me",
  possessive: "my",
  person: "first",
  pronoun: "I",
};
export const you: Being = {
  korean: "너",
  english: "you",
  object: "you",
  possessive: "your",
  person: "second",
  pronoun: "you",
};
export const we: Being = {
  korean: "우리",
  english: "we",
  object: "us",
  possessive: "our",
  person: "plural",
  pronoun: "we",
};
export const it: Being = {
  korean: "",
  english: "it",
  object: "it",
  possessive: "its",
  person: "third",
  pronoun: "it",
};

function men(list: string, extra: Partial<Being> = {}): Being[] {
  return beings(list, { possessive: "his", pronoun: "he", ...extra });
}

function women(list: string, extra: Partial<Being> = {}): Being[] {
  return beings(list, { possessive: "her", pronoun: "she", ...extra });
}

function beings(
  list: string,
  shared: Pick<Being, "possessive" | "pronoun"> & Partial<Being>,
): Being[] {
  return list.split(",").map((entry) => {
    const [korean, english] = entry.trim().split("=");
    return { korean, english, object: english, person: "third", ...shared };
  });
}

/** First names, as friends use them. */
export const names: readonly Being[] = [
  ...men(
    `민수=Minsu, 준호=Junho, 지훈=Jihun, 현우=Hyunwoo, 성민=Seongmin, 동현=Donghyun, 민준=Minjun, 서준=Seojun, 도윤=Doyun, 지호=Jiho, 태민=Taemin, 승현=Seunghyun, 재민=Jaemin, 우진=Woojin, 영호=Yeongho, 상우=Sangwoo, 정우=Jungwoo, 준영=Junyeong, 철수=Cheolsu, 민호=Minho, 세훈=Sehun, 건우=Geonwoo, 톰=Tom, 마이클=Michael, 존=John, 데이비드=David, 폴=Paul, 벤=Ben, 다니엘=Daniel, 마크=Mark`,
  ),
  ...women(
    `수지=Suji, 유나=Yuna, 지은=Jieun, 민지=Minji, 서연=Seoyeon, 수진=Sujin, 지수=Jisu, 하은=Haeun, 예진=Yejin, 은지=Eunji, 소라=Sora, 미나=Mina, 영희=Yeonghui, 혜진=Hyejin, 나연=Nayeon, 다은=Daeun, 유진=Yujin, 지영=Jiyeong, 보라=Bora, 수빈=Subin, 세라=Sera, 은영=Eunyeong, 메리=Mary, 제인=Jane, 사라=Sarah, 안나=Anna, 케이트=Kate, 리사=Lisa, 에밀리=Emily, 줄리=Julie`,
  ),
];

export const kin: readonly Being[] = [
  ...men(
    `아빠=my dad, 남동생=my younger brother, 형=my older brother, 오빠=my older brother, 남편=my husband, 아들=my son, 삼촌=my uncle`,
  ),
  ...women(
    `엄마=my mom, 여동생=my younger sister, 누나=my older sister, 언니=my older sister, 아내=my wife, 딸=my daughter, 이모=my aunt, 고모=my aunt`,
  ),
  ...men(`할아버지=my grandfather, 아버지=my father`, { honorific: true }),
  ...women(`할머니=my grandmother, 어머니=my mother`, { honorific: true }),
];

/** Named once, and then he, she or they; a family is they, too. */
export function byPronoun(being: Being): Being {
  const { pronoun } = being;
  return { ...being, english: pronoun, person: pronoun === "they" ? "plural" : being.person };
}

const kinWords = new Set(kin.map(({ korean }) => korean));

/** Whether it is a word such as 이모, which without a possessor is the speaker's. */
export function isKin({ korean }: Being): boolean {
  return kinWords.has(korean);
}

/**
 * As an object. Whose it is depends on the subject: `{own} friend`, `{kin} aunt`; 우리 가족 is always the
 * speaker's.
 */
export function asObject(being: Being): string {
  if (being.korean === "우리 가족") return being.object;
  return being.object.replace(/^my /, isKin(being) ? "{kin} " : "{own} ");
}

export const others: readonly Being[] = [
  ...beings(`친구=my friend, 룸메이트=my roommate, 사촌=my cousin, 동료=my coworker`, {
    possessive: "his",
    pronoun: "he",
  }),
  ...men(`남자친구=my boyfriend, 그 남자=that man, 그 사람=he`),
  ...women(`여자친구=my girlfriend, 그 여자=that woman, 그 아주머니=that lady, 걔=she`),
  ...men(
    `선생님=the teacher, 사장님=the boss, 교수님=the professor, 의사 선생님=the doctor, 부장님=the manager`,
    { honorific: true },
  ),
].map((being) =>
  being.english === "he"
    ? { ...being, object: "him" }
    : being.english === "she"
    ? { ...being, object: "her" }
    : being
);

/** Pronouns of the third person, as books and careful speech use them. */
export const pronouns: readonly Being[] = [
  { korean: "그", english: "he", object: "him", possessive: "his", person: "third", pronoun: "he" },
  {
    korean: "그녀",
    english: "she",
    object: "her",
    possessive: "her",
    person: "third",
    pronoun: "she",
  },
  {
    korean: "그들",
    english: "they",
    object: "them",
    possessive: "their",
    person: "plural",
    pronoun: "they",
  },
];

export const groups: readonly Being[] = beings(
  `친구들=my friends, 아이들=the kids, 학생들=the students, 부모님=my parents, 우리 가족=my family, 동료들=my coworkers`,
  { possessive: "their", pronoun: "they", person: "plural" },
).map((being) =>
  being.english === "my family"
    ? { ...being, person: "third" as const }
    : being.english === "my parents"
    ? { ...being, honorific: true }
    : being
);

/** Whom one loves and hugs. */
export const dear: readonly Being[] = [
  ...kin,
  ...groups.filter(({ korean }) => /^(아이들|부모님)$/.test(korean)),
];

/** Whom one respects, and visits rather than drops in on. */
export const elders: readonly Being[] = [
  ...kin.filter(({ honorific }) => honorific),
  ...others.filter(({ korean }) => /^(선생님|교수님|사장님)$/.test(korean)),
  ...groups.filter(({ korean }) => korean === "부모님"),
];

/** Everybody who can be told of. */
export const everybody: readonly Being[] = [...names, ...kin, ...others, ...groups];
