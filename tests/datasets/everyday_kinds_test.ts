import { assert, assertEquals } from "@std/assert";
import { loadEverydayKoreanEnglish, type SentencePair } from "lib/text/corpora/korean_english.ts";
import { loadTales } from "lib/text/corpora/tales.ts";

const kin =
  /(^|[ .])(이모|고모|삼촌|아내|남편|누나|언니|오빠|형|엄마|아빠|딸|아들|여동생|남동생)[은는이가도] /;
const her = String.raw`(수지|유나|민지|서연|소라|미나|하은|지은|그녀|그 여자)[은는이가]`;
const his = String.raw`(민수|준호|지훈|현우|톰|벤|지호|그|그 남자)[은는이가]`;
const particle = "(을|를|한테|에게|에게서|과|와|하고|이랑|랑)";

/** Kinds of pairs that a reader has called wrong or stiff, by what betrays them. */
const everydayFaults: Readonly<Record<string, (pair: SentencePair) => boolean>> = {
  "strings and winds with 치다": ({ source }) =>
    /(바이올린|첼로|플루트|하모니카)(을|를|은|는|도|만)? ?(안 |못 )?[치쳐쳤칠친칩]/.test(source),
  "kin of the speaker's kin as his or hers": ({ source, targets: [target] }) =>
    kin.test(source) && /\b(his|her) (older|younger|aunt|uncle|wife|husband|son|dau)/.test(target),
  "a woman's 형 or 누나, a man's 언니 or 오빠": ({ source }) =>
    new RegExp(`(^|[ .])${her} ([^.]* )?(형|누나)${particle} `).test(source) ||
    new RegExp(`(^|[ .])${his} ([^.]* )?(언니|오빠)${particle} `).test(source),
  "jewelry, gloves, scarves and ties with 쓰다": ({ source }) =>
    /(목걸이|귀걸이|반지|넥타이|장갑|목도리)(을|를)? (안 |못 )?[쓰써썼쓸쓴씁]/.test(source),
  "찾을 수 있다 as looking for": ({ source, targets: [target] }) =>
    /찾을 수 [있없]/.test(source) && /\blook for\b/.test(target),
  "우리 가족 of somebody else": ({ source, targets: [target] }) =>
    /우리 가족/.test(source) && /\b(their|his|her|your) family\b/.test(target),
  "당황했다 in the present": ({ source, targets: [target] }) =>
    /당황했/.test(source) && /flustered|\b(is|am|are|'m|'re|'s) embarrassed/.test(target),
  "so hot, so": ({ targets: [target] }) => /\bso (\w+), so\b/.test(target),
  "the animal that one talks about": ({ source, targets: [target], pattern }) =>
    pattern === "about" && /(원숭이|판다|상어|곰|나비|물고기)에/.test(source) &&
    /about the/.test(target),
  "flights that are too short": ({ source }) =>
    /(미국|뉴욕|파리|런던|프랑스|독일|영국|캐나다)까지 비행기로 ([2-9]|두|세|네|다섯|여섯|일곱|여덟|아홉) ?시간/
      .test(source),
  "documents that are finished": ({ source }) =>
    /(자료|계약서|이력서|설명서)(을|를)? (안 |못 )?끝[내냈낼낸]/.test(source),
  "seven bowls or glasses": ({ source }) =>
    /(일곱|여덟|아홉|[7-9]) ?(그릇|잔|병)([ .?]|$)/.test(source),
  "promises of bad things": ({ targets: [target], pattern }) =>
    pattern === "promise" &&
    /^I'll (fight|lie|break|hit|waste|smoke|marry|get married)/.test(target),
  "곧 with what is proposed or allowed": ({ source, pattern }) =>
    /^(may|propose|invite)$/.test(pattern) && /(^| )곧 /.test(source),
  "a telephone call that begins with one's origin": ({ source }) =>
    /^여보세요\S* .*(에서 왔|에 살)/.test(source),
  "a wedding by an hour": ({ source }) => /까지 (결혼|\S+와 헤어|\S+과 결혼)/.test(source),
  "one face of several people": ({ source, targets: [target] }) =>
    /(우리|들)[은이]/.test(source) && /\b(their|our) (face|head|back|nose|mouth)\b/.test(target),
  "appliances for sale": ({ source }) =>
    /(세탁기|냉장고|선풍기|마이크|프린터|청소기)(을|를)? (안 |못 )?[팔판팝]/.test(source),
  "handkerchiefs and tickets that are looked for": ({ targets: [target] }) =>
    /\blook(ing)? for (my|your|his|her|their|our) (handkerchief|ticket)/.test(target),
};

Deno.test("everyday: none of the kinds of pairs that a reader called wrong or stiff", async () => {
  const { train, validation, test } = await loadEverydayKoreanEnglish();
  const pairs = [train, validation, test].flat();
  for (const [kind, isFaulty] of Object.entries(everydayFaults)) {
    assertEquals(pairs.filter(isFaulty).map(({ source }) => source), [], kind);
  }
  const contrasts = pairs.filter(({ source, pattern }) =>
    pattern === "joined by a word" && /하지만|그런데/.test(source)
  );
  assert(contrasts.length < 200, `${contrasts.length} contrasts without a relation`);
});

/** The same of tales, in their Korean or English. */
const taleFaults: Readonly<Record<string, RegExp>> = {
  "things with 바라다": /[을를] 바랐어요/,
  "toys that were 쓰던": /쓰던 것이/,
  "a parcel that gives": /에게 주는 /,
  "animals as prizes or in boxes, hot food in boxes, melons and clothes from clowns":
    /(won|came first and got|opened a box and found|In it was) a (kitten|puppy|rabbit|hamster|goldfish|turtle|parrot|duckling|burger|pancake)|clown handed \w+ a (kitten|puppy|rabbit|melon|hoodie|coat|sweater)/,
};

Deno.test("tales: none of the kinds of sentences that a reader called stiff", async () => {
  const { train, validation, test } = await loadTales();
  for (const [kind, fault] of Object.entries(taleFaults)) {
    const faulty = [train, validation, test].flat().flatMap(({ english, korean }) => [
      ...english,
      ...korean,
    ]).filter((sentence) => fault.test(sentence));
    assertEquals(faulty, [], kind);
  }
});
