// See room.h: binds state, scene, page and link together; keeps the land's dots for the strip as it
// stands.
#include "sentences/room.h"

#include <algorithm>
#include <cmath>

#include "canvas/page_parts.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "sentences/corpus_map.h"
#include "sentences/figure.h"
#include "sentences/link.h"
#include "sentences/page.h"
#include "sentences/scene.h"

namespace meander {
namespace {

constexpr float kAnotherLine_px = 40;  // a stop pulled this far sideways takes another line

class SentencesRoom : public Room {
 public:
  std::string_view Name() const override { return "sentences"; }
  Effects Start(const PackHead& head, std::string_view link) override {
    opened_by_link_ = !link.empty();
    return StartSentences(state_, head, link);
  }
  Effects OnChunk(std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes) override {
    return TakeChunk(state_, section, chunk, std::move(bytes));
  }
  Effects OnReply(const Reply& reply) override { return TakeReply(state_, reply); }
  Effects OnAction(std::string_view action, std::string_view argument) override {
    StopGrowing();
    return Apply(state_, action, argument);
  }
  Effects OnLink(std::string_view payload) override { return TakeLink(state_, payload); }
  Effects OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2 at_px) override;
  std::optional<Effects> OnKey(std::string_view key, bool shift) override;

  bool IsComplete() const override {
    if (!state_.has_shelves) return !state_.error.empty();
    return !state_.is_example || state_.request == 0;
  }
  Rect Bounds() const override { return {{-1, -1}, {1, 1}}; }
  bool HasFixedCamera() const override { return !(state_.map.is_open && state_.map.points); }
  Scene BuildScene(const View& view) const override;
  Page BuildPage(const View& view) const override { return SentencesPage(state_, view); }
  Figure BuildFigure(float width_px, float height_px) const override {
    return SentencesFigure(state_, width_px, height_px);
  }
  Figure BuildPoster(float width_px, float height_px) const override {
    return SentencesPoster(state_, width_px, height_px);
  }
  Figure BuildFigureAt(float at, float width_px, float height_px) const override {
    return SentencesFigure(state_, width_px, height_px, at);
  }
  std::vector<PageNode> BesideLink() const override {
    return {Button("poem", "button", words::kPoemCopy, "copy-poem")};
  }
  std::string LinkPayload() const override {
    if (!state_.has_shelves || state_.is_example) return {};
    return WriteSentencesLink({state_.ask, state_.current(), false}, state_.head, state_.shelves);
  }
  void OnSettings(const View& view) override { state_.is_careful = view.asks_first; }
  bool Advance(const View& view) override;
  Effects TakeDue(double now_s, bool& more) override;
  // Everything that can be pressed is in the page; nothing floats over the strip.
  Effects DrawPanel(const View&) override { return {}; }

 private:
  // Any input leaves the river drawn as it will be.
  void StopGrowing() {
    if (state_.grow_from_s >= 0) state_.grow_from_s = -1;
  }
  Effects Drag(std::optional<uint32_t> item, Point2 at_px);
  Effects Drop();

