// See model.h.
#include "make/model.h"

#include <algorithm>

#include "base/files.h"
#include "base/hash.h"
#include "make/tensor_file.h"
#include "net/model_layout.h"
#include "pack/section_versions.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

Result<void> PutFloats(const TensorFile& tensors, const std::string& name, size_t count,
                       size_t offset, std::vector<uint8_t>& layers) {
  TRY(const float* values, tensors.Floats(name, count));
  std::memcpy(&layers[offset], values, count * 4);
  return {};
}

// Puts [inputs, outputs] codes into panels at outputs [first_output, …); see DenseLayout.
Result<void> PutDense(const TensorFile& tensors, const std::string& name, const DenseLayout& at,
                      int first_output, int outputs, std::vector<uint8_t>& layers) {
  const size_t inputs = static_cast<size_t>(at.inputs), count = static_cast<size_t>(outputs);
  TRY(const int8_t* codes, tensors.Codes(name + ".codes", inputs * count));
  for (size_t i = 0; i < inputs; ++i) {
    for (size_t o = 0; o < count; ++o) {
      const size_t out = static_cast<size_t>(first_output) + o;
      const size_t place = out / 8 * 8 * inputs + i / 2 * 16 + out % 8 * 2 + i % 2;
      layers[at.codes + place] = static_cast<uint8_t>(codes[i * count + o]);
    }
  }
  const size_t first_byte = static_cast<size_t>(first_output) * 4;
  TRY_VOID(PutFloats(tensors, name + ".scales", count, at.scales + first_byte, layers));
  return PutFloats(tensors, name + ".bias", count, at.bias + first_byte, layers);
}

Result<void> PutNorm(const TensorFile& tensors, const std::string& name, const NormLayout& at,
                     std::vector<uint8_t>& layers) {
  TRY_VOID(PutFloats(tensors, name + ".gain", kWidth, at.gain, layers));
  return PutFloats(tensors, name + ".bias", kWidth, at.bias, layers);
}

Result<std::vector<uint8_t>> PackLayers(const TensorFile& tensors) {
  std::vector<uint8_t> layers(kModelLayout.byte_count);
  TRY(const int8_t* positions, tensors.Codes("position.codes", size_t{kMaxTokens} * kWidth));
  std::memcpy(&layers[kModelLayout.position_codes], positions, size_t{kMaxTokens} * kWidth);
  TRY_VOID(PutFloats(tensors, "position.scales", kMaxTokens, kModelLayout.position_scales, layers));
  TRY_VOID(PutFloats(tensors, "type", kWidth, kModelLayout.type_row, layers));
  TRY_VOID(PutNorm(tensors, "embedding_norm", kModelLayout.embedding_norm, layers));
  for (int i = 0; i < kLayerCount; ++i) {
    const LayerLayout& at = kModelLayout.layers[i];
    const std::string layer = std::to_string(i) + ".";
    TRY_VOID(PutDense(tensors, layer + "query", at.qkv, 0, kWidth, layers));
    TRY_VOID(PutDense(tensors, layer + "key", at.qkv, kWidth, kWidth, layers));
    TRY_VOID(PutDense(tensors, layer + "value", at.qkv, 2 * kWidth, kWidth, layers));
    TRY_VOID(PutDense(tensors, layer + "attention_output", at.mix, 0, kWidth, layers));
    TRY_VOID(PutDense(tensors, layer + "intermediate", at.up, 0, kInnerWidth, layers));
    TRY_VOID(PutDense(tensors, layer + "output", at.down, 0, kWidth, layers));
    TRY_VOID(PutNorm(tensors, layer + "attention_norm", at.mix_norm, layers));
    TRY_VOID(PutNorm(tensors, layer + "output_norm", at.down_norm, layers));
  }
  return layers;
}

