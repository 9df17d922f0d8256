// See room.h: binds state, scene, page and link together; keeps what belongs to the view alone, the
// names' fading and the land's dots.
#include "sounds/room.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "canvas/labels.h"
#include "canvas/nearest_dot.h"
#include "canvas/page_parts.h"
#include "canvas/steady_names.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "sounds/actions_view.h"
#include "sounds/beat.h"
#include "sounds/figure.h"
#include "sounds/keys.h"
#include "sounds/layout.h"
#include "sounds/link.h"
#include "sounds/page.h"
#include "sounds/panel/panel.h"
#include "sounds/scene.h"
#include "sounds/state.h"

namespace meander {
namespace {

constexpr Margins kBesideTrackCard{330, 0, 0, 0};

class SoundsRoom : public Room {
 public:
  std::string_view Name() const override { return "sounds"; }
  Effects Start(const PackHead& head, std::string_view link) override {
    opened_by_link_ = !link.empty();
    return StartSounds(state_, head, link);
  }
  void OnSettings(const View& view) override { state_.is_careful = view.asks_first; }
  Effects OnChunk(std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes) override {
    return TakeChunk(state_, section, chunk, std::move(bytes));
  }
  Effects OnReply(const Reply&) override { return {}; }  // it asks the engine nothing
  Effects OnAction(std::string_view action, std::string_view argument) override {
    state_.settle_from_s = -1;
    Effects effects = Apply(state_, action, argument);
    if (action == "ring") std::ranges::move(BringRingClear(), std::back_inserter(effects));
    return effects;
  }
  Effects OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2 at_px) override;
  std::optional<Effects> OnKey(std::string_view key, bool shift) override {
    const int before = state_.shows_track ? state_.chosen : -1;
    auto effects = ApplyKey(state_, dots_.get(), key, shift);
    if (effects && state_.chosen != before) {
      std::ranges::move(BringRingClear(), std::back_inserter(*effects));
    }
    return effects;
  }
  Effects OnLink(std::string_view payload) override { return TakeLink(state_, payload); }
  Effects OnFile(std::string_view address, Result<ByteSpan> bytes) override {
    return TakeOwnFile(state_, address, std::move(bytes));
  }
  Effects OnSound(const SoundNews& news) override { return TakeSoundNews(state_, news); }
  std::vector<SoundBlock> MixSound(const SoundNews& news) override {
    return state_.player.Mix(news);
  }

  bool IsComplete() const override { return state_.map.is_complete() || !state_.error.empty(); }
  Rect Bounds() const override { return state_.map.bounds(); }
  bool TakesDrag(uint32_t item) const override {
    return item >= kFirstRing && item - kFirstRing < static_cast<uint32_t>(kMostTracks);
  }
  Scene BuildScene(const View& view) const override {
    Scene scene = SoundsMarks(state_, view, dots_, MomentNow(state_, view));
    scene.labels = ring_names_;
    scene.labels.insert(scene.labels.end(), fader_.labels().begin(), fader_.labels().end());
    return scene;
  }
  Page BuildPage(const View& view) const override { return SoundsPage(state_, view); }
  Figure BuildFigure(float width_px, float height_px) const override {
    return SoundsFigure(state_, width_px, height_px);
  }
  Figure BuildFigureAt(float at, float width_px, float height_px) const override {
    return SoundsFigure(state_, width_px, height_px, at);
  }
  Figure BuildPoster(float width_px, float height_px) const override {
    return SoundsPoster(state_, width_px, height_px);
  }
  Effects SavePicture(bool svg) override { return SaveSoundsPicture(state_, svg); }
  std::vector<PageNode> BesideLink() const override {
    return {Button("wav", "button", words::kSoundsWav, "save"),
            Button("midi", "button", words::kSoundsMidi, "save-midi"),
            Button("credits", "button", words::kSoundsCreditsCopy, "copy-credits")};
  }
  std::string LinkPayload() const override { return PayloadOf(state_); }
  std::string SharedPayload() const override { return WholeBeatOf(state_); }
  bool Advance(const View& view) override;
  Effects TakeDue(double now_s, bool& more) override;
  Effects DrawPanel(const View& view) override;

 private:
  void MakeDots();
  void PlanNames(const View& view);
  Effects DragRing(int track, Point2 at_px);
  Effects DropRing(int track, bool is_taken_back);
  Effects BringRingClear() const;

