// See group_names.h.
#include "pictures/group_names.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "canvas/fill.h"
#include "canvas/stage_parts.h"
#include "canvas/words.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr float kOthers = 0.9f;

// A part of the land that hangs together, weighed by the lead.
struct Patch {
  float weight = 0, x = 0, y = 0, reach_x = 0, reach_y = 0;
  int places = 0;
};
struct Shape {
  std::vector<Patch> patches;  // heaviest first, without specks
  Patch whole;
  float covered = 0;  // of all places
  float edge = 0;     // how much of it lies along the picture's edge
};

class PatchSum {
 public:
  void Add(float weight, float x, float y) {
    sum_ += weight;
    x_ += weight * x;
    y_ += weight * y;
    xx_ += weight * x * x;
    yy_ += weight * y * y;
    ++places_;
  }
  Patch Told() const {
    Patch patch;
    if (!(sum_ > 0)) return patch;
    patch.weight = sum_;
    patch.x = x_ / sum_;
    patch.y = y_ / sum_;
    patch.reach_x = std::sqrt(std::max(xx_ / sum_ - patch.x * patch.x, 0.f));
    patch.reach_y = std::sqrt(std::max(yy_ / sum_ - patch.y * patch.y, 0.f));
    patch.places = places_;
    return patch;
  }

 private:
  float sum_ = 0, x_ = 0, y_ = 0, xx_ = 0, yy_ = 0;
  int places_ = 0;
};

// `side` × `side` leads.
Shape ShapeOf(const std::vector<float>& lead, int side) {
  Shape shape;
  const float most = std::ranges::max(lead);
  if (!(most > 0)) return shape;
  const int rim = std::max(side / 7, 1);
  const auto middle = [&](int at) {
    return (static_cast<float>(at) + 0.5f) / static_cast<float>(side);
  };
  std::vector<bool> is_land(lead.size());
  for (size_t i = 0; i < lead.size(); ++i) is_land[i] = lead[i] > kLandFrom * most;
  PatchSum whole;
  float edge = 0;
  std::vector<int> waiting;
  for (int start = 0; start < side * side; ++start) {
    if (!is_land[static_cast<size_t>(start)]) continue;
    PatchSum patch;
    waiting.assign(1, start);
    is_land[static_cast<size_t>(start)] = false;
    while (!waiting.empty()) {
      const int place = waiting.back();
      waiting.pop_back();
      const int row = place / side, column = place % side;
      const float weight = lead[static_cast<size_t>(place)];
      patch.Add(weight, middle(column), middle(row));
      whole.Add(weight, middle(column), middle(row));
      if (std::min({row, column, side - 1 - row, side - 1 - column}) < rim) edge += weight;
      const auto go = [&](int to_row, int to_column) {
        if (to_row < 0 || to_column < 0 || to_row >= side || to_column >= side) return;
        const auto to = static_cast<size_t>(to_row * side + to_column);
        if (!is_land[to]) return;
        is_land[to] = false;
        waiting.push_back(static_cast<int>(to));
      };
      go(row - 1, column);
      go(row + 1, column);
      go(row, column - 1);
      go(row, column + 1);
    }
    shape.patches.push_back(patch.Told());
  }
  shape.whole = whole.Told();
  shape.covered = static_cast<float>(shape.whole.places) / static_cast<float>(lead.size());
  shape.edge = edge / shape.whole.weight;
  constexpr float kSpeck = 0.12f;
  std::erase_if(shape.patches,
                [&](const Patch& patch) { return patch.weight < kSpeck * shape.whole.weight; });
  std::ranges::stable_sort(shape.patches, std::ranges::greater(), &Patch::weight);
  return shape;
}

// A thing spread evenly over all of it reaches 0.289 from its middle, over half of it 0.144.
constexpr float kWide = 0.27f, kLong = 0.22f, kShort = 0.18f;

std::string TwoSpots(const Patch& one, const Patch& other) {
  const Patch& left = one.x <= other.x ? one : other;
  const Patch& right = one.x <= other.x ? other : one;
  const float across = right.x - left.x, down = right.y - left.y;
  if (across > 2 * std::fabs(down)) return std::string(words::kPicturesGroupSides);
  if (std::fabs(down) > 2 * across) return std::string(words::kPicturesGroupRows);
  return std::string(down > 0 ? words::kPicturesGroupFalling : words::kPicturesGroupRising);
}

// Of one patch, or of many that are taken together.
std::string PatchName(const Patch& patch, float covered) {
  const bool is_wide = patch.reach_x > kLong, is_high = patch.reach_y > kLong;
  const bool is_flat = patch.reach_y < kShort, is_narrow = patch.reach_x < kShort;
  if (is_wide && is_flat) {
    return std::string(patch.y < 0.4f   ? words::kPicturesGroupUpper
                       : patch.y > 0.6f ? words::kPicturesGroupLower
                                        : words::kPicturesGroupAcross);
  }
  if (is_high && is_narrow) {
    return std::string(patch.x < 0.4f   ? words::kPicturesGroupLeft
                       : patch.x > 0.6f ? words::kPicturesGroupRight
                                        : words::kPicturesGroupDown);
  }
  const std::string spot = SpotName(patch.x, patch.y);
  // A fifth of the picture is no spot any more.
  if (covered < 0.2f) return spot;
  return Fill(words::kPicturesGroupLarge, {{"place", LowerFirst(spot)}});
}

