// The Ideas room's part of a link: the journey and the view, with articles named by ids that
// survive a rebuild of the pack.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"
#include "ideas/journey.h"
#include "ideas/map.h"
#include "space/point.h"

namespace meander {

// The square of the map that a view shows for sure, whatever the window's shape.
struct SharedView {
  Point2 center_in_world;
  float half_side_in_world = 1;
  friend bool operator==(const SharedView&, const SharedView&) = default;
};

// Five bytes: a view's centre to the 45,000th part of the map, its side to 3 %.
void PutView(const SharedView& view, ByteWriter& out);
SharedView GetView(ByteReader& in);

// What of the map is shown, by what it is coloured and which of its layouts it is.
struct SharedLook {
  TopicFilter topics = 0;
  bool by_trust = false;
  MapLayout layout = MapLayout::kOneLand;
  friend bool operator==(const SharedLook&, const SharedLook&) = default;
};

struct IdeasLink {
  Journey journey;  // may be empty where there is a look
  std::optional<SharedView> view;
  SharedLook look;
  int unknown_stops = 0;  // ids that no article of this map has; left out
};

std::string WriteIdeasLink(const Journey& journey, const std::optional<SharedView>& view,
                           const IdeaMap& map, const SharedLook& look = {});
// kCorrupt with a sentence when the payload is not one of ours. Stops of unknown articles are left
// out and their side trips hung on what came before.
Result<IdeasLink> ReadIdeasLink(std::string_view payload, const IdeaMap& map);

}  // namespace meander
