// The list twin's frame: what it shows, how it is narrowed down, sorted and taken along.
#include <algorithm>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

std::string CurrentTitle(const IdeasState& state) {
  return HasCloseness(state) ? state.map.TitleOf(state.pane.item) : std::string();
}

std::string OrderSentence(const IdeasState& state) {
  const bool back = state.list.is_reversed;
  std::string_view sentence = words::kListByTitle;
  switch (SortedBy(state)) {
    case ListColumn::kTitle:
      sentence = back ? words::kListByTitleBack : words::kListByTitle;
      break;
    case ListColumn::kClose:
      sentence = back ? words::kListByCloseBack : words::kListByClose;
      break;
    case ListColumn::kLinks:
      sentence = back ? words::kListByLinksBack : words::kListByLinks;
      break;
    case ListColumn::kKept:
      sentence = back ? words::kListByKeptBack : words::kListByKept;
      break;
    case ListColumn::kTopic:
      sentence = back ? words::kListByTopicBack : words::kListByTopic;
      break;
  }
  return Fill(sentence, {{"title", CurrentTitle(state)}});
}

PageNode HeadPart(const IdeasState& state, const View& view) {
  PageNode head = Group("head", "list-top");
  PageNode what = Group("what", {});
  const size_t count = state.list.in_view;
  const bool is_whole = !state.list.arranged || !state.list.arranged->within;
  // On a phone the rows have the page to themselves, and its first heading.
  const int level = IsPhone(view) && state.list.tab == ListTab::kRows ? 1 : 2;
  what.children.push_back(Heading(level, "title", "end-line",
                                  Fill(is_whole     ? words::kListAll
                                       : count == 1 ? words::kListTitleOne
                                                    : words::kListTitle,
                                       {{"count", WithCommas(count)}})));
  what.children.push_back(Paragraph("order", "order", OrderSentence(state)));
  head.children.push_back(std::move(what));
  PageNode actions = Group("actions", "actions");
  if (view.can_draw) {
    PageNode choice = Node(PageKind::kChoice, "view", "segmented");
    choice.label = words::kListView;
    choice.children.push_back(Button("map", "segment", words::kListMap, "list"));
    PageNode list = Button("list", "segment", words::kListList, "list-tab", "rows");
    list.pressed = true;
    choice.children.push_back(std::move(list));
    actions.children.push_back(std::move(choice));
  }
  if (!state.list.rows.empty()) {
    actions.children.push_back(Button("copy", "button", words::kShareCopy, "list-copy"));
    // A frame that may keep nothing may save nothing either: there it is text to copy.
    const bool may_save = view.can_store;
    actions.children.push_back(Button("save", "button",
                                      may_save ? words::kListSave : words::kListCopyTable,
                                      may_save ? "list-save" : "list-copy-csv"));
  }
  head.children.push_back(std::move(actions));
  return head;
}

PageNode ChipPart(const std::string& key, std::string_view text, std::string_view label,
                  std::string_view action, const std::string& argument) {
  PageNode chip = Button(key, "chip", {}, action, argument);
  chip.label = label;
  chip.children.push_back(Node(PageKind::kText, "text", {}, text));
  chip.children.push_back(Icon("close"));
  return chip;
}

PageNode TopicMenuPart(const IdeasState& state) {
  PageNode menu = Node(PageKind::kChoice, "topics", "topic-menu");
  menu.label = words::kListAddTopic;
  for (int topic = 0; topic < kTopicCount; ++topic) {
    if (state.topic_filter != 0 && IsTopicWanted(state.topic_filter, topic)) continue;
    PageNode choice =
        Button(std::to_string(topic), "topic-choice", {}, "list-topic", std::to_string(topic));
    choice.children.push_back(TopicDotPart(topic));
    choice.children.push_back(
        Node(PageKind::kText, "name", {}, kTopicNames[static_cast<size_t>(topic)]));
    menu.children.push_back(std::move(choice));
  }
  return menu;
}

