// Help, the passage around a line, a reader's own text, and the list.
#include <algorithm>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "sentences/page_parts.h"
#include "sentences/poem.h"

namespace meander {

PageNode SentencesHelpPart(const SentencesState& state) {
  PageNode dialog = DialogPart("help", words::kHelpTitle);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(
      Paragraph("what", "read",
                Fill(words::kSentencesHelpWhat, {{"count", WithCommas(state.head.item_count)}})));
  body.children.push_back(Paragraph("mix", "read", words::kSentencesHelpMix));
  body.children.push_back(Paragraph("trust", "read", words::kSentencesHelpTrust));
  body.children.push_back(Heading(3, "keys-title", "heading", words::kHelpKeys));
  body.children.push_back(
      KeysPart({words::kSentencesKeyStops, words::kSentencesKeyOthers, words::kSentencesKeyPlay,
                words::kSentencesKeyHold, words::kSentencesKeyPuck, words::kHelpKeyLeave}));
  body.children.push_back(CreditsPart());
  dialog.children.push_back(std::move(body));
  return dialog;
}

PageNode ReadOnPart(const SentencesState& state) {
  PageNode dialog = DialogPart("read-on", words::kSentencesReadOn);
  PageNode body = Group("body", "dialog-body passage");
  const ReadOn& read_on = state.read_on;
  if (!read_on.error.empty()) body.children.push_back(Paragraph("error", "note", read_on.error));
  if (read_on.request != 0) {
    body.children.push_back(Paragraph("wait", "note", words::kReadOnWait));
  }
  if (read_on.reply) {
    const LinePlaceReply& reply = *read_on.reply;
    std::string from = SourceOf(state, reply.line);
    if (!reply.place.empty()) from += ". " + reply.place;
    body.children.push_back(Paragraph("from", "small", from));
    const std::string& text = reply.passage;
    const bool is_marked = reply.begin < reply.end && reply.end <= text.size();
    const size_t first = is_marked ? reply.begin : 0, last = is_marked ? reply.end : 0;
    // Paragraphs; the line itself is marked in the one that holds it.
    int number = 0;
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      PageNode paragraph = Paragraph("p" + std::to_string(number++), "read", {});
      const auto put = [&](std::string_view key, std::string_view style, size_t from_byte,
                           size_t to_byte) {
        if (to_byte <= from_byte) return;
        paragraph.children.push_back(
            Node(PageKind::kText, key, style,
                 std::string_view(text).substr(from_byte, to_byte - from_byte)));
      };
      const size_t mark = std::clamp(first, at, end), stop = std::clamp(last, at, end);
      put("before", {}, at, mark);
      put("line", "marked", mark, stop);
      put("after", {}, stop, end);
      body.children.push_back(std::move(paragraph));
      at = end + 1;
    }
    if (text.empty()) body.children.push_back(Paragraph("none", "note", words::kReadOnNone));
  }
  dialog.children.push_back(std::move(body));
  return dialog;
}

