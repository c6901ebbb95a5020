/** What is left to a process behind the wall even if V8 and Deno's permissions held nothing. */
import { assertEquals, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import { findLimits } from "lib/homework/sandbox/limits.ts";
import {
  behindWall,
  findSecondWall,
  variablesBehindWall,
} from "lib/homework/sandbox/second_wall.ts";
import { type Stage, Workspace } from "lib/homework/sandbox/stage.ts";

const wall = await findSecondWall();

/** Tries to do `what`, and returns what came of it or the error's name. */
const program = `
const attempt = (what) => { try { return what() ?? "done"; } catch (error) { return error.name; } };
const { stage, other, stranger } = JSON.parse(Deno.args[0]);
console.log(JSON.stringify({
  user: Deno.uid(),
  own: attempt(() => Deno.readTextFileSync(stage + "/deno.json") !== ""),
  writesOwn: attempt(() => Deno.writeTextFileSync(stage + "/lib/x.ts", "")),
  other: attempt(() => Deno.readTextFileSync(other + "/deno.json") !== ""),
  submissions: attempt(() => [...Deno.readDirSync("/root")].length),
  passwords: attempt(() => Deno.readTextFileSync("/etc/shadow") !== ""),
  temporary: [...Deno.readDirSync("/tmp")].map(({ name }) =>
    name.startsWith("course-homework-") ? "workspace" : name).sort(),
  fills: attempt(() => {
    const file = Deno.openSync("/tmp/big", { create: true, write: true });
    const part = new Uint8Array(1e6);
    for (let written = 0; written < 1e8; written += file.writeSync(part));
  }),
  elsewhere: attempt(() => Deno.writeTextFileSync("/var/tmp/x", "x".repeat(2e6))),
  signals: attempt(() => Deno.kill(stranger, "SIGTERM")),
  network: attempt(() => Deno.networkInterfaces().filter(({ address }) => !address.startsWith("127.")).length),
}));`;

/** Runs the program with all permissions of Deno, so that nothing but the wall stands in its way. */
async function run(stage: Stage, other: Stage): Promise<Record<string, unknown>> {
  const { enclosure } = stage;
  if (!enclosure) throw new Error("expected an enclosure");
  stage.add({ cells: { try: program } });
  const stranger = new Deno.Command("sleep", { args: ["60"] }).spawn();
  const facts = { stage: stage.folder, other: other.folder, stranger: stranger.pid };
  const [command, ...args] = [
    ...behindWall(wall, enclosure, (await findLimits()).bounds),
    ...["run", "-A", "--no-config", "--cached-only", join(stage.folder, "cells/try.ts")],
    JSON.stringify(facts),
  ];
  const { stdout, stderr } = await new Deno.Command(command, {
    args,
    clearEnv: true,
    env: { PATH: Deno.env.get("PATH") ?? "", ...variablesBehindWall, NO_COLOR: "1" },
  }).output();
  stranger.kill();
  await stranger.status;
  const decoder = new TextDecoder();
  const text = decoder.decode(stdout);
  if (text === "") throw new Error(decoder.decode(stderr));
  return JSON.parse(text);
}

Deno.test({
  name: "behindWall: a process without Deno's permissions reads, fills and signals nothing",
  ignore: !wall.ownUser, // needs root
  async fn() {
    await using workspace = await Workspace.create({ many: true });
    await using stage = await workspace.stage();
    await using other = await workspace.stage();
    const { user, ...facts } = await run(stage, other);
    assertNotEquals(user, 0);
    assertEquals(facts, {
      own: true,
      writesOwn: "PermissionDenied",
      other: "PermissionDenied",
      submissions: "PermissionDenied",
      passwords: "PermissionDenied",
      temporary: ["cache", "deno", "workspace"],
      fills: "Error",
      elsewhere: "Error",
      signals: "PermissionDenied",
      network: 0,
    });
  },
});
