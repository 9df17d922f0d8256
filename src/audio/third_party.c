// Compiles the decoders of miniaudio (dr_wav, dr_flac, dr_mp3 and stb_vorbis beside it) and nothing
// else of it: no devices, no threads, no files. Warnings are off here; it is not our source.
#define STB_VORBIS_NO_STDIO
#include "stb_vorbis.c"
// stb_vorbis leaves these behind.
#undef L
#undef C
#undef R
#define MINIAUDIO_IMPLEMENTATION
#include "audio/miniaudio_part.h"
