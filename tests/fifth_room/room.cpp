// See room.h. Keeps what belongs to the view alone: the names' plan and their fading.
#include "room.h"

#include "canvas/labels.h"
#include "canvas/text_metrics.h"
#include "link.h"
#include "page.h"
#include "panel/panel.h"
#include "scene.h"
#include "state.h"

namespace meander {
namespace {

class IslandsRoom final : public Room {
 public:
  std::string_view Name() const override { return "islands"; }
  Effects Start(const PackHead& head, std::string_view payload) override {
    TakeLink(state_, payload);
    return StartIslands(state_, head);
  }
  Effects OnChunk(std::string_view, const ChunkRef& chunk, Result<ByteSpan> bytes) override {
    return TakeIslands(state_, chunk, std::move(bytes));
  }
  Effects OnReply(const Reply& reply) override { return TakeReply(state_, reply); }
  Effects OnAction(std::string_view action, std::string_view argument) override {
    return Apply(state_, action, argument);
  }
  Effects OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2) override {
    const uint32_t island = item.value_or(kNoItem);
    if (kind == PointerKind::kTap) return Apply(state_, "open", std::to_string(island));
    state_.pointed = island;
    return {};
  }
  std::optional<Effects> OnKey(std::string_view key, bool) override {
    if (state_.islands == nullptr) return std::nullopt;
    if (key == "ArrowLeft") return MoveCursor(state_, {-1, 0});
    if (key == "ArrowRight") return MoveCursor(state_, {1, 0});
    if (key == "ArrowUp") return MoveCursor(state_, {0, 1});
    if (key == "ArrowDown") return MoveCursor(state_, {0, -1});
    if (key == "Enter") return Apply(state_, "open", std::to_string(state_.cursor));
    return std::nullopt;
  }
  Effects OnLink(std::string_view payload) override { return TakeLink(state_, payload); }
  bool IsComplete() const override { return state_.islands != nullptr; }
  Rect Bounds() const override { return {{-1, -1}, {1, 1}}; }
  Scene BuildScene(const View& view) const override {
    Scene scene = IslandsMarks(state_, view);
    scene.labels = fader_.labels();
    return scene;
  }
  Page BuildPage(const View& view) const override { return IslandsPage(state_, view); }
  Figure BuildFigure(float width_px, float height_px) const override {
    return IslandsFigure(state_, width_px, height_px);
  }
  std::string LinkPayload() const override { return WriteIslandsLink(state_.stops); }
  bool Advance(const View& view) override {
    if (state_.islands == nullptr) return false;
    if (planned_for_ != view.fit.pixels_per_world) {
      planned_for_ = view.fit.pixels_per_world;
      plan_ = PlanLabels(IslandNames(state_), planned_for_, view.viewport, TextWidth);
    }
    std::vector<Rect> boxes{IslandsCardBox(view)};
    std::vector<LabelMark> names = StopNames(state_, view, boxes, fader_.labels());
    for (LabelMark& name : VisibleLabels(plan_, view.camera, view.fit, view.viewport, boxes,
                                         LabelLimit(view.viewport))) {
      names.push_back(std::move(name));
    }
    fader_.SetWanted(std::move(names), view.now_s, view.reduced_motion);
    return fader_.Advance(view.now_s);
  }
  Effects DrawPanel(const View& view) override {
    Effects effects;
    for (const std::string& action : DrawIslandsCard(state_, view)) {
      for (Effect& effect : Apply(state_, action, "")) effects.push_back(std::move(effect));
    }
    return effects;
  }

 private:
  IslandsState state_;
  std::vector<LabelMark> plan_;
  float planned_for_ = 0;
  LabelFader fader_;
};

}  // namespace

std::unique_ptr<Room> MakeIslandsRoom() { return std::make_unique<IslandsRoom>(); }

}  // namespace meander
