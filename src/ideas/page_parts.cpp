// See page_parts.h.
#include "ideas/page_parts.h"

#include "canvas/words.h"

namespace meander {

PageNode TopicDotPart(int topic) {
  PageNode node = Node(PageKind::kDot, "dot", {});
  node.value = static_cast<float>(topic);
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

}  // namespace meander
