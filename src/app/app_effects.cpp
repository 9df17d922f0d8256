// App: what a room wishes, carried out.
#include "app/app.h"
#include "app/file_name.h"
#include "base/overloaded.h"
#include "canvas/link.h"
#include "canvas/png.h"
#include "canvas/postcard.h"
#include "canvas/words.h"

namespace meander {

void App::Run(Effects effects) {
  if (!effects.empty()) page_is_due_ = true;
  for (const Effect& effect : effects) Run(effect);
}

void App::Run(const Effect& effect) {
  std::visit(
      Overloaded{
          [&](const AskEngineEffect& ask) {
            engine_.Ask(ask.request, ask.only_if_here);
            host_.RequestFrame();  // the answer may be here already
          },
          [&](const CancelEngineEffect& cancel) { engine_.Cancel(cancel.id); },
          [&](const FetchEffect& fetch) {
            if (!head_) return;
            auto at_once = loader_.FetchChunk(*head_, fetch.section, fetch.item);
            if (at_once) HandleArrival(std::move(*at_once));
          },
          [&](const SetLinkEffect& link) {
            const std::string payload = room_->LinkPayload();
            host_.SetLink(payload.empty() ? "" : EncodeLink(room_->Name(), payload),
                          link.new_entry);
          },
          [&](const CopyLinkEffect&) {
            // The host puts the page's own address before a text that begins with '#'.
            const std::string payload = room_->SharedPayload();
            host_.CopyText("#" + (payload.empty() ? "" : EncodeLink(room_->Name(), payload)));
          },
          [&](const CopyTextEffect& copy) { host_.CopyText(copy.text); },
          [&](const SaveFileEffect& save) { host_.SaveFile(save.name, save.mime, save.bytes); },
          [&](const SavePictureEffect& save) { SavePicture(save); },
          [&](const RememberEffect& keep) { host_.Remember(keep.key, keep.value); },
          [&](const SayEffect& say) { host_.Say(say.text); },
          [&](const FlyToEffect& fly) { FlyTo(fly); },
          [&](const ReturnCameraEffect&) { ReturnCamera(); },
          [&](const ShowPageEffect&) { page_is_due_ = true; },
          [&](const SpeakEffect& speak) { host_.Speak(speak.lines); },
          [&](const NavigateEffect& leave) { host_.Navigate(leave.href); },
          [&](const FetchFileEffect& fetch) { loader_.FetchFile(fetch.address); },
          [&](const TellHostEffect& tell) { host_.TellParent(tell.text); },
          [&](const PrepareSoundEffect&) { host_.PrepareAudio(); },
          [&](const StartSoundEffect&) { host_.StartAudio(); },
          [&](const StopSoundEffect&) { host_.StopAudio(); },
          [&](const PlayNowEffect& play) { host_.PlayNow(play.samples); },
          [&](const ShowPictureEffect& show) {
            host_.ShowPicture(show.name, show.width, show.rgba);
          },
      },
      effect);
}

Figure App::Postcard() const {
  const ShareSize size = PictureSize(share_);
  const auto width = static_cast<float>(size.width_px), height = static_cast<float>(size.height_px);
  const std::string payload = room_->SharedPayload();
  const auto with_foot = [&](float height_px) {
    Figure figure = room_->BuildFigure(width, height_px);
    figure.address = AddressWith(loader_.options().page_address,
                                 payload.empty() ? "" : EncodeLink(room_->Name(), payload));
    AddFoot(figure);
    return figure;
  };
  Figure card = with_foot(height);
  // Tall ones go where the shape is given: the foot, as high whatever stands above, is within it.
  if (share_.wants_tall) card = with_foot(2 * height - card.height_px);
  return card;
}

void App::SavePicture(const SavePictureEffect& effect) {
  const Figure figure = Postcard();
  // Always light: pictures go to letters and paper.
  if (effect.svg) {
    const std::string svg = WriteSvg(figure, ThemeKind::kLight);
    host_.SaveFile(FileStemOf(figure.title) + ".svg", "image/svg+xml", AsBytes(svg));
    return;
  }
  const Result<Picture> picture = DrawFigure(figure, ThemeKind::kLight);
  if (!picture) {
    host_.Say(picture.error().message);
    return;
  }
  const PngOptions options{figure.title, figure.alt_text, figure.pixel_ratio, false,
                           figure.address};
  host_.SaveFile(FileStemOf(figure.title) + ".png", "image/png",
                 effect.palette ? WritePalettePng(*picture, options) : WritePng(*picture, options));
}

Result<Picture> App::DrawFigure(const Figure& figure, ThemeKind theme) {
  if (!can_draw_now()) return Fail(ErrorCode::kUnavailable, std::string(words::kErrorNoWebgl));
  return renderer_->DrawFigure(figure, theme);
}

void App::SetTheme(ThemeChoice choice, bool remember) {
  theme_choice_ = choice;
  host_.SetTheme(static_cast<uint8_t>(choice));
  if (remember) host_.Remember("theme", std::to_string(static_cast<int>(choice)));
  page_is_due_ = true;
}

}  // namespace meander