PageNode ToolsPart(const IdeasState& state) {
  const IdeaList& list = state.list;
  PageNode tools = Group("tools", "list-tools");
  PageNode find = Group("find", "list-find", "search");
  find.children.push_back(Icon("search"));
  // Asked for again, it takes the focus again.
  PageNode field =
      Node(PageKind::kField, "field" + std::to_string(list.find_asked % 2), {}, list.find);
  field.label = field.detail = words::kListFind;
  field.on_input = "list-find";
  field.focus = list.focus == ListFocus::kFind;
  find.children.push_back(std::move(field));
  tools.children.push_back(std::move(find));
  tools.children.push_back(Button("sort", "button phone-only", words::kListSort, "list-order"));
  for (int topic = 0; topic < kTopicCount; ++topic) {
    if (state.topic_filter == 0 || !IsTopicWanted(state.topic_filter, topic)) continue;
    const std::string name(kTopicNames[static_cast<size_t>(topic)]);
    PageNode chip = ChipPart("topic" + std::to_string(topic), name,
                             Fill(words::kListDropTopic, {{"topic", name}}), "list-topic",
                             std::to_string(topic));
    chip.children.insert(chip.children.begin(), TopicDotPart(topic));
    tools.children.push_back(std::move(chip));
  }
  PageNode add = Button("add", "chip add", words::kListAddTopic, "list-topics");
  add.pressed = list.shows_topics;
  tools.children.push_back(std::move(add));
  if (list.shows_topics) tools.children.push_back(TopicMenuPart(state));
  if (list.frozen) {
    tools.children.push_back(
        ChipPart("frozen", words::kListFrozen, words::kListLetGo, "list-let-go", {}));
  }
  if (list.rows.size() < list.in_view) {
    tools.children.push_back(Node(PageKind::kText, "count", "small",
                                  Fill(words::kListOf, {{"count", WithCommas(list.rows.size())},
                                                        {"all", WithCommas(list.in_view)}})));
  }
  return tools;
}

// A sentence and the button that mends it.
PageNode EmptyPart(std::string_view sentence, std::string_view button, std::string_view action) {
  PageNode part = Group("none", "list-none");
  part.children.push_back(Paragraph("sentence", "note", sentence));
  part.children.push_back(Button("mend", "button", button, action));
  return part;
}

}  // namespace

PageNode ListPart(const IdeasState& state, const View& view) {
  PageNode part = Group("list-view", "list-view");
  part.on_key = "list-key";
  if (view.can_draw) part.on_escape = "list-leave";
  if (!view.can_draw) part.children.push_back(Paragraph("why", "note", words::kErrorNoWebgl));
  part.children.push_back(HeadPart(state, view));
  part.children.push_back(ToolsPart(state));
  const bool waits = HasCloseness(state) && state.asks_first && !state.list.may_fetch &&
                     !state.list.knows_all && view.can_draw;
  if (waits) {
    const SectionRef* vectors = state.head.Find("vectors");
    uint64_t bytes = 0;
    if (vectors != nullptr) {
      for (const ChunkRef& chunk : vectors->chunks) bytes += chunk.byte_count;
    }
    PageNode fetch = Group("fetch", "list-fetch");
    fetch.children.push_back(
        Paragraph("sentence", "small", Fill(words::kListFetch, {{"size", Megabytes(bytes)}})));
    fetch.children.push_back(Button("button", "button", words::kSearchFetchButton, "list-fetch"));
    part.children.push_back(std::move(fetch));
  }
  if (state.list.in_view == 0) {
    part.children.push_back(EmptyPart(words::kListEmpty, words::kListShowWhole, "list-whole"));
  } else if (state.list.rows.empty()) {
    part.children.push_back(EmptyPart(words::kListNone, words::kListClear, "list-clear"));
  } else {
    part.children.push_back(ListRowsPart(state, view));
  }
  return part;
}

PageNode ListTabsPart(const IdeasState& state) {
  PageNode tabs = Node(PageKind::kChoice, "list-tabs", "list-tabs segmented");
  tabs.label = words::kListShows;
  const auto add = [&](std::string_view name, std::string_view text, ListTab tab) {
    PageNode button = Button(name, "segment", text, "list-tab", name);
    button.pressed = state.list.tab == tab;
    tabs.children.push_back(std::move(button));
  };
  add("journey", words::kListJourney, ListTab::kJourney);
  add("rows", words::kListInView, ListTab::kRows);
  if (state.list.tab == ListTab::kArticle) {
    add("article", words::kListArticle, ListTab::kArticle);
  }
  return tabs;
}

PageNode ListOrderPart(const IdeasState& state) {
  PageNode dialog = DialogPart("order", words::kListSort);
  PageNode body = Node(PageKind::kChoice, "body", "dialog-body order-choices");
  body.label = words::kListSort;
  const auto add = [&](std::string_view name, const std::string& text, ListColumn column) {
    PageNode button = Button(name, "order-choice", text, "list-sort", name);
    button.pressed = SortedBy(state) == column;
    button.focus = button.pressed;
    body.children.push_back(std::move(button));
  };
  add("title", std::string(words::kListColumnTitle), ListColumn::kTitle);
  if (HasCloseness(state)) {
    add("close", Fill(words::kListColumnClose, {{"title", CurrentTitle(state)}}),
        ListColumn::kClose);
  }
  if (state.map.has_links()) {
    add("links", std::string(words::kListColumnLinks), ListColumn::kLinks);
  }
  add("kept", std::string(words::kListColumnKept), ListColumn::kKept);
  add("topic", std::string(words::kListColumnTopic), ListColumn::kTopic);
  dialog.children.push_back(std::move(body));
  return dialog;
}

}  // namespace meander
