// Everything the room of drawings knows, and what each action does to it. Pure: time comes in,
// nothing is drawn or said here. What is shown follows from the strokes and how one looks at them;
// wishes.h says which answers that takes, pen.h how strokes come to be.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "canvas/undo.h"
#include "drawings/look.h"

namespace meander {

// An answer that has come, or what stood in its way.
struct DrawingKnown {
  DrawingsQuestion question;
  std::optional<DrawingsAnswer> answer;
  std::string problem;
  bool is_whole = false;
  double took_s = -1;  // −1: it was there before
};

enum class DrawingDialog : uint8_t { kNone, kHelp, kTrust };

struct DrawingsState {
  PackHead head;
  std::vector<std::string> titles;  // of the examples
  std::vector<Ink> examples;
  bool examples_lost = false;
  std::vector<uint8_t> pieces;  // pack/pen_sections.h; empty: not here

  Ink ink;                 // what is on the sheet
  InkStroke live;          // the stroke under the pen; empty: none
  bool has_begun = false;  // the sheet is the reader's, a link's or an example's: not still to come
  int example = -1;        // which one it is as it came; −1: none
  Undo<Ink> undo{64};

  Ink pictured;  // whose strokes the page has pictures of

  DrawingLook look;
  DrawingTarget hovered, pinned;
  std::vector<DrawingKnown> known;
  // The last look at anything by the one that is shown, the network or its ghost: what is seen
  // while the next is being worked out.
  std::optional<DrawingsLookAnswer> latest;

  RequestId request = 0;  // one question at a time is under way
  DrawingsQuestion asked;
  double asked_s = 0;
  double live_s = -1;  // when a drawing under the pen was last asked about
  ProgressReply progress;

  // Depth in stops as it is drawn; the look's layer but while it moves.
  float depth = kDrawingDefaultLayer;
  bool is_playing = false;
  double play_from_s = 0;
  float play_from = 0;
  bool came_by_playing = false;  // nobody has asked for this very layer

  int open_pick = -1;
  DrawingDialog dialog = DrawingDialog::kNone;
  bool shows_list = false;
  // Of megabytes that are asked for first: as in the room Inside (inside/state.h).
  bool is_careful = false, may_fetch = false, asks_to_fetch = false;
  std::optional<DrawingsQuestion> not_here;
  std::string notice;
  double notice_until_s = 0;
  double now_s = 0;

  DrawingTarget pointed() const {
    return hovered.kind != DrawingTarget::Kind::kNone ? hovered : pinned;
  }
  bool is_drawing() const { return !live.empty(); }
  // As a first visit finds it.
  bool is_first() const { return example == 0 && look == DrawingLook{} && !is_drawing(); }
};

Effects StartDrawings(DrawingsState& state, const PackHead& head, std::string_view link_payload);
Effects TakeDrawingsChunk(DrawingsState& state, std::string_view section, const ChunkRef& chunk,
                          Result<ByteSpan> bytes);
Effects TakeDrawingsReply(DrawingsState& state, const Reply& reply);
Effects TakeDrawingsLink(DrawingsState& state, std::string_view payload);
// By the names of the Page's actions; unknown ones and bad arguments do nothing.
Effects ApplyToDrawings(DrawingsState& state, std::string_view action, std::string_view argument);
// What has become due by `now_s`; `more`: something is still to.
Effects LetDrawingsPass(DrawingsState& state, double now_s, bool& more);
// Moves a depth that plays; true while it moves.
bool AdvanceDrawingDepth(DrawingsState& state, bool reduced_motion);

// A sentence over everything, for a few seconds.
void ShowDrawingNotice(DrawingsState& state, std::string_view sentence);
// The strokes of another sheet, with the way back kept.
Effects PutInkOnSheet(DrawingsState& state, Ink ink, int example);

}  // namespace meander
