// See kept_picture.h.
#include "inside/kept_picture.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "inside/scene.h"
#include "inside/wishes.h"

namespace meander {
namespace {

constexpr float kFaint = 0.3f;

void MakeFaint(Scene& scene) {
  const auto all = [](auto& marks) {
    for (auto& mark : marks) {
      mark.paint.opacity *= kFaint;
      mark.item = kNoItem;
    }
  };
  all(scene.cells);
  all(scene.ribbons);
  all(scene.strokes);
  all(scene.discs);
  all(scene.labels);
}

}  // namespace

bool HasPicture(const InsideState& state) {
  const std::vector<InsideQuestion> wishes = WishesOf(state);
  const InsideKnown* known = wishes.empty() ? nullptr : KnownOf(state, wishes.front());
  return known != nullptr && known->answer;
}

void KeptPicture::Before(const InsideState& state) {
  before_.reset();
  if (HasPicture(state)) before_ = InsideLinkOf(state);
}

void KeptPicture::After(const InsideState& state) {
  std::optional<InsideLink> before = std::exchange(before_, std::nullopt);
  if (HasPicture(state)) {
    kept_.reset();
  } else if (before) {
    InsideState kept;
    LookAsLinked(kept, std::move(*before));
    kept.is_example = false;
    kept.is_narrow = state.is_narrow;
    kept.map = state.map;
    for (const InsideQuestion& wish : WishesOf(kept)) {
      if (const InsideKnown* known = KnownOf(state, wish)) kept.known.push_back(*known);
    }
    kept_ = std::move(kept);
  }
}

std::optional<Scene> KeptPicture::Shown(const InsideState& state, const StageFrame& frame) const {
  const bool fits = kept_ && kept_->look.view == state.look.view && !HasPicture(state) &&
                    ProblemOf(state).empty();
  if (!fits) return std::nullopt;
  Scene scene = InsideScene(*kept_, frame);
  MakeFaint(scene);
  return scene;
}

}  // namespace meander
