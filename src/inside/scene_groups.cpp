// Groups of neurons that fire together, as a flow: from the words in which they fire, through the
// groups, to what each group adds to the likeness. Below, both sentences tinted by the group that
// is looked at.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "inside/scene.h"
#include "inside/wishes.h"

namespace meander {
namespace {

using Kind = InsideTarget::Kind;
constexpr size_t kMostSources = 8;
constexpr float kGap_px = 1.5f;

struct Source {
  std::string name;
  std::vector<float> flow;  // one a group, signed
  float mass() const {
    float sum = 0;
    for (const float value : flow) sum += std::fabs(value);
    return sum;
  }
};

// The groups of an earlier layer, and what of each passes through these.
std::vector<Source> EarlierGroups(const InsideState& state, const InsideGroupAnswer& groups) {
  const size_t count = groups.neurons.size();
  std::vector<Source> sources;
  for (size_t from = 0; from < groups.from_neurons.size(); ++from) {
    Source source{FromGroupWords(state, groups, from, 2), {}};
    source.flow.assign(groups.flow.begin() + static_cast<long>(from * count),
                       groups.flow.begin() + static_cast<long>((from + 1) * count));
    sources.push_back(std::move(source));
  }
  std::ranges::stable_sort(sources, std::ranges::greater{}, &Source::mass);
  return sources;
}

// What each word gives to each group's effect, words said twice taken together; the heaviest few.
std::vector<Source> SourcesOf(const InsideState& state, const InsideGroupAnswer& groups) {
  const size_t count = groups.neurons.size();
  if (!groups.flow.empty()) return EarlierGroups(state, groups);
  std::vector<float> totals(count);
  const size_t units = groups.a.size() + groups.b.size();
  for (size_t unit = 0; unit < units; ++unit) {
    for (size_t g = 0; g < count; ++g) totals[g] += groups.strengths[unit * count + g];
  }
  std::vector<Source> sources;
  for (size_t unit = 0; unit < units; ++unit) {
    const bool is_first = unit < groups.a.size();
    const InsideUnit& at = is_first ? groups.a[unit] : groups.b[unit - groups.a.size()];
    std::string name = WordsOfUnit(is_first ? state.a : state.b, at);
    auto found = std::ranges::find(sources, name, &Source::name);
    if (found == sources.end()) {
      sources.push_back({std::move(name), std::vector<float>(count)});
      found = sources.end() - 1;
    }
    for (size_t g = 0; g < count; ++g) {
      if (totals[g] <= 0) continue;
      found->flow[g] += groups.effects[g] * groups.strengths[unit * count + g] / totals[g];
    }
  }
  std::ranges::stable_sort(sources, std::ranges::greater{}, &Source::mass);
  if (sources.size() > kMostSources) {
    Source others{std::string(words::kInsideOtherWords), std::vector<float>(count)};
    for (size_t i = kMostSources - 1; i < sources.size(); ++i) {
      for (size_t g = 0; g < count; ++g) others.flow[g] += sources[i].flow[g];
    }
    sources.resize(kMostSources - 1);
    sources.push_back(std::move(others));
  }
  return sources;
}

// Bars one under the other, each as high as what flows through it, spread over a height.
std::vector<float> Spread(const std::vector<float>& heights, float top, float bottom,
                          float least_gap) {
  float all = 0;
  for (const float height : heights) all += height;
  const float gap =
      heights.size() > 1
          ? std::max((bottom - top - all) / static_cast<float>(heights.size() - 1), least_gap)
          : 0;
  std::vector<float> tops;
  float y = top;
  for (const float height : heights) {
    tops.push_back(y);
    y += height + std::min(gap, 90.f);
  }
  const float rest = bottom - (y - std::min(gap, 90.f));
  for (float& place : tops) place += std::max(rest / 2, 0.f);
  return tops;
}

void DrawTinted(const InsideState& state, const InsideGroupAnswer& groups, size_t group,
                Painter& paint, Rect area) {
  const std::string name = GroupWords(state, groups, group, 2);
  const Token hue = GroupHue(RanksOf(GroupsByMass(groups))[group]);
  paint.Line({area.low.x, area.low.y}, {area.high.x, area.low.y}, 1, {Token::kRule, 1});
  paint.Label({area.low.x, area.low.y + 18}, Fill(words::kInsideWhereFires, {{"name", name}}),
              Face::kUiBold, 13, {Token::kInk, 1}, LabelPlace::kRight);
  if (!paint.frame.is_narrow()) {
    paint.Label({area.high.x, area.low.y + 18}, std::string(words::kInsideDarker), Face::kUi, 12,
                {Token::kInk2, 1}, LabelPlace::kLeft);
  }
  const float pitch = (area.height() - 34) / 2;
  for (int side = 0; side < 2; ++side) {
    const std::vector<InsideUnit>& told = side == 0 ? groups.a : groups.b;
    if (told.empty()) continue;
    const std::vector<size_t> units = WordsIn(told);
    const std::vector<std::string> names = NamesOf(side == 0 ? state.a : state.b, told);
    const WordRow row = RowOf(names, area.low.x + 8, area.high.x - 8, 21, 11);
    const float y = area.low.y + 34 + pitch * (static_cast<float>(side) + 0.45f);
    for (size_t i = 0; i < units.size(); ++i) {
      const size_t place = side == 0 ? units[i] : groups.a.size() + units[i];
      const float firing = FiringOf(groups, place, group);
      const float half = row.half_px[i] + 6, rise = row.size_px * 0.72f;
      if (firing > 0.04f) {
        paint.Box({{row.middle_px[i] - half, y - rise}, {row.middle_px[i] + half, y + rise}},
                  {hue, firing / 2});
        // The same without colour: a bar as long as it is strong.
        paint.Box({{row.middle_px[i] - half * firing, y + rise + 3},
                   {row.middle_px[i] + half * firing, y + rise + 6}},
                  {hue, 1});
      }
      paint
          .Label({row.middle_px[i], y}, row.shown[i], Face::kWordMedium, row.size_px,
                 {Token::kInk, 1})
          .item =
          ItemOf({side == 0 ? Kind::kFirst : Kind::kSecond, static_cast<uint16_t>(units[i]), 0});
    }
  }
}

}  // namespace

void DrawGroups(const InsideState& state, Painter& paint, Rect area) {
  const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
  if (groups == nullptr || groups->effects.empty()) return;
  const bool is_narrow = paint.frame.is_narrow();
  const size_t count = groups->neurons.size();
  const std::vector<size_t> order = GroupsByMass(*groups);
  const InsideTarget pointed = state.pointed();
  const bool isolates = pointed.kind == Kind::kGroup && pointed.a < count;
  const size_t shown_group = isolates ? pointed.a : order.front();
  const size_t hidden = HiddenGroup(state).value_or(count);
  const float foot = is_narrow ? 118.f : 136.f;
  const float top = area.low.y + 44, bottom = area.high.y - foot - 14;

  const std::vector<Source> sources = SourcesOf(state, *groups);
  std::vector<float> group_mass(count);
  float all = 0;
  for (const Source& source : sources) {
    for (size_t g = 0; g < count; ++g) group_mass[g] += std::fabs(source.flow[g]);
  }
  // What comes from elsewhere than the sources makes a group higher than what flows in.
  float right = 0;
  for (size_t g = 0; g < count; ++g) {
    group_mass[g] = std::max(group_mass[g], std::fabs(groups->effects[g]));
    all += group_mass[g];
    right += std::fabs(groups->effects[g]);
  }
  all = std::max(all, right);
  if (all <= 0) return;
  const float least_gap = is_narrow ? 10.f : 16.f;
  const auto most_nodes = static_cast<float>(std::max(sources.size(), count));
  // As high as there is room: what a layer's neurons explain is often little, and its numbers say
  // so; the picture shows how it is shared out.
  const float scale =
      std::min(0.62f * (bottom - top), bottom - top - least_gap * 1.6f * (most_nodes - 1)) / all;
  if (scale <= 0) return;
  const float x_left = area.low.x + (is_narrow ? 74 : 132),
              x_right = area.high.x - (is_narrow ? 44 : 74);
  const float x_middle = x_left + (x_right - x_left) * (is_narrow ? 0.42f : 0.46f);
  constexpr float kNode_px = 12;

  std::vector<float> heights;
  for (const Source& source : sources) heights.push_back(source.mass() * scale);
  const std::vector<float> source_tops = Spread(heights, top, bottom, least_gap);
  heights.clear();
  for (const size_t g : order) heights.push_back(group_mass[g] * scale);
  const std::vector<float> group_tops = Spread(heights, top, bottom, least_gap);

  const auto ink_of = [&](float value, size_t g) {
    Paint ink = PaintOf(value, isolates ? (g == pointed.a ? 0.9f : 0.17f) : 0.42f);
    if (value < 0 && !(isolates && g != pointed.a)) ink.opacity = 0.6f;
    if (g == hidden) ink.opacity = 0.08f;
    if (state.look.ghost) ink.token = Token::kInk3;
    return ink;
  };
  // Words to groups. On either side a ribbon is as high as what flows.
  std::vector<float> next_in = group_tops;
  std::vector<std::vector<float>> leaves(sources.size(), std::vector<float>(count));
  for (size_t s = 0; s < sources.size(); ++s) {
    float y = source_tops[s];
    for (const size_t g : order) {
      const float height = std::fabs(sources[s].flow[g]) * scale;
      leaves[s][g] = y + height / 2;
      y += height;
    }
  }
  for (size_t k = 0; k < order.size(); ++k) {
    const size_t g = order[k];
    for (size_t s = 0; s < sources.size(); ++s) {
      const float value = sources[s].flow[g], height = std::fabs(value) * scale;
      if (height >= 0.4f) {
        const Point2 from{x_left + kNode_px, leaves[s][g]}, to{x_middle, next_in[k] + height / 2};
        if (isolates && g == pointed.a && g != hidden && height > 3) {
          paint.Ribbon(from, to, height + 2.2f, {Token::kInk, 0.9f}, true, false);
        }
        paint.Ribbon(from, to, std::max(height - kGap_px, 0.7f), ink_of(value, g), true, value < 0)
            .item = ItemOf({Kind::kGroup, static_cast<uint16_t>(g), 0});
      }
      next_in[k] += height;
    }
  }
  // Groups to the likeness: what adds from the top, what takes away below it.
  float plus = 0, minus = 0;
  for (const float effect : groups->effects) (effect > 0 ? plus : minus) += std::fabs(effect);
  const float all_right = (plus + minus) * scale;
  float y_plus = (top + bottom - all_right) / 2, y_minus = y_plus + plus * scale + 14;
  paint.Box({{x_right, y_plus}, {x_right + kNode_px, y_plus + plus * scale}},
            {state.look.ghost ? Token::kInk3 : Token::kPlus, 1});
  if (minus > 0) {
    paint.Box({{x_right, y_minus}, {x_right + kNode_px, y_minus + minus * scale}},
              {state.look.ghost ? Token::kInk3 : Token::kMinus, 1}, true);
  }
  paint.Label({x_right + kNode_px + 6, y_plus + plus * scale / 2}, Signed(plus), Face::kUiBold,
              12.5f, {Token::kInk, 1}, LabelPlace::kRight);
  if (minus > 0.004f) {
    paint.Label({x_right + kNode_px + 6, y_minus + minus * scale / 2}, Signed(-minus),
                Face::kUiBold, 12.5f, {Token::kMinus, 1}, LabelPlace::kRight);
  }
  for (size_t k = 0; k < order.size(); ++k) {
    const size_t g = order[k];
    const float effect = groups->effects[g], height = std::fabs(effect) * scale;
    float& y = effect > 0 ? y_plus : y_minus;
    // A group whose words pull both ways is higher than what is left of it.
    const float from_y = group_tops[k] + group_mass[g] * scale / 2;
    const bool is_hot = isolates && g == pointed.a;
    if (height >= 0.4f) {
      const Point2 from{x_middle + kNode_px, from_y}, to{x_right, y + height / 2};
      if (is_hot && g != hidden && height > 3) {
        paint.Ribbon(from, to, height + 2.2f, {Token::kInk, 0.9f}, true, false);
      }
      paint.Ribbon(from, to, std::max(height - kGap_px, 0.7f), ink_of(effect, g), true, effect < 0)
          .item = ItemOf({Kind::kGroup, static_cast<uint16_t>(g), 0});
    }
    y += height;
    paint
        .Box({{x_middle, group_tops[k]},
              {x_middle + kNode_px, group_tops[k] + std::max(group_mass[g] * scale, 2.f)}},
             {GroupHue(k), g == hidden           ? 0.15f
                           : isolates && !is_hot ? 0.5f
                                                 : 1})
        .item = ItemOf({Kind::kGroup, static_cast<uint16_t>(g), 0});
  }
  for (size_t s = 0; s < sources.size(); ++s) {
    const float height = sources[s].mass() * scale;
    paint.Box(
        {{x_left, source_tops[s]}, {x_left + kNode_px, source_tops[s] + std::max(height, 2.f)}},
        {Token::kInk2, 0.9f});
    paint.Label({x_left - 10, source_tops[s] + height / 2},
                FitText(Face::kRegionItalic, is_narrow ? 13.5f : 16, sources[s].name,
                        x_left - area.low.x - 12),
                Face::kRegionItalic, is_narrow ? 13.5f : 16, {Token::kInk, 1}, LabelPlace::kLeft);
  }
  for (size_t k = 0; k < order.size(); ++k) {
    const size_t g = order[k];
    const bool is_hot = isolates && g == pointed.a;
    if (is_narrow && !is_hot) continue;  // names only on the isolated path
    const bool is_faint = isolates && !is_hot;
    const float middle = group_tops[k] + group_mass[g] * scale / 2;
    const bool is_unsteady =
        g < groups->stability.size() && SeedsThatAgree(groups->stability[g]) < 5;
    const float x = x_middle + kNode_px + 14;
    const bool is_thin = group_mass[g] * scale < 40;
    const float y = is_thin && k + 1 < order.size() && count > 6 ? middle : middle - 9;
    LabelMark& name = paint.Label(
        {x, y},
        FitText(Face::kRegionItalic, 16, GroupWords(state, *groups, g, 3), x_right - x - 90),
        Face::kRegionItalic, 16, {is_unsteady || is_faint ? Token::kInk3 : Token::kInk, 1},
        LabelPlace::kRight);
    name.halo_px = 3.6f;
    name.item = ItemOf({Kind::kGroup, static_cast<uint16_t>(g), 0});
    if (count <= 6 || is_hot) {
      if (g < groups->stability.size()) {
        paint.SeedDots({x + 3, y + 17}, SeedsThatAgree(groups->stability[g]), {Token::kInk2, 1});
      }
      LabelMark& effect = paint.Label({x + 80, y + 17}, Signed(groups->effects[g]), Face::kUiBold,
                                      12.5f, {Token::kInk, 1}, LabelPlace::kRight);
      effect.halo_px = 3;
    }
  }
  paint.Label({area.low.x, area.low.y + 18},
              groups->flow.empty()
                  ? std::string(words::kInsideFlowWords)
                  : Fill(words::kPickLayerTitle,
                         {{"layer", std::to_string(std::max(GroupLayer(state) - 3, 0) + 1)}}),
              Face::kUiBold, 13, {Token::kInk, 1}, LabelPlace::kRight);
  if (!is_narrow) {
    paint.Label({x_middle - 20, area.low.y + 18},
                Fill(words::kInsideFlowGroups, {{"layer", std::to_string(GroupLayer(state) + 1)},
                                                {"count", std::to_string(count)}}),
                Face::kUiBold, 13, {Token::kInk, 1}, LabelPlace::kRight);
  }
  paint.Label({area.high.x, area.low.y + 18}, std::string(words::kInsideFlowLikeness),
              Face::kUiBold, 13, {Token::kInk, 1}, LabelPlace::kLeft);
  const float unexplained = groups->cosine - (plus - minus);
  if (!is_narrow) {
    paint.Label({area.high.x, area.low.y + 35},
                Fill(words::kInsideUnexplained, {{"value", Signed(unexplained)}}), Face::kUi, 12,
                {Token::kInk2, 1}, LabelPlace::kLeft);
  }
  if (hidden < count) {
    paint.Label({area.high.x, area.low.y + (is_narrow ? 35.f : 51.f)},
                Fill(words::kInsideWithoutIt, {{"after", TwoDecimals(groups->without[hidden])},
                                               {"before", Plainly(groups->cosine)}}),
                Face::kUiBold, 12.5f, {Token::kInk, 1}, LabelPlace::kLeft);
  }
  DrawTinted(state, *groups, shown_group, paint,
             {{area.low.x, area.high.y - foot}, {area.high.x, area.high.y}});
}

}  // namespace meander
