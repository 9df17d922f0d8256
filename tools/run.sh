# The default verb: everything that the first explorer needs, then the address; what later ones need is built
# and made meanwhile.

run_arguments=("$@")
while [ $# -gt 0 ]; do
  case "$1" in
    --port) [[ "${2:-}" =~ ^[0-9]{1,5}$ ]] && [ "$2" -le 65535 ] || misuse "\"${2:-}\" is not a port number." ;;
    --host) [ -n "${2:-}" ] || misuse "--host needs an address." ;;
    *) misuse "\"$1\" is not understood; ./meander run --help says what is." ;;
  esac
  shift 2
done
source "$TOOLS/build.sh" --first
source "$TOOLS/packs.sh"
make_pack "$(rooms | head -n 1)"
lay_out
# shellcheck disable=SC2046
exec node "$TOOLS/run.mjs" $([ $build_what = all ] || echo --build-too) $(later_rooms) -- "$MEANDER_ROOT/dist" "${run_arguments[@]}"
