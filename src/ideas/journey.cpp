// See journey.h.
#include "ideas/journey.h"

#include <algorithm>

#include "base/utf8.h"

namespace meander {
namespace {

const Stop& At(const Journey& journey, int index) {
  return journey.stops[static_cast<size_t>(index)];
}

// The latest child of `index`, -1 when it has none.
int LatestChild(const Journey& journey, int index) {
  for (int i = static_cast<int>(journey.stops.size()) - 1; i > index; --i) {
    if (At(journey, i).parent == index) return i;
  }
  return -1;
}

}  // namespace

void Open(Journey& journey, uint32_t item, float length) {
  if (journey.current_item() == item) return;
  if (!journey.is_empty()) {
    const int parent = At(journey, journey.current).parent;
    if (parent >= 0 && At(journey, parent).item == item &&
        LatestChild(journey, journey.current) < 0) {
      // A link straight back is a hop of its own only when the reader goes on from there; the tree
      // stays as it is and the line can be walked again.
      journey.current = parent;
      return;
    }
    for (int i = 0; i < static_cast<int>(journey.stops.size()); ++i) {
      if (At(journey, i).parent == journey.current && At(journey, i).item == item) {
        journey.current = i;
        return;
      }
    }
  }
  if (journey.stops.size() >= kMaxStops) return;
  journey.stops.push_back({item, journey.current, journey.is_empty() ? 0.f : length});
  journey.current = static_cast<int>(journey.stops.size()) - 1;
}

bool Back(Journey& journey) {
  if (journey.is_empty() || At(journey, journey.current).parent < 0) return false;
  journey.current = At(journey, journey.current).parent;
  return true;
}

void GoTo(Journey& journey, int index) {
  if (index >= 0 && index < static_cast<int>(journey.stops.size())) journey.current = index;
}

bool Forward(Journey& journey) {
  if (journey.is_empty()) return false;
  const int child = LatestChild(journey, journey.current);
  if (child < 0) return false;
  journey.current = child;
  return true;
}

void RemoveStop(Journey& journey, int index) {
  if (index < 0 || index >= static_cast<int>(journey.stops.size())) return;
  const int parent = At(journey, index).parent;
  journey.stops.erase(journey.stops.begin() + index);
  const auto moved = [&](int stop) {
    return stop > index ? stop - 1 : stop == index ? parent : stop;
  };
  for (Stop& stop : journey.stops) {
    if (stop.parent == index) stop.length = parent < 0 ? 0.f : kUnknownLength;
    stop.parent = moved(stop.parent);
  }
  journey.current = moved(journey.current);
  if (journey.is_empty()) {
    journey = {};
  } else {
    journey.current = std::max(journey.current, 0);
  }
}

void SetName(Journey& journey, std::string_view name) {
  std::string kept;
  for (size_t at = 0; at < name.size();) {
    const DecodedCharacter character = DecodeUtf8(name, at);
    const bool is_control = character.code_point < 32 || character.code_point == 127;
    std::string next;
    if (is_control) {
      next = " ";
    } else {
      AppendUtf8(character.code_point, next);
    }
    if (kept.size() + next.size() > kMaxNameBytes) break;
    if (!kept.empty() || next != " ") kept += next;
    at += character.byte_count;
  }
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  journey.name = kept;
}

std::vector<int> MainLine(const Journey& journey) {
  std::vector<int> line;
  if (journey.is_empty()) return line;
  for (int i = journey.current; i >= 0; i = At(journey, i).parent) line.push_back(i);
  std::reverse(line.begin(), line.end());
  for (int i = LatestChild(journey, journey.current); i >= 0; i = LatestChild(journey, i)) {
    line.push_back(i);
  }
  return line;
}

Journey WithoutSideTrips(const Journey& journey) {
  Journey line;
  line.name = journey.name;
  for (const int i : MainLine(journey)) {
    const int parent = static_cast<int>(line.stops.size()) - 1;
    if (i == journey.current) line.current = parent + 1;
    line.stops.push_back({At(journey, i).item, parent, At(journey, i).length});
  }
  return line;
}

JourneyFacts FactsOf(const Journey& journey) {
  JourneyFacts facts;
  const std::vector<int> line = MainLine(journey);
  facts.hops = std::max(0, static_cast<int>(line.size()) - 1);
  facts.side_stops = static_cast<int>(journey.stops.size() - line.size());
  float longest = 0;
  for (size_t i = 1; i < line.size(); ++i) {
    const float length = At(journey, line[i]).length;
    facts.lengths.push_back(length);
    if (length == kUnknownLength) continue;
    facts.total += length;
    if (length > longest) {
      longest = length;
      facts.longest = static_cast<int>(i) - 1;
    }
  }
  return facts;
}

bool IsEarlierOf(const Journey& earlier, const Journey& journey) {
  const auto is_same = [](const Stop& a, const Stop& b) {
    return a.item == b.item && a.parent == b.parent;
  };
  return !earlier.is_empty() && earlier.stops.size() <= journey.stops.size() &&
         std::equal(earlier.stops.begin(), earlier.stops.end(), journey.stops.begin(), is_same);
}

}  // namespace meander
