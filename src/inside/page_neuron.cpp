// The card of one neuron: what fires it hardest, how often it fires, who writes nearly the same;
// and the link from where a sentence lies into the map of ideas.
#include <cmath>

#include "canvas/article_link.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/idea_places.h"
#include "inside/page_side.h"
#include "inside/wishes.h"

namespace meander {
namespace {

// Shares are often small: 3 %, 0.4 %.
std::string ShareSaid(float share) {
  const float hundredths = 100 * share;
  return hundredths < 1 ? Decimals(hundredths, 1) + " %"
                        : std::to_string(static_cast<int>(std::lround(hundredths))) + " %";
}

PageNode ContextPart(size_t number, const InsideContext& context) {
  PageNode row = Group("context-" + std::to_string(number), "card-context");
  row.children.push_back(ContextText(PageKind::kParagraph, context));
  const std::string from = Fill(words::kNeuronFrom, {{"title", context.title}});
  if (context.is_line) {
    row.children.push_back(Paragraph("from", "small", from));
    return row;
  }
  PageNode link = Node(PageKind::kLink, "from", "small", from);
  link.href = ArticleAddress(context.title);
  row.children.push_back(std::move(link));
  return row;
}

}  // namespace

PageNode IdeasLinkPart(const InsidePlace& place) {
  PageNode block = BlockPart("ideas", words::kIdeaMapTitle);
  PageNode link = Node(PageKind::kLink, "open", "text-link",
                       Fill(words::kIdeaMapOpen, {{"title", place.title}}));
  link.href = AddressInIdeas(&place);
  block.children.push_back(std::move(link));
  return block;
}

PageNode NeuronCardPart(const InsideState& state) {
  PageNode block = BlockPart(
      "card", Fill(words::kNeuronTitle, {{"channel", std::to_string(state.look.card_channel)},
                                         {"layer", std::to_string(state.look.card_layer)}}));
  block.children.front().children.push_back(
      Button("back", "text-button", words::kNeuronBack, "neuron"));
  const auto* answer = AnswerTo<InsideNeuronAnswer>(state, CardWish(state));
  if (answer == nullptr) {
    block.children.push_back(Paragraph("wait", "small", Waiting(state)));
    return block;
  }
  const InsideNeuron& neuron = answer->neuron;
  block.children.push_back(Paragraph("name", "card-name", NeuronName(neuron.name)));
  if (answer->texts > 0) {
    block.children.push_back(Paragraph(
        "fires", "small",
        Fill(words::kNeuronFires,
             {{"share", ShareSaid(neuron.fires_on)}, {"fits", ShareSaid(neuron.name_fits)}})));
  }
  for (size_t i = 0; i < neuron.contexts.size(); ++i) {
    const InsideContext& context = neuron.contexts[i];
    if (context.begin > context.end || context.end > context.text.size()) continue;
    block.children.push_back(ContextPart(i, context));
  }
  if (neuron.contexts.empty()) {
    block.children.push_back(Paragraph("none", "small", words::kDictionaryRare));
  }
  if (neuron.nearest.empty()) return block;
  block.children.push_back(Paragraph("near", "small strong", words::kNeuronNear));
  for (size_t i = 0; i < std::min<size_t>(neuron.nearest.size(), 4); ++i) {
    const InsideNeuron::Near& near = neuron.nearest[i];
    PageNode row = BarRow(
        "near-" + std::to_string(i),
        near.name.empty() ? Fill(words::kNeuronNearRow, {{"channel", std::to_string(near.channel)},
                                                         {"layer", std::to_string(near.layer)}})
                          : NeuronName(near.name),
        near.cosine, 1, TwoDecimals(near.cosine),
        std::to_string(near.layer) + " " + std::to_string(near.channel), false);
    row.on_press = "neuron";
    block.children.push_back(std::move(row));
  }
  return block;
}

}  // namespace meander
