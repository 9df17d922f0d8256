# The default verb: everything that is needed, then the address.

run_arguments=("$@")
while [ $# -gt 0 ]; do
  case "$1" in
    --port) [[ "${2:-}" =~ ^[0-9]{1,5}$ ]] && [ "$2" -le 65535 ] || misuse "\"${2:-}\" is not a port number." ;;
    --host) [ -n "${2:-}" ] || misuse "--host needs an address." ;;
    *) misuse "\"$1\" is not understood; ./meander run --help says what is." ;;
  esac
  shift 2
done
source "$TOOLS/site.sh"
exec node "$TOOLS/server.mjs" "$MEANDER_ROOT/dist" "${run_arguments[@]}"
