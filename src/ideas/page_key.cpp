// The key of the map: what its colours mean, and the topics as switches.
#include <array>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"
#include "ideas/trust.h"

namespace meander {
namespace {

// A row of the key: dot, name, how many.
PageNode RowPart(PageKind kind, std::string_view key, std::string_view name, uint32_t count) {
  PageNode row = Node(kind, key, "key-row");
  row.children.push_back(TopicDotPart(0));
  row.children.push_back(Node(PageKind::kText, "name", {}, name));
  row.children.push_back(Node(PageKind::kText, "count", "number", WithCommas(count)));
  return row;
}

PageNode TopicsPart(const IdeasState& state) {
  PageNode part = Group("wanted", "key-topics", "group");
  part.label = words::kKeyTopicsHow;
  for (int topic = 0; topic < kTopicCount; ++topic) {
    const uint32_t count = state.map.CountOfTopic(topic);
    const std::string index = std::to_string(topic), name(kTopicNames[static_cast<size_t>(topic)]);
    PageNode row = RowPart(PageKind::kButton, index, name, count);
    row.on_press = "map-topic";
    row.argument = index;
    row.label = Fill(words::kKeyTopic, {{"topic", name}, {"count", WithCommas(count)}});
    row.pressed = state.topic_filter != 0 && IsTopicWanted(state.topic_filter, topic);
    row.children[0].value = static_cast<float>(topic);
    // Where dots are coloured by trust, a topic's colour is nowhere on the map.
    if (state.tints_by_trust) row.style += " hueless";
    if (!IsTopicWanted(state.topic_filter, topic)) row.style += " away";
    part.children.push_back(std::move(row));
  }
  PageNode all = Button("all", "button plain key-all", words::kKeyAll, "map-all");
  all.disabled = state.topic_filter == 0;
  part.children.push_back(std::move(all));
  return part;
}

PageNode TrustPart(const IdeasState& state) {
  std::array<uint32_t, kTrustGrades> counts{};
  for (uint32_t item = 0; item < state.map.item_count(); ++item) {
    ++counts[static_cast<size_t>(TrustGradeOf(state.map.TrustOf(item)))];
  }
  PageNode part = Group("trust", "key-trust");
  PageNode list = Node(PageKind::kList, "grades", "key-grades");
  constexpr std::string_view kKeys[kTrustGrades] = {"good", "fair", "poor"};
  for (const TrustGrade grade : {TrustGrade::kGood, TrustGrade::kFair, TrustGrade::kPoor}) {
    const auto at = static_cast<size_t>(grade);
    PageNode row = RowPart(PageKind::kItem, kKeys[at], TrustWordOf(grade), counts[at]);
    row.style += " grade-" + std::string(kKeys[at]);
    list.children.push_back(std::move(row));
  }
  part.children.push_back(std::move(list));
  part.children.push_back(Paragraph("how", "small", words::kKeyTrustHow));
  return part;
}

PageNode LayoutPart(const IdeasState& state) {
  PageNode part = Group("layout", "key-layout");
  PageNode choice = Node(PageKind::kChoice, "which", "segmented");
  choice.label = words::kKeyLayout;
  const auto option = [&](std::string_view key, std::string_view text, MapLayout layout) {
    PageNode button = Button(key, "segment", text, "map-layout", key);
    button.pressed = state.shift.wanted == layout;
    choice.children.push_back(std::move(button));
  };
  option("one-land", words::kKeyOneLand, MapLayout::kOneLand);
  option("islands", words::kKeyIslands, MapLayout::kIslands);
  part.children.push_back(std::move(choice));
  const std::string sentence =
      state.shift.is_waiting ? std::string(words::kKeyWait) : ShiftSentence(state);
  part.children.push_back(
      Paragraph("changed", "small", sentence.empty() ? words::kKeyLayoutHow : sentence));
  return part;
}

PageNode TintPart(const IdeasState& state) {
  PageNode choice = Node(PageKind::kChoice, "tint", "segmented");
  choice.label = words::kKeyTint;
  const auto option = [&](std::string_view key, std::string_view text, bool is_chosen) {
    PageNode button = Button(key, "segment", text, "map-tint", key);
    button.pressed = is_chosen;
    choice.children.push_back(std::move(button));
  };
  option("topics", words::kKeyTintTopics, !state.tints_by_trust);
  option("trust", words::kKeyTintTrust, state.tints_by_trust);
  return choice;
}

}  // namespace

PageNode KeyPart(const IdeasState& state) {
  PageNode part = Group("key", "key", "region");
  part.label = words::kKeyTitle;
  part.on_escape = "map-key";
  PageNode head = Group("head", "key-head");
  head.children.push_back(Heading(2, "title", "card-title", words::kKeyTitle));
  head.children.push_back(IconButton("close", "icon-button", "close", words::kKeyClose, "map-key"));
  part.children.push_back(std::move(head));
  if (HasIslands(state)) part.children.push_back(LayoutPart(state));
  part.children.push_back(TintPart(state));
  if (state.tints_by_trust) part.children.push_back(TrustPart(state));
  part.children.push_back(TopicsPart(state));
  return part;
}

PageNode KeyButtonPart(const IdeasState& state) {
  PageNode button =
      IconButton("key-open", "icon-button key-open", "key", words::kKeyOpen, "map-key");
  button.pressed = state.shows_key;
  // A look that was chosen stays marked while the key is closed.
  if (LookOf(state) != SharedLook{}) button.style += " in-use";
  return button;
}

}  // namespace meander
