#!/bin/sh
# Starts a learner's Jupyter, as the learner. Notebooks are copied once and then are the learner's own;
# everything else is a link to the course, which only its owner can change. Deno finds deno.json beside the
# notebooks, and with it `lib/` and the versions of packages.
set -eu
umask 027 # the group of the home may read, which is that of the grader; nobody else may
course=$(cd "$(dirname "$0")/../../../.." && pwd)
mine="$HOME/attention"
mkdir -p "$mine/notebooks"
for name in deno.json deno.lock notebooks/deno.json lib datasets tests; do
  ln -sfn "$course/$name" "$mine/$name"
done
# A copy, since Deno adds what a cell imports.
mkdir -p "$mine/.cache"
cp "$course/deno.lock" "$mine/.cache/deno.lock"
for notebook in "$course"/notebooks/*.ipynb; do
  copy="$mine/notebooks/$(basename "$notebook")"
  [ -e "$copy" ] || cp "$notebook" "$copy"
done
exec jupyterhub-singleuser "$@"
