// The panel that says what is stored on this device, and clears it.
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

// The choice of light or dark is one letter.
constexpr size_t kThemeLetters = 1;

std::string Letters(size_t count) {
  return Fill(count == 1 ? words::kStoredOneLetter : words::kStoredLetters,
              {{"count", WithCommas(count)}});
}

PageNode RowPart(std::string_view key, const std::string& what, size_t letters) {
  PageNode row = Node(PageKind::kItem, key, "stored-row");
  row.children.push_back(Node(PageKind::kText, "what", {}, what));
  row.children.push_back(Node(PageKind::kText, "size", "number", Letters(letters)));
  return row;
}

}  // namespace

PageNode StoredPart(const IdeasState& state, const View& view) {
  PageNode dialog = DialogPart("stored", words::kStoredTitle);
  PageNode body = Group("body", "dialog-body");
  const size_t journeys = view.can_store ? state.kept.journeys.size() : 0;
  const bool has_theme = view.can_store && view.theme_is_chosen;
  if (!view.can_store) {
    body.children.push_back(Paragraph("blocked", "read", words::kStoredBlocked));
  } else if (journeys == 0 && !has_theme) {
    body.children.push_back(Paragraph("nothing", "read", words::kStoredNothing));
  }
  PageNode list = Node(PageKind::kList, "list", "stored-list");
  if (journeys > 0) {
    list.children.push_back(
        RowPart("journeys",
                Fill(journeys == 1 ? words::kStoredOneJourney : words::kStoredJourneys,
                     {{"count", std::to_string(journeys)}}),
                KeptBytes(state)));
  }
  if (has_theme) {
    list.children.push_back(RowPart("theme", std::string(words::kStoredTheme), kThemeLetters));
  }
  const bool has_any = !list.children.empty();
  if (has_any) {
    body.children.push_back(std::move(list));
    PageNode actions = Group("actions", "actions");
    PageNode clear = Button("clear", "button", words::kStoredClear, "stored-clear");
    clear.focus = true;
    actions.children.push_back(std::move(clear));
    if (journeys > 0) {
      actions.children.push_back(Button("all", "button plain", words::kJourneyAll, "journeys"));
    }
    body.children.push_back(std::move(actions));
  } else if (state.cleared) {
    PageNode actions = Group("actions", "actions");
    PageNode undo = Button("undo", "button", words::kJourneyUndo, "stored-undo");
    undo.focus = true;
    actions.children.push_back(std::move(undo));
    body.children.push_back(std::move(actions));
  }
  body.children.push_back(Paragraph("where", "small", words::kStoredWhere));
  dialog.children.push_back(std::move(body));
  return dialog;
}

}  // namespace meander
