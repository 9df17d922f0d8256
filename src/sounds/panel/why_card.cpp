// See why_card.h.
#include "sounds/panel/why_card.h"

#include <imgui.h>

#include <utility>

#include "canvas/draw/figure_marks.h"
#include "canvas/draw/marks.h"
#include "canvas/draw/mesh.h"
#include "canvas/fill.h"
#include "canvas/theme.h"
#include "canvas/widgets/card.h"
#include "canvas/widgets/hit.h"
#include "canvas/widgets/icons.h"
#include "canvas/widgets/pill_button.h"
#include "canvas/widgets/shape.h"
#include "canvas/words.h"
#include "sounds/panel/why_marks.h"

namespace meander {
namespace {

void DrawHear(const SoundsState& state, const WhyPlaces& places, int side, ImDrawList* list,
              std::vector<PanelAction>& done) {
  const Rect box = places.HearBox(side);
  const auto playhead = WhyPlayhead(state);
  const bool is_heard = playhead && playhead->first == side;
  FillRounded(list, box, 15, UiColor(is_heard ? Token::kInk : Token::kRaised));
  OutlineRounded(list, box, 15, 1.4f, UiColor(is_heard ? Token::kInk : Token::kEdge));
  DrawIcon(list, Icon::kPlay, (box.low + box.high) * 0.5f, 14,
           UiColor(is_heard ? Token::kPaper : Token::kInk));
  if (HitArea("hear" + std::to_string(side), box).pressed) {
    done.push_back({"why-hear", std::to_string(side)});
  }
}

int PointedPart(const SoundsState& state, const WhyPlaces& places, bool& was_pressed) {
  int pointed = -1;
  for (size_t i = 0; i < state.why.parts.size(); ++i) {
    const WhyPart& part = state.why.parts[i];
    if (!part.is_band()) continue;
    for (size_t picture = 0; picture < (places.is_stacked ? 2u : 1u); ++picture) {
      Rect box = places.BandBox(part, picture);
      box.high.x = places.is_stacked ? places.bridges_px.high.x : places.pictures_px[1].high.x;
      const Hit hit = HitArea("part" + std::to_string(i) + "-" + std::to_string(picture), box, box);
      if (hit.hovered) pointed = static_cast<int>(i);
      was_pressed = was_pressed || hit.pressed;
    }
  }
  return pointed;
}

}  // namespace

void DrawWhyCard(const SoundsState& state, const View& view, const SoundsLayout& layout,
                 int& pointed, std::vector<PanelAction>& done) {
  const auto places = PlacesOfWhy(state, view, layout);
  if (!places) {
    pointed = -1;
    return;
  }
  Card card("why", places->card_px);
  const WhyMarks marks = MarksOfWhy(state, *places, view.viewport.pixel_ratio);
  DrawFigureMarks(marks.figure, view.theme, card.list());
  Mesh mesh;
  for (const Rect& box : marks.hatched) {
    AddHatching(box, 1 / view.viewport.pixel_ratio, ColorOf(Token::kMinus, view.theme), mesh);
  }
  AddMesh(mesh, card.list());
  for (const int side : {0, 1}) DrawHear(state, *places, side, card.list(), done);

  const Rect close = places->CloseBox();
  DrawIcon(card.list(), Icon::kClose, (close.low + close.high) * 0.5f, 18, UiColor(Token::kInk));
  if (HitArea("close", close).pressed) done.push_back({"why-close", ""});

  const auto pill = [&](std::string_view label, Point2 right_top, std::string_view action) {
    const float width = PillWidth(label, Icon::kNone, kCompactPillHeight_px);
    const Rect box{{right_top.x - width, right_top.y},
                   {right_top.x, right_top.y + kCompactPillHeight_px}};
    if (PillButton(box, label, {})) {
      done.push_back({std::string(action), std::to_string(state.why.items[0])});
    }
    return width;
  };
  const Rect& box = places->card_px;
  const std::string put =
      Fill(words::kSoundsPutIn, {{"track", LabelOf(state, TrackToFill(state))}});
  if (places->is_stacked) {
    const float top = box.high.y - 42;
    const float width = pill(put, {box.high.x - 16, top}, "put");
    pill(words::kSoundsWhyTurn, {box.high.x - 24 - width, top}, "why-turn");
  } else {
    pill(words::kSoundsWhyTurn, {box.high.x - 50, box.low.y + 12}, "why-turn");
    pill(put, {box.high.x - 20, places->sums_px + 14}, "put");
  }

  // What is pointed at is heard alone; pressing hears it again.
  bool was_pressed = false;
  const int over = PointedPart(state, *places, was_pressed);
  if (std::exchange(pointed, over) != over) {
    done.push_back({"why-part", over < 0 ? std::string() : std::to_string(over)});
  } else if (was_pressed && over >= 0) {
    done.push_back({"why-turn", ""});
  }
}

}  // namespace meander
