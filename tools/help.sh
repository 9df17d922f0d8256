# The list of verbs, or what one of them does: help [VERB].

case "${1:-}" in
  ''|help|--help|-h) cat <<'TEXT' ;;
./meander          set up, build, make the map and serve it; prints the address
./meander test     build and pass every test

  run [--port N]   the same as no verb                setup      fetch what is missing, nothing else
  build            compile, native and for the page   site       write dist/, a folder any host can serve
  pack RECIPE      make a pack from data/recipes/     window     the same program in a native window
  bench [NAME]     compare with peers, as ratios      format     put all sources into shape
  update           look for newer dependencies        clean      remove build/, dist/ and what a site left half done

Command line: ./meander VERB --help
  tokenize  embed  neighbors  walk  gradient  why  explain  attribute  nmf  tap
  pack  check  check-word  sound  beat  see  draw  icons
  poster  figure   what a link shows as a picture; an author's whole hand-over in one folder
  how              (what site asks of the tool: figures for how.html)
TEXT
  run) cat <<'TEXT' ;;
Usage: ./meander [run] [--port N] [--host ADDRESS]

Sets up and builds what is missing, makes the map, serves it and prints the address. The port is 8000
or the next one that is free; 0 lets the system choose. What later rooms need is made meanwhile, in
the background; their pages say how far it is. Ctrl-C ends it.
TEXT
  test) cat <<'TEXT' ;;
Usage: ./meander test [STAGE…]

Builds and passes every test, or only these stages: lint format types tools native parity fuzz web.
TEXT
  setup) cat <<'TEXT' ;;
Usage: ./meander setup [--for-tests] [--for-bench]

Fetches what is missing into the cache (~/.cache/meander, or MEANDER_CACHE) and builds nothing.
TEXT
  build) cat <<'TEXT' ;;
Usage: ./meander build [--native]

Compiles the native tool and the page's programs into build/; --native only the tool.
TEXT
  site) cat <<'TEXT' ;;
Usage: ./meander site [--games] [--url BASE --figures FILE.json]

Writes dist/: a folder that any static host can serve. With --games the lines of two games (space trade
and heroic dialogue) are among those of Sentences; they are under the GPL, and so is that pack then.
With --figures every figure that the file names has a page at figures/NAME/page.html, with cards for
whoever its address is sent to; --url is where the site will lie (docs/hosting.md).
TEXT
  bench) cat <<'TEXT' ;;
Usage: ./meander bench [NAME [arguments]]

Compares with peers, each comparison in one interleaved run, with its goal and whether it was met. NAME
is one of them, by itself: encoder (reading in the page), native (reading here), firstview (what
travels), map (redraws), pictures (looking at a photo), pen (reading a drawing), captum (integrated gradients), layout, walk, gradient (its own --pairs FILE.jsonl), or another bench/NAME.bench.mjs. On a busy machine use the
ratios, or give it the processor: chrt -r 5 ./meander bench NAME. MEANDER_BENCH_ROUNDS makes it short.
TEXT
  window) cat <<'TEXT' ;;
Usage: ./meander window [PACK]

The same program in a native window; what the page would say is printed as plain text.
PACK is a path or a recipe's name; without it, wikipedia.
TEXT
  format) cat <<'TEXT' ;;
Usage: ./meander format [--check]

Puts all C++ into shape; --check only says what is out of shape.
TEXT
  update) cat <<'TEXT' ;;
Usage: ./meander update

Says which pinned dependencies have newer versions; changes nothing.
TEXT
  clean) cat <<'TEXT' ;;
Usage: ./meander clean

Removes build/ and dist/, and dist.partial/ and dist.old/ where there are. What was downloaded stays in
the cache.
TEXT
  # The command line tells of itself once it is built; until then its usage is all there is.
  tokenize|embed|neighbors|walk|gradient|why|explain|attribute|nmf|tap|beat|see|icons|draw|pack|sound|check|check-word|how|poster|figure)
    if [ -x "$BUILD/native/src/cli/meander-cli" ]; then exec "$BUILD/native/src/cli/meander-cli" "$1" --help; fi
    case "$1" in
      tokenize) echo "Usage: meander tokenize FILE.jsonl" ;;
      embed) echo "Usage: meander embed FILE.txt --out FILE.npy" ;;
      neighbors) echo "Usage: meander neighbors PACK \"TITLE\" | --text \"…\" [-k N] [--json]" ;;
      walk) echo "Usage: meander walk PACK FROM TO [--by meaning|links] [--via TITLE]… [--avoid TITLE]… [--scenic X] [--json]" ;;
      gradient) echo "Usage: meander gradient PACK \"A\" \"B\" [--space meaning|spelling|sound|M,S,P] [--steps N] [--scenic X] [--within SOURCE] [--json]" ;;
      why) echo "Usage: meander why PACK A B [--json]" ;;
      check-word) echo "Usage: meander check-word [--line] WORD…" ;;
      how) echo "Usage: meander how PACK OUT_DIR [TITLE]" ;;
      poster) echo "Usage: meander poster LINK --out FILE.png|webp|svg [--theme light|dark] [--size WxH] [--scale N] [--json]" ;;
      figure) echo "Usage: meander figure LINK --out DIR [--url BASE] [--theme T] [--start S] [--shape S] [--lock] [--accent #RRGGBB] [--title T] [--alt T]" ;;
      explain) echo "Usage: meander explain \"A\" \"B\" [--method exact|occlusion|shapley|jvp] [--layer L] [--steps N] [--orders N] [--seed N] [--mask] [--pieces] [--ghost] [--json]" ;;
      attribute) echo "Usage: meander attribute \"Q\" --target \"A\" [--versus \"B\"] [--method occlusion|lime|shapley|gradient|ig|rollout] [--samples N] [--steps N] [--orders N] [--seed N] [--mask] [--pieces] [--curve] [--ghost] [--json]" ;;
      nmf) echo "Usage: meander nmf FILE.npy -k K [--seed N] [--clip] [--stability N] [--json]" ;;
      tap) echo "Usage: meander tap \"text\" --layer N --out F.npy [--kind hidden|attention|ffn] [--before] [--ghost] [--seed N]" ;;
      sound) echo "Usage: meander sound PACK FILE [-k N] [--json]" ;;
      beat) echo "Usage: meander beat LINK [--wav F] [--midi F] [--bars N] [--tail] [--json] [--pack PACK]" ;;
      see) echo "Usage: meander see PHOTO [--layer L] [--attribute A[/B] [--method M] [--steps N] [--samples N] [--cover C] [--race]] [--nmf K [--stability N] [--flow L [--flow-groups K]]] [--ghost] [--seed N] [--whole] [--out DIR] [--json]" ;;
      draw) echo "Usage: meander draw STROKES.json [--sign A] [--against B] [--ghost [--seed N]] [--json]" ;;
      icons) echo "Usage: meander icons [--layer L [--units N,N…]] [--opposite] [--form N] [--most N] [--steps N] [--side PX] [--seed S] [--out DIR] [--atlas DIR]" ;;
      pack) echo "Usage: meander pack RECIPE" ;;
      check) echo "Usage: meander check PACK [--seeds N] [--json]" ;;
    esac ;;
  *) misuse "there is no verb \"$1\"; ./meander help lists them." ;;
esac
