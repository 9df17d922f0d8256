// See clip_shelf.h.
#include "sounds/clip_shelf.h"

#include <algorithm>
#include <utility>

namespace meander {
namespace {

constexpr size_t kSlice_samples = size_t{4} * kSampleRate_hz;  // about 8 ms on a laptop

}  // namespace

std::optional<uint32_t> ClipShelf::Want(const PackHead& head, uint32_t item) {
  if (Of(item) != nullptr) return std::nullopt;
  const SectionRef* sprites = head.Find(kSpritesSection);
  if (sprites == nullptr) return std::nullopt;
  for (const ChunkRef& chunk : sprites->chunks) {
    const bool holds = item >= chunk.first_item && item - chunk.first_item < chunk.item_count;
    if (!holds) continue;
    if (!asked_.insert(chunk.first_item).second) return std::nullopt;
    return chunk.first_item;
  }
  return std::nullopt;
}

Result<void> ClipShelf::Take(const ChunkRef& chunk, ByteSpan bytes, uint32_t item_count) {
  clips_.resize(item_count);
  Waiting waiting{chunk.first_item, chunk.item_count, {bytes.begin(), bytes.end()}, nullptr};
  const auto open = [&]() -> Result<void> {
    TRY(const Sprite sprite, ReadSprite(waiting.bytes, chunk.item_count));
    TRY(waiting.decoder, SpriteDecoder::Open(sprite.mp3));
    return {};
  };
  const Result<void> opened = open();
  if (!opened) {
    Fail(chunk.first_item, chunk.item_count);
    return opened;
  }
  waiting_.push_back(std::move(waiting));
  return {};
}

bool ClipShelf::HasFailed(uint32_t item) const {
  return std::ranges::any_of(failed_, [&](const auto& sprite) {
    return item >= sprite.first && item - sprite.first < sprite.second;
  });
}

void ClipShelf::Fail(uint32_t first_item, uint32_t item_count) {
  failed_.emplace_back(first_item, item_count);
  ++version_;
}

bool ClipShelf::Decode() {
  if (waiting_.empty()) return false;
  if (waiting_.front().decoder->Decode(kSlice_samples)) return true;
  Waiting done = std::move(waiting_.front());
  waiting_.pop_front();
  Finish(std::move(done));
  return !waiting_.empty();
}

void ClipShelf::Finish(Waiting done) {
  const Result<Sprite> sprite = ReadSprite(done.bytes, done.item_count);
  const Clip decoded = done.decoder->Take();
  Result<std::vector<Clip>> clips =
      sprite ? CutSprite(*sprite, decoded) : std::unexpected(sprite.error());
  const size_t room = clips_.size() - std::min<size_t>(done.first_item, clips_.size());
  if (clips && clips->size() > room) {
    clips = meander::Fail(ErrorCode::kCorrupt, "This pack is damaged: it holds too many sounds.");
  }
  if (!clips) {
    error_ = clips.error();
    Fail(done.first_item, done.item_count);
    return;
  }
  for (size_t i = 0; i < clips->size(); ++i) {
    clips_[done.first_item + i] = std::make_shared<const Clip>(std::move((*clips)[i]));
  }
  ++version_;
}

}  // namespace meander
