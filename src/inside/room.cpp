// See room.h: binds state, scene, page and link together.
#include "inside/room.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <type_traits>
#include <utility>

#include "inside/figure.h"
#include "inside/kept_picture.h"
#include "inside/keys.h"
#include "inside/link.h"
#include "inside/page.h"
#include "inside/scene.h"
#include "inside/wishes.h"

namespace meander {
namespace {

// On a first visit the ribbons knit from the words on their own to layer 4, once.
constexpr double kArrivalDelay_s = 0.6;
constexpr uint8_t kArrivalLayer = 4;

class InsideRoom : public Room {
 public:
  std::string_view Name() const override { return "inside"; }
  Effects Start(const PackHead& head, std::string_view link) override {
    opened_by_link_ = !link.empty();
    return StartInside(state_, head, link);
  }
  Effects OnChunk(std::string_view, const ChunkRef& chunk, Result<ByteSpan> bytes) override {
    return TakeMap(state_, chunk, bytes);
  }
  Effects OnFile(std::string_view address, Result<ByteSpan> bytes) override {
    return TakeCheckFile(state_, address, bytes);
  }
  Effects OnReply(const Reply& reply) override {
    return Keeping([&] { return TakeReply(state_, reply); });
  }
  Effects OnAction(std::string_view action, std::string_view argument) override {
    has_arrived_ = true;
    return Keeping([&] { return Apply(state_, action, argument); });
  }
  Effects OnLink(std::string_view payload) override {
    return Keeping([&] { return TakeLink(state_, payload); });
  }
  Effects OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2) override;
  std::optional<Effects> OnKey(std::string_view key, bool shift) override {
    has_arrived_ = true;
    return Keeping([&] { return KeyPressed(state_, key, shift); });
  }

  bool IsComplete() const override { return !state_.is_example || HasAll(state_); }
  Rect Bounds() const override { return {{-1, -1}, {1, 1}}; }
  bool HasFixedCamera() const override { return true; }
  Scene BuildScene(const View& view) const override {
    const StageFrame frame{{view.viewport.width_px, view.viewport.height_px}};
    std::optional<Scene> kept = kept_.Shown(state_, frame);
    return kept ? std::move(*kept) : InsideScene(state_, frame);
  }
  Page BuildPage(const View& view) const override { return InsidePage(state_, view); }
  Figure BuildFigure(float width_px, float height_px) const override {
    return InsideFigure(state_, width_px, height_px);
  }
  Figure BuildPoster(float width_px, float height_px) const override {
    return InsidePoster(state_, width_px, height_px);
  }
  Figure BuildFigureAt(float at, float width_px, float height_px) const override {
    return InsideFigure(state_, width_px, height_px, at);
  }
  std::string LinkPayload() const override {
    if (state_.is_example && state_.look == InsideLook{} &&
        state_.pinned.kind == InsideTarget::Kind::kNone) {
      return {};
    }
    return WriteInsideLink(InsideLinkOf(state_));
  }
  void OnSettings(const View& view) override { state_.is_careful = view.asks_first; }
  bool Advance(const View& view) override;
  Effects TakeDue(double now_s, bool& more) override;
  Effects DrawPanel(const View&) override { return {}; }

 private:
  // What it does may take the picture away.
  template <class Deed>
  std::invoke_result_t<Deed> Keeping(Deed deed) {
    kept_.Before(state_);
    std::invoke_result_t<Deed> done = deed();
    kept_.After(state_);
    return done;
  }
  void Arrive(const View& view);

  InsideState state_;
  KeptPicture kept_;
  bool opened_by_link_ = false, has_arrived_ = false;
  bool moves_ = false;  // the page changes with every frame
  double first_seen_s_ = -1;
};

void InsideRoom::Arrive(const View& view) {
  if (has_arrived_ || opened_by_link_) return;
  if (!state_.is_example || !HasAll(state_) || view.reduced_motion || !view.can_draw) return;
  if (first_seen_s_ < 0) first_seen_s_ = view.now_s;
  if (view.now_s - first_seen_s_ < kArrivalDelay_s) return;
  has_arrived_ = true;
  state_.is_playing = true;
  state_.play_from = 0;
  state_.play_to = kArrivalLayer;
  state_.play_from_s = view.now_s;
}

bool InsideRoom::Advance(const View& view) {
  state_.now_s = view.now_s;
  Arrive(view);
  const bool waits_to_arrive = first_seen_s_ >= 0 && !has_arrived_;
  const uint8_t layer = state_.look.layer;
  const bool was_playing = state_.is_playing;
  const auto advance = [&] { return AdvanceDepth(state_, view.reduced_motion); };
  const bool still_moving = was_playing ? Keeping(advance) : advance();
  moves_ = layer != state_.look.layer || was_playing != state_.is_playing;
  return still_moving || waits_to_arrive;
}

Effects InsideRoom::TakeDue(double now_s, bool& more) {
  Effects effects = LetTimePass(state_, now_s, more);
  if (!moves_) return effects;
  // Other layers may want other groups.
  for (Effect& effect : AskNext(state_)) effects.push_back(std::move(effect));
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects InsideRoom::OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2) {
  const InsideTarget target = item ? TargetOf(*item) : InsideTarget{};
  switch (kind) {
    case PointerKind::kHover: {
      const bool is_news = !(target == state_.hovered);
      state_.hovered = target;
      return is_news ? Effects{ShowPageEffect{}} : Effects{};
    }
    case PointerKind::kTap:
    case PointerKind::kDoubleTap:
      has_arrived_ = true;
      if (target.kind == InsideTarget::Kind::kNone) return Apply(state_, "show-all", "");
      return PinTarget(state_, target);
    case PointerKind::kLongPress:
    case PointerKind::kDrag:
    case PointerKind::kDrop:
      return {};
  }
  return {};
}

}  // namespace

std::unique_ptr<Room> MakeInsideRoom() { return std::make_unique<InsideRoom>(); }

}  // namespace meander
