// See journey_file.h.
#include "ideas/journey_file.h"

#include <algorithm>

#include "base/json_reader.h"
#include "canvas/words.h"

namespace meander {
namespace {

constexpr int64_t kVersion = 1;

std::unexpected<Error> NoJourney() {
  return Fail(ErrorCode::kCorrupt, std::string(words::kKeptNoJourney));
}

}  // namespace

std::string WriteJourneyFile(const Journey& journey, const IdeaMap& map) {
  Json file;
  file["meander"] = "journey";
  file["version"] = kVersion;
  if (!journey.name.empty()) file["name"] = journey.name;
  file["current"] = journey.current;
  file["stops"] = Json::array();
  for (const Stop& stop : journey.stops) {
    Json entry{{"title", map.TitleOf(stop.item)}};
    if (stop.parent >= 0) entry["from"] = stop.parent;
    file["stops"].push_back(std::move(entry));
  }
  return WriteJson(file) + "\n";
}

Result<Journey> ReadJourneyFile(std::string_view text, const IdeaMap& map) {
  const Result<Json> file = ParseJson(text, "This file");
  if (!file || !file->is_object()) return NoJourney();
  const auto kind = JsonText(*file, "meander");
  const auto version = JsonInteger(*file, "version");
  const auto stops = JsonArray(*file, "stops");
  if (!kind || *kind != "journey" || !version || *version < 1 || !stops) return NoJourney();
  if (*version > kVersion) {
    return Fail(ErrorCode::kTooNew,
                "That journey was made by a newer Meander. Please reload the page.");
  }
  if ((*stops)->size() > kMaxStops) return NoJourney();
  Journey journey;
  std::vector<int> kept_as;
  for (const Json& entry : **stops) {
    if (!entry.is_object()) return NoJourney();
    const auto title = JsonText(entry, "title");
    if (!title) return NoJourney();
    int parent = -1;
    if (entry.contains("from")) {
      const auto from = JsonInteger(entry, "from");
      if (!from || *from < 0 || *from >= static_cast<int64_t>(kept_as.size())) return NoJourney();
      parent = kept_as[static_cast<size_t>(*from)];
    }
    const uint32_t item = map.ItemOfTitle(*title);
    if (item == kNoItem || map.TitleOf(item) != *title) {
      kept_as.push_back(parent);
      continue;
    }
    kept_as.push_back(static_cast<int>(journey.stops.size()));
    journey.stops.push_back({item, parent, parent < 0 ? 0.f : kUnknownLength});
  }
  if (journey.is_empty()) return NoJourney();
  if (file->contains("name")) {
    const auto name = JsonText(*file, "name");
    if (!name) return NoJourney();
    SetName(journey, *name);
  }
  const auto current = JsonInteger(*file, "current");
  const bool is_known = current && *current >= 0 && *current < static_cast<int64_t>(kept_as.size());
  journey.current = is_known ? std::max(kept_as[static_cast<size_t>(*current)], 0) : 0;
  return journey;
}

}  // namespace meander
