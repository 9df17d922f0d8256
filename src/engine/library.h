// The open pack as the engine sees it: hands out decoded texts, neighbour lists and vectors, asking
// the FileStore for the chunks they lie in. Decoded chunks are kept while they fit in a budget;
// vectors are kept for good, because searching by meaning needs them all.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/file_store.h"
#include "pack/format.h"
#include "pack/road_section.h"
#include "pack/sections.h"
#include "pack/spelling_section.h"

namespace meander {

inline constexpr size_t kDecodedBudgetBytes = 24 << 20;

class Library {
 public:
  explicit Library(FileStore& files) : files_(files) {}

  // Replaces whatever was open before.
  Result<void> Open(std::string base_url, PackHead head);
  bool is_open() const { return is_open_; }
  const PackHead& head() const { return head_; }
  const std::string& base_url() const { return base_url_; }

  // Each: nullptr while files are coming (they are wanted on `who`'s behalf), an Error when they
  // cannot be had. item < head().item_count is checked. Pointers last until the next call.
  Result<const Article*> ArticleOf(uint32_t item, RequestId who);
  Result<const NeighborLists*> NeighborsOf(uint32_t item, RequestId who, uint32_t& index_in_lists);
  // A table of all rows of which at least those of `items` are filled in.
  Result<const VectorTable*> VectorsOf(std::span<const uint32_t> items, RequestId who);
  // Every row; chunks are asked for in one order whatever the question was.
  Result<const VectorTable*> AllVectors(RequestId who);

  // The chunk that holds `item`, as it lies in its file, not kept; nullopt while it is coming.
  Result<std::optional<std::vector<uint8_t>>> ChunkBytes(std::string_view section, uint32_t item,
                                                         RequestId who);
  // The verified bytes of a chunk, nullptr while they are coming; of `chunks`, in their order. They
  // last until they are dropped: decoded, and kept elsewhere.
  using Chunks = std::span<const ChunkRef>;
  Result<const std::vector<uint8_t>*> FileOf(const ChunkRef& chunk, RequestId who);
  Result<std::optional<std::vector<ByteSpan>>> FilesOf(Chunks chunks, RequestId who);
  void DropFiles(Chunks chunks);
  // A section's chunks one after the other, not kept; nullopt while they are coming.
  Result<std::optional<std::vector<uint8_t>>> Joined(std::string_view section, RequestId who);

  // Empty where the pack tells of none.
  Result<const std::vector<SpellingPair>*> SpellingOf(RequestId who);

  // All roads of the section, ready to be walked: by meaning both ways, by links as they lead.
  Result<const RoadMap*> RoadsOf(std::string_view section, RequestId who);

  size_t decoded_bytes() const { return decoded_bytes_; }

 private:
  using Decoded = std::variant<std::vector<Article>, NeighborLists>;
  struct Kept {
    Decoded decoded;
    size_t bytes = 0;
    uint64_t used_at = 0;
  };

  Result<const ChunkRef*> ChunkOf(std::string_view section, uint32_t item) const;
  // The chunk's bytes, decoded once by `decode` and kept.
  template <class T, class Decode>
  Result<const T*> Keep(const ChunkRef& chunk, RequestId who, Decode decode);
  void MakeRoom(size_t bytes);
  // True when the rows of chunk `index` of the vectors section are in the table.
  Result<bool> LoadVectors(size_t index, RequestId who);

  FileStore& files_;
  bool is_open_ = false;
  std::string base_url_;
  PackHead head_;
  std::map<std::string, Kept> kept_;  // by chunk file
  size_t decoded_bytes_ = 0;
  uint64_t clock_ = 0;  // counts uses, not time
  VectorTable vectors_;
  std::vector<uint8_t> vectors_loaded_;  // one a chunk
  std::map<std::string, RoadMap, std::less<>> roads_;
  std::optional<std::vector<SpellingPair>> spelling_;
};

}  // namespace meander
