// Taking something back: the last few values before a change that cannot be made good by hand. The
// room decides what a value is; usually it is one part of its state.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <utility>

namespace meander {

template <class T>
class Undo {
 public:
  // Keeps at most `bound` values; the oldest gives way.
  explicit Undo(size_t bound = 16) : bound_(bound) {}

  // What there was before the change.
  void Keep(T before) {
    if (bound_ == 0) return;
    if (kept_.size() == bound_) kept_.pop_front();
    kept_.push_back(std::move(before));
  }
  // The value to go back to; nullopt when there is none.
  std::optional<T> Take() {
    if (kept_.empty()) return std::nullopt;
    std::optional<T> last = std::move(kept_.back());
    kept_.pop_back();
    return last;
  }
  bool can_undo() const { return !kept_.empty(); }
  void Forget() { kept_.clear(); }

 private:
  size_t bound_;
  std::deque<T> kept_;
};

}  // namespace meander
