import { assertEquals } from "@std/assert";
import { withParticle } from "../../../datasets/grammar/particles.ts";

Deno.test("withParticle: both forms, by the last letter", () => {
  const pairs = [
    ["을/를", "책을", "커피를"],
    ["은/는", "책은", "커피는"],
    ["이/가", "책이", "커피가"],
    ["와/과", "책과", "커피와"],
    ["으로/로", "책으로", "커피로"],
  ] as const;
  for (const [particle, closed, open] of pairs) {
    assertEquals([withParticle("책", particle), withParticle("커피", particle)], [closed, open]);
  }
});

Deno.test("withParticle: 으로/로 treats ㄹ as open", () => {
  assertEquals(withParticle("교실", "으로/로"), "교실로");
  assertEquals(withParticle("산", "으로/로"), "산으로");
});

Deno.test("withParticle: one-form particles and fused pronouns", () => {
  assertEquals(
    [
      withParticle("카페", "에서"),
      withParticle("친구", "에게"),
      withParticle("할머니", "께"),
      withParticle("나", "이/가"),
      withParticle("저", "이/가"),
      withParticle("너", "이/가"),
      withParticle("저", "은/는"),
      withParticle("누구", "이/가"),
    ],
    ["카페에서", "친구에게", "할머니께", "내가", "제가", "네가", "저는", "누가"],
  );
});