  SentencesState state_;
  bool opened_by_link_ = false, has_grown_ = false, is_growing_ = false;
  bool moves_ = false;  // the page changes with every frame
  float drag_from_px_ = 0;
  // The land as it was last made, and for what.
  std::shared_ptr<const PointTable> dots_;
  std::vector<WayPlace> dots_shore_;
  std::vector<float> dots_y_px_;
  float dots_width_px_ = 0, dots_height_px_ = 0;
  uint64_t dots_version_ = 0;
};

Scene SentencesRoom::BuildScene(const View& view) const {
  if (!HasFixedCamera()) return MapScene(state_, view);
  return StripScene(state_, StripOf(state_, view), dots_,
                    RiverDrawn(state_, view.now_s, view.reduced_motion), true);
}

bool SentencesRoom::Advance(const View& view) {
  state_.now_s = view.now_s;
  state_.can_speak = view.can_speak;
  const bool may_grow = state_.is_example && !opened_by_link_ && !view.reduced_motion &&
                        view.can_draw && state_.shown && !state_.shown->is_sketch;
  if (may_grow && !std::exchange(has_grown_, true)) state_.grow_from_s = view.now_s;
  const float at = state_.reading.at;
  bool still_moving = AdvanceReading(state_, view.reduced_motion);
  moves_ = state_.reading.at != at;
  const bool was_growing = is_growing_;
  if (state_.grow_from_s >= 0 && RiverDrawn(state_, view.now_s, view.reduced_motion) >= 1) {
    state_.grow_from_s = -1;
  }
  is_growing_ = state_.grow_from_s >= 0;
  still_moving |= is_growing_;
  moves_ |= is_growing_ != was_growing;
  const StripFrame strip = StripOf(state_, view);
  const std::vector<WayPlace> none;
  const std::vector<WayPlace>& shore = state_.shown ? state_.shown->reply.shore : none;
  const bool is_same = dots_ && shore == dots_shore_ && strip.y_px == dots_y_px_ &&
                       strip.width_px == dots_width_px_ && strip.height_px == dots_height_px_;
  if (!is_same && HasFixedCamera() && strip.width_px > 0) {
    dots_ = ShoreDots(state_, strip, ++dots_version_ + (uint64_t{1} << 32));
    dots_shore_ = shore;
    dots_y_px_ = strip.y_px;
    dots_width_px_ = strip.width_px;
    dots_height_px_ = strip.height_px;
  }
  return still_moving;
}

Effects SentencesRoom::TakeDue(double now_s, bool& more) {
  Effects effects = LetTimePass(state_, now_s, more);
  if (moves_) effects.push_back(ShowPageEffect{});
  return effects;
}

// Every so many pixels another of the lines that would do here.
Effects SentencesRoom::Drag(std::optional<uint32_t> item, Point2 at_px) {
  if (!item || *item < 1 || static_cast<int>(*item) > state_.stop_count()) return {};
  const int stop = static_cast<int>(*item);
  if (state_.dragged != stop) {
    state_.dragged = stop;
    drag_from_px_ = at_px.x;
    GoTo(state_, static_cast<float>(stop));
  }
  state_.drag_px = at_px.x - drag_from_px_;
  return {};
}

Effects SentencesRoom::Drop() {
  const int stop = std::exchange(state_.dragged, -1);
  if (stop < 1 || stop > state_.stop_count()) return {};
  const auto steps = static_cast<int>(std::lround(state_.drag_px / kAnotherLine_px));
  state_.drag_px = 0;
  if (steps == 0) return {};
  const auto& others = state_.shown->reply.stops[static_cast<size_t>(stop - 1)].others;
  if (others.empty()) return {};
  // To the right the best of them first, to the left the last first.
  const auto count = static_cast<int>(others.size());
  const int index = steps > 0 ? (steps - 1) % count : count - 1 - (-steps - 1) % count;
  return Apply(state_, "choose", std::to_string(stop) + " " + std::to_string(index));
}

Effects SentencesRoom::OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2 at_px) {
  if (kind != PointerKind::kHover) StopGrowing();
  const int stop = item && *item < 64 ? static_cast<int>(*item) : -1;
  switch (kind) {
    case PointerKind::kHover: {
      const bool is_news = stop != state_.hovered;
      state_.hovered = stop;
      return is_news ? Effects{ShowPageEffect{}} : Effects{};
    }
    case PointerKind::kTap:
    case PointerKind::kDoubleTap: {
      if (stop < 0) return {};
      const bool is_map = !HasFixedCamera();
      Effects effects = Apply(state_, "go", std::to_string(stop));
      if (!is_map) {
        for (Effect& effect : Apply(state_, "hold", std::to_string(stop))) {
          effects.push_back(std::move(effect));
        }
      }
      return effects;
    }
    case PointerKind::kLongPress:
      return stop < 0 ? Effects{} : Apply(state_, "blur", std::to_string(stop));
    case PointerKind::kDrag:
      return Drag(item, at_px);
    case PointerKind::kDrop:
      if (!item) state_.dragged = -1;
      return Drop();
  }
  return {};
}

std::optional<Effects> SentencesRoom::OnKey(std::string_view key, bool) {
  if (!state_.has_shelves) return std::nullopt;
  StopGrowing();
  const int at = state_.current();
  if (key == "ArrowDown") return Apply(state_, "scrub-end", std::to_string(at + 1));
  if (key == "ArrowUp") return Apply(state_, "scrub-end", std::to_string(std::max(at - 1, 0)));
  if (key == "Space" || key == " ") return Apply(state_, "play", "");
  if (key == "h" || key == "H") return Apply(state_, "hold", "");
  if (key == "b" || key == "B") return Apply(state_, "blur", "");
  if (key == "l" || key == "L") return Apply(state_, "list", "");
  if (key == "w" || key == "W") return Apply(state_, "where", "");
  if (key == "Enter") return Apply(state_, "read-on", "");
  if (key == "?") return Apply(state_, "help", "");
  if (key == "ArrowRight" || key == "ArrowLeft") {
    state_.dragged = at;
    state_.drag_px = key == "ArrowRight" ? kAnotherLine_px : -kAnotherLine_px;
    return Drop();
  }
  if (key == "Escape") {
    if (state_.reading.is_playing) return Apply(state_, "play", "");
    if (state_.cloud.stop >= 0) return Apply(state_, "blur", std::to_string(state_.cloud.stop));
    if (state_.map.is_open) return Apply(state_, "where", "");
  }
  return std::nullopt;
}

}  // namespace

std::unique_ptr<Room> MakeSentencesRoom() { return std::make_unique<SentencesRoom>(); }

}  // namespace meander
