// Compiles the decoders of miniaudio (dr_wav, dr_flac, dr_mp3 and stb_vorbis beside it) and nothing
// else of it: no devices, no threads, no files. Warnings are off here; it is not our source.
#define STB_VORBIS_NO_STDIO
#include "stb_vorbis.c"
// miniaudio names it, and nobody here opens files by name.
stb_vorbis *stb_vorbis_open_filename(const char *name, int *error, const stb_vorbis_alloc *buffer) {
  (void)name, (void)buffer;
  if (error) *error = VORBIS_file_open_failure;
  return 0;
}
// stb_vorbis leaves these behind.
#undef L
#undef C
#undef R
#define MINIAUDIO_IMPLEMENTATION
#include "audio/miniaudio_part.h"
