// See library.h.
#include "engine/library.h"

#include <algorithm>

namespace meander {
namespace {

size_t BytesOf(const std::vector<Article>& articles) {
  size_t bytes = 0;
  for (const Article& article : articles) {
    bytes += sizeof(Article) + article.text.size() + article.description.size() +
             article.address.size() + article.links.size() * sizeof(TextLink);
  }
  return bytes;
}

size_t BytesOf(const NeighborLists& lists) { return lists.flat.size() * sizeof(Neighbor); }

std::unexpected<Error> HasNo(std::string_view section) {
  return Fail(ErrorCode::kNotFound, "This pack has no " + std::string(section) + ".");
}

}  // namespace

Result<void> Library::Open(std::string base_url, PackHead head) {
  is_open_ = false;
  kept_.clear();
  decoded_bytes_ = 0;
  vectors_ = {};
  vectors_loaded_.clear();
  roads_.clear();
  spelling_.reset();
  if (base_url.empty() || base_url.back() != '/') {
    return Fail(ErrorCode::kInvalidInput, "A pack's address must end in a slash.");
  }
  base_url_ = std::move(base_url);
  head_ = std::move(head);
  is_open_ = true;
  return {};
}

Result<const ChunkRef*> Library::ChunkOf(std::string_view section, uint32_t item) const {
  if (!is_open_) return Fail(ErrorCode::kNotFound, "No pack is open yet.");
  if (item >= head_.item_count) {
    return Fail(ErrorCode::kInvalidInput, "There is no such article in this pack.");
  }
  const ChunkRef* chunk = head_.FindChunk(section, item);
  if (chunk == nullptr) return HasNo(section);
  return chunk;
}

Result<std::optional<std::vector<uint8_t>>> Library::ChunkBytes(std::string_view section,
                                                                uint32_t item, RequestId who) {
  TRY(const ChunkRef* chunk, ChunkOf(section, item));
  TRY(const std::vector<uint8_t>* bytes, FileOf(*chunk, who));
  if (bytes == nullptr) return std::nullopt;
  std::vector<uint8_t> taken = *bytes;
  DropFiles({chunk, 1});
  return taken;
}

Result<const std::vector<uint8_t>*> Library::FileOf(const ChunkRef& chunk, RequestId who) {
  return files_.Get(base_url_ + chunk.file, chunk, who);
}

Result<std::optional<std::vector<ByteSpan>>> Library::FilesOf(Chunks chunks, RequestId who) {
  std::vector<ByteSpan> all;
  for (const ChunkRef& chunk : chunks) {
    TRY(const std::vector<uint8_t>* bytes, FileOf(chunk, who));
    if (bytes != nullptr) all.push_back(*bytes);
  }
  if (all.size() < chunks.size()) return std::nullopt;
  return all;
}

void Library::DropFiles(Chunks chunks) {
  for (const ChunkRef& chunk : chunks) files_.Drop(base_url_ + chunk.file);
}

Result<std::optional<std::vector<uint8_t>>> Library::Joined(std::string_view section,
                                                            RequestId who) {
  const SectionRef* found = head_.Find(section);
  if (found == nullptr) return HasNo(section);
  TRY(const auto bytes, FilesOf(found->chunks, who));
  if (!bytes) return std::nullopt;
  std::vector<uint8_t> joined;
  for (const ByteSpan part : *bytes) joined.insert(joined.end(), part.begin(), part.end());
  DropFiles(found->chunks);
  return joined;
}

void Library::MakeRoom(size_t bytes) {
  while (!kept_.empty() && decoded_bytes_ + bytes > kDecodedBudgetBytes) {
    const auto oldest = std::min_element(
        kept_.begin(), kept_.end(),
        [](const auto& a, const auto& b) { return a.second.used_at < b.second.used_at; });
    decoded_bytes_ -= oldest->second.bytes;
    kept_.erase(oldest);
  }
}

template <class T, class Decode>
Result<const T*> Library::Keep(const ChunkRef& chunk, RequestId who, Decode decode) {
  if (const auto at = kept_.find(chunk.file); at != kept_.end()) {
    at->second.used_at = ++clock_;
    return std::get_if<T>(&at->second.decoded);
  }
  TRY(const std::vector<uint8_t>* bytes, FileOf(chunk, who));
  if (bytes == nullptr) return nullptr;
  Result<T> decoded = decode(ByteSpan(*bytes));
  DropFiles({&chunk, 1});
  if (!decoded) return std::unexpected(decoded.error());
  const size_t size = BytesOf(*decoded);
  MakeRoom(size);
  decoded_bytes_ += size;
  Kept& kept = kept_[chunk.file];
  kept = Kept{std::move(*decoded), size, ++clock_};
  return std::get_if<T>(&kept.decoded);
}

Result<const Article*> Library::ArticleOf(uint32_t item, RequestId who) {
  TRY(const ChunkRef* chunk, ChunkOf("texts", item));
  TRY(const std::vector<Article>* articles,
      Keep<std::vector<Article>>(*chunk, who, [&](ByteSpan bytes) {
        return ReadTexts(bytes, chunk->item_count, head_.item_count);
      }));
  return articles ? &(*articles)[item - chunk->first_item] : nullptr;
}

Result<const NeighborLists*> Library::NeighborsOf(uint32_t item, RequestId who,
                                                  uint32_t& index_in_lists) {
  TRY(const ChunkRef* chunk, ChunkOf("neighbors", item));
  index_in_lists = item - chunk->first_item;
  return Keep<NeighborLists>(*chunk, who, [&](ByteSpan bytes) {
    return ReadNeighbors(bytes, chunk->item_count, head_.item_count);
  });
}

Result<bool> Library::LoadVectors(size_t index, RequestId who) {
  const SectionRef& section = *head_.Find("vectors");
  vectors_loaded_.resize(section.chunks.size());
  if (vectors_loaded_[index]) return true;
  const ChunkRef& chunk = section.chunks[index];
  TRY(const std::vector<uint8_t>* bytes, FileOf(chunk, who));
  if (bytes == nullptr) return false;
  Result<VectorTable> rows = ReadVectors(*bytes, chunk.item_count, head_.encoder_id);
  DropFiles({&chunk, 1});
  if (!rows) return std::unexpected(rows.error());
  if (vectors_.dim == 0) {
    vectors_ = EmptyTable(head_.encoder_id, head_.item_count, rows->dim);
  }
  if (rows->dim != vectors_.dim) {
    return Fail(ErrorCode::kCorrupt, "This pack's vectors do not have one length.");
  }
  std::copy(rows->codes.begin(), rows->codes.end(),
            vectors_.codes.begin() + static_cast<ptrdiff_t>(size_t{chunk.first_item} * rows->dim));
  std::copy(rows->scales.begin(), rows->scales.end(), vectors_.scales.begin() + chunk.first_item);
  vectors_loaded_[index] = true;
  return true;
}

Result<const VectorTable*> Library::VectorsOf(std::span<const uint32_t> items, RequestId who) {
  bool all_here = true;
  for (const uint32_t item : items) {
    TRY(const ChunkRef* chunk, ChunkOf("vectors", item));
    const auto index = static_cast<size_t>(chunk - head_.Find("vectors")->chunks.data());
    TRY(const bool here, LoadVectors(index, who));
    all_here &= here;
  }
  return all_here ? &vectors_ : nullptr;
}

Result<const VectorTable*> Library::AllVectors(RequestId who) {
  TRY([[maybe_unused]] const ChunkRef* first, ChunkOf("vectors", 0));
  bool all_here = true;
  const size_t count = head_.Find("vectors")->chunks.size();
  for (size_t index = 0; index < count; ++index) {
    TRY(const bool here, LoadVectors(index, who));
    all_here &= here;
  }
  return all_here ? &vectors_ : nullptr;
}

Result<const std::vector<SpellingPair>*> Library::SpellingOf(RequestId who) {
  if (spelling_) return &*spelling_;
  const SectionRef* section = head_.Find(kSpellingSection);
  if (section == nullptr || section->chunks.empty()) return &spelling_.emplace();
  const ChunkRef& chunk = section->chunks[0];
  TRY(const std::vector<uint8_t>* bytes, FileOf(chunk, who));
  if (bytes == nullptr) return nullptr;
  TRY(std::vector<SpellingPair> pairs, ReadSpelling(*bytes, head_.item_count));
  DropFiles({&chunk, 1});
  return &spelling_.emplace(std::move(pairs));
}

Result<const RoadMap*> Library::RoadsOf(std::string_view section, RequestId who) {
  if (const auto at = roads_.find(section); at != roads_.end()) return &at->second;
  TRY([[maybe_unused]] const ChunkRef* first, ChunkOf(section.data(), 0));
  const std::vector<ChunkRef>& chunks = head_.Find(section)->chunks;
  TRY(const auto bytes, FilesOf(chunks, who));
  if (!bytes) return nullptr;
  RoadMap map;
  for (size_t i = 0; i < chunks.size(); ++i) {
    TRY_VOID(ReadRoads((*bytes)[i], chunks[i].item_count, head_.item_count, map));
  }
  DropFiles(chunks);
  if (section == kRoadsByMeaning) map = BothWays(map);
  return &roads_.emplace(section, std::move(map)).first->second;
}

}  // namespace meander
