import { assertEquals, assertRejects } from "@std/assert";
import { newConnection } from "lib/jupyter/protocol/connection.ts";
import { connectSocket, listenSocket } from "lib/jupyter/protocol/sockets.ts";
import { ConnectionClosed } from "lib/jupyter/protocol/zmtp.ts";
import { delay, settlesWithin } from "lib/platform/waiting.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (frame: Uint8Array) => new TextDecoder().decode(frame);
const freeAddress = () => ({ hostname: "127.0.0.1", port: newConnection().shell_port });

Deno.test("sockets: messages arrive whole and in order, more than a thousand each way", async () => {
  const address = freeAddress();
  const router = listenSocket("ROUTER", address, (frames, peer) => void peer.send(frames));
  const dealer = await connectSocket("DEALER", address, "학습자");
  const count = 1009;
  for (let n = 0; n < count; n++) dealer.send([bytes(`${n}`), bytes("가나다"), new Uint8Array(0)]);
  for (let n = 0; n < count; n++) {
    const frames = await dealer.receive();
    assertEquals(frames.map(text), [`${n}`, "가나다", ""]);
  }
  const large = new Uint8Array(5_000_011).fill(7);
  await dealer.send([large, bytes("end")]);
  const [back, end] = await dealer.receive();
  assertEquals([back.length, back.every((byte) => byte === 7), text(end)], [
    5_000_011,
    true,
    "end",
  ]);
  dealer.close();
  router.close();
});

Deno.test("listenSocket: sendTo finds the peer by its identity, or sends to all", async () => {
  const address = freeAddress();
  const heard: string[] = [];
  const router = listenSocket("ROUTER", address, ([frame]) => void heard.push(text(frame)));
  const [first, second] = await Promise.all(
    ["first", "second"].map((identity) => connectSocket("DEALER", address, identity)),
  );
  await first.send([bytes("here")]); // a peer counts once it has spoken
  await second.send([bytes("here")]);
  while (heard.length < 2) await delay(5);
  await router.sendTo("second", [bytes("for second")]);
  await router.sendTo("nobody", [bytes("for all")]);
  assertEquals((await first.receive()).map(text), ["for all"]);
  assertEquals((await second.receive()).map(text), ["for second"]);
  assertEquals((await second.receive()).map(text), ["for all"]);
  for (const socket of [first, second, router]) socket.close();
});

Deno.test("listenSocket: PUB reaches subscribers only", async () => {
  const address = freeAddress();
  const publisher = listenSocket("PUB", address, () => {});
  const subscriber = await connectSocket("SUB", address);
  const silent = await connectSocket("DEALER", address); // a peer that never subscribes
  let received = subscriber.receive();
  while (!await settlesWithin(received, 20)) {
    await publisher.sendToAll([bytes("topic"), bytes("1")]);
  }
  assertEquals((await received).map(text), ["topic", "1"]);
  received = silent.receive();
  received.catch(() => {}); // ends when the socket closes
  assertEquals(await settlesWithin(received, 50), false);
  for (const socket of [subscriber, silent, publisher]) socket.close();
});

Deno.test("ZmtpConnection: a peer that speaks something else is refused", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const served = (async () => {
    const connection = await listener.accept();
    await connection.write(bytes("HTTP/1.1 400 Bad Request\r\n\r\n".padEnd(64)));
    await connection.read(new Uint8Array(64));
    connection.close();
  })();
  const address = { hostname: "127.0.0.1", port: listener.addr.port };
  await assertRejects(() => connectSocket("DEALER", address), ConnectionClosed, "ZMTP 3");
  await served;
  listener.close();
});

Deno.test("ZmtpConnection: receive throws when the peer has gone", async () => {
  const address = freeAddress();
  const router = listenSocket("ROUTER", address, (_, peer) => peer.close());
  const dealer = await connectSocket("DEALER", address);
  await dealer.send([bytes("go")]);
  await assertRejects(() => dealer.receive(), ConnectionClosed);
  assertEquals(dealer.closed, true);
  router.close();
});
