// A pack's folder while it is written: sections in chunks below the limit, then the head; swapped
// in whole at the end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json_reader.h"
#include "pack/format.h"

namespace meander {

// What every pack's manifest begins with: the pack's name, the format, this tool, the encoder.
Json ManifestHead(const PackHead& head);

class PackWriter {
 public:
  // The bytes of items [first, first + count).
  using Encode = std::function<std::vector<uint8_t>(uint32_t first, uint32_t count)>;

  PackWriter(std::filesystem::path folder, PackHead& head)
      : folder_(std::move(folder)), head_(head) {}

  // A section of items; a range of more than `most_bytes` is divided.
  Result<void> Put(std::string_view name, bool first_view, const Encode& encode,
                   uint32_t most_bytes = kMaxChunkBytes);
  // `column` holds bytes_each for every item.
  Result<void> PutColumn(std::string_view name, bool first_view, ByteSpan column,
                         uint32_t bytes_each = 1);
  // A section of items in chunks that are there already, one after the other: counts[i] items each.
  Result<void> PutChunks(std::string_view name, bool first_view, std::span<const uint32_t> counts,
                         std::span<const std::vector<uint8_t>> chunks);
  // A byte stream.
  Result<void> PutStream(std::string_view name, bool first_view, ByteSpan bytes);
  Result<void> PutHead();

 private:
  std::filesystem::path folder_;
  PackHead& head_;
};

// Calls `write` with a new folder beside `target` and swaps it in whole, or leaves `target` as it
// was.
Result<void> ReplaceFolder(
    const std::filesystem::path& target,
    const std::function<Result<void>(const std::filesystem::path& folder)>& write);

}  // namespace meander
