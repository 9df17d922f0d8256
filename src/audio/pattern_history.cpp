// See pattern_history.h.
#include "audio/pattern_history.h"

namespace meander {

void PatternHistory::Keep(const Pattern& before) {
  after_.clear();
  if (bound_ == 0) return;
  if (before_.size() == bound_) before_.pop_front();
  before_.push_back(before);
}

void PatternHistory::ReplaceClip(uint32_t gone, uint32_t in_its_stead) {
  for (Pattern& one : before_) meander::ReplaceClip(one, gone, in_its_stead);
  for (Pattern& one : after_) meander::ReplaceClip(one, gone, in_its_stead);
}

std::optional<Pattern> PatternHistory::Undo(const Pattern& now) {
  if (before_.empty()) return std::nullopt;
  after_.push_back(now);
  std::optional<Pattern> last = std::move(before_.back());
  before_.pop_back();
  return last;
}

std::optional<Pattern> PatternHistory::Redo(const Pattern& now) {
  if (after_.empty()) return std::nullopt;
  before_.push_back(now);
  std::optional<Pattern> next = std::move(after_.back());
  after_.pop_back();
  return next;
}

}  // namespace meander
