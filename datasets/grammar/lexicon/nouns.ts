/**
 * Things: what one eats, reads, buys, carries, plays.
 *
 * @module
 */
import { type Counter, noun } from "./noun.ts";
import * as is from "./qualities.ts";

const piece: Counter = { korean: "개" };
const cup: Counter = { korean: "잔", one: "cup of", many: "cups of" };
const glass: Counter = { korean: "잔", one: "glass of", many: "glasses of" };
const bowl: Counter = { korean: "그릇", one: "bowl of", many: "bowls of" };
const pair: Counter = { korean: "켤레", one: "pair of", many: "pairs of" };
const slice: Counter = { korean: "조각", one: "piece of", many: "pieces of" };
const volume: Counter = { korean: "권" };
const sheet: Counter = { korean: "장" };
const machine: Counter = { korean: "대" };
const flower: Counter = { korean: "송이" };

const tasty = [is.delicious];
const priced = [is.pretty, is.expensive, is.cheap, is.big, is.small];
const colours = [is.red, is.blue, is.yellow, is.white, is.black];
const readable = [is.interesting, is.difficult, is.easy, is.short, is.long];

// Food
export const bread = noun("빵", "bread", "none", { qualities: [...tasty, is.warm, is.sweet] });
export const apple = noun("사과", "apple", "a", {
  counter: piece,
  qualities: [is.red, is.delicious, is.sweet, is.big, is.small],
});
export const kimchi = noun("김치", "kimchi", "none", { qualities: [...tasty, is.spicy] });
export const ramen = noun("라면", "ramen", "none", {
  counter: bowl,
  qualities: [...tasty, is.spicy],
});
export const noodles = noun("국수", "noodles", "plural", { counter: bowl, qualities: tasty });
export const meat = noun("고기", "meat", "none", { qualities: tasty });
export const fish = noun("생선", "fish", "none", { qualities: tasty });
export const fruit = noun("과일", "fruit", "none", { qualities: [...tasty, is.sweet] });
export const cake = noun("케이크", "cake", "a", {
  counter: slice,
  qualities: [...tasty, is.sweet, is.big, is.small],
});
/** Eaten by the piece: `I ate cake`, but `I baked a cake`. */
export const someCake = noun("케이크", "cake", "none", {
  counter: slice,
  qualities: [...tasty, is.sweet],
});
export const strawberries = noun("딸기", "strawberries", "plural", {
  qualities: [is.delicious, is.sweet, is.red],
});
export const gimbap = noun("김밥", "gimbap", "none", { qualities: tasty });
export const bibimbap = noun("비빔밥", "bibimbap", "none", { counter: bowl, qualities: tasty });
export const dumplings = noun("만두", "dumplings", "plural", {
  single: "dumpling",
  counter: piece,
  qualities: [...tasty, is.hot],
});
export const pizza = noun("피자", "pizza", "none", { counter: slice, qualities: tasty });
export const soup = noun("국", "soup", "none", {
  counter: bowl,
  qualities: [is.hot, is.delicious, is.warm],
});
export const iceCream = noun("아이스크림", "ice cream", "none", {
  qualities: [...tasty, is.sweet],
});
export const breakfast = noun("아침", "breakfast", "none");
export const lunch = noun("점심", "lunch", "none");
export const dinner = noun("저녁", "dinner", "none");

// Drinks
export const coffee = noun("커피", "coffee", "none", {
  counter: cup,
  qualities: [is.hot, is.warm],
});
export const tea = noun("차", "tea", "none", { counter: cup, qualities: [is.hot, is.warm] });
export const water = noun("물", "water", "none", { counter: glass });
export const milk = noun("우유", "milk", "none", { counter: glass, qualities: [is.warm] });
export const juice = noun("주스", "juice", "none", { counter: glass, qualities: [is.sweet] });

