// See room.h: binds state, scene, page and link together; keeps what belongs to the view alone, the
// names' fading and the card's place.
#include "ideas/room.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "canvas/labels.h"
#include "canvas/nearest_dot.h"
#include "canvas/steady_names.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "ideas/brought.h"
#include "ideas/figure.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/panel/panel.h"
#include "ideas/scene.h"
#include "ideas/state.h"

namespace meander {
namespace {

constexpr double kLinkRest_s = 0.4;  // the address follows the view once it has rested this long

class IdeasRoom : public Room {
 public:
  std::string_view Name() const override { return "ideas"; }
  Effects Start(const PackHead& head, std::string_view link) override {
    opened_by_link_ = !link.empty();
    return StartIdeas(state_, head, link);
  }
  Effects OnChunk(std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes) override {
    return AndTend(TakeChunk(state_, section, chunk, std::move(bytes)));
  }
  Effects OnReply(const Reply& reply) override { return AndTend(TakeReply(state_, reply)); }
  Effects OnAction(std::string_view action, std::string_view argument) override {
    const bool only_points = action == "point" || action == "other-point";
    if (only_points) points_on_page_ = !argument.empty();
    flies_by_link_ = flies_by_link_ && only_points;
    return AndKeep(Apply(state_, action, argument));
  }
  Effects OnLink(std::string_view payload) override {
    flies_by_link_ = true;
    return AndKeep(TakeLink(state_, payload));
  }
  Effects OnLinkFromElsewhere(std::string_view payload) override {
    flies_by_link_ = true;
    return AndKeep(TakeLinkFromElsewhere(state_, payload));
  }
  Effects OnFile(std::string_view address, Result<ByteSpan> bytes) override {
    return TakeTourFile(state_, address, std::move(bytes));
  }
  Effects OnHostMessage(std::string_view text) override {
    flies_by_link_ = false;
    return TakeHostMessage(state_, text);
  }
  Effects OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2 at_px) override;
  std::optional<Effects> OnKey(std::string_view key, bool shift) override;

  // A picture is complete once the map is there and, with it, the article beside it.
  bool IsComplete() const override {
    return state_.map.is_complete() &&
           (state_.pane.item == kNoItem || state_.pane.reply.has_value() ||
            !state_.pane.error.empty());
  }
  Rect Bounds() const override { return state_.map.bounds(); }
  Scene BuildScene(const View& view) const override;
  Page BuildPage(const View& view) const override { return IdeasPage(state_, view); }
  Figure BuildFigure(float width_px, float height_px) const override {
    return IdeasFigure(state_, width_px, height_px);
  }
  Figure BuildFigureAt(float at, float width_px, float height_px) const override {
    return IdeasFigure(state_, width_px, height_px, at);
  }
  Figure BuildPoster(float width_px, float height_px) const override {
    return IdeasPoster(state_, width_px, height_px);
  }
  std::string LinkPayload() const override { return PayloadOf(state_); }
  std::string ShorterPayload() const override { return ShorterPayloadOf(state_); }
  void OnSettings(const View& view) override {
    state_.asks_first = view.asks_first;
    state_.is_framed = view.embedded;
  }
  bool Advance(const View& view) override;
  Effects TakeDue(double now_s, bool& more) override {
    state_.now_s = now_s;
    more = false;
    Effects effects;
    if (page_is_stale_) effects.push_back(ShowPageEffect{});
    if (link_is_due_ && now_s - rests_since_s_ >= kLinkRest_s) {
      link_is_due_ = false;
      effects.push_back(SetLinkEffect{false});
    }
    return effects;
  }
  Effects DrawPanel(const View& view) override;

 private:
  // Whatever changed the journey is kept on the device as well.
  Effects AndKeep(Effects effects) {
    std::ranges::move(KeepJourney(state_), std::back_inserter(effects));
    return AndTend(std::move(effects));
  }
  // Whatever happened, an open list shows it.
  Effects AndTend(Effects effects) {
    std::ranges::move(TendList(state_), std::back_inserter(effects));
    return effects;
  }
  Effects Do(PanelPress press);
  void LookAt(const View& view);
  void PlanNames(const View& view);
  std::vector<LabelMark> WantedNames(const View& view);
  Effects MoveCursor(Point2 direction);

