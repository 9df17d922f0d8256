// What a sound file holds, as samples. The same decoder reads the pack's sprites natively and in
// the page, so both have the same samples and no browser's decoder delay matters.
#pragma once

#include <memory>

#include "audio/clip.h"
#include "base/bytes.h"
#include "base/error.h"

namespace meander {

inline constexpr size_t kLargestSoundFile_bytes = 64 * 1024 * 1024;
inline constexpr int kLongestListened_s = 600;  // how far in a sound is looked for
inline constexpr int kLongestDecoded_s = 30;    // of it, from where it is first heard

// WAV, AIFF, FLAC, MP3 or Ogg Vorbis; known by its first bytes, whatever it is called. All channels
// are mixed evenly, another rate is brought to kSampleRate_hz (resample.h). What is below -60 dBFS
// before the sound begins is left out.
// kNotFound: empty or silent. kInvalidInput: too large, or nothing that can be read. Each with a
// sentence for the reader. The bytes may be anything.
Result<Clip> DecodeSound(ByteSpan file);

// An MP3 of ours a piece at a time: a page decodes between frames and drops none.
class SpriteDecoder {
 public:
  // `mp3` must outlive it. kInvalidInput where it is none.
  static Result<std::unique_ptr<SpriteDecoder>> Open(ByteSpan mp3);
  virtual ~SpriteDecoder() = default;
  // At least so many samples more; false: that was the last of it.
  virtual bool Decode(size_t samples) = 0;
  // What DecodeSprite gives, once it is at its end. Moves it out.
  virtual Clip Take() = 0;
};

// An MP3 of ours, all of it and from its first sample, for sprites: nothing is left out.
Result<Clip> DecodeSprite(ByteSpan mp3);

}  // namespace meander
