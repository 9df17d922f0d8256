// See step_cache.h.
#include "make/step_cache.h"

#include "base/files.h"
#include "base/hash.h"

namespace meander {

Result<std::vector<uint8_t>> StepCache::Get(
    std::string_view step, uint64_t key,
    const std::function<Result<std::vector<uint8_t>>()>& make) const {
  const std::filesystem::path file = folder_ / (std::string(step) + "-" + HexOf(key) + ".step");
  Result<std::vector<uint8_t>> kept = ReadFile(file);
  // The last eight bytes are the hash of the rest: a damaged file is simply made again.
  if (kept && kept->size() >= 8) {
    const size_t size = kept->size() - 8;
    uint64_t hash;
    std::memcpy(&hash, kept->data() + size, 8);
    if (hash == Hash64(ByteSpan(*kept).first(size))) {
      kept->resize(size);
      return kept;
    }
  }
  TRY(std::vector<uint8_t> made, make());
  ByteWriter writer;
  writer.PutBytes(made);
  writer.Put(Hash64(made));
  std::error_code ignored;
  std::filesystem::create_directories(folder_, ignored);
  TRY_VOID(WriteFile(file, writer.bytes()));
  return made;
}

}  // namespace meander
