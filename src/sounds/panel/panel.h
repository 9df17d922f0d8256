// What the room of sounds draws over its chart with Dear ImGui: the grid of steps and the card of
// the sound that was clicked. Every control has a twin in the Page.
#pragma once

#include <string>
#include <vector>

#include "canvas/room.h"
#include "sounds/layout.h"
#include "sounds/state.h"

namespace meander {

// What was done to the controls since the last frame, as the page's own actions.
struct PanelAction {
  std::string action, argument;
};

// Keeps what a hand is at between two frames: a drag over the steps.
class SoundsPanel {
 public:
  std::vector<PanelAction> Draw(const SoundsState& state, const View& view);
  // What it covers of the chart: names keep off it.
  std::vector<Rect> Boxes(const SoundsState& state, const View& view) const;

 private:
  // The step that the finger went down on, and what it does to those it comes over.
  enum class Hand : uint8_t { kNone, kUndecided, kPaints, kSetsLoudness, kTurnsPage };
  struct Drag {
    Hand hand = Hand::kNone;
    int track = -1, step = -1;
    Point2 from_px;
    int loudness = 0;  // at first; of painted steps: what they get
    int told = -1;     // the last value or step that was told
  };
  void DragSteps(const SoundsState& state, const SoundsLayout& layout, bool is_held,
                 std::vector<PanelAction>& done);
  void DragVolume(const SoundsState& state, const SoundsLayout& layout, int track, bool is_held,
                  std::vector<PanelAction>& done);
  void TakeHits(const SoundsState& state, const SoundsLayout& layout,
                std::vector<PanelAction>& done);
  void LetGo(std::vector<PanelAction>& done);

  Drag drag_;
  int why_part_ = -1;   // of the card of two sounds: where the pointer is
  int volume_of_ = -1;  // the track whose bar is held
};

}  // namespace meander