  IdeasState state_;
  bool opened_by_link_ = false;
  bool points_on_page_ = false;  // just now, at a link or in the ladder
  std::vector<LabelMark> plan_;
  float planned_for_ = 0;  // pixels per world at fit
  uint64_t planned_version_ = 0;
  SteadyNames names_;
  LabelFader fader_;
  Camera rested_at_;
  double rests_since_s_ = 0;
  bool link_is_due_ = false;
  // A link was followed and nothing has been done since: the address says already what there is.
  // What hands do to the camera the app tells by itself.
  bool flies_by_link_ = false;
  // What is played moves the page's own knobs and rows too, and once more as it stops.
  bool plays_ = false, page_is_stale_ = false;
};

void IdeasRoom::PlanNames(const View& view) {
  if (!state_.map.is_complete() || view.fit.pixels_per_world <= 1) return;
  const float change = planned_for_ / view.fit.pixels_per_world;
  const uint64_t version = state_.map.places_version();
  if (change > 0.98f && change < 1.02f && version == planned_version_) return;
  planned_version_ = version;
  planned_for_ = view.fit.pixels_per_world;
  // Of places that move only the regions are named.
  std::vector<LabelMark> candidates =
      state_.map.is_going_over() ? state_.map.RegionNames() : state_.map.label_candidates();
  const bool is_small = view.viewport.width_px < 640;
  for (LabelMark& label : candidates) {
    if (is_small && label.face == Face::kRegionItalic) label.size_px = 15.5f;
  }
  plan_ = PlanLabels(candidates, planned_for_, view.viewport, TextWidth);
}

std::vector<LabelMark> IdeasRoom::WantedNames(const View& view) {
  std::vector<Rect> discs, none;
  const std::vector<LabelMark> stops = StopNames(state_, view, discs);
  View close = view;  // where no two stops share a disc any more
  close.camera.pixels_per_world = view.fit.pixels_per_world * kGreatestScale;
  const std::vector<LabelMark> apart = StopNames(state_, close, none);
  struct WantedNames wanted{stops, apart, plan_, discs, PanelBoxes(state_, view)};
  wanted.places_version = state_.map.places_version();
  return names_.Choose(wanted, view.camera, view.fit, view.viewport);
}

void IdeasRoom::LookAt(const View& view) {
  // Few bytes are wanted, or this is somebody else's page: megabytes are asked for first.
  if (!view.can_draw) {
    // The list stands in for the map, the article beside it.
    if (!state_.shows_list && state_.map.is_complete()) {
      state_.shows_list = true;
      state_.list.tab = ListTab::kArticle;
    }
    state_.list.seen.reset();
  } else if (view.viewport.width_px > 0) {
    const Viewport& chart = view.viewport;
    const Point2 upper_left = WorldFromScreen(view.camera, chart, {0, 0});
    const Point2 lower_right =
        WorldFromScreen(view.camera, chart, {chart.width_px, chart.height_px});
    state_.list.seen = Rect{{upper_left.x, lower_right.y}, {lower_right.x, upper_left.y}};
  }
  ArrangeList(state_);
}

bool IdeasRoom::Advance(const View& view) {
  LetTimePass(state_, view.now_s);
  LookAt(view);
  const bool played = plays_;
  bool still_moving = AdvanceReplay(state_, view.now_s, view.reduced_motion);
  if (state_.is_example && !opened_by_link_ && state_.grow_from_s < 0 && !view.reduced_motion &&
      state_.map.is_complete() && view.can_draw) {
    state_.grow_from_s = view.now_s;
    state_.grows_whole_line = true;
  }
  still_moving |= AdvanceDuet(state_, view.now_s, view.reduced_motion);
  still_moving |= AdvanceShift(state_, view.now_s, view.reduced_motion);
  plays_ = still_moving;
  page_is_stale_ = plays_ || played;
  PlanNames(view);
  fader_.SetWanted(WantedNames(view), view.now_s, view.reduced_motion);
  still_moving |= fader_.Advance(view.now_s);
  still_moving |= LineIsGrowing(state_, view);
  if (view.camera != rested_at_) {
    // The first view of a map is not the reader's doing, nor where a link that was followed leads.
    link_is_due_ = rested_at_.pixels_per_world > 1 && !flies_by_link_ && !LinkPayload().empty();
    rested_at_ = view.camera;
    rests_since_s_ = view.now_s;
    const float side_px = std::min(view.viewport.width_px, view.viewport.height_px) / 2 - 56;
    state_.shared_view = SharedView{view.camera.center_in_world,
                                    std::max(side_px, 8.f) / view.camera.pixels_per_world};
  }
  return still_moving || link_is_due_;
}

Scene IdeasRoom::BuildScene(const View& view) const {
  Scene scene = MarksOf(state_, view);
  scene.labels = fader_.labels();
  return scene;
}

Effects IdeasRoom::Do(PanelPress press) {
  switch (press) {
    case PanelPress::kCopyLink:
      return Apply(state_, "copy-link", "");
    case PanelPress::kPicture:
      return SavePicture(false);
    case PanelPress::kOpenTapped:
      return AndKeep(OpenArticle(state_, state_.tapped));
    case PanelPress::kReplay:
      return Apply(state_, "replay-open", "");
    case PanelPress::kWayMeaning:
      return Apply(state_, "walk-way", "meaning");
    case PanelPress::kWayLinks:
      return Apply(state_, "walk-way", "links");
    case PanelPress::kWayOwn:
      return Apply(state_, "walk-way", "own");
  }
  return {};
}

Effects IdeasRoom::DrawPanel(const View& view) {
  Effects effects;
  for (const PanelPress press : DrawIdeasPanel(state_, view)) {
    std::ranges::move(Do(press), std::back_inserter(effects));
  }
  std::ranges::move(TellReplay(state_), std::back_inserter(effects));
  return effects;
}

Effects IdeasRoom::OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2) {
  if (!state_.map.is_complete()) return {};
  if (kind != PointerKind::kHover) flies_by_link_ = false;
  const uint32_t hit = item.value_or(kNoItem);
  switch (kind) {
    case PointerKind::kHover:
      // A pointer that goes from the chart to a link leaves the chart in the same frame, told
      // after.
      if (hit == kNoItem && std::exchange(points_on_page_, false)) return {};
      points_on_page_ = false;
      return PointAt(state_, hit, false);
    case PointerKind::kLongPress:
      state_.tapped = hit;
      return {};
    case PointerKind::kTap:
      state_.search.is_open = state_.search.is_open && hit == kNoItem;
      if (hit == kNoItem) {
        state_.tapped = kNoItem;
        return {};
      }
      return AndKeep(OpenArticle(state_, hit));
    case PointerKind::kDoubleTap:
    case PointerKind::kDrag:
    case PointerKind::kDrop:
      return {};
  }
  return {};
}

