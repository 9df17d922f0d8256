// What to say, as plain data: a keyed tree of headings, text, links, fields and lists with their
// actions, visible or for screen readers only. One DOM renderer (web/host/page_renderer.mjs) shows
// it in a browser; PageText (page_text.cpp) writes it as plain text and PageHtml (page_html.cpp) as
// static HTML for the first paint. Nothing in it is markup: text is text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

enum class PageKind : uint8_t {
  kGroup = 0,    // div, or a landmark: see `role`
  kHeading = 1,  // level 1..6
  kParagraph = 2,
  kText = 3,  // inline run inside a paragraph, row or button
  kLink = 4,  // inside text: has an action; href for opening elsewhere
  kButton = 5,
  kField = 6,  // one line of text; value in `text`, placeholder in `detail`
  kList = 7,   // ol when numbered (level = 1), else ul
  kItem = 8,
  kChart = 9,  // where the canvas belongs; label and detail describe it
  kDialog = 10,
  kStatus = 11,  // polite live region
  kBar = 12,     // a share 0..1 in `value`, drawn as a thin bar
  kDot = 13,     // a topic's dot; `value` = topic index
  kIcon = 14,    // `detail` names one of the drawn icons
  kChoice = 15,  // radio group; its children are buttons with `pressed`
  // Of a long table only the rows near the visible ones are there: `value` = how many it has in
  // all, on_input = told the first row in view as it is scrolled; to the top where `argument`
  // changes.
  kTable = 16,
  kRow = 17,  // `value` = its number among all rows, from 1; 0: as it stands
  kCell = 18,
  kHeadCell = 19,  // `detail` = "ascending" or "descending" where the table is sorted by it
  kImage = 20,     // `href` = address, label = alt text
  kArc = 21,       // link weather: value 0 near, 1 middling, 2 far
  kProfile = 22,   // a hop profile: `detail` = space-separated hop lengths 0..1
  kTextArea = 23,
  kCanvasTwin = 24,  // focusable twin of something drawn; visually hidden
  // `value` 0..1, `label` its name, `detail` its value in words; on_input; `level` = into how many
  // equal steps it goes (0: twenty).
  kSlider = 25,
  // A button that asks for a file; `detail` = accepted types; on_input = its text, or where its
  // role is "bytes" an address to fetch them from, how many, its name (web/host/kept_files.mjs).
  kFile = 26,
  kGap = 27,     // room for `value` rows of a long table that are not there just now
  kLadder = 28,  // two journeys tied; see web/host/page_ladder.mjs; `value` = pixels a row
  kTracks = 29,  // the same lying down, for a replay; `value` = where the playhead stands, 0..1
  kPair = 30,  // two bars that share a middle: `value` left and filled, `detail` right and outlined
  kPuck = 31,  // a mix of three as a place in a triangle: `detail` = its percents and those of the
               // last places ("58 30 12;60 28 12"), `text` = in words; on_input = "58 30 12",
               // on_submit = a key, "ArrowUp" or "Shift+ArrowUp", "m" …
  kScrub = 32,  // a way with `level` hops: `value` = where on it, `detail` = in words; on_input = a
                // place, as it moves; on_submit = where the hand let go
  kSlide = 33,  // words of one line that glide to their places in another: `text` = the keys of the
                // two, `detail` = pairs of words, "0:2 3:4"; `value` = how far, 0..1
  kDrawn = 34   // a picture the program has drawn: `detail` = its name (Host::ShowPicture)
};

enum class PageShow : uint8_t {
  kAlways = 0,
  kReaderOnly = 1,  // visually hidden, there for screen readers
  kHidden = 2,      // not there
};

// Of many things in a row, like a table's lines, Tab finds one; arrows go to the others.
enum class TabStop : uint8_t { kAsUsual = 0, kHere = 1, kByArrows = 2 };

struct PageNode {
  PageKind kind = PageKind::kGroup;
  std::string key;  // unique among its siblings; what keeps focus and scroll when the tree changes
  std::string style;  // CSS class names from the fixed vocabulary in web/pages/*.css
  std::string text;
  std::string label;  // accessible name where the text is not enough
  std::string detail;
  std::string href;  // https:, # or ./ only
  std::string role;  // "main", "navigation", "complementary", "search", "" …
  // Actions go back to the room as (name, argument) pairs; empty: none.
  std::string on_press;   // click, Enter
  std::string on_input;   // fields: argument = the text, as typed
  std::string on_submit;  // fields: Enter; argument = the text
  std::string on_point;   // pointer over or focus; the leave sends the same name with argument ""
  std::string on_escape;  // Escape pressed in it, where nothing inside it takes that for itself
  std::string on_key;     // arrows, Page Up …, Home, End, "/" pressed in it; argument = the key
  std::string argument;
  float value = 0;
  uint8_t level = 0;
  PageShow show = PageShow::kAlways;
  TabStop tab = TabStop::kAsUsual;
  bool current = false;  // aria-current
  bool pressed = false;  // aria-pressed / chosen
  bool disabled = false;
  bool focus = false;  // take the focus when this becomes true
  std::vector<PageNode> children;
};

struct Page {
  std::string title;  // of the document
  std::vector<PageNode> nodes;
};

// The flat form that crosses to JavaScript; version byte first. ReadPage refuses trees deeper than
// 32 or with more than 100,000 nodes.
std::vector<uint8_t> WritePage(const Page& page);
Result<Page> ReadPage(ByteSpan bytes);

// Plain text, one block a line, for the native window, the command line and tests.
std::string PageText(const Page& page);
// Static HTML for the first paint and for readers without scripts; every text escaped. Only the
// nodes, no document around them.
std::string PageHtml(const Page& page);

}  // namespace meander
