# The list of verbs.
cat <<'TEXT'
./meander          set up, build, make the map and serve it; prints the address
./meander test     build and pass every test

  run [--port N]   the same as no verb                setup      fetch what is missing, nothing else
  build            compile, native and for the page   site       write dist/, a folder any host can serve
  pack RECIPE      make a pack from data/recipes/     window     the same program in a native window
  bench [NAME]     compare with peers, as ratios      format     put all sources into shape
  update           look for newer dependencies        clean      remove build/ and dist/

Command line: ./meander VERB --help
  tokenize  embed  neighbors  pack  check
TEXT