PageNode OwnTextPart(const SentencesState& state) {
  const OwnText& own = state.own;
  PageNode dialog = DialogPart("own", words::kOwnTitle);
  PageNode body = Group("body", "dialog-body");
  body.children.push_back(Paragraph("what", "read", words::kOwnWhat));
  if (own.request == 0) {
    PageNode paste = Node(PageKind::kTextArea, "paste", "own-paste");
    paste.label = words::kOwnPaste;
    paste.detail = words::kOwnPaste;
    paste.on_input = "own-text";
    paste.focus = true;
    body.children.push_back(std::move(paste));
    PageNode actions = Group("actions", "actions");
    PageNode file = Node(PageKind::kFile, "file", "button", words::kOwnFile);
    file.on_input = "own-text";
    file.detail = ".txt,.md,text/plain,text/markdown";
    file.level = 6;
    actions.children.push_back(std::move(file));
    if (own.lines > 0) {
      actions.children.push_back(Button("forget", "button plain", words::kOwnForget, "own-forget"));
    }
    body.children.push_back(std::move(actions));
  } else {
    PageNode progress = Group("progress", "own-progress");
    const OwnTextProgressReply& done = own.progress;
    progress.children.push_back(
        Paragraph("text", "note",
                  done.lines_total == 0
                      ? std::string(words::kOwnStarting)
                      : Fill(words::kOwnProgress, {{"done", WithCommas(done.lines_done)},
                                                   {"total", WithCommas(done.lines_total)}})));
    PageNode bar = Node(PageKind::kBar, "bar", {});
    bar.value = done.lines_total == 0
                    ? 0
                    : static_cast<float>(done.lines_done) / static_cast<float>(done.lines_total);
    progress.children.push_back(std::move(bar));
    progress.children.push_back(Button("cancel", "button", words::kOwnCancel, "own-cancel"));
    body.children.push_back(std::move(progress));
  }
  if (!own.error.empty()) body.children.push_back(Paragraph("error", "note", own.error));
  if (own.lines > 0 && own.request == 0) {
    body.children.push_back(
        Paragraph("read", "note", Fill(words::kOwnRead, {{"count", WithCommas(own.lines)}})));
    PageNode stock = Node(PageKind::kChoice, "stock", "segmented");
    stock.label = words::kOwnStock;
    const auto option = [&](std::string_view key, std::string_view name, LineStock which) {
      PageNode button = Button(key, "segment", name, "own-stock", key);
      button.pressed = state.ask.stock == which;
      stock.children.push_back(std::move(button));
    };
    option("own", words::kOwnOnly, LineStock::kOwn);
    option("both", words::kOwnBoth, LineStock::kBoth);
    option("shelves", words::kOwnShelves, LineStock::kShelves);
    body.children.push_back(std::move(stock));
  }
  body.children.push_back(Paragraph("here", "small", words::kOwnHere));
  dialog.children.push_back(std::move(body));
  return dialog;
}

PageNode SentencesListPart(const SentencesState& state) {
  PageNode view = Group("lines", "verse as-list");
  view.children.push_back(Heading(1, "title", "end-line", TitleOfWay(state)));
  view.children.push_back(Paragraph("what", "note", words::kWayListNote));
  PageNode table = Node(PageKind::kTable, "table", "list-table");
  PageNode head = Node(PageKind::kRow, "head", {});
  for (const std::string_view name :
       {words::kWayListPlace, words::kWayListLine, words::kWayListSource, words::kWayListFirst,
        words::kWayListLast, words::kWayListHeld}) {
    head.children.push_back(Node(PageKind::kHeadCell, name, {}, name));
  }
  table.children.push_back(std::move(head));
  for (int stop = 0; stop <= state.stop_count() + 1; ++stop) {
    const bool is_end = stop == 0 || stop > state.stop_count();
    const LineChoice line = LineAt(state, stop);
    PageNode row = Node(PageKind::kRow, "row-" + std::to_string(stop), "list-row");
    row.current = stop == state.current();
    const auto cell = [&](std::string_view key, std::string text) {
      row.children.push_back(Node(PageKind::kCell, key, {}, text));
    };
    cell("place", is_end ? std::string(stop == 0 ? words::kSentencesFrom : words::kSentencesTo)
                         : std::to_string(stop));
    PageNode text = Node(PageKind::kCell, "line", {});
    PageNode go = Node(PageKind::kLink, "go", {}, line.text.empty() ? "…" : line.text);
    go.on_press = "go";
    go.argument = std::to_string(stop);
    text.children.push_back(std::move(go));
    row.children.push_back(std::move(text));
    cell("source", SourceOf(state, line));
    const GradientStop* at =
        is_end ? nullptr : &state.shown->reply.stops[static_cast<size_t>(stop - 1)];
    cell("first", at != nullptr ? TwoDecimals(at->to_a) : "");
    cell("last", at != nullptr ? TwoDecimals(at->to_b) : "");
    cell("held", PinAt(state, stop) != nullptr ? std::string(words::kMirrorYes) : "");
    table.children.push_back(std::move(row));
  }
  view.children.push_back(std::move(table));
  return view;
}

}  // namespace meander
