/**
 * What stands behind V8 and Deno's permissions on Linux, for the day on which one of them has a hole: a learner's
 * process has a user of its own, who owns nothing and may do nothing; temporary folders of its own, empty and small;
 * and no network.
 *
 * - As root, each stage gets a number of a user whom nobody else uses. Files of the grader, of submissions and of other
 *   stages are not its to read, and signals to other processes not its to send. It gets no capability back
 *   (`no_new_privs`), and the number of its threads and open files is bounded.
 * - In a namespace of mounts of its own, `/tmp`, `/var/tmp` and `/dev/shm` are empty file systems in memory, of a
 *   few megabytes. What a run needs of Deno is mounted into its workspace, since folders such as `/root` are closed to
 *   other users.
 * - Who is not root keeps their own user. Where the system lets them make namespaces, the temporary folders and the
 *   network are as above.
 *
 * What the system lends is tried once, whole: a wall that does not stand as it should is none.
 *
 * @module
 */
import { join } from "node:path";
import { limitWords, works } from "./limits.ts";

/** What this machine has. */
export interface SecondWall {
  /** True where each stage has a user of its own. */
  readonly ownUser: boolean;
  /** True where temporary folders are empty, and bounded. */
  readonly ownTemporaryFolders: boolean;
}

/** What a process is put into. */
export interface Enclosure {
  /** The run's workspace; it is what the process sees of the temporary folder in which it lies. */
  readonly workspace: string;
  /** The number of the stage's user; undefined where it is the grader's. */
  readonly user?: number;
  /** Where npm packages lie. */
  readonly npmCache: string;
}

/** What the wall uses of a workspace: a copy of its cache, places to mount at. */
const places = { cache: "cache", npm: "npm", temporary: "temporary" } as const;

/** What a process finds in its temporary folder, and nothing else: Deno, and a cache that is its own alone. */
const inside = { deno: "/tmp/deno", cache: "/tmp/cache" } as const;

/** The variables of a process behind the wall, beside those of others. */
export const variablesBehindWall: Readonly<Record<string, string>> = {
  HOME: "/tmp",
  DENO_DIR: inside.cache,
};

/**
 * Numbers of users that are nobody's: systemd gives them to services that ask for a passing one, and no other program
 * takes them.
 */
const users = { first: 61_184, count: 4_336 } as const;

/** Threads and open files that the user of a stage may have. Deno takes 20 and 30. */
const most = { threads: 200, files: 256 } as const;

const options = "nosuid,nodev,noexec,mode=1777";

/** Arguments: workspace, npm's cache, Deno, the number of the stage's user or nothing, then the command. */
const script = `set -e
workspace=$1 npm=$2 deno=$3 user=$4; shift 4
temporary=$workspace/${places.temporary}
[ -z "$user" ] || mount -n --bind "$npm" "$workspace/${places.npm}"
mount -n -t tmpfs -o size=32m,nr_inodes=2k,${options} tmpfs "$temporary"
case $workspace in /tmp/*)
  mkdir -p "$temporary/\${workspace#/tmp/}"
  mount -n --rbind "$workspace" "$temporary/\${workspace#/tmp/}"
esac
: > "$temporary${inside.deno.slice("/tmp".length)}"
mount -n --bind "$deno" "$temporary${inside.deno.slice("/tmp".length)}"
mount -n --move "$temporary" /tmp
for place in /var/tmp /dev/shm; do
  case $workspace in $place/*) continue; esac
  [ ! -d $place ] || mount -n -t tmpfs -o size=1m,nr_inodes=100,${options} tmpfs $place
done
cp -R "$workspace/${places.cache}" ${inside.cache}
ln -s "$workspace/${places.npm}" ${inside.cache}/npm
[ -z "$user" ] || chown -R "$user:$user" ${inside.cache}
cd /
exec "$@"`;

/** Gives up what a user had before: groups, and the right to get anything back. */
const bare = ["--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"];

let found: Promise<SecondWall> | undefined;

/** Tries, once, what this machine has. */
export function findSecondWall(): Promise<SecondWall> {
  return found ??= find();
}

async function find(): Promise<SecondWall> {
  const none = { ownUser: false, ownTemporaryFolders: false };
  if (Deno.build.os !== "linux") return none;
  const wall = { ownUser: Deno.uid() === 0, ownTemporaryFolders: true };
  const workspace = await Deno.realPath(await Deno.makeTempDir({ prefix: "course-homework-" }));
  try {
    await Deno.mkdir(join(workspace, places.cache));
    const user = wall.ownUser ? drawUser() : undefined;
    const enclosure = { workspace, user, npmCache: workspace };
    await makePlaces(wall, enclosure);
    return await works([...behindWall(wall, enclosure, []), "--version"]) ? wall : none;
  } finally {
    await Deno.remove(workspace, { recursive: true });
  }
}

const asRoot = ["unshare", "--mount", "--net"];
const asOther = ["unshare", "--map-root-user", "--mount", "--net"];
/** Innermost: a change of credentials would undo it. */
const tied = ["setpriv", "--pdeathsig", "KILL"];

function asUser(user: number | undefined): string[] {
  const who = user === undefined ? [] : [`--reuid=${user}`, `--regid=${user}`, "--clear-groups"];
  return ["setpriv", ...who, ...bare];
}

/** A number of a user for a stage: other stages of the machine have others, but for rare chance. */
export function drawUser(): number {
  const [drawn] = crypto.getRandomValues(new Uint32Array(1));
  return users.first + drawn % users.count;
}

/** Makes, in a workspace, what the wall uses there. */
export async function makePlaces(
  { ownUser }: SecondWall,
  { workspace, npmCache }: Enclosure,
): Promise<void> {
  await Deno.mkdir(join(workspace, places.temporary));
  if (!ownUser) return await Deno.symlink(npmCache, join(workspace, places.npm));
  await Deno.mkdir(join(workspace, places.npm));
  // Other users may pass through it, and look into what belongs to them.
  await Deno.chmod(workspace, 0o711);
  await Deno.chmod(join(workspace, places.npm), 0o755);
}

/** Words to put before the arguments of Deno, so that it runs behind the wall. */
export function behindWall(
  { ownUser }: SecondWall,
  { workspace, user, npmCache }: Enclosure,
  limit: readonly string[],
): string[] {
  const bounds = ownUser ? limitWords({ nproc: most.threads, nofile: most.files }) : [];
  return [
    ...(ownUser ? asRoot : asOther),
    ...["sh", "-c", script, "sh", workspace, npmCache, Deno.execPath(), `${user ?? ""}`],
    ...limit,
    ...bounds,
    ...asUser(user),
    ...tied,
    inside.deno,
  ];
}
