/**
 * Places, with the words English uses to go there and to be there.
 *
 * @module
 */

/** `학교`: `to school`, `at school`, `school`. */
export interface Place {
  readonly korean: string;
  /** Where one goes: `to the bank`, `home`. */
  readonly to: string;
  /** Where one is: `at the bank`, `at home`. */
  readonly at: string;
  /** As a subject or an object: `the bank`. */
  readonly noun: string;
}

function places(list: string, preposition: string): Place[] {
  return list.split(",").map((entry) => {
    const [korean, noun] = entry.trim().split("=");
    return { korean, noun, to: `to ${noun}`, at: `${preposition} ${noun}` };
  });
}

export const home: Place = { korean: "집", to: "home", at: "at home", noun: "my house" };

/** Where one goes in town. */
export const town: readonly Place[] = places(
  `은행=the bank, 우체국=the post office, 병원=the hospital, 약국=the pharmacy, 도서관=the library, 서점=the bookstore, 시장=the market, 마트=the supermarket, 백화점=the department store, 카페=the cafe, 식당=the restaurant, 편의점=the convenience store, 극장=the movie theater, 공항=the airport, 역=the station, 서울역=Seoul Station, 호텔=the hotel, 미용실=the hair salon, 빵집=the bakery, 꽃집=the flower shop, 박물관=the museum, 미술관=the art museum, 체육관=the gym, 수영장=the swimming pool, 영화관=the movie theater, 대사관=the embassy, 경찰서=the police station, 놀이공원=the amusement park, 동물원=the zoo, 버스 정류장=the bus stop, 지하철역=the subway station, 노래방=karaoke, 세탁소=the dry cleaner's, 치과=the dentist, 옷 가게=the clothing store, 문구점=the stationery store, 주유소=the gas station, 교회=church, 회사=work, 학교=school, 사무실=the office, 가게=the store, 대학교=college, 아파트=the apartment, 쇼핑몰=the mall, 시청=city hall, 궁=the palace, 절=the temple, 기차역=the train station, 고등학교=high school, 농장=the farm, 정원=the garden, 다리=the bridge, 마을=the village`,
  "at",
).map((place) => place.korean === "치과" ? { ...place, at: "at the dentist's" } : place);

/** Spaces one is in. */
export const spaces: readonly Place[] = places(
  `공원=the park, 교실=the classroom, 방=my room, 부엌=the kitchen, 거실=the living room, 시내=downtown, 도서실=the reading room, 주차장=the parking lot`,
  "in",
).map((place) => place.korean === "시내" ? { ...place, to: "downtown", at: "downtown" } : place);

/** Cities, countries, regions. */
export const regions: readonly Place[] = places(
  `서울=Seoul, 부산=Busan, 제주도=Jeju Island, 한국=Korea, 미국=the U.S., 일본=Japan, 중국=China, 경주=Gyeongju, 인천=Incheon, 대구=Daegu, 강릉=Gangneung, 프랑스=France, 영국=England, 독일=Germany, 캐나다=Canada, 호주=Australia, 베트남=Vietnam, 태국=Thailand, 뉴욕=New York, 파리=Paris, 런던=London, 도쿄=Tokyo, 대전=Daejeon, 전주=Jeonju, 속초=Sokcho, 이탈리아=Italy, 스페인=Spain, 인도=India, 광주=Gwangju, 수원=Suwon`,
  "in",
).map((place) => place.korean === "제주도" ? { ...place, at: "on Jeju Island" } : place);

/** Outdoors. */
export const outdoors: readonly Place[] = [
  { korean: "바다", to: "to the beach", at: "at the beach", noun: "the beach" },
  { korean: "산", to: "to the mountains", at: "in the mountains", noun: "the mountain" },
  { korean: "강", to: "to the river", at: "by the river", noun: "the river" },
  { korean: "밖", to: "outside", at: "outside", noun: "outside" },
  { korean: "시골", to: "to the countryside", at: "in the countryside", noun: "the countryside" },
];

export const here: Place = { korean: "여기", to: "here", at: "here", noun: "this place" };
export const there: Place = { korean: "거기", to: "there", at: "there", noun: "that place" };

export const placeKinds = {
  town,
  spaces,
  regions,
  outdoors,
  home: [home],
  nearby: [...town, ...town, ...spaces, ...outdoors, home, home, home],
  anywhere: [...town, ...town, ...spaces, ...regions, ...outdoors, home, home, home],
} as const;

export type PlaceKind = keyof typeof placeKinds;
