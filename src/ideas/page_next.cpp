// Where to go from here, and somebody else's journey laid over one's own.
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

PageNode OtherPart(const IdeasState& state) {
  PageNode part = Group("other", "journey other");
  part.children.push_back(Heading(2, "title", "heading", words::kOtherTitle));
  part.children.push_back(Paragraph("sentence", "note", CompareSentence(state)));
  const std::vector<SharedStop> shared = SharedStops(state);
  const std::vector<int> line = MainLine(*state.other);
  part.children.push_back(Heading(
      3, "theirs", "small",
      state.other->name.empty() ? Fill(words::kOtherStops, {{"count", std::to_string(line.size())}})
                                : state.other->name));
  PageNode list = Node(PageKind::kList, "stops", "stops theirs");
  list.level = 1;
  for (size_t place = 0; place < line.size(); ++place) {
    const uint32_t item = state.other->stops[static_cast<size_t>(line[place])].item;
    PageNode row = Node(PageKind::kItem, std::to_string(line[place]), "stop");
    row.children.push_back(Node(PageKind::kText, "place", "place", std::to_string(place + 1)));
    row.children.push_back(TitleLink(state, item));
    for (const SharedStop& both : shared) {
      if (both.item != item) continue;
      row.style = "stop shared";
      row.children.push_back(
          Node(PageKind::kText, "both", "small",
               Fill(words::kOtherBoth, {{"place", std::to_string(both.own_place + 1)}})));
    }
    list.children.push_back(std::move(row));
  }
  part.children.push_back(std::move(list));
  PageNode actions = Group("actions", "actions");
  actions.children.push_back(Button("walk", "button", words::kOtherWalk, "other-walk"));
  actions.children.push_back(Button("away", "button plain", words::kOtherAway, "other-away"));
  part.children.push_back(std::move(actions));
  return part;
}

}  // namespace meander