  SoundsState state_;
  SoundsPanel panel_;
  bool opened_by_link_ = false, has_settled_ = false;
  View view_;  // of the last frame: where a finger is on the map
  std::shared_ptr<const PointTable> dots_;
  uint64_t dots_version_ = uint64_t{1} << 33;
  std::pair<uint16_t, uint8_t> dots_filter_;
  std::vector<LabelMark> plan_, ring_names_;
  float planned_for_ = 0;
  SteadyNames names_;
  LabelFader fader_;
};

void SoundsRoom::MakeDots() {
  const std::pair filter{state_.search.regions, state_.search.licences};
  if (!state_.map.is_complete() || (dots_ && filter == dots_filter_)) return;
  dots_ = SoundDots(state_, ++dots_version_);
  dots_filter_ = filter;
  planned_for_ = 0;
}

void SoundsRoom::PlanNames(const View& view) {
  if (!state_.map.is_complete() || view.fit.pixels_per_world <= 1) return;
  const float change = planned_for_ / view.fit.pixels_per_world;
  if (change > 0.98f && change < 1.02f) return;
  planned_for_ = view.fit.pixels_per_world;
  const float region_px = view.viewport.width_px < 640 ? 15.5f : 19.f;
  plan_ = PlanLabels(SoundNames(state_, region_px), planned_for_, view.viewport, TextWidth);
}

bool SoundsRoom::Advance(const View& view) {
  state_.now_s = view.now_s;
  view_ = view;
  MakeDots();
  PlanNames(view);
  const bool may_settle = state_.is_example && !opened_by_link_ && !view.reduced_motion &&
                          view.can_draw && state_.map.is_complete();
  if (may_settle && !std::exchange(has_settled_, true)) state_.settle_from_s = view.now_s;
  if (state_.map.is_complete() && view.viewport.width_px > 0) {
    // Rings' names stand by them whatever else has to give way, and move with them.
    std::vector<Rect> taken = panel_.Boxes(state_, view);
    ring_names_ = RingNames(state_, view, taken);
    const std::vector<LabelMark> none;
    struct WantedNames wanted{none, none, plan_, {}, taken};
    fader_.SetWanted(names_.Choose(wanted, view.camera, view.fit, view.viewport), view.now_s,
                     view.reduced_motion);
  }
  const bool fades = fader_.Advance(view.now_s);
  // While it plays, what is drawn follows the clock from frame to frame.
  return fades || state_.why.heard_from_s >= 0 || state_.settle_from_s >= 0 ||
         (state_.player.HeardAt(view.now_s) >= 0);
}

Effects SoundsRoom::TakeDue(double now_s, bool& more) { return LetTimePass(state_, now_s, more); }

Effects SoundsRoom::DrawPanel(const View& view) {
  Effects effects;
  for (const PanelAction& done : panel_.Draw(state_, view)) {
    std::ranges::move(OnAction(done.action, done.argument), std::back_inserter(effects));
  }
  return effects;
}

Effects SoundsRoom::DragRing(int track, Point2 at_px) {
  if (track < 0 || track >= state_.track_count() || dots_ == nullptr) return {};
  state_.may_sound = true;
  Effects effects;
  if (std::exchange(state_.dragged, track) != track) {
    state_.chosen = track;
    state_.drag_over = ItemOfTrack(state_, track);
    effects.push_back(PrepareSoundEffect{});
  }
  state_.drag_at = WorldFromScreen(view_.camera, view_.viewport, at_px);
  const auto over = NearestDot(*dots_, state_.drag_at, 10);
  if (!over || *over == state_.drag_over) return effects;
  state_.drag_over = *over;
  std::ranges::move(Audition(state_, *over), std::back_inserter(effects));
  return effects;
}

Effects SoundsRoom::DropRing(int track, bool is_taken_back) {
  const int dragged = std::exchange(state_.dragged, -1);
  const uint32_t over = std::exchange(state_.drag_over, kNoItem);
  if (dragged < 0 || dragged != track || is_taken_back || over == kNoItem) return {};
  state_.chosen = track;
  return Apply(state_, "put", std::to_string(over));
}

// The card of a ring lies over the map's left side. A ring under it is brought beside it: with the
// whole map where that is seen, else by itself.
Effects SoundsRoom::BringRingClear() const {
  const uint32_t item = ItemOfTrack(state_, state_.chosen);
  if (!state_.shows_track || item == kNoItem || IsPhone(view_) || IsFigure(view_)) return {};
  const Point2 at = PlaceOf(state_, item);
  const Point2 at_px = ScreenFromWorld(view_.camera, view_.viewport, at);
  if (at_px.x > kBesideTrackCard.left_px) return {};
  const bool is_whole = view_.camera.pixels_per_world < 1.2f * view_.fit.pixels_per_world;
  return {FlyToEffect{is_whole ? state_.map.bounds() : Rect{at, at}, true, kBesideTrackCard}};
}

Effects SoundsRoom::OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2 at_px) {
  if (!state_.map.is_complete()) return {};
  if (kind != PointerKind::kHover) state_.settle_from_s = -1;
  const bool is_ring = item && TakesDrag(*item);
  const int track = is_ring ? static_cast<int>(*item - kFirstRing) : -1;
  switch (kind) {
    case PointerKind::kHover: {
      const uint32_t over = item && !is_ring ? *item : kNoItem;
      if (std::exchange(state_.hovered, over) == over || over == kNoItem) return {};
      return Audition(state_, over);
    }
    case PointerKind::kTap:
    case PointerKind::kLongPress:
      if (state_.why.is_open) {
        const uint32_t other = is_ring ? ItemOfTrack(state_, track) : item.value_or(kNoItem);
        return Apply(state_, "why-right", std::to_string(other));
      }
      if (is_ring) return OnAction("ring", std::to_string(track));
      if (item) return Apply(state_, "pin", std::to_string(*item));
      state_.shows_track = state_.search.is_open = false;
      return Apply(state_, "unpin", "");
    case PointerKind::kDoubleTap:
      return {};
    case PointerKind::kDrag:
      return DragRing(track, at_px);
    case PointerKind::kDrop:
      return DropRing(state_.dragged, !item);
  }
  return {};
}

}  // namespace

std::unique_ptr<Room> MakeSoundsRoom() { return std::make_unique<SoundsRoom>(); }

}  // namespace meander