Result<void> WriteWords(const TensorFile& tensors, const fs::path& folder, PackHead& head) {
  const size_t vocabulary = kVocabularySize;
  TRY(const int8_t* codes, tensors.Codes("word.codes", vocabulary * kWidth));
  TRY(const float* scales, tensors.Floats("word.scales", vocabulary));
  std::vector<uint8_t> rows(vocabulary * kWordRowBytes);
  for (size_t id = 0; id < vocabulary; ++id) {
    uint8_t* row = &rows[static_cast<size_t>(RankOfToken(static_cast<int>(id))) * kWordRowBytes];
    std::memcpy(row, &scales[id], 4);
    std::memcpy(row + 4, codes + id * kWidth, kWidth);
  }
  constexpr uint32_t kRowsPerChunk = kMaxChunkBytes / kWordRowBytes;
  SectionRef section{"words", VersionToWrite("words"), false, {}};
  for (uint32_t first = 0; first < vocabulary; first += kRowsPerChunk) {
    const uint32_t count = std::min<uint32_t>(kRowsPerChunk, kVocabularySize - first);
    TRY_VOID(WriteChunk(
        folder, section, first, count,
        ByteSpan(rows).subspan(size_t{first} * kWordRowBytes, size_t{count} * kWordRowBytes)));
  }
  head.sections.push_back(std::move(section));
  return {};
}

}  // namespace

Result<void> WriteChunk(const fs::path& folder, SectionRef& section, uint32_t first, uint32_t count,
                        ByteSpan bytes) {
  if (bytes.size() > kMaxChunkBytes) {
    return Fail(ErrorCode::kInvalidInput, "A part of \"" + section.name + "\" is over 256 kB.");
  }
  const uint64_t hash = Hash64(bytes);
  std::string file =
      section.name + "-" + std::to_string(section.chunks.size()) + "-" + HexOf(hash) + ".bin";
  TRY_VOID(WriteFile(folder / file, bytes));
  section.chunks.push_back(
      {std::move(file), first, count, static_cast<uint32_t>(bytes.size()), hash});
  return {};
}

Result<void> WriteStreamSection(const fs::path& folder, std::string_view name, ByteSpan bytes,
                                PackHead& head) {
  SectionRef section{std::string(name), VersionToWrite(name), false, {}};
  for (size_t at = 0; at < bytes.size(); at += kMaxChunkBytes) {
    const size_t size = std::min<size_t>(kMaxChunkBytes, bytes.size() - at);
    TRY_VOID(WriteChunk(folder, section, 0, 0, bytes.subspan(at, size)));
  }
  head.sections.push_back(std::move(section));
  return {};
}

Result<void> WriteModelFolder(const fs::path& target, const PackHead& head,
                              const std::function<Result<void>(const fs::path&)>& write) {
  std::error_code failed;
  const fs::path partial = target.string() + ".partial";
  fs::remove_all(partial, failed);
  fs::create_directories(partial, failed);
  TRY_VOID(write(partial));
  TRY_VOID(WriteFile(partial / "model.meander", WritePackHead(head)));
  fs::remove_all(target, failed);
  fs::rename(partial, target, failed);
  if (failed) return Fail(ErrorCode::kUnavailable, "The model's folder cannot be written.");
  return {};
}

Result<void> MakeModel(const fs::path& source, const fs::path& target) {
  TRY(const TensorFile tensors, TensorFile::Open(source));
  TRY(const std::string vocabulary, ReadTextFile(source / "vocabulary.txt"));
  if (std::count(vocabulary.begin(), vocabulary.end(), '\n') != kVocabularySize) {
    return Fail(ErrorCode::kCorrupt, "The vocabulary does not have 30,522 words.");
  }
  TRY(const std::vector<uint8_t> layers, PackLayers(tensors));
  PackHead head;
  head.name = "minilm";
  head.encoder_id = kEncoderId;
  head.item_count = kVocabularySize;
  head.manifest_json =
      R"({"model":"all-MiniLM-L6-v2","license":"Apache-2.0","weights":"int8, as in the source file"})";
  return WriteModelFolder(target, head, [&](const fs::path& folder) -> Result<void> {
    TRY_VOID(WriteStreamSection(folder, "vocabulary", AsBytes(vocabulary), head));
    TRY_VOID(WriteStreamSection(folder, "layers", layers, head));
    return WriteWords(tensors, folder, head);
  });
}

}  // namespace meander
