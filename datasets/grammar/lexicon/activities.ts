/**
 * What people do: every verb with its nouns, places and topics.
 *
 * @module
 */
import { type Activity, activity, type Topic } from "./activity.ts";
import * as thing from "./nouns.ts";
import { kin, metPeople } from "./people.ts";
import * as places from "./places.ts";

const plainObject = true;
const { cafe, home, school, park, restaurant, library, market, departmentStore } = places;

const meals = [thing.breakfast, thing.lunch, thing.dinner];
const dishes = [
  thing.kimchi,
  thing.ramen,
  thing.noodles,
  thing.meat,
  thing.fish,
  thing.gimbap,
  thing.bibimbap,
  thing.dumplings,
  thing.pizza,
  thing.soup,
];
const bakes = [thing.bread, thing.someCake, thing.iceCream];
const fruits = [thing.apple, thing.fruit, thing.strawberries];
const drinks = [thing.coffee, thing.tea, thing.water, thing.milk, thing.juice];
const goods = [
  thing.clothes,
  thing.shoes,
  thing.bag,
  thing.hat,
  thing.umbrella,
  thing.flowers,
  thing.watch,
  thing.bicycle,
  thing.present,
];
const subjects = [thing.english, thing.korean, thing.mathematics, thing.history];

/** Everything that people do, other than going somewhere. */
export const activities: readonly Activity[] = [
  activity("먹다", "eat", ["food"], { past: "ate", objects: dishes, places: [restaurant, home] }),
  activity("먹다", "have", ["food"], {
    past: "had",
    objects: meals,
    places: [restaurant, home, cafe],
    plainObject,
  }),
  activity("먹다", "eat", ["food"], { past: "ate", objects: bakes, places: [cafe, home] }),
  activity("먹다", "eat", ["food"], { past: "ate", objects: fruits, places: [home] }),
  activity("마시다", "drink", ["drink"], { past: "drank", objects: drinks, places: [cafe, home] }),
  activity("마시다", "drink", ["warm drink"], {
    past: "drank",
    objects: [thing.coffee, thing.tea],
    places: [cafe, home],
  }),
  activity("마시다", "drink", ["cold drink"], {
    past: "drank",
    objects: [thing.water, thing.juice],
    places: [cafe, home],
  }),
  activity("끓이다", "make", ["cook"], {
    past: "made",
    objects: [thing.soup, thing.ramen],
    places: [home, places.kitchen],
  }),
  activity("만들다", "make", ["cook"], {
    past: "made",
    objects: [
      thing.cake,
      thing.gimbap,
      thing.dumplings,
      thing.kimchi,
      thing.bread,
      thing.pizza,
    ],
    places: [home, places.kitchen],
  }),
  activity("굽다", "bake", ["cook"], {
    class: "ㅂ",
    objects: [thing.bread, thing.cake],
    places: [home, places.kitchen],
  }),
  activity("사다", "buy", ["buy food"], {
    past: "bought",
    objects: [thing.bread, thing.fruit, thing.apple, thing.strawberries, thing.fish, thing.meat],
    places: [market],
  }),
  activity("사다", "buy", ["shopping"], {
    past: "bought",
    objects: goods,
    places: [departmentStore, market],
  }),
  activity("고르다", "choose", ["shopping"], {
    class: "르",
    past: "chose",
    objects: [thing.clothes, thing.shoes, thing.bag, thing.hat, thing.present],
    places: [departmentStore],
  }),
  activity("읽다", "read", ["read"], {
    past: "read",
    objects: [thing.book, thing.novel, thing.newspaper, thing.magazine],
    places: [library, cafe, home, park],
  }),
  activity("빌리다", "borrow", ["borrow"], {
    objects: [thing.book, thing.novel],
    places: [library],
  }),
  activity("보다", "watch", ["watch"], {
    objects: [thing.movie, thing.drama, thing.news, thing.television],
    places: [home],
  }),
  activity("듣다", "listen", ["listen"], {
    class: "ㄷ",
    before: "to",
    objects: [thing.music, thing.radio, thing.songs],
    places: [home, cafe],
  }),
  activity("부르다", "sing", ["play"], {
    class: "르",
    past: "sang",
    objects: [thing.song],
    places: [home, school],
  }),
  activity("공부하다", "study", ["study", "exam"], {
    light: "공부",
    objects: subjects,
    places: [library, school, home, cafe],
    plainObject,
  }),
  activity("공부하다", "study", ["study", "exam"], {
    light: "공부",
    places: [library, home, cafe],
  }),
  activity("배우다", "learn", ["learn", "skill"], {
    objects: [...subjects, thing.piano, thing.guitar],
    places: [school],
    plainObject,
  }),
  activity("숙제하다", "do", ["study"], {
    past: "did",
    light: "숙제",
    after: "{own} homework",
    places: [library, home, cafe],
  }),
  activity("쓰다", "write", ["write"], {
    past: "wrote",
    objects: [thing.letter, thing.email],
    places: [home, cafe],
  }),
  activity("쓰다", "write", ["write"], {
    past: "wrote",
    before: "in",
    objects: [thing.diary],
    places: [home],
    plainObject,
  }),
  activity("그리다", "draw", ["play"], {
    past: "drew",
    objects: [thing.drawing],
    places: [home, park, school],
  }),
  activity("찍다", "take", ["outdoor"], {
    past: "took",
    objects: [thing.picture],
    places: [park, places.beach, places.mountain],
  }),
  activity("산책하다", "take", ["outdoor"], {
    light: "산책",
    past: "took",
    after: "a walk",
    places: [park],
  }),
  activity("타다", "ride", ["outdoor"], {
    past: "rode",
    objects: [thing.ride],
    places: [park],
    plainObject,
  }),
  activity("걷다", "walk", ["outdoor"], { class: "ㄷ", places: [park] }),
  activity("축구하다", "play", ["outdoor", "sport"], {
    light: "축구",
    after: "soccer",
    places: [park, school],
  }),
  activity("농구하다", "play", ["sport"], {
    light: "농구",
    after: "basketball",
    places: [school, places.gym],
  }),
  activity("치다", "play", ["sport"], { objects: [thing.tennis], places: [park], plainObject }),
  activity("치다", "play", ["play", "skill"], {
    objects: [thing.piano, thing.guitar],
    places: [home, school],
    plainObject,
  }),
  activity("수영하다", "swim", ["swim", "skill"], {
    light: "수영",
    past: "swam",
    places: [places.pool, places.beach],
  }),
  activity("운동하다", "exercise", ["sport"], { light: "운동", places: [places.gym, park] }),
  activity("게임하다", "play", ["play"], { light: "게임", after: "games", places: [home] }),
  activity("쉬다", "rest", ["rest"], { places: [home] }),
  activity("자다", "sleep", ["rest"], { past: "slept", places: [home] }),
  activity("눕다", "lie", ["rest"], { class: "ㅂ", past: "lay", after: "down", places: [] }),
  activity("요리하다", "cook", ["cook", "skill"], {
    light: "요리",
    places: [home, places.kitchen],
  }),
  activity("청소하다", "clean", ["chore"], {
    light: "청소",
    objects: [thing.room, thing.house],
    plainObject,
  }),
  activity("설거지하다", "do", ["chore"], { light: "설거지", past: "did", after: "the dishes" }),
  activity("빨래하다", "do", ["chore"], { light: "빨래", past: "did", after: "the laundry" }),
  activity("일하다", "work", ["work"], { light: "일", places: [places.work, home, cafe] }),
  activity("만나다", "meet", ["social"], {
    past: "met",
    objects: metPeople,
    places: [cafe, park, school, restaurant, library],
    plainObject,
  }),
  activity("이야기하다", "talk", ["social"], {
    light: "이야기",
    before: "with",
    objects: metPeople,
    particle: "와/과",
    places: [cafe, school],
    plainObject,
  }),
  activity("놀다", "hang", ["social"], {
    past: "hung",
    before: "out with",
    objects: metPeople.filter(({ korean }) => korean !== "선생님"),
    particle: "와/과",
    places: [home, park],
    plainObject,
  }),
  activity("전화하다", "call", ["social"], {
    light: "전화",
    objects: [...metPeople, ...kin],
    particle: "에게",
    plainObject,
  }),
  activity("기다리다", "wait", ["waiting"], {
    before: "for",
    objects: [thing.bus, thing.train, thing.taxi],
    plainObject,
  }),
  activity("타다", "take", ["transport"], {
    past: "took",
    objects: [thing.bus, thing.train, thing.taxi, thing.subway],
    plainObject,
  }),
  activity("돕다", "help", ["help"], {
    class: "ㅂ",
    objects: [...metPeople, ...kin],
    places: [home, school],
    plainObject,
  }),
  activity("찾다", "look", ["search"], {
    before: "for",
    objects: [thing.wallet, thing.key, thing.phone],
    places: [home],
    plainObject,
  }),
  activity("열다", "open", ["open"], { objects: [thing.window, thing.door], plainObject }),
  activity("닫다", "close", ["open"], { objects: [thing.window, thing.door], plainObject }),
  activity("씻다", "wash", ["wash"], { objects: [thing.hands], plainObject }),
  activity("울다", "cry", ["feeling"], {}),
  activity("웃다", "laugh", ["feeling"], {}),
];

/** The activities about any of the topics. */
export function about(...topics: readonly Topic[]): readonly Activity[] {
  return activities.filter((activity) => activity.topics.some((topic) => topics.includes(topic)));
}
