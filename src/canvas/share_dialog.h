// The Share dialog of every explorer: what the author has chosen in it, and how it looks. The App
// owns it (app/app_share.cpp) and feeds it with what any room tells of itself: a title, words, a
// link, pictures. A new room has it without a line of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/page.h"
#include "canvas/share_folder.h"
#include "canvas/share_text.h"

namespace meander {

enum class ShareTab : uint8_t { kLink, kEmbed, kLetter, kMarkdown, kPicture };
inline constexpr int kShareTabs = 5;

struct ShareDialog {
  bool is_open = false;
  ShareTab tab = ShareTab::kLink;
  ShareChoices choices;
  std::string accent_typed;
  bool wants_frame = false;        // the iframe instead of the web component
  bool wants_tall = false;         // the picture to be saved: higher than wide
  std::optional<std::string> alt;  // as the author wrote it
  bool was_copied = false;         // just now
  std::string refused;             // what the clipboard did not take

  // What the App has found out about what would be taken along; 0: not measured yet.
  ShareFigure figure;  // with the words as the program writes them
  // The fragment without what could be spared, where the room knows of such a one; empty: it does
  // not, or the reader has taken it.
  std::string shorter_fragment;
  bool is_short = false;     // taken
  bool can_send = false;     // by a way of the system's own
  uint32_t click_bytes = 0;  // what a figure fetches after a click; 0: nobody counted
  std::string file_stem;     // of its pictures
  bool can_draw = true;
  uint64_t poster_bytes = 0, letter_bytes = 0;
};

// What is copied, and where it comes from in the dialog.
enum class ShareText : uint8_t { kLink, kPlain, kCode, kLetter, kMarkdown, kJson, kAlt };
// As it would be copied now, letter for letter.
std::string TextOf(const ShareDialog& share, ShareText which);
// The same as files, for the folder with everything.
std::vector<HandOverText> TextsOf(const ShareDialog& share);
// "share-copy" names them so.
std::optional<ShareText> ShareTextNamed(std::string_view name);

// The author's choices; false: no action of this dialog. What leaves the page (copying, saving) is
// the App's.
bool ApplyShare(ShareDialog& share, std::string_view action, std::string_view argument);
// Why the colour that was typed is not taken; empty where it is.
std::string_view AccentProblem(const ShareDialog& share);
// The pictures' names beside the author's page.
std::string PosterName(const ShareDialog& share);
// Where the theme is the reader's, there is one for each.
bool HasDarkPoster(const ShareDialog& share);
std::string DarkPosterName(const ShareDialog& share);
std::string LetterName(const ShareDialog& share);

// The picture to be saved, whole.
ShareSize PictureSize(const ShareDialog& share);
// Whether the picture before the reader's eyes is the letter's.
bool ShowsLetter(const ShareDialog& share);

PageNode ShareDialogPart(const ShareDialog& share, std::vector<PageNode> beside_link);

}  // namespace meander
