// Help, whose sounds these are, saving the beat as a sound, and how the map was worked out.
#include <algorithm>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"

namespace meander {

PageNode SoundsHelpPart(const SoundsState& state) {
  PageNode dialog = DialogPart("help", words::kSoundsHelpTitle);
  PageNode body = Group("body", "dialog-body");
  const auto say = [&](std::string_view key, std::string text) {
    body.children.push_back(Paragraph(key, "read", text));
  };
  say("what", Fill(words::kSoundsHelpWhat, {{"count", WithCommas(state.map.count())}}));
  say("how", std::string(words::kSoundsHelpHow));
  say("trust", std::string(words::kSoundsHelpTrust));
  body.children.push_back(
      KeysPart({words::kSoundsKeyPlay, words::kSoundsKeyRings, words::kSoundsKeyArrows,
                words::kSoundsKeyGrid, words::kSoundsKeyRest}));
  PageNode row = Group("row", "actions");
  row.children.push_back(Button("worked", "button", words::kSoundsHowTitle, "how"));
  body.children.push_back(std::move(row));
  dialog.children.push_back(std::move(body));
  return dialog;
}

PageNode SoundsCreditsPart(const SoundsState& state) {
  PageNode dialog = DialogPart("credits", words::kSoundsCredits);
  PageNode body = Group("body", "dialog-body");
  if (!state.map.has_credits()) {
    body.children.push_back(
        Paragraph("wait", "note",
                  state.missing.empty() ? std::string(words::kSoundsCreditsWait) : state.missing));
    dialog.children.push_back(std::move(body));
    return dialog;
  }
  PageNode list = Node(PageKind::kList, "sounds", "credit-list");
  for (const uint32_t item : SoundsInRings(state)) {
    if (item >= state.map.count()) continue;
    PageNode row = Node(PageKind::kItem, std::to_string(item), "credit-row");
    row.children.push_back(Node(PageKind::kText, "name", "ring-sound", state.map.NameOf(item)));
    row.children.push_back(
        Node(PageKind::kText, "credit", "small", " " + state.map.CreditOf(item)));
    const std::string& source = state.map.credits().clips[item].source;
    if (source.starts_with("https://")) {
      PageNode link =
          Node(PageKind::kLink, "source", "small", " " + std::string(words::kSoundsSource));
      link.href = source;
      row.children.push_back(std::move(link));
    }
    list.children.push_back(std::move(row));
  }
  body.children.push_back(std::move(list));
  PageNode row = Group("row", "actions");
  row.children.push_back(
      Button("copy", "button primary", words::kSoundsCreditsCopy, "copy-credits"));
  PageNode all = Node(PageKind::kLink, "all", "small", words::kHelpCredits);
  all.href = "./credits.html";
  row.children.push_back(std::move(all));
  body.children.push_back(std::move(row));
  dialog.children.push_back(std::move(body));
  return dialog;
}

PageNode SoundsSavePart(const SoundsState& state) {
  PageNode dialog = DialogPart("save", words::kSoundsSaveTitle);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(Heading(3, "bars-title", "heading", words::kSoundsSaveBars));
  PageNode choice = Node(PageKind::kChoice, "bars", "segmented save-choice");
  choice.label = words::kSoundsSaveBars;
  for (int bars = 0; bars <= 4; ++bars) {
    const std::string text = bars == 0 ? std::string(words::kSoundsSaveOnce)
                             : bars == 1
                                 ? std::string(words::kSoundsOneBar)
                                 : Fill(words::kSoundsBarsMany, {{"count", std::to_string(bars)}});
    PageNode option =
        Button("b" + std::to_string(bars), "segment", text, "save-bars", std::to_string(bars));
    option.pressed = state.bars_saved == bars;
    choice.children.push_back(std::move(option));
  }
  body.children.push_back(std::move(choice));
  body.children.push_back(Heading(3, "tail-title", "heading", words::kSoundsSaveEnd));
  PageNode end = Node(PageKind::kChoice, "tail", "segmented save-choice");
  end.label = words::kSoundsSaveEnd;
  const auto option = [&](std::string_view key, std::string_view text, bool with_tail) {
    PageNode button = Button(key, "segment", text, "save-tail", with_tail ? "1" : "0");
    button.pressed = state.with_tail == with_tail;
    end.children.push_back(std::move(button));
  };
  option("rings", words::kSoundsSaveTail, true);
  option("cut", words::kSoundsSaveCut, false);
  body.children.push_back(std::move(end));
  if (SamplesMissing(state) > 0) {
    body.children.push_back(Paragraph("wait", "small", words::kSoundsFetching));
  }
  PageNode row = Group("row", "actions save-actions");
  PageNode wav = Button("wav", "button primary", words::kSoundsSaveWav, "save-wav");
  wav.disabled = SamplesMissing(state) > 0;
  row.children.push_back(std::move(wav));
  row.children.push_back(Button("midi", "button", words::kSoundsSaveMidi, "save-midi"));
  body.children.push_back(std::move(row));
  dialog.children.push_back(std::move(body));
  return dialog;
}

PageNode SoundsHowPart(const SoundsState& state) {
  PageNode dialog = DialogPart("how", words::kSoundsHowTitle);
  PageNode body = Group("body", "dialog-body");
  const auto say = [&](std::string_view key, std::string text) {
    body.children.push_back(Paragraph(key, "read", text));
  };
  say("features", std::string(words::kHowSoundsFeatures));
  say("map", std::string(words::kHowSoundsMap));
  if (const auto& measures = state.map.measures()) {
    say("measures", Fill(words::kHowSoundsMeasures,
                         {{"trustworthiness", Decimals(measures->trustworthiness, 3)},
                          {"count", Decimals(10 * measures->knn_recall_10, 1)}}));
  }
  say("siblings", std::string(words::kHowSoundsSiblings));
  dialog.children.push_back(std::move(body));
  return dialog;
}

}  // namespace meander
