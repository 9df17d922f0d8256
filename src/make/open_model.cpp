// See open_model.h.
#include "make/open_model.h"

#include <string>

#include "base/files.h"
#include "base/hash.h"
#include "pack/format.h"

namespace meander {
Result<std::vector<uint8_t>> ReadStreamSection(const std::filesystem::path& folder,
                                               const PackHead& head, std::string_view name) {
  const SectionRef* section = head.Find(name);
  if (section == nullptr) return Fail(ErrorCode::kCorrupt, "The reader's files are not complete.");
  std::vector<uint8_t> all;
  for (const ChunkRef& chunk : section->chunks) {
    TRY(const std::vector<uint8_t> bytes, ReadFile(folder / chunk.file));
    TRY_VOID(VerifyChunk(chunk, bytes));
    all.insert(all.end(), bytes.begin(), bytes.end());
  }
  return all;
}

Result<OpenedModel> OpenModel(const std::filesystem::path& folder) {
  Result<std::vector<uint8_t>> file = ReadFile(folder / "model.meander");
  if (!file) {
    return Fail(ErrorCode::kNotFound, "The reader's weights are not in " + folder.string() +
                                          "; ./meander setup fetches them.");
  }
  TRY(const PackHead head, ReadPackHead(*file));
  TRY(std::vector<uint8_t> layers, ReadStreamSection(folder, head, "layers"));
  TRY(const std::vector<uint8_t> vocabulary, ReadStreamSection(folder, head, "vocabulary"));
  TRY(WordPiece pieces, WordPiece::Open(std::string(AsText(vocabulary))));
  TRY(Weights weights, Weights::Open(layers));
  const SectionRef* words = head.Find("words");
  if (words == nullptr) return Fail(ErrorCode::kCorrupt, "The reader's files are not complete.");
  for (const ChunkRef& chunk : words->chunks) {
    TRY(const std::vector<uint8_t> bytes, ReadFile(folder / chunk.file));
    TRY_VOID(VerifyChunk(chunk, bytes));
    TRY_VOID(weights.PutWordRows(chunk.first_item, bytes));
  }
  return OpenedModel{std::move(layers), std::move(weights), std::move(pieces), Hash64(*file)};
}

}  // namespace meander
