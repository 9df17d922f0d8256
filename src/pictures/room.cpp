// See room.h: binds state, scene, page and link together.
#include "pictures/room.h"

#include <utility>

#include "pictures/figure.h"
#include "pictures/icons.h"
#include "pictures/keys.h"
#include "pictures/link.h"
#include "pictures/page.h"
#include "pictures/page_parts.h"
#include "pictures/photos.h"
#include "pictures/scene.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

class PicturesRoom : public Room {
 public:
  std::string_view Name() const override { return "pictures"; }
  Effects Start(const PackHead& head, std::string_view link) override {
    return StartPictures(state_, head, link);
  }
  Effects OnChunk(std::string_view section, const ChunkRef& chunk,
                  Result<ByteSpan> bytes) override {
    return TakePicturesChunk(state_, section, chunk, std::move(bytes));
  }
  Effects OnFile(std::string_view address, Result<ByteSpan> bytes) override {
    return TakePictureFile(state_, address, std::move(bytes));
  }
  Effects OnReply(const Reply& reply) override { return TakePicturesReply(state_, reply); }
  Effects OnAction(std::string_view action, std::string_view argument) override {
    return ApplyToPictures(state_, action, argument);
  }
  Effects OnLink(std::string_view payload) override { return TakePicturesLink(state_, payload); }
  Effects OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2) override;
  std::optional<Effects> OnKey(std::string_view key, bool shift) override {
    return PictureKey(state_, key, shift);
  }

  bool IsComplete() const override {
    return PhotoShown(state_) != nullptr &&
           (!state_.is_example() || (HasAllPictures(state_) && HasFirstIcons(state_)));
  }
  Rect Bounds() const override { return {{-1, -1}, {1, 1}}; }
  bool HasFixedCamera() const override { return true; }
  Scene BuildScene(const View& view) const override {
    return PicturesScene(state_, {{view.viewport.width_px, view.viewport.height_px}});
  }
  Page BuildPage(const View& view) const override { return PicturesPage(state_, view); }
  Figure BuildFigure(float width_px, float height_px) const override {
    return PicturesFigure(state_, width_px, height_px);
  }
  Figure BuildPoster(float width_px, float height_px) const override {
    return PicturesPoster(state_, width_px, height_px);
  }
  Effects SavePicture(bool svg) override { return {SavePictureEffect{svg, false}}; }
  Figure BuildFigureAt(float at, float width_px, float height_px) const override {
    return PicturesFigure(state_, width_px, height_px, at);
  }
  std::string LinkPayload() const override {
    if (state_.is_example() && state_.pinned.kind == PictureTarget::Kind::kNone) return {};
    PictureLook look = state_.look;
    // Another network stays with who brought it, and so do its kinds.
    if (state_.other.is_on) look.a = look.b = kNoClass;
    return WritePicturesLink({state_.photo, look, state_.pinned});
  }
  void OnSettings(const View& view) override {
    state_.is_careful = view.asks_first;
    state_.is_calm = view.reduced_motion;
  }
  bool Advance(const View& view) override;
  Effects TakeDue(double now_s, bool& more) override;
  Effects DrawPanel(const View&) override { return {}; }

 private:
  PicturesState state_;
  bool moves_ = false;  // the page changes with every frame
  bool was_complete_ = false;
};

bool PicturesRoom::Advance(const View& view) {
  state_.now_s = view.now_s;
  const uint8_t layer = state_.look.layer;
  const bool was_playing = state_.is_playing;
  const bool still_moving = AdvancePictureDepth(state_, view.reduced_motion);
  moves_ = layer != state_.look.layer || was_playing != state_.is_playing;
  // Another stage shows other layers.
  const Viewport& stage = view.viewport;
  if (!state_.photos.empty() &&
      (stage.width_px != state_.stage_width_px || stage.height_px != state_.stage_height_px)) {
    state_.stage_width_px = stage.width_px;
    state_.stage_height_px = stage.height_px;
    moves_ = true;
  }
  return still_moving;
}

Effects PicturesRoom::TakeDue(double now_s, bool& more) {
  Effects effects = LetPicturesPass(state_, now_s, more);
  // A frame after the first complete picture, so that nothing that it does without comes before it.
  const bool may_fetch = !state_.is_careful || state_.may_fetch;
  if (!state_.wants_rest && may_fetch && IsComplete()) {
    if (std::exchange(was_complete_, true)) {
      for (Effect& effect : FetchRest(state_)) effects.push_back(std::move(effect));
    } else {
      more = true;
    }
  }
  if (!moves_) return effects;
  for (Effect& effect : AskPictures(state_)) effects.push_back(std::move(effect));
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects PicturesRoom::OnPointer(PointerKind kind, std::optional<uint32_t> item, Point2) {
  const PictureTarget target = item ? PictureTargetOf(*item) : PictureTarget{};
  switch (kind) {
    case PointerKind::kHover: {
      const bool is_news = !(target == state_.hovered);
      state_.hovered = target;
      return is_news ? Effects{ShowPageEffect{}} : Effects{};
    }
    case PointerKind::kTap:
    case PointerKind::kDoubleTap:
      if (target.kind == PictureTarget::Kind::kNone) {
        return ApplyToPictures(state_, "show-all", "");
      }
      return ApplyToPictures(state_, "pin", PictureTargetText(target));
    case PointerKind::kLongPress:
    case PointerKind::kDrag:
    case PointerKind::kDrop:
      return {};
  }
  return {};
}

}  // namespace

std::unique_ptr<Room> MakePicturesRoom() { return std::make_unique<PicturesRoom>(); }

}  // namespace meander
