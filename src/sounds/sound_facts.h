// What is said of one sound, in few words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sounds/state.h"

namespace meander {

// "0.42 s, public domain. Near: kettle, hose"
std::string FactsOfSound(const SoundsState& state, uint32_t item, size_t near_count = 2);
// The large region it lies in; of one's own sound, that of its nearest.
std::string RegionNameOf(const SoundsState& state, uint32_t item);
// True neighbours, the nearest first; empty until they are here.
std::vector<uint32_t> TrueNeighborsOf(const SoundsState& state, uint32_t item, size_t count);
// How far its place can be trusted.
std::string TrustOfSound(const SoundsState& state, uint32_t item);

}  // namespace meander
