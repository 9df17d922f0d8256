// The dialog of kept journeys: what lies on this device, how to bring one from elsewhere, and how
// to forget it all.
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

PageNode RowPart(const IdeasState& state, const KeptJourney& kept, const Journey& journey) {
  const std::string title = TitleOf(state, journey), id = std::to_string(kept.id);
  PageNode row = Node(PageKind::kItem, id, "kept-row");
  row.current = kept.id == state.kept.current_id;
  PageNode name = Node(PageKind::kLink, "title", "kept-title", title);
  name.on_press = "kept-open";
  name.argument = id;
  row.children.push_back(std::move(name));
  row.children.push_back(Node(
      PageKind::kText, "stops", "small",
      row.current ? std::string(words::kKeptHere)
                  : Fill(words::kKeptStops, {{"count", std::to_string(journey.stops.size())}})));
  if (!row.current && !state.journey.is_empty() && !state.is_example) {
    row.children.push_back(Button("over", "button", words::kKeptOver, "kept-over", id));
  }
  PageNode forget = IconButton("forget", "icon-button", "close",
                               Fill(words::kKeptForget, {{"title", title}}), "kept-forget");
  forget.argument = id;
  row.children.push_back(std::move(forget));
  return row;
}

}  // namespace

std::string TitleOf(const IdeasState& state, const Journey& journey) {
  if (!journey.name.empty()) return journey.name;
  const std::vector<int> line = MainLine(journey);
  if (line.empty()) return {};
  const auto title = [&](int stop) {
    return state.map.TitleOf(journey.stops[static_cast<size_t>(stop)].item);
  };
  return Fill(words::kJourneyTitle, {{"from", title(line.front())}, {"to", title(line.back())}});
}

PageNode KeptPart(const IdeasState& state, const View& view) {
  PageNode dialog = DialogPart("kept", words::kKeptTitle);
  PageNode body = Group("body", "dialog-body");
  PageNode list = Node(PageKind::kList, "list", "kept-list");
  for (const KeptJourney& kept : state.kept.journeys) {
    const std::optional<Journey> journey = JourneyOf(state, kept);
    if (journey) list.children.push_back(RowPart(state, kept, *journey));
  }
  if (list.children.empty()) {
    body.children.push_back(
        Paragraph("none", "note", view.can_store ? words::kKeptNone : words::kStorageBlocked));
  } else {
    body.children.push_back(std::move(list));
  }
  body.children.push_back(Heading(3, "elsewhere", "heading", words::kKeptFromElsewhere));
  PageNode field = Node(PageKind::kTextArea, "paste", "paste", state.kept.pasted);
  field.label = field.detail = words::kKeptPaste;
  field.on_input = "kept-paste";
  body.children.push_back(std::move(field));
  if (!state.kept.pasted_error.empty()) {
    body.children.push_back(Paragraph("error", "note", state.kept.pasted_error));
  }
  PageNode use = Group("use", "actions");
  const bool has_own = !state.journey.is_empty() && !state.is_example;
  PageNode open = Button("open", "button", words::kKeptUse, "kept-use", "open");
  PageNode over = Button("over", "button", words::kKeptOver, "kept-use", "over");
  open.disabled = over.disabled = state.kept.pasted.empty();
  use.children.push_back(std::move(open));
  if (has_own) use.children.push_back(std::move(over));
  PageNode file = Node(PageKind::kFile, "file", "button", words::kKeptFile);
  file.on_input = "kept-file";
  file.detail = "application/json,.json";
  use.children.push_back(std::move(file));
  if (has_own) {
    use.children.push_back(Button("save", "button", words::kKeptSave, "kept-save"));
    use.children.push_back(Button("tour", "button", words::kTourSave, "tour-save"));
  }
  body.children.push_back(std::move(use));
  if (view.can_store) {
    body.children.push_back(
        Paragraph("what", "small",
                  Fill(state.kept.journeys.size() == 1 ? words::kKeptWhatOne : words::kKeptWhat,
                       {{"count", std::to_string(state.kept.journeys.size())},
                        {"bytes", WithCommas(KeptBytes(state))}})));
  }
  PageNode all = Group("all", "actions");
  if (view.can_store && !state.kept.journeys.empty()) {
    all.children.push_back(
        Button("forget", "button plain", words::kKeptForgetAll, "kept-forget-all"));
  }
  all.children.push_back(Button("stored", "button plain", words::kStoredTitle, "stored"));
  body.children.push_back(std::move(all));
  dialog.children.push_back(std::move(body));
  return dialog;
}

}  // namespace meander
