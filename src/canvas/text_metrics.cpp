// Looks advances up in the generated table.
#include "canvas/text_metrics.h"

#include <algorithm>

#include "base/utf8.h"
#include "canvas/font_widths.h"

namespace meander {
namespace {

const GlyphWidth* Find(const FaceMetrics& metrics, char32_t code_point) {
  const auto found = std::lower_bound(
      metrics.widths.begin(), metrics.widths.end(), code_point,
      [](const GlyphWidth& width, char32_t wanted) { return width.code_point < wanted; });
  return found != metrics.widths.end() && found->code_point == code_point ? &*found : nullptr;
}

uint32_t AdvanceOf(const FaceMetrics& metrics, char32_t code_point) {
  for (const char32_t candidate : {code_point, char32_t{0xFFFD}, char32_t{'?'}}) {
    if (const GlyphWidth* width = Find(metrics, candidate)) return width->advance;
  }
  return 0;
}

}  // namespace

const FaceMetrics& MetricsOf(Face face) { return kFaceMetrics[static_cast<int>(face)]; }

float TextWidth(Face face, float size_px, std::string_view utf8) {
  const FaceMetrics& metrics = MetricsOf(face);
  uint64_t units = 0;
  for (size_t at = 0; at < utf8.size();) {
    const DecodedCharacter character = DecodeUtf8(utf8, at);
    units += AdvanceOf(metrics, character.code_point);
    at += character.byte_count;
  }
  return static_cast<float>(units) * size_px / static_cast<float>(metrics.units_per_em);
}

bool FaceHas(Face face, std::string_view utf8) {
  const FaceMetrics& metrics = MetricsOf(face);
  for (size_t at = 0; at < utf8.size();) {
    const DecodedCharacter character = DecodeUtf8(utf8, at);
    if (Find(metrics, character.code_point) == nullptr) return false;
    at += character.byte_count;
  }
  return true;
}

std::string FitText(Face face, float size_px, std::string_view utf8, float width_px) {
  if (TextWidth(face, size_px, utf8) <= width_px) return std::string(utf8);
  constexpr std::string_view kEllipsis = "…";
  const float room_px = width_px - TextWidth(face, size_px, kEllipsis);
  size_t end = 0;
  for (size_t at = 0; at < utf8.size();) {
    at += DecodeUtf8(utf8, at).byte_count;
    if (TextWidth(face, size_px, utf8.substr(0, at)) > room_px) break;
    end = at;
  }
  while (end > 0 && utf8[end - 1] == ' ') --end;
  return std::string(utf8.substr(0, end)).append(kEllipsis);
}

std::vector<std::string> BrokenLines(Face face, float size_px, std::string_view utf8,
                                     float width_px) {
  std::vector<std::string> lines;
  const float space = TextWidth(face, size_px, " ");
  float used = 0;
  for (size_t at = 0; at < utf8.size();) {
    const size_t end = std::min(utf8.find(' ', at), utf8.size());
    const std::string_view word = utf8.substr(at, end - at);
    const float width = TextWidth(face, size_px, word);
    if (lines.empty() || (used > 0 && used + space + width > width_px)) {
      lines.emplace_back(word);
      used = width;
    } else {
      lines.back().append(used > 0 ? " " : "").append(word);
      used += (used > 0 ? space : 0) + width;
    }
    at = end + 1;
  }
  return lines;
}

}  // namespace meander