Effects IdeasRoom::MoveCursor(Point2 direction) {
  if (state_.cursor == kNoItem) {
    state_.cursor = state_.pane.item != kNoItem ? state_.pane.item : 0;
  }
  const auto next = NextDot(*state_.map.points(), state_.cursor, direction);
  if (!next) return {};
  state_.cursor = *next;
  const Point2 at = state_.map.PlaceOf(*next);
  return {
      SayEffect{Fill(
          words::kMirrorStep,
          {{"title", state_.map.TitleOf(*next)},
           {"topic", std::string(kTopicNames[static_cast<size_t>(state_.map.TopicOf(*next))])}})},
      FlyToEffect{{at, at}, true}};
}

std::optional<Effects> IdeasRoom::OnKey(std::string_view key, bool) {
  if (!state_.map.is_complete()) return std::nullopt;
  flies_by_link_ = false;
  if (key == "Space") key = " ";
  if (ShowsDuet(state_)) {
    if (key == " ") return Apply(state_, "other-play", "");
    if (key == "ArrowRight" || key == "]") return Apply(state_, "other-step", "1");
    if (key == "ArrowLeft" || key == "[") return Apply(state_, "other-step", "-1");
    if (key == "x" || key == "X") return AndKeep(Apply(state_, "other-walk", ""));
    if (key == "Escape") return Apply(state_, "other-close", "");
  }
  if (state_.tour.is_on && !state_.replay.is_open) {
    if (key == " " || key == "ArrowRight" || key == "]") return Apply(state_, "tour-next", "");
    if (key == "ArrowLeft" || key == "[") return Apply(state_, "tour-before", "");
    if (key == "Escape") return AndKeep(Apply(state_, "tour-leave", ""));
  }
  if (state_.replay.is_open) {
    if (key == " ") return Apply(state_, "replay-play", "");
    if (key == "ArrowRight" || key == "]") return Apply(state_, "replay-step", "1");
    if (key == "ArrowLeft" || key == "[") return Apply(state_, "replay-step", "-1");
    if (key == "Escape") return Apply(state_, "replay-close", "");
  }
  if (key == "ArrowLeft") return MoveCursor({-1, 0});
  if (key == "ArrowRight") return MoveCursor({1, 0});
  if (key == "ArrowUp") return MoveCursor({0, 1});
  if (key == "ArrowDown") return MoveCursor({0, -1});
  if (key == "Enter" || key == " ") {
    return state_.cursor == kNoItem ? Effects{} : AndKeep(OpenArticle(state_, state_.cursor));
  }
  if (key == "Backspace" || key == "[") return Apply(state_, "back", "");
  if (key == "]") return Apply(state_, "forward", "");
  if (key == "r" || key == "R") return Apply(state_, "replay-open", "");
  if (key == "t" || key == "T") return Apply(state_, "tour-back", "");
  if (key == "w" || key == "W") return Apply(state_, "walk-open", "");
  if (key == "/") return Apply(state_, "search-open", "");
  if (key == "?") return Apply(state_, "help", "");
  if (key == "l" || key == "L" || key == "n" || key == "N") return Apply(state_, "list", "");
  if (key == "k" || key == "K") return Apply(state_, "map-key", "");
  if (key == "Escape" && state_.shows_key) return Apply(state_, "map-key", "");
  if (key == "Escape" && state_.walk.is_open) return Apply(state_, "walk-close", "");
  if (key == "Escape") {
    const bool had_something = state_.cursor != kNoItem || state_.search.is_open ||
                               state_.dialog != Dialog::kNone || state_.tapped != kNoItem;
    state_.cursor = state_.tapped = kNoItem;
    state_.dialog = Dialog::kNone;
    Effects effects = Apply(state_, "search-close", "");
    return had_something ? std::optional(std::move(effects)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::unique_ptr<Room> MakeIdeasRoom() { return std::make_unique<IdeasRoom>(); }

}  // namespace meander
