// How good a space of sounds is, by sounds that were made as variants of one another.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "make/sounds_source.h"

namespace meander {

// A group a sound: those of one package with the same words and numbers of their own ("metal
// footstep" 1 to 4), 3 to 40 of them. -1: in none.
std::vector<int> SiblingGroups(std::span<const SourceSound> sounds);

// Of the sounds in a group, the share whose nearest other sound is one of the group. `nearest`:
// `per_item` items of each sound, nearest first.
double SiblingsNearest(std::span<const int> groups, std::span<const uint32_t> nearest,
                       uint32_t per_item, uint32_t among = 1);

}  // namespace meander
