// See model.h.
#include "make/model.h"

#include <map>

#include "base/files.h"
#include "base/hash.h"
#include "base/json_reader.h"
#include "net/model_layout.h"
#include "pack/section_versions.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

// The tensors of one source folder, by name, with their expected sizes checked at every access.
class Tensors {
 public:
  static Result<Tensors> Open(const fs::path& folder);
  Result<const int8_t*> Codes(const std::string& name, size_t count) const;
  Result<const float*> Floats(const std::string& name, size_t count) const;

 private:
  struct Entry {
    std::string type;
    size_t offset = 0, count = 0;
  };
  Result<const uint8_t*> Find(const std::string& name, const char* type, size_t count) const;

  std::vector<uint8_t> data_;
  std::map<std::string, Entry> entries_;
};

Result<Tensors> Tensors::Open(const fs::path& folder) {
  Tensors tensors;
  TRY(tensors.data_, ReadFile(folder / "tensors.bin"));
  TRY(const std::string index, ReadTextFile(folder / "tensors.jsonl"));
  for (size_t at = 0; at < index.size();) {
    const size_t end = std::min(index.find('\n', at), index.size());
    TRY(const Json line,
        ParseJson(std::string_view(index).substr(at, end - at), "The tensor list"));
    TRY(const std::string name, JsonText(line, "name"));
    Entry entry;
    TRY(entry.type, JsonText(line, "type"));
    TRY(const int64_t offset, JsonInteger(line, "offset"));
    TRY(const Json* shape, JsonArray(line, "shape"));
    entry.offset = static_cast<size_t>(offset);
    entry.count = 1;
    for (const Json& size : *shape) {
      if (!size.is_number_unsigned()) return Fail(ErrorCode::kCorrupt, "A tensor has no shape.");
      entry.count *= size.get<size_t>();
    }
    tensors.entries_[name] = entry;
    at = end + 1;
  }
  return tensors;
}

Result<const uint8_t*> Tensors::Find(const std::string& name, const char* type,
                                     size_t count) const {
  const auto found = entries_.find(name);
  const size_t width = std::string_view(type) == "f32" ? 4 : 1;
  if (found == entries_.end() || found->second.type != type || found->second.count < count ||
      found->second.offset > data_.size() ||
      found->second.count * width > data_.size() - found->second.offset) {
    return Fail(ErrorCode::kCorrupt, "The model's tensor \"" + name + "\" is not as expected.");
  }
  return data_.data() + found->second.offset;
}

Result<const int8_t*> Tensors::Codes(const std::string& name, size_t count) const {
  TRY(const uint8_t* bytes, Find(name, "i8", count));
  return reinterpret_cast<const int8_t*>(bytes);
}
Result<const float*> Tensors::Floats(const std::string& name, size_t count) const {
  TRY(const uint8_t* bytes, Find(name, "f32", count));
  return reinterpret_cast<const float*>(bytes);
}

Result<void> PutFloats(const Tensors& tensors, const std::string& name, size_t count, size_t offset,
                       std::vector<uint8_t>& layers) {
  TRY(const float* values, tensors.Floats(name, count));
  std::memcpy(&layers[offset], values, count * 4);
  return {};
}

// Puts [inputs, outputs] codes into panels at outputs [first_output, …); see DenseLayout.
Result<void> PutDense(const Tensors& tensors, const std::string& name, const DenseLayout& at,
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

Result<void> PutNorm(const Tensors& tensors, const std::string& name, const NormLayout& at,
                     std::vector<uint8_t>& layers) {
  TRY_VOID(PutFloats(tensors, name + ".gain", kWidth, at.gain, layers));
  return PutFloats(tensors, name + ".bias", kWidth, at.bias, layers);
}

Result<std::vector<uint8_t>> PackLayers(const Tensors& tensors) {
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

Result<void> WriteWords(const Tensors& tensors, const fs::path& folder, PackHead& head) {
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

Result<void> MakeModel(const fs::path& source, const fs::path& target) {
  TRY(const Tensors tensors, Tensors::Open(source));
  TRY(const std::string vocabulary, ReadTextFile(source / "vocabulary.txt"));
  if (std::count(vocabulary.begin(), vocabulary.end(), '\n') != kVocabularySize) {
    return Fail(ErrorCode::kCorrupt, "The vocabulary does not have 30,522 words.");
  }
  std::error_code failed;
  const fs::path partial = target.string() + ".partial";
  fs::remove_all(partial, failed);
  fs::create_directories(partial, failed);
  PackHead head;
  head.name = "minilm";
  head.encoder_id = kEncoderId;
  head.item_count = kVocabularySize;
  TRY_VOID(WriteStreamSection(partial, "vocabulary", AsBytes(vocabulary), head));
  TRY(const std::vector<uint8_t> layers, PackLayers(tensors));
  TRY_VOID(WriteStreamSection(partial, "layers", layers, head));
  TRY_VOID(WriteWords(tensors, partial, head));
  head.manifest_json =
      R"({"model":"all-MiniLM-L6-v2","license":"Apache-2.0","weights":"int8, as in the source file"})";
  TRY_VOID(WriteFile(partial / "model.meander", WritePackHead(head)));
  fs::remove_all(target, failed);
  fs::rename(partial, target, failed);
  if (failed) return Fail(ErrorCode::kUnavailable, "The model's folder cannot be written.");
  return {};
}

}  // namespace meander
