/**
 * Adjectives: as predicates (이 가방이 비싸요) and before nouns (비싼 가방).
 *
 * @module
 */
import { adnominal } from "../conjugation.ts";
import { type Stem, stem, type StemClass } from "../stem.ts";

/** An adjective with its stem, its form before a noun, and its English. */
export interface Quality {
  readonly stem: Stem;
  readonly before: string;
  readonly english: string;
}

function quality(dictionaryForm: string, english: string, stemClass?: StemClass): Quality {
  const own = stem(dictionaryForm, stemClass);
  return { stem: own, before: adnominal(own, "present", "adjective"), english };
}

export const big = quality("크다", "big");
export const small = quality("작다", "small");
export const long = quality("길다", "long");
export const short = quality("짧다", "short");
export const pretty = quality("예쁘다", "pretty");
export const beautiful = quality("아름답다", "beautiful", "ㅂ");
export const expensive = quality("비싸다", "expensive");
export const cheap = quality("싸다", "cheap");
export const delicious = quality("맛있다", "delicious");
export const spicy = quality("맵다", "spicy", "ㅂ");
export const sweet = quality("달다", "sweet");
export const hot = quality("뜨겁다", "hot", "ㅂ");
export const warm = quality("따뜻하다", "warm");
export const interesting = quality("재미있다", "interesting");
export const boring = quality("지루하다", "boring");
export const difficult = quality("어렵다", "difficult", "ㅂ");
export const easy = quality("쉽다", "easy", "ㅂ");
export const heavy = quality("무겁다", "heavy", "ㅂ");
export const light = quality("가볍다", "light", "ㅂ");
export const red = quality("빨갛다", "red", "ㅎ");
export const blue = quality("파랗다", "blue", "ㅎ");
export const yellow = quality("노랗다", "yellow", "ㅎ");
export const white = quality("하얗다", "white", "ㅎ");
export const black = quality("까맣다", "black", "ㅎ");
export const good = quality("좋다", "good");
export const quiet = quality("조용하다", "quiet");
export const noisy = quality("시끄럽다", "noisy", "ㅂ");
export const clean = quality("깨끗하다", "clean");
export const far = quality("멀다", "far");
export const near = quality("가깝다", "close", "ㅂ");
export const kind = quality("친절하다", "kind");
export const sad = quality("슬프다", "sad");
export const busy = quality("바쁘다", "busy");
export const tired = quality("피곤하다", "tired");
export const sick = quality("아프다", "sick");
export const happy = quality("행복하다", "happy");
export const bored = quality("심심하다", "bored");
export const free = quality("한가하다", "free");
export const cold = quality("춥다", "cold", "ㅂ");
