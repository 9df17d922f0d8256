// What an author pastes: a figure's address, web component, frame, Markdown, letter and data, from
// one place, for the page's Share dialog and the command line alike. Titles and words may hold
// anything; every text escapes them for where it goes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "canvas/figure.h"

namespace meander {

enum class ShareTheme : uint8_t { kAuto, kLight, kDark };
enum class ShareStart : uint8_t { kClick, kNear, kStill };
enum class ShareShape : uint8_t { kWide, kFilm, kSquare, kColumn };
// As snippets, the dialog and the command line name them, in that order.
inline constexpr std::array<std::string_view, 3> kShareThemes = {"auto", "light", "dark"};
inline constexpr std::array<std::string_view, 3> kShareStarts = {"click", "near", "still"};
inline constexpr std::array<std::string_view, 4> kShareShapes = {"wide", "film", "square",
                                                                 "column"};

// How the author wants it to stand in the page.
struct ShareChoices {
  ShareTheme theme = ShareTheme::kAuto;
  ShareStart start = ShareStart::kClick;
  ShareShape shape = ShareShape::kWide;
  bool lock = false;
  std::string accent = {};  // "#rrggbb" or empty: as the design has it
};

struct ShareFigure {
  std::string room;      // "ideas"
  std::string fragment;  // of the address, without '#'
  std::string title, alt;
  // The folder of the site, ending in '/': "https://x/meander/", or empty where nobody knows it
  // yet.
  std::string base;
  // Of its still picture: an address, or a name beside the author's page.
  std::string poster;
  std::string credits = {};
  std::string action = {};  // on a letter's button; empty: it opens
  // The same in the dark, for readers who have it dark where the theme is the reader's; empty: the
  // one above is for all.
  std::string poster_dark = {};
};

struct ShareSize {
  int width_px, height_px;
};
ShareSize SizeOf(ShareShape shape);
// Its own, or the program's name.
std::string TitleOf(const ShareFigure& figure);

// Of a page's own address, "https://x/meander/ideas.html": its folder. Empty for other schemes.
std::string BaseOfPage(std::string_view page_address);
// "https://x/meander/ideas.html#ideas.AQ…"
std::string AddressOf(const ShareFigure& figure);
std::string FrameAddressOf(const ShareFigure& figure, const ShareChoices& choices);

std::string ComponentText(const ShareFigure& figure, const ShareChoices& choices);
std::string FrameText(const ShareFigure& figure, const ShareChoices& choices);
std::string MarkdownText(const ShareFigure& figure);
std::string PlainText(const ShareFigure& figure);
// For a letter's own HTML: the picture as a link, with its words; nothing but <a>, <img> and <p>.
std::string LetterText(const ShareFigure& figure);
// All of it as JSON, a field a line.
std::string FigureJson(const ShareFigure& figure, const ShareChoices& choices);
// As oEmbed 1.0 asks: type "rich", the frame, its size, the picture.
// `picture`: 1200 × 630, the address; empty: none. It is no poster, which has the frame's own
// shape.
std::string OembedJson(const ShareFigure& figure, const ShareChoices& choices,
                       std::string_view picture);

// "64 kB", "0.6 kB", "1.1 MB"; of bytes that were counted.
std::string WeightText(uint64_t bytes);

// A part of an address: what stands between `?` and `#` must not hold what ends it, nor what a
// letter program cuts at.
std::string Percented(std::string_view text);
std::string OneLine(std::string_view text);          // what breaks it becomes a space
std::string EscapedHtml(std::string_view text);      // one line, also within quotes
std::string EscapedMarkdown(std::string_view text);  // one line
// HTML that is pasted into a newsletter: what its program takes for a field of its own, {{name}},
// *|NAME|*, [[name]], %%name%%, is written so that it is only seen. Markup and addresses of ours
// have none of these signs.
std::string WithoutTemplates(std::string_view html);
std::string QuotedJson(std::string_view text);  // with its quotes

// Whether it is '#' and six digits; then as the design writes it, in capitals.
bool IsColor(std::string_view text);
// As SetPathColor (canvas/colors.h) takes it; 0 for what is none.
uint32_t ColorNumber(std::string_view text);
std::string HexOf(Token token, ThemeKind theme = ThemeKind::kLight);  // "#E3ECEC"
// By WCAG 2, of two colours written so.
float ContrastOf(std::string_view one, std::string_view other);
// Whether a path of this colour is lost on the map's water, at less than 3 : 1, and on which.
enum class Faint : uint8_t { kNo, kOnLight, kOnDark };
Faint FaintOnWater(std::string_view color, ShareTheme theme);
// What a frame takes of an author's colour in this light, as ColorNumber() gives it; 0: the
// design's.
uint32_t PathColorIn(ThemeKind theme, std::string_view accent);

}  // namespace meander
