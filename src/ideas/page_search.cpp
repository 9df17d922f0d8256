// Search: one field, by title or by meaning, with what it found and what it is waiting for.
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"
#include "ideas/state_search.h"

namespace meander {
namespace {

PageNode ModePart(const IdeasState& state) {
  PageNode choice = Node(PageKind::kChoice, "mode", "segmented");
  choice.label = words::kSearchHow;
  const auto option = [&](std::string_view key, std::string_view text, SearchMode mode) {
    PageNode button = Button(key, "segment", text, "search-mode", key);
    button.pressed = state.search.mode == mode;
    choice.children.push_back(std::move(button));
  };
  option("title", words::kSearchTitle, SearchMode::kTitle);
  option("meaning", words::kSearchMeaning, SearchMode::kMeaning);
  return choice;
}

std::string ClosenessOf(const IdeasState& state, uint32_t item) {
  if (!state.search.meaning) return {};
  for (const Neighbor& neighbor : state.search.meaning->neighbors) {
    if (neighbor.item == item) return TwoDecimals(neighbor.cosine);
  }
  return {};
}

void AddNotes(const IdeasState& state, PageNode& into) {
  const Search& search = state.search;
  const bool by_meaning = search.mode == SearchMode::kMeaning;
  const auto note = [&](std::string_view key, std::string text) {
    into.children.push_back(Paragraph(key, "note", text));
  };
  if (!by_meaning) {
    if (search.titles.empty()) note("none", std::string(words::kSearchNone));
    return;
  }
  if (search.asks_to_fetch) {
    note("ask", Fill(words::kSearchFetch, {{"size", Megabytes(kModelBytes)}}));
    into.children.push_back(Button("fetch", "button", words::kSearchFetchButton, "search-fetch"));
  }
  if (search.request != 0) {
    if (!search.titles.empty()) note("meanwhile", std::string(words::kSearchMeanwhile));
    note("progress",
         search.progress.waiting_for.empty()
             ? Fill(words::kSearchFetching, {{"done", Megabytes(search.progress.bytes_done)},
                                             {"size", Megabytes(search.progress.bytes_total)}})
             : Fill(words::kSearchWaiting, {{"word", search.progress.waiting_for}}));
  }
  if (!search.error.empty()) note("error", search.error);
  if (search.meaning && !search.meaning->looks_english)
    note("english", std::string(words::kSearchEnglish));
  // Told once all of it is known.
  const std::vector<uint32_t> ideas = TrailIdeas(state);
  if (search.trail.request == 0 && !ideas.empty()) {
    std::string titles;
    for (const uint32_t item : ideas)
      titles += (titles.empty() ? "" : ", ") + state.map.TitleOf(item);
    note("trail", Fill(words::kSearchTrail, {{"titles", titles}}));
  }
  if (search.meaning && search.meaning->truncated) note("long", std::string(words::kSearchLong));
}

}  // namespace

PageNode SearchPart(const IdeasState& state, const View&) {
  PageNode part = Group("search", state.search.is_open ? "search open" : "search", "search");
  part.on_escape = "search-close";
  PageNode bar = Group("bar", "search-bar");
  bar.children.push_back(Icon("search"));
  PageNode field = Node(PageKind::kField, "field", {}, state.search.text);
  field.label = words::kSearchPlaceholder;
  field.detail = words::kSearchPlaceholder;
  field.on_input = "search";
  field.on_submit = "search-go";
  field.focus = state.search.is_open;
  bar.children.push_back(std::move(field));
  bar.children.push_back(ModePart(state));
  bar.children.push_back(
      IconButton("close", "icon-button phone-only", "close", words::kSearchClose, "search-close"));
  part.children.push_back(std::move(bar));
  if (!state.search.is_open || state.search.text.empty()) return part;
  PageNode answers = Group("answers", "answers");
  PageNode list = Node(PageKind::kList, "results", "results");
  for (const uint32_t item : SearchAnswers(state)) {
    PageNode row = Node(PageKind::kItem, std::to_string(item), "result");
    row.children.push_back(TopicDotPart(state.map.TopicOf(item)));
    row.children.push_back(TitleLink(state, item));
    const std::string closeness = ClosenessOf(state, item);
    if (!closeness.empty())
      row.children.push_back(Node(PageKind::kText, "number", "number", closeness));
    list.children.push_back(std::move(row));
  }
  if (!list.children.empty()) answers.children.push_back(std::move(list));
  AddNotes(state, answers);
  part.children.push_back(std::move(answers));
  return part;
}

}  // namespace meander
