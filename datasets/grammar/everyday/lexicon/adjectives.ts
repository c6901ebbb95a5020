/**
 * What people feel and what things are like.
 *
 * @module
 */
import { englishPhrase } from "../english.ts";
import type { Phrase } from "../phrase.ts";
import { everydayStem } from "../stems.ts";

function adjectives(list: string): readonly Phrase[] {
  return list.split(",").map((entry) => {
    const [korean, english] = entry.trim().split("=");
    if (english === undefined) throw new TypeError(`expected korean=english, got "${entry}"`);
    const words = korean.split(" ");
    const verb = words[words.length - 1];
    const stem = everydayStem(verb);
    const phrase = englishPhrase(
      /^(look|taste|smell|have|do|fit|feel) /.test(english) ? english : `be ${english}`,
    );
    return {
      before: words.filter((word) => word.endsWith("이") || word.endsWith("가")).map((word) => ({
        word: word.slice(0, -1),
        particle: "이/가" as const,
      })),
      light: "",
      stem: words.includes("안") ? { ...stem, text: `안 ${stem.text}` } : stem,
      kind: "adjective" as const,
      english: phrase,
      flags: new Set(["s", "i"]),
      places: [],
      general: phrase,
      fillers: [],
      frame: { korean: words.slice(0, -1), verb, english, flags: new Set<string>(), places: [] },
    };
  });
}

/** How one feels: the speaker, the listener when asked, others by hearsay. */
export const feelings = adjectives(
  `배고프다=hungry, 배부르다=full, 피곤하다=tired, 졸리다=sleepy, 심심하다=bored, 외롭다=lonely, 슬프다=sad, 기쁘다=happy, 행복하다=happy, 바쁘다=busy, 아프다=sick, 목마르다=thirsty, 무섭다=scared, 춥다=cold, 덥다=hot, 괜찮다=okay, 우울하다=depressed, 불안하다=anxious, 답답하다=frustrated, 부끄럽다=embarrassed, 궁금하다=curious, 창피하다=embarrassed, 기분이 좋다=in a good mood, 기분이 나쁘다=upset, 몸이 안 좋다=not feeling well, 힘들다=exhausted, 편하다=comfortable, 불편하다=uncomfortable, 즐겁다=happy, 지루하다=bored, 부럽다=jealous, 속상하다=upset, 어지럽다/ㅂ=dizzy, 자랑스럽다=proud, 초조하다=nervous, 서운하다=hurt`,
);

/** What people are like. */
export const traits = adjectives(
  `친절하다=kind, 예쁘다=pretty, 키가 크다=tall, 키가 작다=short, 똑똑하다=smart, 착하다=nice, 재미있다=funny, 귀엽다=cute, 조용하다=quiet, 부지런하다=hardworking, 게으르다=lazy, 성실하다=diligent, 건강하다=healthy, 젊다=young, 유명하다=famous, 멋있다=cool, 아름답다=beautiful, 강하다=strong, 날씬하다=slim, 용감하다=brave, 다정하다=sweet, 솔직하다=honest, 까다롭다=picky, 활발하다=outgoing, 인기가 많다=popular, 무섭다=scary, 이상하다=strange, 바쁘다=busy, 부자이다/이다=rich, 머리가 길다=have long hair, 피부가 좋다=have good skin, 얼굴이 작다=have a small face, 심장이 약하다=have a weak heart, 코가 크다=have a big nose, 입이 작다=have a small mouth, 손이 크다=have big hands, 목이 길다=have a long neck, 머리가 짧다=have short hair, 눈이 크다=have big eyes, 손이 차갑다=have cold hands, 친구가 많다=have a lot of friends, 일이 많다=have a lot of work, 어리다=young, 차분하다=calm, 엄격하다=strict, 늙다=old, 겸손하다=modest, 가난하다=poor, 부유하다=rich, 수줍다=shy, 멍청하다=stupid, 상냥하다=friendly, 순수하다=innocent, 현명하다=wise, 뻔뻔하다=shameless, 완고하다=stubborn, 정직하다=honest, 운이 좋다=lucky, 욕심이 많다=greedy`
    .replace("부자이다/이다=rich, ", "").replace(", 늙다=old", ""),
);

export const tastes = adjectives(
  `맛있다=delicious, 맵다=spicy, 짜다=salty, 달다=sweet, 싱겁다=bland, 쓰다=bitter, 시다=sour, 뜨겁다=hot, 차갑다=cold, 신선하다=fresh, 느끼하다=greasy, 비싸다=expensive, 싸다=cheap, 달콤하다=sweet, 부드럽다=soft, 맛없다=not good, 건강에 좋다=good for you`
    .replace(", 건강에 좋다=good for you", ""),
);

