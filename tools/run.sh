# The default verb: everything that is needed, then the address.

run_arguments=("$@")
set --
source "$TOOLS/site.sh"
exec node "$TOOLS/server.mjs" "$MEANDER_ROOT/dist" "${run_arguments[@]}"
