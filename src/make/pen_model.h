// The pen net: from plain tensors (data/sources/pen_net.py) into the form the page streams, and
// from there opened for native tools.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "net/pennet/pen_weights.h"
#include "pack/pen_sections.h"

namespace meander {

// Reads `source` (tensors.bin, tensors.jsonl, classes.txt) and writes `target`/model.meander and
// its chunks: sections "pen" (see pen_layout.h) and "signs" (a line a sign). Same input, same
// bytes.
Result<void> MakePenModel(const std::filesystem::path& source, const std::filesystem::path& target);

struct OpenedPen {
  std::vector<uint8_t> bytes;  // what `weights` looks into
  std::unique_ptr<PenWeights> weights;
  std::unique_ptr<PenPanels> panels;
  std::vector<PenSign> signs;  // kSignCount
};
// Reads and verifies every file. kNotFound with the command that makes the folder when it is
// missing. `ghost`: with every layer's weights shuffled by that seed (net/pennet/pen_ghost.h).
Result<OpenedPen> OpenPen(const std::filesystem::path& folder,
                          std::optional<uint64_t> ghost = std::nullopt);

}  // namespace meander
