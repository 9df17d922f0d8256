// A room of drawings with a pack of two made-up drawings, and answers that no network gave.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "drawings/pen.h"
#include "drawings/state.h"
#include "drawings/wishes.h"
#include "pack/pen_sections.h"
#include "pack/sections.h"

namespace meander {

inline const std::vector<Ink> kMadeDrawings = {{{{100, 100}, {900, 100}}, {{100, 900}, {900, 900}}},
                                               {{{500, 100}, {500, 900}}}};

inline PackHead MadeDrawingsHead() {
  PackHead head;
  head.item_count = 2;
  for (const char* section : {"titles", "examples", "pieces"}) {
    head.sections.push_back({section, 1, true, {{.file = "f", .item_count = 2}}});
  }
  return head;
}

// The wish under way, if any among the effects.
inline std::optional<DrawingsQuestion> AskedIn(const Effects& effects) {
  std::optional<DrawingsQuestion> asked;
  for (const Effect& effect : effects) {
    const auto* ask = std::get_if<AskEngineEffect>(&effect);
    if (ask == nullptr) continue;
    const auto* room = std::get_if<RoomRequest>(&ask->request.body);
    const auto read = ReadDrawingsQuestion(room->question);
    EXPECT_TRUE(read.has_value());
    if (read) asked = *read;
  }
  return asked;
}
inline bool HasCancel(const Effects& effects) {
  return std::ranges::any_of(effects, [](const Effect& effect) {
    return std::holds_alternative<CancelEngineEffect>(effect);
  });
}

inline DrawingsLookAnswer MadeUpLook() {
  DrawingsLookAnswer look;
  look.signs = {
      {300, "∑", "sum", .91f, 9}, {17, "Σ", "Sigma", .05f, 6}, {3, "=", "equals", .01f, 4}};
  for (size_t i = 0; i < look.grids.size(); ++i) {
    const size_t places = ToldPlacesOfDrawing(i);
    look.grids[i].strength.assign(places, 1);
    look.grids[i].strength[places / 2 + 2] = 5;
    look.grids[i].channels.assign(4 * places, 3);
    look.grids[i].values.assign(4 * places, 2);
  }
  return look;
}
inline DrawingsStrokeAnswer MadeUpStrokes(size_t count) {
  DrawingsStrokeAnswer strokes;
  strokes.value = 9;
  strokes.empty_value = 1;
  strokes.empty_sign = "∴";
  strokes.empty_name = "therefore";
  for (size_t i = 0; i < count; ++i) {
    const float loss = i == 1 ? 6.f : .5f;
    const DrawnSign sum{300, "∑", "sum", 0, 0}, equal{3, "=", "equals", 0, 0};
    strokes.losses.push_back({uint8_t(i), 9 - loss, loss, .2f, i == 1 ? equal : sum});
  }
  strokes.done = strokes.in_all = static_cast<uint16_t>(count);
  return strokes;
}
inline DrawingsGroupAnswer MadeUpGroups(size_t places) {
  DrawingsGroupAnswer groups;
  for (int g = 0; g < 4; ++g) {
    DrawingGroup& group = groups.groups.emplace_back();
    group.strengths.assign(places, 0);
    group.strengths[places / 4 * static_cast<size_t>(g)] = 1;
    if (g == 1) group.strengths[places / 2 + 2] = 1;  // where the look fires most
    group.share = 1.5f;
    group.without = 1.25f;
    group.stability = .8f;
  }
  groups.relative_error = .3f;
  groups.value = 9;
  groups.value_at_zero = 2;
  groups.sum = 6.5f;
  groups.done = groups.in_all = 16;
  return groups;
}

class SheetTest : public testing::Test {
 protected:
  // Everything that comes with the pack.
  Effects Open(std::string_view link = {}) {
    StartDrawings(state_, MadeDrawingsHead(), link);
    const std::vector<std::string> titles = {"Two bars", "One bar"};
    const ChunkRef chunk{.file = "f", .item_count = 2};
    TakeDrawingsChunk(state_, "titles", chunk, ByteSpan(WriteTitles(titles)));
    return TakeDrawingsChunk(state_, "examples", chunk, ByteSpan(WriteExamples(kMadeDrawings)));
  }
  Effects Answer(const DrawingsAnswer& answer, bool is_whole = true) {
    return TakeDrawingsReply(state_,
                             {state_.request, RoomReply{WriteDrawingsAnswer(answer), is_whole}});
  }
  // Answers whatever is asked, until nothing is.
  void AnswerAll() {
    for (int turn = 0; turn < 9 && state_.request != 0; ++turn) {
      if (const auto* strokes = std::get_if<DrawingsStrokeQuestion>(&state_.asked)) {
        Answer(MadeUpStrokes(strokes->ink.size()));
      } else if (const auto* groups = std::get_if<DrawingsGroupQuestion>(&state_.asked)) {
        Answer(MadeUpGroups(ToldPlacesOfDrawing(groups->layer)));
      } else {
        Answer(MadeUpLook());
      }
    }
    EXPECT_EQ(state_.request, 0u);
  }
  void Draw(std::initializer_list<Point2> points) {
    for (const Point2 point : points) MovePen(state_, point);
    LiftPen(state_);
  }

  DrawingsState state_;
};

}  // namespace meander
