// Turns the encoder's plain tensors (data/sources/minilm.py) into the form the page streams: a head
// file and chunks, layers packed as the kernel wants them, word rows commonest first.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "pack/format.h"

namespace meander {

// Reads `source` (tensors.bin, tensors.jsonl, vocabulary.txt) and writes `target`/model.meander and
// its chunks: sections "vocabulary" and "layers" (byte streams, see model_layout.h) and "words"
// (items = ranks). Same input, same bytes.
Result<void> MakeModel(const std::filesystem::path& source, const std::filesystem::path& target);

// A model's folder: `write` fills one beside `target` and adds its sections to `head`, which is
// written last; then it takes the place of what was there. kUnavailable where it cannot.
Result<void> WriteModelFolder(
    const std::filesystem::path& target, const PackHead& head,
    const std::function<Result<void>(const std::filesystem::path& folder)>& write);

// Appends `bytes` to `section` as chunk files of at most kMaxChunkBytes named after their content.
Result<void> WriteStreamSection(const std::filesystem::path& folder, std::string_view name,
                                ByteSpan bytes, PackHead& head);
// The chunk of items [first, first + count), written and listed in `section`.
Result<void> WriteChunk(const std::filesystem::path& folder, SectionRef& section, uint32_t first,
                        uint32_t count, ByteSpan bytes);

}  // namespace meander
