// The samples of sounds: which sprites have been asked for, which are being decoded, which clips
// are there. A sprite is half a minute of MP3, so it is decoded in slices, a few milliseconds each.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "audio/clip.h"
#include "audio/decode.h"
#include "base/bytes.h"
#include "base/error.h"
#include "pack/format.h"
#include "pack/sound_sections.h"

namespace meander {

class ClipShelf {
 public:
  using Samples = std::shared_ptr<const Clip>;

  // nullptr: not here (yet).
  Samples Of(uint32_t item) const { return item < clips_.size() ? clips_[item] : nullptr; }
  // The item whose sprite is to be fetched for it, unless it is here or on its way.
  std::optional<uint32_t> Want(const PackHead& head, uint32_t item);
  // A sprite that has come; kCorrupt for one that cannot be read: its sounds have failed then.
  Result<void> Take(const ChunkRef& chunk, ByteSpan bytes, uint32_t item_count);
  // One that did not come may be asked for again.
  void TakeFailure(const ChunkRef& chunk) { asked_.erase(chunk.first_item); }
  // Decodes a slice of what has come. False: there is nothing left to do.
  bool Decode();
  // Whether it came and cannot be heard: its sprite is damaged, or was decoded with a shift.
  bool HasFailed(uint32_t item) const;
  // Why what was decoded last could not be cut into sounds; told once.
  std::optional<Error> TakeError() { return std::exchange(error_, std::nullopt); }
  // Another number once more sounds are there, or have failed.
  uint64_t version() const { return version_; }

 private:
  struct Waiting {
    uint32_t first_item = 0, item_count = 0;
    std::vector<uint8_t> bytes;  // of the chunk
    std::unique_ptr<SpriteDecoder> decoder;
  };
  void Finish(Waiting done);
  void Fail(uint32_t first_item, uint32_t item_count);

  std::vector<Samples> clips_;
  std::set<uint32_t> asked_;  // first items of sprites
  std::deque<Waiting> waiting_;
  std::vector<std::pair<uint32_t, uint32_t>> failed_;  // first item and count of sprites
  std::optional<Error> error_;
  uint64_t version_ = 0;
};

}  // namespace meander
