/**
 * Places: where one goes (카페에 가다) and where things happen (카페에서).
 *
 * @module
 */
import type { Adjunct } from "../meaning.ts";
import { withParticle } from "../particles.ts";

export interface Place {
  readonly korean: string;
  /** After `go`: `to the cafe`, `home`. */
  readonly to: string;
  /** Where something happens: `at the cafe`, `in Seoul`. */
  readonly at: string;
  /** As a subject: `the cafe`. */
  readonly name: string;
}

function place(korean: string, name: string, at = "at", to = `to ${name}`): Place {
  return { korean, name, at: `${at} ${name}`, to };
}

export const cafe = place("카페", "the cafe");
export const library = place("도서관", "the library");
export const market = place("시장", "the market");
export const park = place("공원", "the park", "in");
export const restaurant = place("식당", "the restaurant");
export const hospital = place("병원", "the hospital");
export const departmentStore = place("백화점", "the department store");
export const cinema = place("영화관", "the movie theater");
export const bank = place("은행", "the bank");
export const beach = place("바다", "the beach");
export const mountain = place("산", "the mountains", "in");
export const bookstore = place("서점", "the bookstore");
export const shop = place("가게", "the store");
export const bakery = place("빵집", "the bakery");
export const pool = place("수영장", "the pool");
export const gym = place("체육관", "the gym");
export const museum = place("박물관", "the museum");
export const postOffice = place("우체국", "the post office");
export const classroom = place("교실", "the classroom", "in");
export const kitchen = place("부엌", "the kitchen", "in");
export const garden = place("정원", "the garden", "in");
export const room: Place = {
  korean: "방",
  name: "the room",
  at: "in {own} room",
  to: "to {own} room",
};
export const school = place("학교", "school");
export const work: Place = { korean: "회사", name: "the office", at: "at work", to: "to work" };
export const home: Place = { korean: "집", name: "the house", at: "at home", to: "home" };
export const seoul = place("서울", "Seoul", "in");
export const busan = place("부산", "Busan", "in");
export const jeju = place("제주도", "Jeju", "in");

/** Places with people in them, that one visits and can speak about. */
export const publicPlaces: readonly Place[] = [
  cafe,
  library,
  market,
  park,
  restaurant,
  hospital,
  departmentStore,
  cinema,
  bank,
  beach,
  bookstore,
  bakery,
  pool,
  gym,
  museum,
  postOffice,
  shop,
];

export const cities: readonly Place[] = [seoul, busan, jeju];

/** Where something happens, as an adjunct: 카페에서, `at the cafe`. */
export function at(place: Place): Adjunct {
  return { korean: withParticle(place.korean, "에서"), english: place.at };
}
