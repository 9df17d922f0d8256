// The race: places taken out of the picture, those that each way calls heaviest first; how much of
// the share is left. The lowest line wins.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "pictures/methods.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

struct Dashing {
  float dash_px, gap_px;
};
constexpr Dashing kDashings[kPictureMethods] = {{0, 0}, {7, 4}, {2, 4}, {9, 3.5f}, {4, 2.5f}};

// Four signs, and a cross for the fifth.
void DrawSign(PictureBrush& brush, Point2 at, PictureMethod method, float radius, bool leads) {
  if (method != PictureMethod::kActivation) {
    brush.Sign(at, static_cast<size_t>(method), radius, leads);
    return;
  }
  const float r = radius * 0.9f, width = leads ? 2.6f : 1.6f;
  brush.Line({at.x - r, at.y - r}, {at.x + r, at.y + r}, width, {Token::kInk, 1});
  brush.Line({at.x - r, at.y + r}, {at.x + r, at.y - r}, width, {Token::kInk, 1});
}

}  // namespace

void DrawPictureRace(PictureBrush& brush, Rect area) {
  const PicturesState& state = brush.state;
  const std::optional<ClassPair> asked = ClassesAsked(state);
  const float head_y = area.low.y + 10;
  brush.Label({area.low.x, head_y}, std::string(words::kPicturesStageRace), Face::kUiBold, 13,
              {Token::kInk, 1}, LabelPlace::kRight);
  const PicturesRaceAnswer* answer = RaceSeen(state);
  if (answer == nullptr || answer->races.empty() || !asked) return;
  const float after = TextWidth(Face::kUiBold, 13, words::kPicturesStageRace) + 14;
  const std::string what =
      Fill(words::kPicturesStageRaceWhat, {{"name", ClassName(state, asked->a)}});
  const bool is_wide = area.width() - after > TextWidth(Face::kUi, 12, what);
  if (is_wide) {
    brush.Label({area.low.x + after, head_y}, what, Face::kUi, 12, {Token::kInk2, 1},
                LabelPlace::kRight);
  }
  const bool has_legend = area.width() >= 300;
  const float legend = has_legend ? 150.f : 0.f;
  const float left = area.low.x + 38, right = area.high.x - legend - 8, top = area.low.y + 34,
              bottom = area.high.y - 28;
  if (right - left < 60 || bottom - top < 40) return;
  float most = 0.02f;
  const auto reach = [&](const std::vector<float>& curve) {
    for (const float value : curve) most = std::max(most, value);
  };
  for (const PictureRace& race : answer->races) reach(race.deletion);
  reach(answer->chance_high);
  const auto at = [&](float part, float value) {
    return Point2{left + (right - left) * part, bottom - (bottom - top) * value / most};
  };
  const auto part_of = [](size_t i, size_t count) {
    return static_cast<float>(i) / static_cast<float>(std::max<size_t>(count - 1, 1));
  };
  // Where four in five of the random orders lie.
  const std::vector<float>&low = answer->chance_low, &high = answer->chance_high;
  const size_t steps = std::min(low.size(), high.size());
  for (size_t i = 0; i + 1 < steps; ++i) {
    constexpr int kSlices = 24;
    for (int slice = 0; slice < kSlices; ++slice) {
      const float from = static_cast<float>(slice) / kSlices, to = from + 1.f / kSlices,
                  middle = (from + to) / 2;
      const auto between = [&](const std::vector<float>& edge) {
        return edge[i] + (edge[i + 1] - edge[i]) * middle;
      };
      const auto count = static_cast<float>(steps - 1), x = static_cast<float>(i);
      brush.Box({at((x + from) / count, between(high)), at((x + to) / count, between(low))},
                {Token::kInk3, 0.14f});
    }
  }
  brush.Line(at(0, 0), at(1, 0), 1, {Token::kEdge, 1});
  brush.Label(at(0, most) - Point2{10, 0}, Decimals(most, 2), Face::kUi, 12, {Token::kInk2, 1},
              LabelPlace::kLeft);
  brush.Label(at(0, 0) - Point2{10, 0}, "0", Face::kUi, 12, {Token::kInk2, 1}, LabelPlace::kLeft);
  brush.Label({(left + right) / 2, bottom + 16}, std::string(words::kPicturesStageTaken), Face::kUi,
              12, {Token::kInk2, 1});
  brush.Label({left, bottom + 16}, "0 %", Face::kUi, 12, {Token::kInk2, 1});
  brush.Label({right, bottom + 16}, "100 %", Face::kUi, 12, {Token::kInk2, 1});
  const auto draw = [&](const std::vector<float>& curve, float width, Dashing dashes, Paint ink) {
    for (size_t i = 0; i + 1 < curve.size(); ++i) {
      StrokeMark& line = brush.Line(at(part_of(i, curve.size()), curve[i]),
                                    at(part_of(i + 1, curve.size()), curve[i + 1]), width, ink);
      line.dash_px = dashes.dash_px;
      line.gap_px = dashes.gap_px;
    }
  };
  draw(answer->chance, 1.6f, {0, 4.5f}, {Token::kInk3, 0.9f});
  // The leader last, over the others.
  std::vector<const PictureRace*> races;
  for (const PictureRace& race : answer->races) {
    if (race.method != state.look.method) races.push_back(&race);
  }
  for (const PictureRace& race : answer->races) {
    if (race.method == state.look.method) races.push_back(&race);
  }
  for (const PictureRace* race : races) {
    const bool leads = race->method == state.look.method;
    const Paint ink{leads ? Token::kInk : Token::kInk2, leads ? 1 : 0.85f};
    draw(race->deletion, leads ? 3 : 1.6f,
         leads ? Dashing{0, 0} : kDashings[static_cast<size_t>(race->method)], ink);
    for (size_t i = 1; i + 1 < race->deletion.size(); ++i) {
      DrawSign(brush, at(part_of(i, race->deletion.size()), race->deletion[i]), race->method,
               leads ? 5 : 3.4f, leads);
    }
  }
  if (!has_legend) return;
  // The lowest area, the winner, first.
  std::ranges::stable_sort(races, {}, &PictureRace::deletion_area);
  float y = top + 4;
  for (const PictureRace* race : races) {
    const bool leads = race->method == state.look.method;
    DrawSign(brush, {right + 22, y}, race->method, 4.5f, leads);
    brush.Label({right + 34, y}, std::string(PictureMethodShort(race->method)),
                leads ? Face::kUiBold : Face::kUi, 12, {Token::kInk, 1}, LabelPlace::kRight);
    brush.Label({area.high.x, y}, Decimals(race->deletion_area, 2), Face::kUi, 12, {Token::kInk, 1},
                LabelPlace::kLeft);
    y += 20;
  }
  if (answer->chance.empty()) return;
  brush.Line({right + 16, y}, {right + 28, y}, 8, {Token::kInk3, 0.2f});
  brush.Label({right + 34, y}, std::string(words::kPicturesStageAnyOrder), Face::kRegionItalic,
              12.5f, {Token::kInk2, 1}, LabelPlace::kRight);
  brush.Label({area.high.x, y}, Decimals(answer->chance_area, 2), Face::kUi, 12, {Token::kInk2, 1},
              LabelPlace::kLeft);
}

}  // namespace meander
