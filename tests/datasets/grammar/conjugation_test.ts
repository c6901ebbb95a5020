import { assertEquals, assertThrows } from "@std/assert";
import {
  adnominal,
  conclude,
  future,
  honorific,
  past,
} from "../../../datasets/grammar/conjugation.ts";
import {
  copula,
  linkedBase,
  plainBase,
  stem,
  type StemClass,
} from "../../../datasets/grammar/stem.ts";

/** Dictionary form, class, 해요체, past, 합니다체, -(으)면, honorific, before a noun. */
const verbs: readonly (readonly [
  string,
  StemClass | undefined,
  string,
  string,
  string,
  string,
  string,
  string,
])[] = [
  ["가다", undefined, "가요", "갔어요", "갑니다", "가면", "가세요", "가는"],
  ["보다", undefined, "봐요", "봤어요", "봅니다", "보면", "보세요", "보는"],
  ["마시다", undefined, "마셔요", "마셨어요", "마십니다", "마시면", "드세요", "마시는"],
  ["배우다", undefined, "배워요", "배웠어요", "배웁니다", "배우면", "배우세요", "배우는"],
  ["쉬다", undefined, "쉬어요", "쉬었어요", "쉽니다", "쉬면", "쉬세요", "쉬는"],
  ["되다", undefined, "돼요", "됐어요", "됩니다", "되면", "되세요", "되는"],
  ["켜다", undefined, "켜요", "켰어요", "켭니다", "켜면", "켜세요", "켜는"],
  ["보내다", undefined, "보내요", "보냈어요", "보냅니다", "보내면", "보내세요", "보내는"],
  ["먹다", undefined, "먹어요", "먹었어요", "먹습니다", "먹으면", "드세요", "먹는"],
  ["읽다", undefined, "읽어요", "읽었어요", "읽습니다", "읽으면", "읽으세요", "읽는"],
  ["앉다", undefined, "앉아요", "앉았어요", "앉습니다", "앉으면", "앉으세요", "앉는"],
  ["자다", undefined, "자요", "잤어요", "잡니다", "자면", "주무세요", "자는"],
  ["하다", undefined, "해요", "했어요", "합니다", "하면", "하세요", "하는"],
  ["말하다", undefined, "말해요", "말했어요", "말합니다", "말하면", "말씀하세요", "말하는"],
  ["쓰다", undefined, "써요", "썼어요", "씁니다", "쓰면", "쓰세요", "쓰는"],
  ["따르다", undefined, "따라요", "따랐어요", "따릅니다", "따르면", "따르세요", "따르는"],
  ["살다", undefined, "살아요", "살았어요", "삽니다", "살면", "사세요", "사는"],
  ["만들다", undefined, "만들어요", "만들었어요", "만듭니다", "만들면", "만드세요", "만드는"],
  ["놀다", undefined, "놀아요", "놀았어요", "놉니다", "놀면", "노세요", "노는"],
  ["열다", undefined, "열어요", "열었어요", "엽니다", "열면", "여세요", "여는"],
  ["듣다", "ㄷ", "들어요", "들었어요", "듣습니다", "들으면", "들으세요", "듣는"],
  ["걷다", "ㄷ", "걸어요", "걸었어요", "걷습니다", "걸으면", "걸으세요", "걷는"],
  ["묻다", "ㄷ", "물어요", "물었어요", "묻습니다", "물으면", "물으세요", "묻는"],
  ["돕다", "ㅂ", "도와요", "도왔어요", "돕습니다", "도우면", "도우세요", "돕는"],
  ["눕다", "ㅂ", "누워요", "누웠어요", "눕습니다", "누우면", "누우세요", "눕는"],
  ["굽다", "ㅂ", "구워요", "구웠어요", "굽습니다", "구우면", "구우세요", "굽는"],
  ["짓다", "ㅅ", "지어요", "지었어요", "짓습니다", "지으면", "지으세요", "짓는"],
  ["낫다", "ㅅ", "나아요", "나았어요", "낫습니다", "나으면", "나으세요", "낫는"],
  ["모르다", "르", "몰라요", "몰랐어요", "모릅니다", "모르면", "모르세요", "모르는"],
  ["부르다", "르", "불러요", "불렀어요", "부릅니다", "부르면", "부르세요", "부르는"],
  ["고르다", "르", "골라요", "골랐어요", "고릅니다", "고르면", "고르세요", "고르는"],
  ["이르다", "러", "이르러요", "이르렀어요", "이릅니다", "이르면", "이르세요", "이르는"],
  ["푸다", "우", "퍼요", "펐어요", "풉니다", "푸면", "푸세요", "푸는"],
  ["있다", undefined, "있어요", "있었어요", "있습니다", "있으면", "있으세요", "있는"],
];

Deno.test("conjugation: verbs, regular and irregular, in seven forms", () => {
  for (const [word, stemClass, polite, pastForm, formal, conditional, honoured, present] of verbs) {
    const verb = stem(word, stemClass);
    assertEquals(
      [
        conclude(verb, "polite", "statement"),
        conclude(past(verb), "polite", "statement"),
        conclude(verb, "formal", "statement"),
        linkedBase(verb, "면"),
        conclude(honorific(verb), "polite", "statement"),
        adnominal(verb, "present", "verb"),
      ],
      [polite, pastForm, formal, conditional, honoured, present],
      word,
    );
  }
});

