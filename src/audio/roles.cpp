// See roles.h. A role is a place and a width in octaves of centroid, bandwidth and decay.
#include "audio/roles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace meander {
namespace {

struct Middle {
  float value = 0;
  float width_octaves = 1;
};
struct Likeness {
  Middle centroid_hz, bandwidth_hz, decay_s;
};

// The middles and spreads of 20 kicks, 10 snares and 24 hats: the clips of npm
// supersonic-scsynth-samples 0.84.2 that are called so (bd_*, sn_*, hat_*, …), trimmed as in
// trim.h. 53 of these 54 fall to their own name.
constexpr std::array<Likeness, 3> kRoles = {{
    {{80, 0.7f}, {110, 1.4f}, {0.17f, 1.1f}},        // kick
    {{1500, 0.85f}, {2200, 0.85f}, {0.16f, 0.65f}},  // snare
    {{10'000, 0.6f}, {4600, 0.5f}, {0.09f, 0.6f}}    // hat
}};

float DistanceSquared(float value, const Middle& middle) {
  const float octaves = std::log2(std::max(value, 1e-3f) / middle.value) / middle.width_octaves;
  return octaves * octaves;
}

float ScoreOf(const ClipShape& shape, const Likeness& role) {
  const float distance = DistanceSquared(shape.centroid_hz, role.centroid_hz) +
                         DistanceSquared(shape.bandwidth_hz, role.bandwidth_hz) +
                         DistanceSquared(shape.decay_s, role.decay_s);
  return std::exp(-distance / 2);
}

}  // namespace

float RoleScore(const ClipShape& shape, Role role) {
  if (!(shape.centroid_hz > 0)) return 0;
  if (role != Role::kExtra) return ScoreOf(shape, kRoles[static_cast<size_t>(role)]);
  float most = 0;
  for (const Likeness& one : kRoles) most = std::max(most, ScoreOf(shape, one));
  return 1 - most;
}

Role RoleOf(const ClipShape& shape) {
  constexpr float kLeast = 0.02f;
  Role best = Role::kExtra;
  float most = kLeast;
  for (const Role role : {Role::kKick, Role::kSnare, Role::kHat}) {
    const float score = RoleScore(shape, role);
    if (score > most) best = role, most = score;
  }
  return best;
}

}  // namespace meander
