// See stage_parts.h.
#include "canvas/stage_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "canvas/fill.h"
#include "canvas/words.h"

namespace meander {
namespace {

PageNode PickListPart(const PickList& pick) {
  PageNode list = Group("list", "pick-list", "group");
  list.label = pick.name;
  for (const PickRow& choice : pick.rows) {
    PageNode row = Button(choice.key, "pick-row", choice.label, "choose", choice.key);
    row.pressed = choice.is_current;
    row.focus = choice.is_current;
    row.disabled = !choice.refused.empty();
    if (row.disabled) {
      row.children.push_back(Node(PageKind::kText, "why", "pick-count", choice.refused));
    }
    list.children.push_back(std::move(row));
  }
  return list;
}

}  // namespace

PageNode DepthRailPart(const RailSays& says) {
  PageNode rail = Group("rail", "rail", "group");
  rail.label = words::kRailLabel;
  rail.children.push_back(Heading(2, "title", "heading", words::kRailTitle));
  rail.children.push_back(Node(PageKind::kText, "first", "rail-end", says.first));
  PageNode stops = Group("stops", "rail-stops");
  for (int layer = 0; layer < static_cast<int>(says.stops.size()); ++layer) {
    const bool is_past = static_cast<float>(layer) <= says.depth + 0.01f;
    std::string style = layer % 2 == 0 ? "rail-stop" : "rail-stop other-bank";
    if (layer > 0) {
      std::string bend = layer % 2 == 0 ? "rail-bend back" : "rail-bend";
      if (is_past) bend += " past";
      stops.children.push_back(Group("bend-" + std::to_string(layer), bend));
    }
    if (is_past) style += " past";
    const auto at = static_cast<size_t>(layer);
    PageNode stop = Button("layer-" + std::to_string(layer), style, says.stops[at], "layer",
                           std::to_string(layer));
    stop.label = says.names[at];
    stop.current = layer == says.current;
    stops.children.push_back(std::move(stop));
  }
  rail.children.push_back(std::move(stops));
  rail.children.push_back(Node(PageKind::kText, "last", "rail-end", says.last));
  rail.children.push_back(IconButton("play", "play-button", says.is_playing ? "pause" : "play",
                                     says.is_playing ? words::kReplayPause : words::kRailPlay,
                                     "play"));
  return rail;
}

PageNode ViewTabsPart(const std::vector<ViewTab>& tabs) {
  PageNode part = Group("tabs", "view-tabs", "group");
  part.label = words::kTabLabel;
  for (const ViewTab& tab : tabs) {
    PageNode button = Button(tab.key, "view-tab", tab.name, "tab", tab.key);
    button.pressed = tab.is_current;
    if (tab.is_after_rule) button.style += " after-rule";
    part.children.push_back(std::move(button));
  }
  return part;
}

PageNode PickSentencePart(const std::vector<PickList>& picks, int open) {
  PageNode line = Group("picks", "picks", "group");
  line.label = words::kPickLabel;
  for (size_t i = 0; i < picks.size(); ++i) {
    const PickList& pick = picks[i];
    const std::string number = std::to_string(i);
    const bool is_open = open == static_cast<int>(i);
    std::string_view before = pick.before;
    if (i > 0 && before.starts_with(", ")) {
      // With the pick before it: no line begins with a comma.
      line.children.back().children.push_back(Node(PageKind::kText, "comma", "pick-plain", ","));
      before.remove_prefix(2);
    }
    line.children.push_back(Node(PageKind::kText, "before-" + number, "pick-plain", before));
    PageNode holder = Group("pick-" + number, "pick");
    PageNode button = Button("open", "pick-word", pick.label, "pick", number);
    button.label = pick.name + ": " + pick.label;
    button.pressed = is_open;
    holder.children.push_back(std::move(button));
    if (is_open) {
      holder.on_escape = "pick-close";
      holder.children.push_back(PickListPart(pick));
    }
    line.children.push_back(std::move(holder));
  }
  return line;
}

PageNode RailStopsPart(PageNode rail) {
  for (PageNode& part : rail.children) {
    if (part.key != "stops") continue;
    part.role = "group";
    part.label = rail.label;
    return std::move(part);
  }
  return rail;
}

PageNode StageProgressPart(const ProgressReply& progress, std::string_view coming) {
  PageNode wait = Group("progress", "stage-progress", "group");
  wait.label = words::kInsideReading;
  const bool is_coming = progress.bytes_total > progress.bytes_done;
  const auto share = [](auto done, auto total) {
    return static_cast<float>(done) / static_cast<float>(total);
  };
  wait.children.push_back(Node(PageKind::kText, "text", "small",
                               is_coming
                                   ? Fill(coming, {{"done", Megabytes(progress.bytes_done)},
                                                   {"total", Megabytes(progress.bytes_total)}})
                                   : std::string(words::kInsideReading)));
  PageNode bar = Node(PageKind::kBar, "bar", {});
  bar.value = is_coming ? share(progress.bytes_done, progress.bytes_total)
              : progress.readings_in_all > 0
                  ? share(progress.readings_done, progress.readings_in_all)
                  : 0;
  wait.children.push_back(std::move(bar));
  wait.children.push_back(Button("stop", "text-button", words::kInsideStop, "stop"));
  return wait;
}

PageNode BlockPart(std::string_view key, std::string_view title, std::string_view hint) {
  PageNode block = Group(key, "block");
  PageNode head = Group("head", "block-head");
  head.children.push_back(Heading(2, "title", "heading", title));
  if (!hint.empty()) head.children.push_back(Node(PageKind::kText, "hint", "small", hint));
  block.children.push_back(std::move(head));
  return block;
}

PageNode BarRow(std::string_view key, std::string_view name, float value, float most,
                const std::string& number, const std::string& press, bool is_pressed) {
  PageNode row = Button(key, "bar-row", {}, press.empty() ? "" : "pin", press);
  row.pressed = is_pressed;
  if (press.empty()) row.kind = PageKind::kGroup;
  row.children.push_back(Node(PageKind::kText, "name", "bar-name", name));
  PageNode bar = Node(PageKind::kBar, "bar", value < 0 ? "signed minus" : "signed plus");
  bar.value = most > 0 ? std::min(std::fabs(value) / most, 1.f) : 0;
  row.children.push_back(std::move(bar));
  row.children.push_back(Node(PageKind::kText, "value", "bar-value", number));
  return row;
}

PageNode SeedDotsPart(int count) {
  PageNode dots = Node(PageKind::kText, "dots", "seed-dots", {});
  dots.label = Fill(words::kSideSeeds, {{"count", std::to_string(count)}});
  for (int i = 0; i < 10; ++i) dots.text += i < count ? "●" : "○";
  return dots;
}

PageNode TrustItemPart(std::string_view key, std::string_view name, std::string_view value,
                       float share) {
  PageNode item = Group(key, "trust-item");
  item.children.push_back(Node(PageKind::kText, "name", "trust-name", name));
  if (share >= 0) {
    PageNode bar = Node(PageKind::kBar, "bar", "signed plus");
    bar.value = share;
    item.children.push_back(std::move(bar));
  }
  item.children.push_back(Node(PageKind::kText, "value", "trust-value", value));
  return item;
}

PageNode TrustStripPart(std::vector<PageNode> items, bool is_ghost, bool shows_list) {
  PageNode strip = Group("trust", "trust-strip", "group");
  strip.label = words::kTrustTitle;
  strip.children.push_back(Node(PageKind::kText, "title", "trust-title", words::kTrustTitle));
  for (PageNode& item : items) strip.children.push_back(std::move(item));
  PageNode ghost = Button("ghost", "trust-ghost", {}, "ghost");
  ghost.pressed = is_ghost;
  ghost.children.push_back(Node(PageKind::kText, "name", "trust-name", words::kSideGhost));
  ghost.children.push_back(
      Node(PageKind::kText, "value", "trust-value", is_ghost ? words::kTrustOn : words::kTrustOff));
  strip.children.push_back(std::move(ghost));
  PageNode list = Button("list", "text-button trust-list",
                         shows_list ? words::kInsideBack : words::kListShow, "list");
  list.pressed = shows_list;
  strip.children.push_back(std::move(list));
  strip.children.push_back(Button("how", "text-button trust-how", words::kTrustHow, "trust"));
  return strip;
}

std::vector<Phrase> StarredPhrases(std::string text) {
  // A number and its percent sign stay on one line.
  constexpr std::string_view kSign = " %", kKept = "\u00a0%";
  for (size_t at = text.find(kSign); at != std::string::npos; at = text.find(kSign, at)) {
    text.replace(at, kSign.size(), kKept);
  }
  std::vector<Phrase> phrases;
  bool is_strong = false;
  for (size_t at = 0; at <= text.size();) {
    const size_t star = std::min(text.find('*', at), text.size());
    if (star > at) phrases.push_back({text.substr(at, star - at), is_strong});
    is_strong = !is_strong;
    at = star + 1;
  }
  return phrases;
}

PageNode SaysPart(const std::vector<Phrase>& phrases) {
  PageNode says = Paragraph("says", "side-says", {});
  int part = 0;
  for (const Phrase& phrase : phrases) {
    says.children.push_back(Node(PageKind::kText, "part-" + std::to_string(part++),
                                 phrase.is_strong ? "strong" : "", phrase.text));
  }
  return says;
}

std::string Signed(float value, int decimals) {
  const std::string size = Decimals(std::fabs(value), decimals);
  const bool is_zero = size.find_first_not_of("0.") == std::string::npos;
  return (is_zero ? "" : value < 0 ? "\xE2\x88\x92" : "+") + size;
}

std::string Plainly(float value, int decimals) {
  std::string text = Signed(value, decimals);
  if (text.starts_with('+')) text.erase(0, 1);
  return text;
}

std::string PercentText(float share) {
  return Fill(words::kTrustPercent,
              {{"value", std::to_string(static_cast<int>(std::lround(share * 100)))}});
}

std::string UpperFirst(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
  return out;
}

std::string LowerFirst(std::string_view text) {
  std::string out(text);
  const auto is_large = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (out.size() > 1 && is_large(out[0]) && !is_large(out[1]) && !out.starts_with("Shapley")) {
    out[0] = static_cast<char>(out[0] + 32);
  }
  return out;
}

std::string CountInWords(size_t count) {
  constexpr std::array kWords = {words::kNumber0, words::kNumber1, words::kNumber2, words::kNumber3,
                                 words::kNumber4, words::kNumber5, words::kNumber6, words::kNumber7,
                                 words::kNumber8, words::kNumber9, words::kNumber10};
  return count < kWords.size() ? std::string(kWords[count]) : std::to_string(count);
}

}  // namespace meander
