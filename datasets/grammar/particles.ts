/**
 * Korean particles (조사): the endings of nouns, which say what a noun does in its clause. Half of
 * them have two forms, chosen by the noun's last letter: 책을 but 커피를.
 *
 * @module
 */
import { josa } from "es-hangul";

/** A particle, written with both of its forms where it has two. */
export type Particle =
  | "은/는"
  | "이/가"
  | "을/를"
  | "와/과"
  | "으로/로"
  | "에"
  | "에서"
  | "에게"
  | "한테"
  | "께"
  | "께서"
  | "께서는"
  | "도"
  | "의"
  | "하고";

/** First- and second-person pronouns change before two particles: 나 + 가 → 내가. */
const fused: Readonly<Record<string, Partial<Record<Particle, string>>>> = {
  나: { "이/가": "내가", 의: "내" },
  저: { "이/가": "제가", 의: "제" },
  너: { "이/가": "네가", 의: "네" },
  누구: { "이/가": "누가" },
};

/**
 * The noun with its particle.
 *
 * @example The form follows the last letter
 * ```ts
 * import { withParticle } from "datasets/grammar/particles.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(withParticle("책", "을/를"), "책을");
 * assertEquals(withParticle("커피", "을/를"), "커피를");
 * assertEquals(withParticle("서울", "으로/로"), "서울로");
 * assertEquals(withParticle("나", "이/가"), "내가");
 * ```
 */
export function withParticle(noun: string, particle: Particle): string {
  const whole = fused[noun]?.[particle];
  if (whole !== undefined) return whole;
  switch (particle) {
    case "은/는":
    case "이/가":
    case "을/를":
    case "와/과":
    case "으로/로":
      return josa(noun, particle);
    default:
      return noun + particle;
  }
}
