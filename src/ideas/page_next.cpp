// Where to go from here.
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/next_steps.h"
#include "ideas/page_parts.h"

namespace meander {

PageNode NextPart(const IdeasState& state) {
  PageNode part = Group("next", "next");
  const NextSteps steps = NextStepsOf(state);
  PageNode list = Node(PageKind::kList, "list", "rows-next");
  const auto offer = [&](std::string_view key, const std::optional<Neighbor>& step,
                         std::string_view why) {
    if (!step) return;
    const int topic = state.map.TopicOf(step->item);
    PageNode row = Node(PageKind::kItem, key, "row-next");
    row.children.push_back(TopicDotPart(topic));
    row.children.push_back(TitleLink(state, step->item));
    row.children.push_back(Node(PageKind::kText, "why", "small", why));
    list.children.push_back(std::move(row));
  };
  offer("nearest", steps.nearest, words::kNextNearest);
  if (steps.bridge) {
    offer("bridge", steps.bridge,
          Fill(words::kNextBridge, {{"title", state.map.TitleOf(steps.bridge_to)}}));
  }
  offer("leap", steps.leap, words::kNextLeap);
  if (list.children.empty()) {
    part.show = PageShow::kHidden;
    return part;
  }
  part.children.push_back(Heading(2, "title", "heading", words::kNextTitle));
  part.children.push_back(std::move(list));
  return part;
}

}  // namespace meander