std::string ShapeName(const Shape& shape, int side) {
  constexpr float kMostCovered = 0.55f, kAlong = 0.6f, kMain = 0.6f, kSpot = 0.2f, kPair = 0.7f;
  const Patch& whole = shape.whole;
  const bool is_everywhere = whole.reach_x > kWide && whole.reach_y > kWide;
  const auto covered = [&](const Patch& patch) {
    return static_cast<float>(patch.places) / static_cast<float>(side * side);
  };
  if (is_everywhere && shape.edge > kAlong) return std::string(words::kPicturesGroupEdge);
  if (shape.covered > kMostCovered) return std::string(words::kPicturesGroupAll);
  if (shape.patches.size() == 2) {
    const Patch &first = shape.patches[0], &second = shape.patches[1];
    const bool are_equal = second.weight > 0.3f * first.weight;
    // Many small ones beside them make no pair.
    const bool are_most = first.weight + second.weight > kPair * whole.weight;
    if (are_equal && are_most && covered(first) < kSpot && covered(second) < kSpot) {
      return TwoSpots(first, second);
    }
  }
  const bool has_main = !shape.patches.empty() && shape.patches[0].weight > kMain * whole.weight;
  if (has_main) return PatchName(shape.patches[0], covered(shape.patches[0]));
  if (is_everywhere || shape.patches.size() > 2) return std::string(words::kPicturesGroupSpots);
  return PatchName(whole, shape.covered);
}

}  // namespace

std::vector<float> GroupLead(const std::vector<PictureGroup>& groups, size_t group) {
  std::vector<float> lead = groups[group].strengths;
  for (size_t place = 0; place < lead.size(); ++place) {
    float other = 0;
    for (size_t g = 0; g < groups.size(); ++g) {
      if (g != group) other = std::max(other, groups[g].strengths[place]);
    }
    lead[place] = std::max(lead[place] - kOthers * other, 0.f);
  }
  return lead;
}

std::string GroupShapeName(const std::vector<PictureGroup>& groups, size_t group) {
  const std::vector<float> lead = GroupLead(groups, group);
  const int side = static_cast<int>(std::lround(std::sqrt(static_cast<float>(lead.size()))));
  if (side == 0 || lead.size() != size_t(side) * size_t(side)) return {};
  const Shape shape = ShapeOf(lead, side);
  // One that leads nowhere lies where all of them do.
  if (!(shape.whole.weight > 0)) return std::string(words::kPicturesGroupAll);
  return ShapeName(shape, side);
}

std::vector<std::string> GroupNames(const std::vector<PictureGroup>& groups,
                                    const std::function<std::string(size_t)>& kind) {
  std::vector<std::string> names;
  std::map<std::string, int> shapes;
  for (size_t g = 0; g < groups.size(); ++g) {
    names.push_back(GroupShapeName(groups, g));
    ++shapes[names.back()];
  }
  for (size_t g = 0; g < names.size(); ++g) {
    const std::vector<float>& effects = groups[g].class_effects;
    if (shapes[names[g]] < 2 || effects.empty()) continue;
    const auto most = std::ranges::max_element(effects);
    if (!(*most > 0)) continue;  // it speaks against all of them
    names[g] =
        Fill(words::kPicturesGroupNamedFor,
             {{"name", names[g]}, {"class", kind(static_cast<size_t>(most - effects.begin()))}});
  }
  // What is left alike is counted.
  std::map<std::string, int> met;
  for (std::string& name : names) {
    const int count = ++met[name];
    if (count > 1) {
      name = Fill(words::kPicturesGroupAgain, {{"name", name}, {"count", std::to_string(count)}});
    }
  }
  return names;
}

namespace {

// Among those of the same layer, which may be told by the kinds that they say.
std::string NameAmong(const PicturesState& state, const std::vector<PictureGroup>& groups,
                      size_t group) {
  if (group >= groups.size()) return {};
  const PicturesLookAnswer* seen = LookSeen(state);
  return GroupNames(groups, [&](size_t at) {
    return seen != nullptr && at < seen->classes.size() ? ClassName(state, seen->classes[at].index)
                                                        : std::string();
  })[group];
}

}  // namespace

std::string GroupName(const PicturesState& state, size_t group) {
  const PicturesGroupAnswer* groups = GroupsSeen(state);
  return groups == nullptr ? std::string() : NameAmong(state, groups->groups, group);
}
std::string SourceName(const PicturesState& state, size_t group) {
  const PicturesGroupAnswer* groups = FlowSeen(state);
  return groups == nullptr ? std::string() : NameAmong(state, groups->from, group);
}

}  // namespace meander
