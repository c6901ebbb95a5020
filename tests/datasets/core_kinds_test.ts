import { assertEquals } from "@std/assert";
import { loadKoreanEnglish, type SentencePair } from "lib/text/corpora/korean_english.ts";

const person =
  /(^|[ .])(민수|준호|수지|유나|친구|친구들|엄마|아빠|남동생|여동생|형|누나|할머니|할아버지|부모님|선생님|학생들)(이|가|께서) /;

/** Kinds of sentences that readers have called wrong, by what betrays them. */
const faults: Readonly<Record<string, (pair: SentencePair) => boolean>> = {
  "a request without the honorific of 먹다, 마시다, 자다": ({ source }) =>
    /먹으세요|먹으십시오|마시세요|마시십시오|(^| )자세요|(^| )자십시오/.test(source),
  "이/가 on a subject that spans two clauses": ({ source, pattern }) =>
    /^(before|after|while|purpose|and|go and do|reason to go|afterwards)$/.test(pattern) &&
    person.test(source),
  "이/가 on whom a habit, a liking or a wish is about": ({ source, pattern }) =>
    /^(likes|living|feeling|habit|want|must|skill)$/.test(pattern) && person.test(source),
  "-(으)ㄹ 수 있다 for a skill": ({ source, pattern }) =>
    pattern === "skill" && / 수 [있없]/.test(source),
  "a time after a relative clause that is not in it": ({ targets: [target], pattern }) =>
    pattern === "relative person" && /(yesterday|tomorrow)\.$/.test(target),
  "a cake eaten whole, one for a, an apple shared": ({ targets: [target] }) =>
    /\b(eat|ate|eating|have|had|having) a (\w+ )?cake\b/.test(target) ||
    /\bone (?!o'clock)[a-z]/.test(target) || /\b(we|they|are) .*eat(ing)? an apple/i.test(target),
  "having money as a reason": ({ source }) => /돈이? 있어서/.test(source),
  "a wish of somebody else's as a plan": ({ targets: [target] }) =>
    /^If .*, .* wants to/.test(target),
  "soup that is 만들다": ({ source }) => /(^| )국(을|은)? .{0,8}만(들|드)/.test(source),
  "an arrival in the present": ({ source }) =>
    /도착(해|해요|합니다|하세요|하십니다)[.?]?$/.test(source),
  "a chore that one had wished for": ({ source }) =>
    /(청소|설거지|빨래|공부|숙제|요리|일)(을|를)?( )?하고 싶었지만/.test(source),
  "a place said to have been big or far": ({ source }) =>
    /거기는? (아주 |정말 )?(컸|멀었)/.test(source),
  "a contrast that repeats its verb": ({ targets: [target], pattern }) =>
    pattern === "contrast" && /, but .*(n't|not) \w+/.test(target),
  "a hot drink against heat or thirst": ({ source }) =>
    /(더우|더워|목말|목마르)\S* (\S*[^\s고] )*(커피|차|우유)(를)? /.test(source),
};

Deno.test("korean-english: none of the kinds of sentences that readers called wrong", async () => {
  const { train, validation, testRandom, testCombinations, testLengths } =
    await loadKoreanEnglish();
  const pairs = [train, validation, testRandom, testCombinations, testLengths].flat();
  for (const [kind, isFaulty] of Object.entries(faults)) {
    assertEquals(pairs.filter(isFaulty).map(({ source }) => source), [], kind);
  }
});
