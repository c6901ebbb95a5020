import { assert, assertEquals } from "@std/assert";
import { NearestNeighbour } from "lib/text/corpora/nearest_neighbour.ts";

Deno.test("NearestNeighbour: a sentence is its own neighbour, whatever its punctuation", () => {
  const search = new NearestNeighbour(["커피를 마셨어요.", "책을 읽었어요.", "집에 갔어요."]);
  const { index, similarity } = search.find("책을 읽었어요!");
  assertEquals(index, 1);
  assert(Math.abs(similarity - 1) < 1e-12);
});

Deno.test("NearestNeighbour: rare characters weigh more than common endings", () => {
  const search = new NearestNeighbour([
    "물을 마셨어요.",
    "차를 마셨어요.",
    "빵을 마셨어요.",
    "커피를 샀어요.",
  ]);
  assertEquals(search.find("커피를 마셨어요.").index, 3);
});

Deno.test("NearestNeighbour: nothing shared is similarity 0, also among nothing", () => {
  assertEquals(new NearestNeighbour(["가자"]).find("xyz"), { index: 0, similarity: 0 });
  assertEquals(new NearestNeighbour([]).find("가자").similarity, 0);
});
