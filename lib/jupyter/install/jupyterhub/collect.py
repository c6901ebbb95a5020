#!/usr/bin/env python3
"""Copies every learner's notebooks to DIR/LEARNER, for `deno task grade DIR`, and writes down when they came.

Run it as the user `grader`, who may read the notebooks and nothing else of the learners: see README.md beside this
file. No program runs as a learner, and nothing that a learner does to their files while they are read goes further
than a line in the report:

- No link is followed, in no part of the path, so that nobody hands in what is not theirs; a file must be an
  ordinary one and belong to its learner.
- What is too large is left out, and so are names that are no notebook of the course.
- DIR/times.csv holds the time of collection of each notebook: of the first collection that found it as it is. The
  times that files carry are their owners' to set, and do not matter.

Usage: collect.py DIR                      everybody in the group `learners`
       collect.py DIR LEARNER=HOME …       these
"""

import csv
import datetime
import errno
import grp
import hashlib
import os
import pathlib
import pwd
import re
import stat
import sys
import tempfile

COURSE = pathlib.Path(__file__).resolve().parents[4]
LARGEST_FILE = 32 * 1024**2
ALL_BYTES = 128 * 1024**2
MOST_FILES = 50
MOST_ENTRIES = 5000
FOLDER = ("attention", "notebooks")
DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# On the way to the notebooks folders need not be readable.
PASSAGE = os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# Without O_NONBLOCK a pipe would be waited for.
FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def learners_of_group(name="learners"):
    """Names and homes of the group's members."""
    return [(learner, pwd.getpwnam(learner).pw_dir) for learner in sorted(grp.getgrnam(name).gr_mem)]


def numbers_of_course():
    """The numbers of the course's notebooks: `04`."""
    return {path.name[:2] for path in (COURSE / "notebooks").glob("[0-9][0-9]*.ipynb")}


def read_file(name, folder, owner, most):
    """The bytes of a file in an open folder; an OSError or a ValueError says why not."""
    descriptor = os.open(name, FILE, dir_fd=folder)
    with os.fdopen(descriptor, "rb") as file:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode):
            raise ValueError("no ordinary file")
        if facts.st_uid != owner:
            raise ValueError("belongs to somebody else")
        data = file.read(most + 1)
        if len(data) > most:
            raise ValueError(f"more than {most} bytes")
        return data


def notebooks_of(home, numbers, say):
    """Names and bytes of a learner's notebooks. `say` is told what is left out, and why."""
    descriptors = [os.open(home, PASSAGE)]
    try:
        owner = os.fstat(descriptors[0]).st_uid
        for name in FOLDER:
            flags = DIRECTORY if name == FOLDER[-1] else PASSAGE
            descriptors.append(os.open(name, flags, dir_fd=descriptors[-1]))
        names, looked = [], 0
        with os.scandir(descriptors[-1]) as entries:
            for entry in entries:
                looked += 1
                if looked > MOST_ENTRIES:
                    say(f"more than {MOST_ENTRIES} files; not all were looked at")
                    break
                if entry.name.endswith(".ipynb") and not entry.name.startswith("."):
                    names.append(entry.name)
        left, count = ALL_BYTES, 0
        for name in sorted(names):
            if name[:2] not in numbers:
                say(f"{name!a}: the name is no notebook of the course; left out")
            elif count == MOST_FILES:
                say(f"more than {MOST_FILES} notebooks; the rest is left out")
                break
            else:
                count += 1
                try:
                    data = read_file(name, descriptors[-1], owner, min(left, LARGEST_FILE))
                    left -= len(data)
                    yield name, data
                except (OSError, ValueError) as error:
                    is_link = isinstance(error, OSError) and error.errno == errno.ELOOP
                    say(f"{name!a}: {'a link' if is_link else error}; left out")
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


def replace(path, data):
    """Writes a file as a whole or not at all."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".collect-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def digest_of(path):
    """Of a copy that an earlier collection made."""
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except FileNotFoundError:
        return None


def read_times(path):
    """Times of earlier collections, by learner and notebook."""
    if not path.exists():
        return {}
    with path.open(newline="", encoding="utf-8") as file:
        return {(row["learner"], row["notebook"]): row["time"] for row in csv.DictReader(file)}


def write_times(path, times):
    """The table that `grade` reads."""
    lines = ["learner,notebook,time"]
    lines += [f"{learner},{number},{time}" for (learner, number), time in sorted(times.items())]
    replace(path, ("\n".join(lines) + "\n").encode())


def main(directory, learners):
    """Collects."""
    os.umask(0o077)
    target = pathlib.Path(directory)
    target.mkdir(parents=True, exist_ok=True)
    target.chmod(0o700)
    numbers = numbers_of_course()
    times = read_times(target / "times.csv")
    now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    for learner, home in learners:
        if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", learner):
            print(f"{learner!a}: expected a name of an account; left out", file=sys.stderr)
            continue

        def say(problem, learner=learner):
            print(f"{learner}: {problem}", file=sys.stderr)

        count = 0
        try:
            for name, data in notebooks_of(home, numbers, say):
                (target / learner).mkdir(exist_ok=True)
                copy = target / learner / name
                is_new = digest_of(copy) != hashlib.sha256(data).digest()
                if is_new:
                    replace(copy, data)
                if is_new or (learner, name[:2]) not in times:
                    times[learner, name[:2]] = now
                count += 1
        except OSError as error:
            say(f"{' '.join(FOLDER)}: {error.strerror}")
        if count == 0:
            say("nothing to collect")
        write_times(target / "times.csv", times)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1].startswith("-") or not all("=" in word for word in sys.argv[2:]):
        sys.exit(__doc__)
    named = [tuple(word.split("=", 1)) for word in sys.argv[2:]]
    main(sys.argv[1], named or learners_of_group())
