# CMake toolchain file for the wasm modules; every -s flag lives here, each with its reason.
# tools/setup_emscripten.sh writes toolchain.env (EMCC, EMXX, EMAR, EM_CONFIG); build scripts source it first.
set(CMAKE_SYSTEM_NAME Generic)  # CMake ships no platform file called Emscripten
set(CMAKE_SYSTEM_VERSION 1)
set(CMAKE_C_COMPILER "$ENV{EMCC}")
set(CMAKE_CXX_COMPILER "$ENV{EMXX}")
set(CMAKE_AR "$ENV{EMAR}" CACHE FILEPATH "")
set(CMAKE_RANLIB "$ENV{EMRANLIB}" CACHE FILEPATH "")
set(CMAKE_C_COMPILER_WORKS TRUE)
set(CMAKE_CXX_COMPILER_WORKS TRUE)
set(CMAKE_EXECUTABLE_SUFFIX ".mjs")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(EMSCRIPTEN TRUE)
set(UNIX TRUE)

# -Oz for everything that is not arithmetic (Dear ImGui: a sixth smaller on the wire than -O2); rooms
# that count ask for -O3 themselves through fast_room(). Compile-time LTO works with the frozen
# system libraries as long as the link itself is not -flto.
set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG" CACHE STRING "")
set(CMAKE_C_FLAGS_RELEASE "-Oz -DNDEBUG" CACHE STRING "")
# Every browser with SIMD also copies memory in one instruction and turns floats into integers in one. Most
# of a start is copying, and a loop of ours would do it before the browser has compiled it well.
add_compile_options(-mbulk-memory -mnontrapping-fptoint)
add_link_options(-mbulk-memory -mnontrapping-fptoint)
# A page never ends, so nothing that is static is ever destroyed; and it has one thread.
add_compile_options(-msimd128 -fno-exceptions "$<$<COMPILE_LANGUAGE:CXX>:-fno-c++-static-destructors;-fno-threadsafe-statics>")

function(fast_room NAME)
  target_compile_options(${NAME} PRIVATE -O3)
  # Headers that were read for -Oz are no use here.
  set_target_properties(${NAME} PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
endfunction()

# add_wasm_module(TARGET [GL] EXPORTS names…): an ES module with a factory function.
function(add_wasm_module TARGET)
  cmake_parse_arguments(WASM "GL" "MEMORY" "EXPORTS;LIBRARIES" ${ARGN})
  set_target_properties(${TARGET} PROPERTIES SUFFIX ".mjs")
  list(TRANSFORM WASM_EXPORTS PREPEND "_" OUTPUT_VARIABLE names)
  list(JOIN names "," names)
  if(NOT WASM_MEMORY)
    set(WASM_MEMORY 4MB)
  endif()
  target_link_options(${TARGET} PRIVATE
    -Oz
    --no-entry
    -sMODULARIZE=1 -sEXPORT_ES6=1           # plain module with a factory: several may live in a page
    -sENVIRONMENT=web,worker,node           # node: the parity tests run the very files we ship
    -sFILESYSTEM=0                          # bytes come through the host, there are no files
    -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=${WASM_MEMORY}
    -sMALLOC=emmalloc                       # small, and we allocate little once warm
    -sSUPPORT_LONGJMP=0 -sDISABLE_EXCEPTION_CATCHING=1
    -sDYNAMIC_EXECUTION=0                   # no eval: strict CSP
    -sINCOMING_MODULE_JS_API=wasmBinary,instantiateWasm,host,canvas,locateFile,onAbort
    -sEXPORTED_RUNTIME_METHODS=HEAPU8
    -sSTACK_SIZE=262144
    -sASSERTIONS=0
    "-sEXPORTED_FUNCTIONS=_malloc,_free,${names}")
  if(WASM_GL)
    target_link_options(${TARGET} PRIVATE -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
      -sGL_ENABLE_GET_PROC_ADDRESS=0)
  endif()
  foreach(library ${WASM_LIBRARIES})
    target_link_options(${TARGET} PRIVATE --js-library ${library})
    set_property(TARGET ${TARGET} APPEND PROPERTY LINK_DEPENDS ${library})
  endforeach()
endfunction()
