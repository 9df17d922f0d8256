// See room.h: binds state, scene, page and link together.
#include "drawings/room.h"

#include <utility>

#include "drawings/figure.h"
#include "drawings/keys.h"
#include "drawings/link.h"
#include "drawings/page.h"
#include "drawings/pen.h"
#include "drawings/scene.h"
#include "drawings/wishes.h"

namespace meander {
namespace {

StageFrame FrameIn(const View& view) { return {{view.viewport.width_px, view.viewport.height_px}}; }

class DrawingsRoom : public Room {
 public:
  std::string_view Name() const override { return "drawings"; }
  Effects Start(const PackHead& head, std::string_view link) override {
    return StartDrawings(state_, head, link);
  }
  Effects OnChunk(std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes) override {
    return TakeDrawingsChunk(state_, section, chunk, std::move(bytes));
  }
  Effects OnReply(const Reply& reply) override { return TakeDrawingsReply(state_, reply); }
  Effects OnAction(std::string_view action, std::string_view argument) override {
    return ApplyToDrawings(state_, action, argument);
  }
  Effects OnLink(std::string_view payload) override { return TakeDrawingsLink(state_, payload); }
  Effects OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2 at_px) override;
  std::optional<Effects> OnKey(std::string_view key, bool) override {
    return DrawingKey(state_, key);
  }

  bool IsComplete() const override {
    return state_.has_begun && (!state_.is_first() || HasAllDrawings(state_));
  }
  Rect Bounds() const override { return {{-1, -1}, {1, 1}}; }
  bool HasFixedCamera() const override { return true; }
  bool TakesDrag(uint32_t item) const override { return item == kSheetItem; }
  Scene BuildScene(const View& view) const override { return DrawingsScene(state_, FrameIn(view)); }
  Page BuildPage(const View& view) const override { return DrawingsPage(state_, view); }
  Figure BuildFigure(float width_px, float height_px) const override {
    return DrawingsFigure(state_, width_px, height_px);
  }
  Figure BuildPoster(float width_px, float height_px) const override {
    return DrawingsPoster(state_, width_px, height_px);
  }
  Figure BuildFigureAt(float at, float width_px, float height_px) const override {
    return DrawingsFigure(state_, width_px, height_px, at);
  }
  std::string LinkPayload() const override {
    if (!state_.has_begun) return {};
    if (state_.is_first() && state_.pinned.kind == DrawingTarget::Kind::kNone) return {};
    return WriteDrawingsLink({state_.ink, state_.look, state_.pinned});
  }
  void OnSettings(const View& view) override { state_.is_careful = view.asks_first; }
  bool Advance(const View& view) override;
  Effects TakeDue(double now_s, bool& more) override;
  Effects DrawPanel(const View&) override { return {}; }

 private:
  DrawingsState state_;
  StageFrame frame_;    // of the last frame: what a pointer meant
  bool moves_ = false;  // the page changes with every frame
};

bool DrawingsRoom::Advance(const View& view) {
  state_.now_s = view.now_s;
  frame_ = FrameIn(view);
  const uint8_t layer = state_.look.layer;
  const bool was_playing = state_.is_playing;
  const bool still_moving = AdvanceDrawingDepth(state_, view.reduced_motion);
  moves_ = layer != state_.look.layer || was_playing != state_.is_playing;
  return still_moving;
}

Effects DrawingsRoom::TakeDue(double now_s, bool& more) {
  Effects effects = LetDrawingsPass(state_, now_s, more);
  if (!moves_) return effects;
  Append(effects, AskDrawings(state_));
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects DrawingsRoom::OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2 at_px) {
  const bool is_sheet = item == kSheetItem;
  switch (kind) {
    case PointerKind::kHover: {
      // Where it lies says more than the item: a place of a grid is none.
      const DrawingTarget target = item ? DrawingTargetAt(state_, frame_, at_px) : DrawingTarget{};
      const bool is_news = !(target == state_.hovered);
      state_.hovered = target;
      return is_news ? Effects{ShowPageEffect{}} : Effects{};
    }
    case PointerKind::kTap:
    case PointerKind::kDoubleTap: {
      if (is_sheet) return PutDot(state_, OnSheet(frame_, state_, at_px));
      const DrawingTarget target = DrawingTargetAt(state_, frame_, at_px);
      if (target.kind == DrawingTarget::Kind::kNone) {
        return ApplyToDrawings(state_, "show-all", "");
      }
      return ApplyToDrawings(state_, "pin", DrawingTargetText(target));
    }
    case PointerKind::kLongPress:
      return {};
    case PointerKind::kDrag:
      return is_sheet ? MovePen(state_, OnSheet(frame_, state_, at_px)) : Effects{};
    case PointerKind::kDrop:
      if (!state_.is_drawing()) return {};
      return is_sheet ? LiftPen(state_) : DropPen(state_);
  }
  return {};
}

}  // namespace

std::unique_ptr<Room> MakeDrawingsRoom() { return std::make_unique<DrawingsRoom>(); }

}  // namespace meander
