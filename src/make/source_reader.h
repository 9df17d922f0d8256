// Runs a source's reader: a Python script of ours that turns a downloaded file or folder into
// JSONL.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"

namespace meander {

struct ReaderCall {
  std::string python;
  std::filesystem::path script;
  std::filesystem::path source;  // file or folder
  std::filesystem::path out;     // written by the script, read and removed
};

// What the script wrote. kUnavailable with the script's own last sentence when it failed.
Result<std::vector<uint8_t>> RunReader(const ReaderCall& call);

}  // namespace meander
