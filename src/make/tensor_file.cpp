// See tensor_file.h.
#include "make/tensor_file.h"

#include <algorithm>

#include "base/files.h"
#include "base/json_reader.h"

namespace meander {

namespace fs = std::filesystem;

Result<TensorFile> TensorFile::Open(const fs::path& folder) {
  TensorFile tensors;
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
    if (offset < 0) return Fail(ErrorCode::kCorrupt, "A tensor has no place.");
    TRY(const Json* shape, JsonArray(line, "shape"));
    entry.offset = static_cast<size_t>(offset);
    entry.count = 1;
    for (const Json& size : *shape) {
      if (!size.is_number_unsigned()) return Fail(ErrorCode::kCorrupt, "A tensor has no shape.");
      const auto length = size.get<size_t>();
      if (length != 0 && entry.count > tensors.data_.size() / length) {
        return Fail(ErrorCode::kCorrupt, "A tensor is larger than its file.");
      }
      entry.count *= length;
    }
    tensors.entries_[name] = entry;
    at = end + 1;
  }
  return tensors;
}

Result<const uint8_t*> TensorFile::Find(const std::string& name, const char* type,
                                        size_t count) const {
  const auto found = entries_.find(name);
  const size_t width = std::string_view(type) == "f32" ? 4 : 1;
  if (found == entries_.end() || found->second.type != type || found->second.count < count ||
      found->second.offset > data_.size() ||
      found->second.count > (data_.size() - found->second.offset) / width) {
    return Fail(ErrorCode::kCorrupt, "The model's tensor \"" + name + "\" is not as expected.");
  }
  return data_.data() + found->second.offset;
}

Result<const int8_t*> TensorFile::Codes(const std::string& name, size_t count) const {
  TRY(const uint8_t* bytes, Find(name, "i8", count));
  return reinterpret_cast<const int8_t*>(bytes);
}
Result<const float*> TensorFile::Floats(const std::string& name, size_t count) const {
  TRY(const uint8_t* bytes, Find(name, "f32", count));
  return reinterpret_cast<const float*>(bytes);
}

}  // namespace meander
