// What groups are called. The network gives them no names, and their shapes say most: a spot, two
// spots, a band, a half, all over. Those that lie alike are told apart by the kind that each says
// most of all. No two of a picture are called the same.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/pictures_messages.h"

namespace meander {

// What a group has of each place beyond what the others have there, 0 or more: its land on the
// photo (scene_land.cpp), and what it is named by. Groups overlap nearly everywhere.
std::vector<float> GroupLead(const std::vector<PictureGroup>& groups, size_t group);
// Land begins at this part of a group's greatest lead.
inline constexpr float kLandFrom = 0.16f;

// The place and shape alone: "Two, side by side".
std::string GroupShapeName(const std::vector<PictureGroup>& groups, size_t group);
// One name a group; `kind`: the name of one of the look's classes, by its place among them.
std::vector<std::string> GroupNames(const std::vector<PictureGroup>& groups,
                                    const std::function<std::string(size_t)>& kind);

}  // namespace meander
