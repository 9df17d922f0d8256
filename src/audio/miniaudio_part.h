// Which part of miniaudio is used: its decoders, from memory.
#pragma once

#define MA_NO_DEVICE_IO
#define MA_NO_THREADING
#define MA_NO_ENCODING
#define MA_NO_GENERATION
#define MA_NO_RESOURCE_MANAGER
#define MA_NO_NODE_GRAPH
#define MA_NO_ENGINE
#define MA_NO_RUNTIME_LINKING
// With SSE it rounds halves another way than wasm does without: one sample in two hundred would
// differ by a 16-bit step (tests/parity/sounds.test.mjs).
#define MA_DR_MP3_NO_SIMD
#include "miniaudio.h"
