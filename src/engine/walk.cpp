// The way between two articles.
#include "engine/answers.h"
#include "pack/road_section.h"

namespace meander {

Answer AnswerWalk(Desk& desk, const WalkRequest& request, RequestId id) {
  TRY(const RoadMap* roads,
      desk.library.RoadsOf(request.by_links ? kRoadsByLinks : kRoadsByMeaning, id));
  if (roads == nullptr) return std::nullopt;
  TRY(Walk walk, FindWalk(*roads, request.question));
  return WalkReply{std::move(walk)};
}

}  // namespace meander
