// The tensors of one folder as the readers in data/sources write them (tensors.bin, tensors.jsonl),
// by name. Every access says how many numbers it will read; kCorrupt where there are fewer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"

namespace meander {

class TensorFile {
 public:
  static Result<TensorFile> Open(const std::filesystem::path& folder);
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

}  // namespace meander
