// Help, and how what is shown was worked out.
#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/methods.h"
#include "inside/page_parts.h"
#include "inside/wishes.h"

namespace meander {

PageNode InsideHelpPart(const InsideState&) {
  PageNode dialog = DialogPart("help", words::kHelpTitle);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(Paragraph("what", "read", words::kInsideHelpWhat));
  body.children.push_back(Paragraph("read", "read", words::kInsideHelpRead));
  body.children.push_back(Paragraph("trust", "read", words::kInsideHelpTrust));
  body.children.push_back(Heading(3, "keys-title", "heading", words::kInsideHelpKeys));
  body.children.push_back(
      KeysPart({words::kInsideKeyWords, words::kInsideKeyLayers, words::kInsideKeyPlay,
                words::kInsideKeyPin, words::kInsideKeyHide, words::kInsideKeyGhost,
                words::kInsideKeyGroups, words::kInsideKeyViews, words::kHelpKeyLeave}));
  body.children.push_back(CreditsPart());
  dialog.children.push_back(std::move(body));
  return dialog;
}

namespace {

// "Verify against ONNX Runtime", in whatever state that is.
void AddCheck(const InsideState& state, PageNode& body) {
  using Stage = InsideCheck::Stage;
  const InsideCheck& check = state.check;
  if (check.stage == Stage::kUnknown) return;
  body.children.push_back(Heading(3, "check-title", "heading", words::kCheckTitle));
  if (check.stage == Stage::kAbsent) {
    body.children.push_back(Paragraph("check-absent", "read", words::kCheckAbsent));
    return;
  }
  body.children.push_back(
      Paragraph("check-what", "read", Fill(words::kCheckWhat, {{"size", check.size_mb}})));
  if (check.is_under_way()) {
    const bool is_fetching = check.stage == Stage::kRunning && !check.done_mb.empty();
    body.children.push_back(Paragraph(
        "check-now", "read",
        is_fetching
            ? Fill(words::kCheckFetching, {{"done", check.done_mb}, {"size", check.size_mb}})
            : std::string(words::kCheckComparing)));
    body.children.push_back(
        Button("check-stop", "button compact", words::kCheckStop, "check-stop"));
    return;
  }
  if (!check.problem.empty()) {
    body.children.push_back(Paragraph("check-problem", "read", check.problem));
  }
  if (check.stage == Stage::kDone && check.text == state.a) {
    body.children.push_back(Paragraph("check-says", "read strong", CheckSentence(state)));
  }
  body.children.push_back(Button("check", "button compact", words::kCheckGo, "check"));
}

}  // namespace

PageNode InsideTrustPart(const InsideState& state) {
  PageNode dialog = DialogPart("trust", words::kTrustHow);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(Paragraph("model", "read", words::kInsideHowModel));
  const auto entry = [&](std::string_view name, std::string_view how) {
    body.children.push_back(Heading(3, "t-" + std::string(name), "heading", name));
    body.children.push_back(Paragraph("p-" + std::string(name), "read", how));
  };
  switch (state.look.view) {
    case InsideView::kBridge:
      entry(PairWayName(state.look.pair_way, state.look.layer),
            PairWayHow(state.look.pair_way, state.look.layer));
      break;
    case InsideView::kWords:
      for (const InsideWordMethod method : state.look.methods) {
        entry(MethodName(method), MethodHow(method));
      }
      entry(words::kInsideRace, words::kInsideHowRace);
      break;
    case InsideView::kGrid:
      entry(words::kTabGrid, words::kInsideHowGrid);
      entry(words::kTabGroups, words::kInsideHowGroups);
      break;
    case InsideView::kGroups:
      entry(words::kTabGroups, words::kInsideHowGroups);
      entry(words::kMethodGradient, words::kInsideHowEffect);
      break;
    case InsideView::kDictionary:
    case InsideView::kInfluence:
      entry(words::kTabDictionary, words::kInsideHowDictionary);
      entry(words::kTabInfluence, words::kInsideHowInfluence);
      break;
    case InsideView::kWhy:
    case InsideView::kWhatIf:
      break;
  }
  if (ShowsThird(state)) {
    entry(MethodName(state.look.why_method), MethodHow(state.look.why_method));
    entry(words::kTabWhatIf, words::kInsideHowWhatIf);
  }
  entry(words::kSideGhost, words::kInsideHowGhost);
  AddCheck(state, body);
  dialog.children.push_back(std::move(body));
  return dialog;
}

}  // namespace meander