export const makes = adjectives(
  `크다=big, 작다=small, 비싸다=expensive, 싸다=cheap, 무겁다=heavy, 가볍다=light, 예쁘다=pretty, 멋있다=nice, 편하다=comfortable, 불편하다=uncomfortable, 깨끗하다=clean, 더럽다=dirty, 길다=long, 짧다=short, 두껍다=thick, 얇다=thin, 좋다=good, 나쁘다=bad, 튼튼하다=sturdy, 편리하다=convenient, 딱딱하다=hard, 새롭다=new, 뜨겁다=hot, 차갑다=cold, 부드럽다=soft, 화려하다=fancy, 평범하다=ordinary, 특이하다=unusual, 비슷하다=similar, 똑같다=the same, 다르다=different, 완벽하다=perfect, 높다=high, 낮다=low, 빠르다=fast, 느리다=slow, 강하다=strong, 약하다=weak, 깊다=deep, 얕다=shallow, 넓다=wide, 둥글다=round, 날카롭다/ㅂ=sharp`,
);

/** For clothes and other things one wears. */
export const fits = adjectives(
  `크다=big, 작다=small, 예쁘다=pretty, 비싸다=expensive, 싸다=cheap, 편하다=comfortable, 불편하다=uncomfortable, 길다=long, 짧다=short, 얇다=thin, 두껍다=thick, 따뜻하다=warm, 멋있다=nice, 화려하다=fancy, 더럽다=dirty, 깨끗하다=clean, 좋다=nice`,
);

export const objectMakes = adjectives(
  `크다=big, 작다=small, 비싸다=expensive, 싸다=cheap, 무겁다=heavy, 가볍다=light, 예쁘다=pretty, 멋있다=nice, 편리하다=convenient, 좋다=good, 튼튼하다=sturdy, 깨끗하다=clean, 더럽다=dirty, 비슷하다=similar`,
);

export const surroundings = adjectives(
  `조용하다=quiet, 시끄럽다=noisy, 깨끗하다=clean, 더럽다=dirty, 멀다=far, 가깝다=close, 넓다=spacious, 좁다=small, 복잡하다=crowded, 아름답다=beautiful, 안전하다=safe, 위험하다=dangerous, 유명하다=famous, 밝다=bright, 어둡다=dark, 춥다=cold, 덥다=hot, 따뜻하다=warm, 시원하다=cool, 크다=big, 편하다=comfortable, 평화롭다=peaceful`,
);

/** Cities and countries. */
export const regionLooks = adjectives(
  `아름답다=beautiful, 조용하다=quiet, 시끄럽다=noisy, 깨끗하다=clean, 멀다=far, 가깝다=close, 복잡하다=crowded, 안전하다=safe, 위험하다=dangerous, 유명하다=famous, 춥다=cold, 덥다=hot, 따뜻하다=warm, 크다=big, 평화롭다=peaceful, 물가가 비싸다=expensive`,
);

/** Books, films, lessons, exams. */
export const opinions = adjectives(
  `재미있다=interesting, 재미없다=boring, 어렵다=difficult, 쉽다=easy, 지루하다=boring, 중요하다=important, 복잡하다=complicated, 간단하다=simple, 특별하다=special, 슬프다=sad, 무섭다=scary, 길다=long, 짧다=short, 좋다=good, 유명하다=famous, 감동적이다/이다=touching, 인상적이다/이다=impressive, 이상하다=strange, 새롭다=new, 훌륭하다=great, 유익하다=useful, 즐겁다=fun, 가능하다=possible, 불가능하다=impossible, 유용하다=useful, 심각하다=serious, 끔찍하다=terrible, 멋지다=wonderful, 당연하다=natural, 분명하다=clear, 정확하다=correct, 충분하다=enough, 안전하다=safe, 위험하다=dangerous, 필요하다=necessary, 자연스럽다=natural, 놀랍다/ㅂ=surprising, 웃기다=funny`
    .replace(", 감동적이다/이다=touching, 인상적이다/이다=impressive", "").replace(
      ", 웃기다=funny",
      "",
    ),
);

/** Of games and feasts: not interesting but fun. */
export const fun = adjectives(`재미있다=fun, 즐겁다=fun`);

/** What "it" is like out of doors. */
export const weather = adjectives(
  `춥다=cold, 덥다=hot, 따뜻하다=warm, 시원하다=cool, 쌀쌀하다=chilly, 흐리다=cloudy, 맑다=sunny, 날씨가 좋다=nice out, 습하다=humid, 건조하다=dry, 어둡다=dark, 화창하다=sunny, 선선하다=cool, 포근하다=mild, 미끄럽다=slippery, 후텁지근하다=muggy`,
);
