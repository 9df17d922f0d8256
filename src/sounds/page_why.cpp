// Why two sounds are near, in words: the twin of the drawn card (panel/why_card.h).
#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"

namespace meander {

PageNode WhyNearPart(const SoundsState& state) {
  const WhyNear& why = state.why;
  PageNode card = Group("why", "why-card", "group");
  card.show = PageShow::kReaderOnly;
  card.label = words::kSoundsWhy;
  card.on_escape = "why-close";
  card.children.push_back(Heading(2, "title", "track-name", words::kSoundsWhy));
  card.children.push_back(Paragraph("sentence", "small", WhySentence(state)));
  if (!why.parts.empty()) {
    card.children.push_back(Paragraph("parts", "small", WhyInWords(state)));
    card.children.push_back(Paragraph("sum", "small", WhySum(state)));
  }
  PageNode row = Group("row", "actions");
  for (size_t side = 0; side < 2; ++side) {
    if (why.items[side] == kNoItem) continue;
    row.children.push_back(
        Button("hear" + std::to_string(side), "button",
               Fill(words::kSoundsWhyHear, {{"name", NameOf(state, why.items[side])}}), "why-hear",
               std::to_string(side)));
  }
  row.children.push_back(Button("turn", "button", words::kSoundsWhyTurn, "why-turn"));
  for (size_t i = 0; i < why.parts.size(); ++i) {
    if (!why.parts[i].is_band()) continue;
    const std::string part =
        LabelOfWhy(why.parts[i]) + " " + AmountInWords(why.parts[i].hundredths);
    PageNode button =
        Button("part" + std::to_string(i), "button", Fill(words::kSoundsWhyHear, {{"name", part}}),
               "why-part", std::to_string(i));
    button.pressed = why.part == static_cast<int>(i);
    row.children.push_back(std::move(button));
  }
  row.children.push_back(Button(
      "put", "button", Fill(words::kSoundsPutIn, {{"track", LabelOf(state, TrackToFill(state))}}),
      "put", std::to_string(why.items[0])));
  row.children.push_back(
      IconButton("close", "icon-button", "close", words::kDialogClose, "why-close"));
  card.children.push_back(std::move(row));
  return card;
}

}  // namespace meander
