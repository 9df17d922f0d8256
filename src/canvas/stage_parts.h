// Parts of a page that looks into a network, whichever network: the rail of depth, the tabs of its
// views, the sentence of pick-lists, blocks and bars of the column beside the stage, and the strip
// that says how far to trust it. web/pages/inside.css draws them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canvas/page_parts.h"

namespace meander {

// Depth: stops along a river, and play. Actions "layer" (its number) and "play".
struct RailSays {
  std::string_view first, last;    // what lies at its ends
  std::vector<std::string> stops;  // their labels
  std::vector<std::string> names;  // for who cannot see them
  int current = 0;
  float depth = 0;  // how far down it has come
  bool is_playing = false;
};
PageNode DepthRailPart(const RailSays& says);

// Action "tab" (its key).
struct ViewTab {
  std::string_view key, name;
  bool is_current = false, is_after_rule = false;
};
PageNode ViewTabsPart(const std::vector<ViewTab>& tabs);

// One of the pick-lists of the sentence above the stage. Actions "pick" (its number: opens or
// closes its list), "pick-close", "choose" (a row's key).
struct PickRow {
  std::string key;    // "method0:lime"
  std::string label;  // in the list
  bool is_current = false;
  std::string refused{};  // why it cannot be chosen with the others
};
struct PickList {
  std::string before;  // the plain words before it: "Show"
  std::string label;   // the pick itself, short
  std::string name;    // for who cannot see it
  std::vector<PickRow> rows;
};
// `open`: which list is; -1: none.
PageNode PickSentencePart(const std::vector<PickList>& picks, int open);

// The stops of a rail alone, for the bar of a figure.
PageNode RailStopsPart(PageNode rail);

// Beside the tabs: what is worked out, how far it has come, and how to stop it ("stop").
// `coming`: says so while bytes are on their way, with {done} and {total} in it.
PageNode StageProgressPart(const ProgressReply& progress, std::string_view coming);

PageNode BlockPart(std::string_view key, std::string_view title, std::string_view hint = {});
// A name, a bar with its sign, a number; pressing it is "pin" with `press` (empty: it cannot be
// pressed).
PageNode BarRow(std::string_view key, std::string_view name, float value, float most,
                const std::string& number, const std::string& press, bool is_pressed);
// Ten dots, those of the seeds that found it again filled.
PageNode SeedDotsPart(int count);

// A name and a figure of the trust strip; with a bar where `share` is not below 0.
PageNode TrustItemPart(std::string_view key, std::string_view name, std::string_view value,
                       float share = -1);
// The strip's beginning and end: its title; the ghost's switch ("ghost"), the list ("list") and how
// it was worked out ("trust"), around `items`.
PageNode TrustStripPart(std::vector<PageNode> items, bool is_ghost, bool shows_list);

// "+0.14", "−0.03", with a real minus; and the same without the plus.
std::string Signed(float value, int decimals = 2);
std::string Plainly(float value, int decimals = 2);
std::string PercentText(float share);
// The first letter large, or small where the word has no other large one ("LIME" stays).
std::string UpperFirst(std::string_view text);
std::string LowerFirst(std::string_view text);
// "four", "12": small numbers in words.
std::string CountInWords(size_t count);

// A sentence with parts that are set strongly, written between asterisks; and as the column's first
// paragraph.
struct Phrase {
  std::string text;
  bool is_strong = false;
};
std::vector<Phrase> StarredPhrases(std::string text);
PageNode SaysPart(const std::vector<Phrase>& phrases);

}  // namespace meander
