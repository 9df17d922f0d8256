// The network that looks at pictures: from plain tensors (data/sources/efficientnet_lite.py) into
// the form the page streams, and from there opened for native tools.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "net/convnet/convnet_weights.h"
#include "pack/photo_sections.h"

namespace meander {

// Reads `source` (tensors.bin, tensors.jsonl, classes.txt) and writes `target`/model.meander and
// its chunks: sections "convnet" (see convnet_layout.h) and "classes" (a name a line). Same input,
// same bytes.
Result<void> MakeConvnetModel(const std::filesystem::path& source,
                              const std::filesystem::path& target);

struct OpenedConvnet {
  std::vector<uint8_t> bytes;  // what `weights` looks into
  std::unique_ptr<ConvnetWeights> weights;
  std::unique_ptr<ConvnetPanels> panels;
  std::vector<std::string> classes;  // kClassCount names
};
// Reads and verifies every file. kNotFound with the command that makes the folder when it is
// missing.
Result<OpenedConvnet> OpenConvnet(const std::filesystem::path& folder);

}  // namespace meander
