// See shuffle.h.
#include "audio/shuffle.h"

#include <algorithm>
#include <vector>

#include "audio/roles.h"
#include "base/rng.h"

namespace meander {
namespace {

constexpr size_t kFewestChoices = 12, kShare = 10;

struct Scored {
  uint32_t clip_id = 0;
  float score = 0;
};

// Best first; among equals by id, so that the order of `clips` does not matter.
std::vector<Scored> BestFor(Role role, std::span<const ShapedClip> clips) {
  std::vector<Scored> best;
  for (const ShapedClip& clip : clips) {
    const float score = RoleScore(clip.shape, role);
    if (score > 0) best.push_back({clip.clip_id, score});
  }
  std::ranges::sort(best, [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.clip_id < b.clip_id;
  });
  return best;
}

}  // namespace

int Shuffle(Pattern& pattern, std::span<const ShapedClip> clips, uint64_t seed) {
  Rng rng(seed);
  std::vector<uint32_t> taken;
  for (const Track& track : pattern.tracks) {
    if (track.locked) taken.push_back(track.clip_id);
  }
  int changed = 0;
  for (Track& track : pattern.tracks) {
    if (track.locked) continue;
    std::vector<Scored> best = BestFor(track.role, clips);
    const size_t choices = std::max(kFewestChoices, best.size() / kShare);
    std::erase_if(best, [&](const Scored& clip) {
      return clip.clip_id == track.clip_id || std::ranges::find(taken, clip.clip_id) != taken.end();
    });
    if (best.size() > choices) best.resize(choices);
    if (best.empty()) continue;
    track.clip_id = best[rng.Below(static_cast<uint32_t>(best.size()))].clip_id;
    taken.push_back(track.clip_id);
    ++changed;
  }
  return changed;
}

}  // namespace meander
