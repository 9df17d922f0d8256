// Copying by hand, a second journey, and help.
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/page_parts.h"

namespace meander {

PageNode CopyPart(const IdeasState& state) {
  PageNode dialog = DialogPart("copy", words::kClipboardRefused);
  PageNode body = Group("body", "dialog-body");
  PageNode field = Node(PageKind::kTextArea, "text", "paste", state.to_copy);
  field.label = words::kClipboardRefused;
  field.on_input = "copy-kept";  // typing changes nothing
  field.focus = true;
  body.children.push_back(std::move(field));
  dialog.children.push_back(std::move(body));
  return dialog;
}

PageNode SecondPart(const IdeasState& state) {
  PageNode dialog = DialogPart("second", words::kSecondTitle);
  PageNode body = Group("body", "dialog-body");
  if (state.second) {
    body.children.push_back(Paragraph(
        "what", "read",
        Fill(words::kSecondWhat, {{"title", TitleOf(state, *state.second)},
                                  {"count", std::to_string(MainLine(*state.second).size())}})));
  }
  PageNode ways = Group("ways", "actions");
  PageNode over = Button("over", "button primary", words::kSecondOver, "second-over");
  over.focus = true;
  ways.children.push_back(std::move(over));
  ways.children.push_back(Button("open", "button", words::kSecondOpen, "second-open"));
  ways.children.push_back(Button("leave", "button plain", words::kSecondLeave, "second-leave"));
  body.children.push_back(std::move(ways));
  dialog.children.push_back(std::move(body));
  return dialog;
}

PageNode HelpPart(const IdeasState& state) {
  PageNode dialog = DialogPart("help", words::kHelpTitle);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(Paragraph(
      "what", "read", Fill(words::kHelpWhat, {{"count", WithCommas(state.map.item_count())}})));
  body.children.push_back(Heading(3, "about-title", "heading", words::kAboutTitle));
  body.children.push_back(Paragraph("trust", "read", words::kHelpTrust));
  if (const auto& measures = state.map.measures()) {
    const auto in_hundred = static_cast<int>(measures->topic_accuracy_2d * 100 + 0.5f);
    body.children.push_back(
        Paragraph("measured", "read",
                  Fill(words::kAboutMeasured, {{"kept", Decimals(measures->knn_recall_10 * 10, 1)},
                                               {"trust", Decimals(measures->trustworthiness, 3)},
                                               {"kind", std::to_string(in_hundred)}})));
  }
  PageNode how = Paragraph("how", "read", {});
  PageNode there = Node(PageKind::kLink, "link", {}, words::kAboutLink);
  there.href = "./how.html";
  how.children.push_back(std::move(there));
  body.children.push_back(std::move(how));
  body.children.push_back(Heading(3, "keys-title", "heading", words::kHelpKeys));
  body.children.push_back(KeysPart(
      {words::kHelpKeyArrows, words::kHelpKeyEnter, words::kHelpKeyBack, words::kHelpKeyZoom,
       words::kHelpKeyJourney, words::kHelpKeySearch, words::kHelpKeyWalk, words::kHelpKeyReplay,
       words::kHelpKeyTour, words::kHelpKeyOther, words::kHelpKeyList, words::kHelpKeyListKeys,
       words::kHelpKeyKey, words::kHelpKeyLeave}));
  PageNode more = Group("more", "actions");
  more.children.push_back(Button("stored", "button", words::kStoredTitle, "stored"));
  more.children.push_back(Button("journeys", "button", words::kJourneyAll, "journeys"));
  body.children.push_back(std::move(more));
  body.children.push_back(CreditsPart());
  dialog.children.push_back(std::move(body));
  return dialog;
}

}  // namespace meander
