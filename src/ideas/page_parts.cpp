// See page_parts.h.
#include "ideas/page_parts.h"

#include "canvas/words.h"

namespace meander {

PageNode Node(PageKind kind, std::string_view key, std::string_view style, std::string_view text) {
  PageNode node;
  node.kind = kind;
  node.key = key;
  node.style = style;
  node.text = text;
  return node;
}

PageNode Group(std::string_view key, std::string_view style, std::string_view role) {
  PageNode node = Node(PageKind::kGroup, key, style);
  node.role = role;
  return node;
}

PageNode Heading(int level, std::string_view key, std::string_view style, std::string_view text) {
  PageNode node = Node(PageKind::kHeading, key, style, text);
  node.level = static_cast<uint8_t>(level);
  return node;
}

PageNode Paragraph(std::string_view key, std::string_view style, std::string_view text) {
  return Node(PageKind::kParagraph, key, style, text);
}

PageNode Button(std::string_view key, std::string_view style, std::string_view text,
                std::string_view on_press, std::string_view argument) {
  PageNode node = Node(PageKind::kButton, key, style, text);
  node.on_press = on_press;
  node.argument = argument;
  return node;
}

PageNode IconButton(std::string_view key, std::string_view style, std::string_view icon,
                    std::string_view label, std::string_view on_press) {
  PageNode node = Button(key, style, {}, on_press);
  node.label = label;
  node.children.push_back(Icon(icon));
  return node;
}

PageNode TopicDotPart(int topic) {
  PageNode node = Node(PageKind::kDot, "dot", {});
  node.value = static_cast<float>(topic);
  return node;
}

PageNode Icon(std::string_view name) {
  PageNode node = Node(PageKind::kIcon, "icon", {});
  node.detail = name;
  return node;
}

PageNode TitleLink(const IdeasState& state, uint32_t item, std::string_view style) {
  PageNode node = Node(PageKind::kLink, "title", style, state.map.TitleOf(item));
  node.on_press = "open";
  node.on_point = "point";
  node.argument = std::to_string(item);
  return node;
}

std::string_view TrustWordOf(TrustGrade grade) {
  return grade == TrustGrade::kGood   ? words::kTrustGood
         : grade == TrustGrade::kFair ? words::kTrustFair
                                      : words::kTrustPoor;
}

bool IsPhone(const View& view) { return view.page_width_px > 0 && view.page_width_px <= 640; }

}  // namespace meander
