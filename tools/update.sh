# Says which pinned dependencies have newer versions, a line each: name, pinned, newest. Changes nothing.

takes_only "" "$@"
source "$TOOLS/setup.sh"
cd "$MEANDER_ROOT"
newest_of() { "$PYTHON" -m pip index versions "$1" --disable-pip-version-check 2>/dev/null | sed -n '1s/.*(\(.*\)).*/\1/p'; }
say "Asking the registries; this takes some seconds."
[ -n "$(newest_of slimgui || true)" ] || fail "the package registries cannot be reached; is there a network?"
{ npm outdated --json --prefix "$(dirname "$(readlink node_modules)")" 2>/dev/null || true; } | node -e '
  for (const [name, { current, wanted, latest }] of Object.entries(JSON.parse(require("fs").readFileSync(0) || "{}")))
    if ((current ?? wanted) !== latest) console.log(name, current ?? wanted, latest);'
{ "$PYTHON" -m pip list --outdated --format json --disable-pip-version-check 2>/dev/null || true; } | "$PYTHON" -c '
import json, sys
pinned = {line.split("==")[0].lower() for name in ("requirements", "sounds_requirements") for line in open(f"tools/{name}.txt") if "==" in line}
for package in json.loads(sys.stdin.read() or "[]"):
    if package["name"].lower() in pinned:
        print(package["name"], package["version"], package["latest_version"])'
while read -r name version _; do
  case "$name" in
    "#"*) continue ;;
    npm:*) newest=$(npm view "${name#npm:}" version 2>/dev/null || true) ;;
    *) newest=$(newest_of "$name" || true) ;;
  esac
  [ "$newest" = "$version" ] || echo "$name $version ${newest:-unknown}"
done < <(cat tools/*sources.txt bench/captum/sources.txt)
say "To move one: change its version and sha256 where it stands (tools/*sources.txt, tools/*requirements.txt, or package.json and then npm install --package-lock-only), and run ./meander test."
