// See pen_sections.h.
#include "pack/pen_sections.h"

#include <algorithm>

#include "net/pennet/pen_layout.h"
#include "pack/damaged.h"

namespace meander {

Result<std::vector<PenSign>> ReadSigns(std::string_view text) {
  std::vector<PenSign> signs;
  const auto is_plain = [](std::string_view part, char least) {
    return !part.empty() && part.front() != ' ' && part.back() != ' ' &&
           std::ranges::none_of(part, [&](char c) {
             return static_cast<unsigned char>(c) < static_cast<unsigned char>(least) || c == 127;
           });
  };
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const size_t space = std::min(line.find(' '), line.size());
    const std::string_view sign = line.substr(0, space);
    const std::string_view name = line.substr(std::min(space + 1, line.size()));
    if (!is_plain(sign, '!') || !is_plain(name, ' ')) {
      return Fail(ErrorCode::kCorrupt, "The list of signs holds a line that is no sign.");
    }
    signs.push_back({std::string(sign), std::string(name)});
    at = end + 1;
  }
  if (signs.size() != kSignCount) {
    return Fail(ErrorCode::kCorrupt, "The list of signs does not hold 411 of them.");
  }
  return signs;
}

std::vector<uint8_t> WriteExamples(std::span<const Ink> drawings) {
  ByteWriter out;
  for (const Ink& ink : drawings) PutInk(out, ink);
  return out.Take();
}

Result<std::vector<Ink>> ReadExamples(ByteSpan bytes, uint32_t item_count) {
  ByteReader in(bytes);
  std::vector<Ink> drawings;
  for (uint32_t i = 0; i < item_count && in.ok(); ++i) drawings.push_back(GetInk(in));
  const bool has_ink = std::ranges::none_of(drawings, [](const Ink& ink) { return ink.empty(); });
  if (!in.ok() || !in.AtEnd() || !has_ink) return DamagedSection("its drawings cannot be read");
  return drawings;
}

Result<void> CheckPieces(ByteSpan bytes, size_t channels) {
  if (bytes.size() == channels * kPieceBytes) return {};
  return DamagedSection("what its channels fire for has the wrong length");
}

}  // namespace meander
