import { assert, assertEquals, assertMatch } from "@std/assert";
import { LookupOnce } from "lib/lab/server/lookup_once.ts";

const proxies = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/** Sends `head` to a proxy and returns what it answers until it closes the connection. */
async function answerTo(address: string, head: string): Promise<string> {
  const { hostname, port } = new URL(address);
  using connection = await Deno.connect({ hostname, port: Number(port) });
  await connection.write(new TextEncoder().encode(head));
  return await new Response(connection.readable).text();
}

Deno.test({
  name: "LookupOnce: answers for port 443 of hosts that it finds, and nothing else",
  ignore: proxies.some((name) => Deno.env.get(name)),
  async fn() {
    using network = new LookupOnce();
    const { HTTPS_PROXY } = network.environment();
    assertMatch(HTTPS_PROXY, /^http:\/\/127\.0\.0\.1:\d+$/);
    assertEquals(network.environment(), { HTTPS_PROXY });
    for (
      const head of [
        "GET / HTTP/1.1\r\n\r\n",
        "CONNECT localhost:22 HTTP/1.1\r\n\r\n",
        "CONNECT no-such-host.invalid:443 HTTP/1.1\r\n\r\n",
      ]
    ) {
      assertEquals(await answerTo(HTTPS_PROXY, head), "", head);
    }
  },
});

Deno.test("LookupOnce: leaves a proxy alone that is set already", () => {
  const before = Deno.env.get("HTTPS_PROXY");
  Deno.env.set("HTTPS_PROXY", "http://proxy.example:3128");
  try {
    using network = new LookupOnce();
    assertEquals(network.environment(), {});
  } finally {
    if (before === undefined) Deno.env.delete("HTTPS_PROXY");
    else Deno.env.set("HTTPS_PROXY", before);
  }
  assert(Deno.env.get("HTTPS_PROXY") === before);
});
