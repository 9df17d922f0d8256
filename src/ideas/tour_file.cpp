// See tour_file.h.
#include "ideas/tour_file.h"

#include <cmath>

#include "base/json_reader.h"
#include "base/utf8.h"
#include "canvas/words.h"
#include "ideas/fill.h"

namespace meander {
namespace {

constexpr int64_t kVersion = 1;
constexpr float kFarthest = 1.5f, kLeastSide = 0.002f, kMostSide = 2;

std::unexpected<Error> No(std::string_view sentence, size_t stop = 0) {
  return Fail(ErrorCode::kCorrupt, Fill(sentence, {{"stop", std::to_string(stop)}}));
}

// The text of a field that may be missing; kCorrupt where it is something else or too long.
Result<std::string> LineIn(const Json& object, const char* field, size_t most_bytes,
                           std::string_view sentence, size_t stop = 0) {
  if (!object.contains(field)) return std::string();
  const auto text = JsonText(object, field);
  if (!text || text->size() > most_bytes) return No(sentence, stop);
  return CleanLine(*text);
}

Result<float> NumberIn(const Json& number, float least, float most, size_t stop) {
  if (!number.is_number()) return No(words::kTourBadCamera, stop);
  const double value = number.get<double>();
  if (!std::isfinite(value) || value < least || value > most) {
    return No(words::kTourBadCamera, stop);
  }
  return static_cast<float>(value);
}

uint32_t ItemCalled(const IdeaMap& map, std::string_view title) {
  const uint32_t item = map.ItemOfTitle(title);
  return item != kNoItem && map.TitleOf(item) == title ? item : kNoItem;
}

Result<SharedView> ViewIn(const Json& camera, size_t number) {
  const auto center = JsonArray(camera, "center");
  if (!center || (*center)->size() != 2 || !camera.contains("half_side")) {
    return No(words::kTourBadCamera, number);
  }
  TRY(const float x, NumberIn((**center)[0], -kFarthest, kFarthest, number));
  TRY(const float y, NumberIn((**center)[1], -kFarthest, kFarthest, number));
  TRY(const float half, NumberIn(camera["half_side"], kLeastSide, kMostSide, number));
  return SharedView{{x, y}, half};
}

// {"frame": [titles]} or {"center": [x, y], "half_side": h}.
Result<void> ReadCamera(const Json& camera, size_t number, const IdeaMap& map, TourStop& stop) {
  if (!camera.is_object()) return No(words::kTourBadCamera, number);
  if (!camera.contains("frame")) {
    TRY(stop.view, ViewIn(camera, number));
    return {};
  }
  const auto frame = JsonArray(camera, "frame");
  if (!frame || (*frame)->size() > kMostTourFrame) return No(words::kTourBadCamera, number);
  for (const Json& title : **frame) {
    if (!title.is_string()) return No(words::kTourBadCamera, number);
    const uint32_t item = ItemCalled(map, title.get_ref<const std::string&>());
    if (item != kNoItem) stop.frame.push_back(item);
  }
  return {};
}

Result<void> ReadStops(const Json& stops, const IdeaMap& map, TourFile& file) {
  size_t number = 0;
  for (const Json& entry : stops) {
    ++number;
    const auto idea = entry.is_object() ? JsonText(entry, "idea") : Result<std::string>(No(""));
    if (!idea || idea->empty()) return No(words::kTourNoIdea, number);
    TourStop stop;
    TRY(stop.caption, LineIn(entry, "caption", kMostCaptionBytes, words::kTourLongCaption, number));
    if (entry.contains("camera")) TRY_VOID(ReadCamera(entry["camera"], number, map, stop));
    stop.item = ItemCalled(map, *idea);
    if (stop.item == kNoItem) {
      ++file.unknown_stops;
    } else {
      file.tour.stops.push_back(std::move(stop));
    }
  }
  return {};
}

}  // namespace

std::string CleanLine(std::string_view text) {
  std::string line;
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter character = DecodeUtf8(text, at);
    at += character.byte_count;
    const char32_t c = character.code_point;
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
                       c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029;
    if (c <= ' ' || (c >= 0x7F && c <= 0xA0) || turns) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else {
      AppendUtf8(c, line);
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

bool LooksLikeTourFile(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos || text[first] != '{') return false;
  return text.substr(0, 400).find("\"tour\"") != text.npos;
}

Result<TourFile> ReadTourFile(std::string_view text, const IdeaMap& map) {
  if (text.size() > kMostTourFileBytes) return No(words::kTourTooLarge);
  const Result<Json> json = ParseJson(text, "This tour");
  if (!json || !json->is_object()) return No(words::kTourNoTour);
  const auto kind = JsonText(*json, "meander");
  const auto version = JsonInteger(*json, "version");
  if (!kind || *kind != "tour" || !version || *version < 1) return No(words::kTourNoTour);
  if (*version > kVersion) return Fail(ErrorCode::kTooNew, std::string(words::kTourTooNew));
  TourFile file;
  TRY(file.tour.title, LineIn(*json, "title", kMostTourTitleBytes, words::kTourNoTitle));
  TRY(file.tour.by, LineIn(*json, "by", kMostTourByBytes, words::kTourLongBy));
  if (file.tour.title.empty()) return No(words::kTourNoTitle);
  const auto stops = JsonArray(*json, "stops");
  if (!stops || (*stops)->empty()) return No(words::kTourNoStops);
  if ((*stops)->size() > kMostTourStops) return No(words::kTourManyStops);
  TRY_VOID(ReadStops(**stops, map, file));
  if (file.tour.stops.empty()) return No(words::kTourElsewhere);
  return file;
}

std::string WriteTourFile(const Tour& tour, const IdeaMap& map) {
  Json file;
  file["meander"] = "tour";
  file["version"] = kVersion;
  file["title"] = tour.title;
  if (!tour.by.empty()) file["by"] = tour.by;
  file["stops"] = Json::array();
  // Three decimals of a map that is two wide are finer than any screen.
  const auto rounded = [](float value) {
    return std::round(static_cast<double>(value) * 1e3) / 1e3;
  };
  for (const TourStop& stop : tour.stops) {
    Json entry{{"idea", map.TitleOf(stop.item)}, {"caption", stop.caption}};
    if (!stop.frame.empty()) {
      entry["camera"]["frame"] = Json::array();
      for (const uint32_t item : stop.frame) entry["camera"]["frame"].push_back(map.TitleOf(item));
    } else if (stop.view) {
      const Point2 center = stop.view->center_in_world;
      entry["camera"]["center"] = {rounded(center.x), rounded(center.y)};
      entry["camera"]["half_side"] = rounded(stop.view->half_side_in_world);
    }
    file["stops"].push_back(std::move(entry));
  }
  return WriteJson(file, 2) + "\n";
}

Result<std::string> TourAddress(std::string_view asked) {
  constexpr size_t kLongest = 200;
  const auto elsewhere = Fail(ErrorCode::kInvalidInput, std::string(words::kTourElsewhereFile));
  if (asked.starts_with("./")) asked.remove_prefix(2);
  if (asked.empty() || asked.size() > kLongest || !asked.ends_with(".json")) return elsewhere;
  char before = '/';
  for (const char c : asked) {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    // No "..", no hidden file, no "//host": a dot or a slash never follows a slash.
    const bool is_mark = c == '-' || c == '_' || ((c == '.' || c == '/') && before != '/');
    if ((!is_letter && !is_mark) || (c == '.' && before == '.')) return elsewhere;
    before = c;
  }
  return std::string(asked);
}

}  // namespace meander
