// See draw_strokes.h.
#include "cli/draw_strokes.h"

#include <charconv>

#include "base/json_reader.h"

namespace meander {
namespace {

std::unexpected<Error> NoStrokes(const std::string& what) {
  return Fail(ErrorCode::kInvalidInput,
              what + " A drawing is a list of strokes, each a list of points [x, y].");
}

Result<PenStroke> ReadStroke(const Json& list) {
  if (!list.is_array()) return NoStrokes("A stroke is no list.");
  if (list.size() > kMostPenPoints) {
    return Fail(ErrorCode::kInvalidInput, "A drawing has at most 20,000 points.");
  }
  PenStroke stroke;
  for (const Json& point : list) {
    if (!point.is_array() || point.size() != 2 || !point[0].is_number() || !point[1].is_number()) {
      return NoStrokes("A point is not two numbers.");
    }
    stroke.push_back({point[0].get<double>(), point[1].get<double>()});
  }
  return stroke;
}

}  // namespace

Result<std::vector<PenStroke>> ReadStrokes(std::string_view text) {
  TRY(const Json file, ParseJson(text, "The drawing"));
  const Json* list = &file;
  if (file.is_object()) {
    TRY(list, JsonArray(file, "strokes"));
  }
  if (!list->is_array()) return NoStrokes("This is no drawing.");
  if (list->size() > kMostStrokes) {
    return Fail(ErrorCode::kInvalidInput, "A drawing has at most 64 strokes.");
  }
  std::vector<PenStroke> strokes;
  for (const Json& stroke : *list) {
    TRY(PenStroke points, ReadStroke(stroke));
    if (!points.empty()) strokes.push_back(std::move(points));
  }
  TRY_VOID(CheckStrokes(strokes));
  return strokes;
}

Result<int> SignNamed(std::span<const PenSign> signs, std::string_view text) {
  for (size_t i = 0; i < signs.size(); ++i) {
    if (text == signs[i].sign || text == signs[i].name) return static_cast<int>(i);
  }
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= 0 &&
      static_cast<size_t>(number) < signs.size()) {
    return number;
  }
  std::string near;
  for (size_t i = 0, found = 0; i < signs.size() && found < 6 && !text.empty(); ++i) {
    if (signs[i].name.find(text) == std::string::npos) continue;
    near += (found++ == 0 ? "" : ", ") + signs[i].sign + " (" + signs[i].name + ")";
  }
  return Fail(ErrorCode::kInvalidInput,
              "There is no sign \"" + std::string(text) + "\"" +
                  (near.empty() ? "; give it itself, its Typst name, or a number from 0 to 410."
                                : "; there are: " + near + "."));
}

}  // namespace meander
