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
// stb_vorbis forgets memory of files that it refuses. So all that it needs comes from one piece, which
// is given back with the decoder.
#define ROOM_FOR_VORBIS (8 << 20)
static stb_vorbis *open_in_room(const unsigned char *data, int length, int *error) {
  stb_vorbis_alloc room = {malloc(ROOM_FOR_VORBIS), ROOM_FOR_VORBIS};
  if (!room.alloc_buffer) return 0;
  stb_vorbis *opened = stb_vorbis_open_memory(data, length, error, &room);
  if (!opened) free(room.alloc_buffer);
  return opened;
}
static void close_with_room(stb_vorbis *opened) {
  if (!opened) return;
  char *room = opened->alloc.alloc_buffer;
  stb_vorbis_close(opened);
  free(room);
}
#define stb_vorbis_open_memory(data, length, error, alloc) open_in_room(data, length, error)
#define stb_vorbis_close(opened) close_with_room(opened)
// stb_vorbis leaves these behind.
#undef L
#undef C
#undef R
#define MINIAUDIO_IMPLEMENTATION
#include "audio/miniaudio_part.h"
