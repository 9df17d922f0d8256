# Says which pinned dependencies have newer versions; changes nothing by itself.

source "$TOOLS/setup.sh"
cd "$MEANDER_ROOT"
say "npm:"; npm outdated --prefix "$(dirname "$(readlink node_modules)")" >&2 || true
say "Python:"; "$PYTHON" -m pip list --outdated --disable-pip-version-check >&2 || true
say "Archives (tools/sources.txt):"
grep -v '^#' tools/sources.txt | while read -r name version _; do
  say "  $name $version, newest: $("$PYTHON" -m pip index versions "$name" --disable-pip-version-check 2>/dev/null | head -n 1 || echo unknown)"
done
say "To move one: change its version and sha256 in tools/sources.txt, tools/requirements.txt or package.json (then npm install --package-lock-only), and run ./meander test."
