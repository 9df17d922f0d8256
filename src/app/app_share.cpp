// App: the Share dialog (canvas/share_dialog.h) of whichever room there is: opened, drawn, weighed,
// and what is taken along from it.
#include <algorithm>
#include <utility>

#include "app/app.h"
#include "app/file_name.h"
#include "canvas/colors.h"
#include "canvas/letter_motion.h"
#include "canvas/link.h"
#include "canvas/png.h"
#include "canvas/words.h"
#include "canvas/zip.h"

namespace meander {
namespace {

constexpr float kPosterRatio = 2;  // sharp on the screens that most people have by now
constexpr size_t kMostPosterBytes = 120'000;

}  // namespace

void App::OpenShare() {
  const Figure letter = room_->BuildFigure(kLetterWidth_px, kLetterHeight_px);
  const std::string payload = room_->SharedPayload();
  share_ = {};
  share_drawn_.reset();
  weighed_letter_.reset();
  weighed_poster_.reset();
  share_.is_open = true;
  share_.can_draw = can_draw_now();
  share_.figure = {std::string(room_->Name()),
                   payload.empty() ? "" : EncodeLink(room_->Name(), payload),
                   letter.title,
                   letter.alt_text,
                   BaseOfPage(loader_.options().page_address),
                   "",
                   letter.credits,
                   letter.action};
  share_.file_stem = FileStemOf(letter.title);
  share_.can_send = settings_.can_send;
  share_.click_bytes = loader_.options().click_bytes;
  const std::string shorter = room_->ShorterPayload();
  if (!shorter.empty()) share_.shorter_fragment = EncodeLink(room_->Name(), shorter);
}

bool App::HandleShare(const std::string& action, const std::string& argument) {
  if (action == "share") {
    if (room_->IsComplete()) OpenShare();
    return true;
  }
  if (!share_.is_open) return false;
  if (action == "close") {
    share_ = {};
    share_drawn_.reset();
    weighed_letter_.reset();
    return true;
  }
  if (action == "copied") {
    share_.was_copied = true;
    share_.refused.clear();
    host_.Say(words::kShareCopied);
    return true;
  }
  if (action == "copy-refused") {
    share_.was_copied = false;
    share_.refused = argument;
    host_.Say(words::kClipboardRefused);
    return true;
  }
  if (action == "share-copy") {
    share_.refused.clear();  // refused once more it comes back, and selected
    if (const auto which = ShareTextNamed(argument)) host_.CopyText(TextOf(share_, *which));
    return true;
  }
  if (action == "share-send") {
    host_.Send(share_.figure.title, AddressOf(share_.figure));
    return true;
  }
  if (action == "share-save") {
    SaveShared(argument);
    return true;
  }
  return ApplyShare(share_, action, argument);
}

Result<Picture> App::DrawPoster(ThemeKind theme, float pixel_ratio) {
  const ShareSize size = SizeOf(share_.choices.shape);
  Figure figure =
      room_->BuildPoster(static_cast<float>(size.width_px), static_cast<float>(size.height_px));
  figure.pixel_ratio = pixel_ratio;
  const ScopedPathColor path(PathColorIn(theme, share_.choices.accent));
  return DrawFigure(figure, theme);
}

Result<Picture> App::DrawLetter(const Figure& figure) {
  const ScopedPathColor path(PathColorIn(ThemeKind::kLight, share_.choices.accent));
  return DrawFigure(figure, ThemeKind::kLight);
}

Result<std::vector<uint8_t>> App::SharedPoster(ThemeKind theme) {
  TRY(const Picture picture, DrawPoster(theme, kPosterRatio));
  // Before anyone has clicked it is all that travels.
  return WritePalettePngWithin(picture,
                               {share_.figure.title, TextOf(share_, ShareText::kAlt), kPosterRatio,
                                false, AddressOf(share_.figure)},
                               kMostPosterBytes);
}

Result<std::vector<uint8_t>> App::SharedPoster() {
  // As SharedLetter(): what was weighed is what is saved.
  if (weighed_poster_ && weighed_poster_->first == TextOf(share_, ShareText::kAlt)) {
    return weighed_poster_->second;
  }
  const bool is_dark = share_.choices.theme == ShareTheme::kDark;
  return SharedPoster(is_dark ? ThemeKind::kDark : ThemeKind::kLight);
}

Result<std::vector<uint8_t>> App::SharedLetter() {
  // What was weighed is what is saved: drawn again it may differ by the shade of a letter's edge.
  const std::string words = TextOf(share_, ShareText::kAlt);
  if (weighed_letter_ && weighed_letter_->first == words) return weighed_letter_->second;
  TRY(const Picture picture, DrawLetter(room_->BuildFigure(kLetterWidth_px, kLetterHeight_px)));
  return WritePalettePngWithin(
      picture, {share_.figure.title, words, 1, false, AddressOf(share_.figure)}, kMostLetterBytes);
}

Result<std::vector<uint8_t>> App::SharedMotion() {
  return MotionGif(*room_, [&](const Figure& figure) { return DrawLetter(figure); });
}

Result<std::vector<uint8_t>> App::SharedFolder() {
  std::vector<ZipFile> files;
  const auto put = [&](const std::string& name, std::vector<uint8_t> bytes) {
    files.push_back({share_.file_stem + "/" + name, std::move(bytes)});
  };
  TRY(auto poster, SharedPoster());
  put(PosterName(share_), std::move(poster));
  if (HasDarkPoster(share_)) {
    TRY(auto dark, SharedPoster(ThemeKind::kDark));
    put(DarkPosterName(share_), std::move(dark));
  }
  TRY(auto letter, SharedLetter());
  put(LetterName(share_), std::move(letter));
  TRY(auto motion, SharedMotion());
  put(share_.file_stem + "-letter.gif", std::move(motion));
  for (const auto& [file, text] : TextsOf(share_)) {
    put(std::string(file), {text.begin(), text.end()});
  }
  return WriteZip(files);
}

void App::SaveShared(std::string_view which) {
  const auto save = [&](const Result<std::vector<uint8_t>>& bytes, const std::string& name,
                        std::string_view mime) {
    if (bytes) {
      host_.SaveFile(name, mime, *bytes);
    } else {
      host_.Say(bytes.error().message);
    }
  };
  if (which == "poster") save(SharedPoster(), PosterName(share_), "image/png");
  if (which == "poster-dark") {
    save(SharedPoster(ThemeKind::kDark), DarkPosterName(share_), "image/png");
  }
  if (which == "letter") save(SharedLetter(), LetterName(share_), "image/png");
  if (which == "folder") save(SharedFolder(), share_.file_stem + ".zip", "application/zip");
  if (which == "moving") save(SharedMotion(), share_.file_stem + "-letter.gif", "image/gif");
}

bool App::TendShare() {
  if (!share_.is_open || !can_draw_now()) return false;
  const ShareDrawn wanted{ShowsLetter(share_),  share_.tab == ShareTab::kPicture,
                          share_.wants_tall,    share_.choices.shape,
                          share_.choices.theme, view_.theme,
                          share_.choices.accent};
  if (share_drawn_ != wanted) {
    const bool is_weighed = share_drawn_ && share_drawn_->shape == wanted.shape &&
                            share_drawn_->choice == wanted.choice &&
                            share_drawn_->accent == wanted.accent;
    if (!is_weighed) {
      share_.poster_bytes = 0;
      weighed_poster_.reset();
    }
    if (share_drawn_ && share_drawn_->accent != wanted.accent) {
      share_.letter_bytes = 0;
      weighed_letter_.reset();
    }
    share_drawn_ = wanted;
    ThemeKind theme = view_.theme;
    if (wanted.choice == ShareTheme::kLight) theme = ThemeKind::kLight;
    if (wanted.choice == ShareTheme::kDark) theme = ThemeKind::kDark;
    const float ratio = std::clamp(view_.viewport.pixel_ratio, 1.f, 2.f);
    const Result<Picture> picture =
        wanted.is_card     ? DrawFigure(Postcard(), ThemeKind::kLight)
        : wanted.is_letter ? DrawLetter(room_->BuildFigure(kLetterWidth_px, kLetterHeight_px))
                           : DrawPoster(theme, ratio);
    if (picture) {
      host_.ShowPicture("share", static_cast<uint32_t>(picture->width), picture->rgba);
    }
    return true;
  }
  // What would be taken along is made once, to say what it weighs; one piece a frame.
  if (share_.poster_bytes == 0) {
    const auto poster = SharedPoster();
    if (poster) weighed_poster_ = {TextOf(share_, ShareText::kAlt), *poster};
    share_.poster_bytes = poster ? std::max<size_t>(poster->size(), 1) : 1;
  } else if (share_.letter_bytes == 0) {
    const auto letter = SharedLetter();
    if (letter) weighed_letter_ = {TextOf(share_, ShareText::kAlt), *letter};
    share_.letter_bytes = letter ? std::max<size_t>(letter->size(), 1) : 1;
  } else {
    return false;
  }
  page_is_due_ = true;
  return true;
}

}  // namespace meander
