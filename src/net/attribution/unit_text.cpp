// See unit_text.h.
#include "net/attribution/unit_text.h"

#include <algorithm>

namespace meander {
namespace {

constexpr int32_t kMaskToken = 103;

}  // namespace

Result<UnitText> UnitsOf(const WordPiece& pieces, std::string_view text, bool by_piece,
                         std::string_view which) {
  TokenizedText tokens = pieces.Tokenize(text);
  if (tokens.truncated) {
    return Fail(ErrorCode::kInvalidInput,
                std::string(which) + " is longer than the 128 pieces that can be read at once.");
  }
  if (tokens.ids.size() < 3) {
    return Fail(ErrorCode::kInvalidInput, std::string(which) + " has no word that can be read.");
  }
  UnitText made;
  const auto last = static_cast<uint32_t>(tokens.ids.size()) - 1;
  made.units.push_back({"[CLS]", 0, 1, 0, 0, true});
  for (uint32_t piece = 1; piece < last; ++piece) {
    const std::string_view name = pieces.Piece(tokens.ids[piece]);
    const auto range = tokens.ranges[piece];
    TextUnit& before = made.units.back();
    const bool goes_on = name.starts_with("##") && name.size() > 2 && !before.is_mark;
    if (goes_on && !by_piece) {
      before.end = std::max(before.end, range.end);
      before.one_past_pieces = piece + 1;
      before.text = std::string(text.substr(before.begin, before.end - before.begin));
    } else {
      made.units.push_back({std::string(text.substr(range.begin, range.end - range.begin)), piece,
                            piece + 1, range.begin, range.end, false});
    }
  }
  made.units.push_back({"[SEP]", last, last + 1, 0, 0, true});
  made.ids = std::move(tokens.ids);
  return made;
}

std::vector<int32_t> IdsKeeping(const UnitText& text, const std::vector<bool>& keep, Hide hide) {
  std::vector<int32_t> ids;
  for (size_t unit = 0; unit < text.units.size(); ++unit) {
    const TextUnit& at = text.units[unit];
    const bool is_kept = keep[unit] || at.is_mark;
    for (uint32_t piece = at.first_piece; piece < at.one_past_pieces; ++piece) {
      if (is_kept) ids.push_back(text.ids[piece]);
      if (!is_kept && hide == Hide::kMask) ids.push_back(kMaskToken);
    }
  }
  return ids;
}

}  // namespace meander
