// Undo and redo of a beat: whole patterns, which are small. (canvas/undo.h goes one way only and
// lies to the right of this room.)
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "audio/pattern.h"

namespace meander {

class PatternHistory {
 public:
  // Keeps at most `bound` patterns; the oldest gives way.
  explicit PatternHistory(size_t bound = 64) : bound_(bound) {}

  // Call before a change with what there is. Steps of one drag are one change: keep once, at its
  // start. What could be done again no longer can.
  void Keep(const Pattern& before);
  // What there was before; nullopt when there is nothing to take back. `now` can be done again.
  std::optional<Pattern> Undo(const Pattern& now);
  std::optional<Pattern> Redo(const Pattern& now);

  // In all that is kept one clip stands for another, which is not there any more.
  void ReplaceClip(uint32_t gone, uint32_t in_its_stead);

  bool can_undo() const { return !before_.empty(); }
  bool can_redo() const { return !after_.empty(); }

 private:
  size_t bound_;
  std::deque<Pattern> before_;
  std::vector<Pattern> after_;
};

}  // namespace meander