Deno.test("conjugation: adjectives, regular and irregular", () => {
  const adjectives: readonly (readonly [string, StemClass | undefined, string, string, string])[] =
    [
      ["춥다", "ㅂ", "추워요", "춥습니다", "추운"],
      ["아름답다", "ㅂ", "아름다워요", "아름답습니다", "아름다운"],
      ["곱다", "ㅂ", "고와요", "곱습니다", "고운"],
      ["좁다", undefined, "좁아요", "좁습니다", "좁은"],
      ["바쁘다", undefined, "바빠요", "바쁩니다", "바쁜"],
      ["예쁘다", undefined, "예뻐요", "예쁩니다", "예쁜"],
      ["크다", undefined, "커요", "큽니다", "큰"],
      ["빨갛다", "ㅎ", "빨개요", "빨갛습니다", "빨간"],
      ["하얗다", "ㅎ", "하얘요", "하얗습니다", "하얀"],
      ["좋다", undefined, "좋아요", "좋습니다", "좋은"],
      ["빠르다", "르", "빨라요", "빠릅니다", "빠른"],
      ["푸르다", "러", "푸르러요", "푸릅니다", "푸른"],
      ["길다", undefined, "길어요", "깁니다", "긴"],
      ["멀다", undefined, "멀어요", "멉니다", "먼"],
      ["얇다", undefined, "얇아요", "얇습니다", "얇은"],
      ["많다", undefined, "많아요", "많습니다", "많은"],
      ["재미있다", undefined, "재미있어요", "재미있습니다", "재미있는"],
      ["조용하다", undefined, "조용해요", "조용합니다", "조용한"],
    ];
  for (const [word, stemClass, polite, formal, before] of adjectives) {
    const adjective = stem(word, stemClass);
    assertEquals(
      [
        conclude(adjective, "polite", "statement"),
        conclude(adjective, "formal", "statement"),
        adnominal(adjective, "present", "adjective"),
      ],
      [polite, formal, before],
      word,
    );
  }
});

Deno.test("conjugation: the copula follows the noun's last letter", () => {
  const forms = (noun: string) => [
    conclude(copula(noun), "plain", "statement"),
    conclude(copula(noun), "polite", "statement"),
    conclude(copula(noun), "formal", "statement"),
    conclude(past(copula(noun)), "polite", "statement"),
    linkedBase(copula(noun), "ㄴ"),
  ];
  assertEquals(forms("학생"), ["학생이야", "학생이에요", "학생입니다", "학생이었어요", "학생인"]);
  assertEquals(forms("의사"), ["의사야", "의사예요", "의사입니다", "의사였어요", "의사인"]);
  const isNot = stem("아니다", "아니다");
  assertEquals(
    [
      conclude(isNot, "plain", "statement"),
      conclude(isNot, "polite", "statement"),
      conclude(past(isNot), "polite", "statement"),
    ],
    ["아니야", "아니에요", "아니었어요"],
  );
});

Deno.test("conclude: every ending at every level", () => {
  const go = stem("가다");
  const make = stem("만들다");
  assertEquals(conclude(past(past(go)), "plain", "statement"), "갔었어");
  assertEquals(conclude(stem("많다"), "plain", "witnessed"), "많더라");
  assertEquals(conclude(stem("많다"), "polite", "witnessed"), "많더라고요");
  assertThrows(() => conclude(go, "formal", "witnessed"), RangeError, "got formal");
  assertEquals(conclude(make, "plain", "request"), "만들어 줘");
  assertEquals(conclude(make, "polite", "request"), "만드세요");
  assertEquals(conclude(make, "formal", "request"), "만드십시오");
  assertEquals(conclude(make, "formal", "suggestion"), "만듭시다");
  assertEquals(conclude(stem("먹다"), "formal", "suggestion"), "먹읍시다");
  assertEquals(conclude(make, "plain", "suggestion"), "만들자");
  assertEquals(conclude(make, "polite", "invitation"), "만들까요");
  assertEquals(conclude(go, "formal", "intention"), "가겠습니다");
  assertEquals(conclude(stem("먹다"), "plain", "intention"), "먹을게");
  assertEquals(future(make, "formal"), "만들 겁니다");
  assertEquals(future(stem("듣다", "ㄷ"), "polite"), "들을 거예요");
});

Deno.test("stem: a word that is no dictionary form is refused by name", () => {
  assertThrows(() => stem("먹어"), TypeError, '"먹어"');
  assertThrows(
    () => conclude({ text: "go", class: "regular" }, "polite", "statement"),
    TypeError,
    '"go"',
  );
  assertEquals(plainBase(stem("살다"), "고"), "살고");
  assertEquals(plainBase(stem("살다"), "는"), "사는");
  assertEquals(linkedBase(stem("살다"), "니까"), "사니까");
});