// To read, watch and hear
export const book = noun("책", "book", "a", { counter: volume, qualities: readable });
export const novel = noun("소설", "novel", "a", { counter: volume, qualities: readable });
export const newspaper = noun("신문", "newspaper", "the");
export const letter = noun("편지", "letter", "a", {
  counter: { korean: "통" },
  qualities: [is.long, is.short],
});
export const magazine = noun("잡지", "magazine", "a", {
  counter: volume,
  qualities: [is.interesting],
});
export const movie = noun("영화", "movie", "a", {
  counter: { korean: "편" },
  qualities: [is.interesting, is.sad, is.boring],
});
export const drama = noun("드라마", "drama", "a", { qualities: [is.interesting, is.sad] });
export const news = noun("뉴스", "news", "the");
export const television = noun("텔레비전", "TV", "none");
export const music = noun("음악", "music", "none", { qualities: [is.quiet] });
export const songs = noun("노래", "songs", "plural", { qualities: [is.good, is.sad] });
export const song = noun("노래", "song", "a", { qualities: [is.sad, is.good] });
export const radio = noun("라디오", "radio", "the");
export const email = noun("이메일", "email", "a", { qualities: [is.long, is.short] });
export const diary = noun("일기", "diary", "own");

// To buy, wear and carry
export const clothes = noun("옷", "clothes", "plural", {
  qualities: [is.pretty, is.expensive, is.cheap, is.warm, ...colours],
});
export const shoes = noun("신발", "shoes", "plural", {
  counter: pair,
  qualities: [is.pretty, is.expensive, is.cheap, ...colours],
});
export const bag = noun("가방", "bag", "a", {
  counter: piece,
  qualities: [...priced, ...colours, is.heavy, is.light],
});
export const hat = noun("모자", "hat", "a", { counter: piece, qualities: [...priced, ...colours] });
export const umbrella = noun("우산", "umbrella", "a", {
  counter: piece,
  qualities: [...colours, is.big, is.small],
});
export const flowers = noun("꽃", "flowers", "plural", {
  single: "flower",
  counter: flower,
  qualities: [is.pretty, is.beautiful, is.red, is.yellow, is.white],
});
export const present = noun("선물", "present", "a", {
  qualities: [is.expensive, is.small, is.good],
});
export const watch = noun("시계", "watch", "a", { counter: piece, qualities: priced.slice(0, 3) });
export const bicycle = noun("자전거", "bike", "a", {
  counter: machine,
  qualities: [is.expensive, is.cheap, is.red, is.blue, is.light],
});
/** For riding rather than buying. */
export const ride = noun("자전거", "bike", "a", { general: "a bike" });
export const ticket = noun("표", "ticket", "a", { counter: sheet });
export const picture = noun("사진", "picture", "a", { counter: sheet });
export const drawing = noun("그림", "picture", "a", { counter: sheet });
export const chair = noun("의자", "chair", "a", { counter: piece, qualities: [is.small, is.big] });
export const medicine = noun("약", "medicine", "none");
export const wallet = noun("지갑", "wallet", "own");
export const key = noun("열쇠", "key", "own");
export const phone = noun("휴대폰", "phone", "own");

// To study, play and use
export const english = noun("영어", "English", "none");
export const korean = noun("한국어", "Korean", "none");
export const mathematics = noun("수학", "math", "none");
export const history = noun("역사", "history", "none");
export const piano = noun("피아노", "piano", "the");
export const guitar = noun("기타", "guitar", "the");
export const tennis = noun("테니스", "tennis", "none");
export const soccer = noun("축구", "soccer", "none");
export const basketball = noun("농구", "basketball", "none");
export const games = noun("게임", "games", "plural");
export const homework = noun("숙제", "homework", "own");
export const bus = noun("버스", "bus", "the");
export const train = noun("기차", "train", "the");
export const taxi = noun("택시", "taxi", "a");
export const subway = noun("지하철", "subway", "the");
export const door = noun("문", "door", "the");
export const window = noun("창문", "window", "the");
export const room = noun("방", "room", "own");
export const house = noun("집", "house", "the");
export const hands = noun("손", "hands", "own");
export const dishes = noun("그릇", "dishes", "plural");
