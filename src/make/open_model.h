// The encoder with all its weights, opened from the folder set-up made, for native tools.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "net/weights.h"
#include "pack/format.h"
#include "text/word_piece.h"

namespace meander {

struct OpenedModel {
  std::vector<uint8_t> layers;  // what `weights` looks into; moving keeps it in place
  Weights weights;
  WordPiece pieces;
  uint64_t hash;  // of the head, and so of all files
};

// Reads and verifies every file. kNotFound with the command that makes the folder when it is
// missing.
Result<OpenedModel> OpenModel(const std::filesystem::path& folder);

// The joined chunks of a section that is a byte stream, each verified.
Result<std::vector<uint8_t>> ReadStreamSection(const std::filesystem::path& folder,
                                               const PackHead& head, std::string_view name);

}  // namespace meander
