// See share_dialog.h: what has been chosen, and the texts that follow from it.
#include "canvas/share_dialog.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "canvas/letter_column.h"
#include "canvas/words.h"

namespace meander {
namespace {

constexpr std::array<std::string_view, kShareTabs> kTabNames = {"link", "embed", "letter",
                                                                "markdown", "picture"};
constexpr std::array<std::string_view, 7> kTextNames = {"link",     "plain", "code", "letter",
                                                        "markdown", "json",  "alt"};
constexpr size_t kLongestAlt = 2000;

// Its place among `names`; nullopt for anything else.
template <size_t count>
std::optional<size_t> PlaceOf(std::string_view name,
                              const std::array<std::string_view, count>& names) {
  const auto at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return static_cast<size_t>(at - names.begin());
}

template <class Choice, size_t count>
void Choose(std::string_view name, const std::array<std::string_view, count>& names,
            Choice& choice) {
  if (const auto place = PlaceOf(name, names)) choice = static_cast<Choice>(*place);
}

void PressTabKey(ShareDialog& share, std::string_view key) {
  int tab = static_cast<int>(share.tab);
  if (key == "ArrowRight") tab = (tab + 1) % kShareTabs;
  if (key == "ArrowLeft") tab = (tab + kShareTabs - 1) % kShareTabs;
  if (key == "Home") tab = 0;
  if (key == "End") tab = kShareTabs - 1;
  share.tab = static_cast<ShareTab>(tab);
}

void TypeAccent(ShareDialog& share, std::string_view text) {
  share.accent_typed = Utf8Prefix(text, 40);
  share.accent_typed.erase(0, share.accent_typed.find_first_not_of(' '));
  while (share.accent_typed.ends_with(' ')) share.accent_typed.pop_back();
  share.choices.accent.clear();
  if (AccentProblem(share).empty()) share.choices.accent = share.accent_typed;
}

ShareFigure Chosen(const ShareDialog& share) {
  ShareFigure figure = share.figure;
  if (share.alt) figure.alt = *share.alt;
  if (!share.can_draw) return figure;
  figure.poster = PosterName(share);
  if (HasDarkPoster(share)) figure.poster_dark = DarkPosterName(share);
  return figure;
}

ShareFigure ChosenForLetter(const ShareDialog& share) {
  ShareFigure figure = Chosen(share);
  figure.poster_dark.clear();  // letters are light
  if (share.can_draw) figure.poster = LetterName(share);
  return figure;
}

}  // namespace

std::string TextOf(const ShareDialog& share, ShareText which) {
  switch (which) {
    case ShareText::kLink:
      return AddressOf(share.figure);
    case ShareText::kPlain:
      return PlainText(Chosen(share));
    case ShareText::kCode:
      return share.wants_frame ? FrameText(Chosen(share), share.choices)
                               : ComponentText(Chosen(share), share.choices);
    case ShareText::kLetter:
      return LetterText(ChosenForLetter(share));
    case ShareText::kMarkdown:
      return MarkdownText(ChosenForLetter(share));
    case ShareText::kJson:
      return FigureJson(Chosen(share), share.choices);
    case ShareText::kAlt:
      return Chosen(share).alt;
  }
  return {};
}

std::vector<HandOverText> TextsOf(const ShareDialog& share) {
  return HandOverTexts(Chosen(share), ChosenForLetter(share), share.choices);
}

std::optional<ShareText> ShareTextNamed(std::string_view name) {
  const auto place = PlaceOf(name, kTextNames);
  if (!place) return std::nullopt;
  return static_cast<ShareText>(*place);
}

bool ApplyShare(ShareDialog& share, std::string_view action, std::string_view argument) {
  if (!action.starts_with("share-")) return false;
  share.was_copied = false;
  share.refused.clear();
  if (action == "share-tab") {
    Choose(argument, kTabNames, share.tab);
  } else if (action == "share-tab-key") {
    PressTabKey(share, argument);
  } else if (action == "share-theme") {
    Choose(argument, kShareThemes, share.choices.theme);
    TypeAccent(share, std::string(share.accent_typed));  // seen on other ground
  } else if (action == "share-start") {
    Choose(argument, kShareStarts, share.choices.start);
  } else if (action == "share-shape") {
    Choose(argument, kShareShapes, share.choices.shape);
  } else if (action == "share-lock") {
    share.choices.lock = argument == "on";
  } else if (action == "share-accent") {
    TypeAccent(share, argument);
  } else if (action == "share-shorten") {
    if (share.shorter_fragment.empty()) return true;
    share.figure.fragment = std::exchange(share.shorter_fragment, {});
    share.is_short = true;
  } else if (action == "share-paste") {
    share.wants_frame = argument == "frame";
  } else if (action == "share-picture") {
    share.wants_tall = argument == "tall";
  } else if (action == "share-alt") {
    share.alt = Utf8Prefix(argument, kLongestAlt);
  } else if (action == "share-alt-again") {
    share.alt.reset();
  } else {
    return action == "share-keep";  // typing in what is only to be copied changes nothing
  }
  return true;
}

std::string_view AccentProblem(const ShareDialog& share) {
  if (share.accent_typed.empty()) return {};
  if (!IsColor(share.accent_typed)) return words::kSharePathUnread;
  switch (FaintOnWater(share.accent_typed, share.choices.theme)) {
    case Faint::kOnLight:
      return words::kSharePathFaint;
    case Faint::kOnDark:
      return words::kSharePathFaintDark;
    case Faint::kNo:
      break;
  }
  return {};
}

std::string PosterName(const ShareDialog& share) { return share.file_stem + "-poster.png"; }
bool HasDarkPoster(const ShareDialog& share) { return share.choices.theme == ShareTheme::kAuto; }
std::string DarkPosterName(const ShareDialog& share) {
  return share.file_stem + "-poster-dark.png";
}
std::string LetterName(const ShareDialog& share) { return share.file_stem + "-letter.png"; }

ShareSize PictureSize(const ShareDialog& share) {
  constexpr ShareSize kWide{static_cast<int>(kLetterWidth_px), static_cast<int>(kLetterHeight_px)};
  constexpr ShareSize kTall{static_cast<int>(kTallWidth_px), static_cast<int>(kTallHeight_px)};
  return share.wants_tall ? kTall : kWide;
}

bool ShowsLetter(const ShareDialog& share) {
  return share.tab != ShareTab::kLink && share.tab != ShareTab::kEmbed;
}

}  // namespace meander
