# npm packages from package-lock.json, without running any install script, in the cache; the checkout
# only gets a link to them.

node_state="$(state_of package-lock.json package.json)"
make_node() {
  rm -rf "$CACHE/node.partial" && mkdir -p "$CACHE/node.partial" || return 1
  cp "$MEANDER_ROOT/package.json" "$MEANDER_ROOT/package-lock.json" "$CACHE/node.partial/" || return 1
  (cd "$CACHE/node.partial" && ONNXRUNTIME_NODE_INSTALL=skip npm ci --ignore-scripts --no-audit --no-fund --prefer-offline \
    --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000 $npm_omit) ||
    { say "meander: the npm packages could not be fetched; is there a network? Details are in $CACHE/logs/npm-packages.log."; return 1; }
  rm -rf "$CACHE/$node_folder" && mv "$CACHE/node.partial" "$CACHE/$node_folder" || return 1
  stamp "$CACHE/stamps/$node_folder" "$node_state"
}
# The page needs only the fonts; tests and benches the rest.
npm_omit="--omit=dev --omit=optional" node_folder=node-site npm_mb=10
case " $* " in *" --for-tests "*) npm_omit="--omit=optional" node_folder=node-tests npm_mb=241 ;; esac
case " $* " in *" --for-bench "*) npm_omit="" node_folder=node-bench npm_mb=700 ;; esac
for fuller in node-bench node-tests; do  # a fuller set that is there already serves as well
  is_stamped "$CACHE/stamps/$fuller" "$node_state" && [ -d "$CACHE/$fuller" ] &&
    { [ "$node_folder" = node-site ] || [ "$fuller" = node-bench ]; } && node_folder=$fuller && break
done
is_stamped "$CACHE/stamps/$node_folder" "$node_state" && [ -d "$CACHE/$node_folder" ] ||
  step_mb=$npm_mb step_grows="$CACHE/node.partial" step npm-packages make_node
if [ "$(readlink "$MEANDER_ROOT/node_modules" 2>/dev/null)" != "$CACHE/$node_folder/node_modules" ]; then
  [ ! -e "$MEANDER_ROOT/node_modules" ] || [ -L "$MEANDER_ROOT/node_modules" ] ||
    fail "node_modules in the checkout is a real folder; please move it away, it belongs in the cache."
  ln -sfn "$CACHE/$node_folder/node_modules" "$MEANDER_ROOT/node_modules"
fi
