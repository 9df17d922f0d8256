// While other words are read the stage keeps the picture of those before, faint and deaf to the
// pointer: who types sees what changes, and never an empty stage between two letters.
#pragma once

#include <optional>

#include "canvas/scene.h"
#include "canvas/stage_painter.h"
#include "inside/link.h"
#include "inside/state.h"

namespace meander {

// What the view shows first has come; the rest may follow.
bool HasPicture(const InsideState& state);

class KeptPicture {
 public:
  // Around whatever changes the state.
  void Before(const InsideState& state);
  void After(const InsideState& state);
  // In the place of a picture that has not come; nullopt: there is none that would fit.
  std::optional<Scene> Shown(const InsideState& state, const StageFrame& frame) const;

 private:
  std::optional<InsideLink> before_;
  // With those answers alone that were shown: a stage may change its size meanwhile.
  std::optional<InsideState> kept_;
};

}  // namespace meander
