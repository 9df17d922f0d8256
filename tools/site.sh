# Writes dist/: builds, makes the packs of the explorers that exist, and lays the static folder out.

lines_recipe=sentences lines_wanted="" site_url="" site_figures=""
if [ "$verb" = site ]; then
  while [ $# -gt 0 ]; do
    case "$1" in
      --games) lines_recipe=sentences-games lines_wanted=games ;;
      --url|--figures) [ -n "${2:-}" ] || misuse "$1 needs a value; ./meander site --help says which."
        if [ "$1" = --url ]; then site_url="$2"; else site_figures="$2"; fi
        shift ;;
      *) takes_only "--games --url --figures" "$1" ;;
    esac
    shift
  done
  [ -z "$site_figures" ] || [ -f "$site_figures" ] || misuse "there is no file $site_figures."
  [ -z "$site_figures" ] || [ -n "$site_url" ] || misuse "--figures needs --url: cards hold whole addresses."
  case "$site_url" in
    ''|https://?*|http://?*) ;;
    *) misuse "--url is where the site will lie, like https://your.host/meander/." ;;
  esac
  [ -z "$site_figures" ] || site_figures="$(realpath "$site_figures")"
fi
source "$TOOLS/build.sh" --all
source "$TOOLS/packs.sh"
for room in $(rooms); do make_pack "$room"; done
lay_out
