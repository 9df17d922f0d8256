#!/usr/bin/env bash
# Builds what is not built yet, makes the pack of one explorer and lays dist/ out with it, while tools/run.mjs
# serves what is there: later.sh ROOM. Says how far it is as any step does; ends when who asked for it is gone.
set -euo pipefail
MEANDER_ROOT="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
export MEANDER_ROOT MEANDER_PROGRESS=each
verb=later
# shellcheck source=tools/common.sh
source "$MEANDER_ROOT/tools/common.sh"
later_room="$1"
set --

# The server may be killed without a word; then nothing here goes on by itself.
server=$PPID
{ while kill -0 "$server" 2>/dev/null; do sleep 1; done; kill -- "-$$"; } </dev/null >/dev/null 2>&1 7>&- &
watcher=$!
trap 'kill "$watcher" 2>/dev/null || true' EXIT

source "$TOOLS/build.sh" --all
source "$TOOLS/packs.sh"
# The first one was made by a smaller tool, whose steps this one takes over, and of whose pack others are made.
# Its page is laid out at its best now, whatever becomes of the others.
make_pack "$(rooms | head -n 1)"
lay_out
make_pack "$later_room"
lay_out
