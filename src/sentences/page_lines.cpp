// Both ends, the lines between them, and what glides from one to the next.
#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "sentences/page_parts.h"
#include "sentences/strip.h"
#include "sentences/words_of.h"

namespace meander {
namespace {

std::string TwoPlaces(float value) {
  // ".55" in running text.
  std::string text = TwoDecimals(value);
  if (text.starts_with("0.")) text.erase(0, 1);
  if (text.starts_with("-0.")) text.erase(1, 1);
  return text;
}

const GradientStop& StopAt(const SentencesState& state, int stop) {
  return state.shown->reply.stops[static_cast<size_t>(stop - 1)];
}

// "3 of 7. Nobody in the kitchen… From …, 1911. Like the first .55, like the last .37. Held: no."
std::string MirrorOf(const SentencesState& state, int stop) {
  const GradientStop& at = StopAt(state, stop);
  std::string text =
      Fill(words::kMirrorLine,
           {{"place", std::to_string(stop)},
            {"count", std::to_string(state.stop_count())},
            {"line", at.line.text},
            {"source", SourceOf(state, at.line)},
            {"first", TwoPlaces(at.to_a)},
            {"last", TwoPlaces(at.to_b)},
            {"held",
             std::string(PinAt(state, stop) != nullptr ? words::kMirrorYes : words::kMirrorNo)}});
  if (!state.shown->is_sketch && state.shown->reply.weakest == stop - 1) {
    text += " " + std::string(words::kMirrorWeakest);
  }
  return text;
}

PageNode SmallButton(std::string_view key, std::string_view text, std::string_view on_press,
                     int stop) {
  return Button(key, "text-button", text, on_press, std::to_string(stop));
}

PageNode EndPart(const SentencesState& state, bool last, const View& view) {
  const std::string& text = last ? state.ask.b : state.ask.a;
  PageNode end = Group(last ? "last" : "first", last ? "end last" : "end first");
  PageNode head = Group("head", "end-head");
  head.children.push_back(
      Node(PageKind::kText, "label", "small", last ? words::kSentencesTo : words::kSentencesFrom));
  if (!last && !IsFigure(view)) {
    head.children.push_back(Button("swap", "text-button", words::kSentencesSwap, "swap"));
    head.children.push_back(Button("random", "text-button", words::kSentencesRandom, "random"));
  }
  if (!last) {
    PageNode legend = Group("legend", "likeness");
    legend.children.push_back(Node(PageKind::kText, "like-first", "like-first", words::kLikeFirst));
    legend.children.push_back(Node(PageKind::kText, "like-last", "like-last", words::kLikeLast));
    head.children.push_back(std::move(legend));
  }
  end.children.push_back(std::move(head));
  PageNode words = Group("words", "end-words placed");
  words.argument = std::to_string(last ? state.stop_count() + 1 : 0);
  if (IsFigure(view)) {
    words.children.push_back(Paragraph("still", "end-line", text));
  } else {
    // What is behind the field gives it its size.
    PageNode behind = Paragraph("behind", "end-line behind", text.empty() ? " " : text);
    PageNode field = Node(PageKind::kTextArea, last ? "b" : "a", "end-line", text);
    field.label = last ? words::kSentencesToLabel : words::kSentencesFromLabel;
    field.detail = last ? words::kSentencesToHint : words::kSentencesFromHint;
    field.on_input = last ? "type-b" : "type-a";
    field.on_submit = "settle";
    words.children = {std::move(behind), std::move(field)};
  }
  end.children.push_back(std::move(words));
  return end;
}

PageNode CloudPart(const SentencesState& state, int stop) {
  PageNode cloud = Group("cloud", "cloud held-open", "group");
  cloud.label = words::kCloudLabel;
  if (state.cloud.request != 0) {
    cloud.children.push_back(Paragraph("wait", "small", words::kCloudWait));
  }
  for (size_t i = 0; i < state.cloud.lines.size(); ++i) {
    const CloudLine& line = state.cloud.lines[i];
    if (line.line.text == LineAt(state, stop).text) continue;
    PageNode button = Button("cloud-" + std::to_string(i), "cloud-line", line.line.text,
                             "choose-cloud", std::to_string(stop) + " " + std::to_string(i));
    button.label = line.line.text + " " + SourceOf(state, line.line);
    cloud.children.push_back(std::move(button));
  }
  return cloud;
}

void AddPhones(const SentencesState& state, int stop, PageNode& row) {
  const auto& sounds = state.shown->sounds;
  if (static_cast<size_t>(stop) >= sounds.size()) return;
  std::string phones;
  for (const WordSound& word : sounds[static_cast<size_t>(stop)]) {
    phones += (phones.empty() ? "" : " · ") + word.phones;
  }
  if (!phones.empty()) row.children.push_back(Paragraph("phones", "phones", phones));
}

PageNode RewordPart(const SentencesState& state, int stop) {
  PageNode words = Group("reword", "end-words reword placed");
  words.argument = std::to_string(stop);
  words.children.push_back(
      Paragraph("behind", "line-text behind", state.reworded.empty() ? " " : state.reworded));
  PageNode field = Node(PageKind::kTextArea, "field", "line-text", state.reworded);
  field.label = Fill(words::kSentencesRewordLabel, {{"place", std::to_string(stop)}});
  field.on_input = "reword";
  field.on_submit = "reword-end";
  field.on_escape = "reword-leave";
  field.focus = true;
  words.children.push_back(std::move(field));
  return words;
}

PageNode UnderPart(const SentencesState& state, int stop, bool is_current) {
  const GradientStop& at = StopAt(state, stop);
  PageNode under = Group("under", "under");
  PageNode source = Node(PageKind::kText, "source", "source", SourceOf(state, at.line));
  under.children.push_back(std::move(source));
  const bool is_held = PinAt(state, stop) != nullptr;
  const bool is_published = at.line.shelf < state.shelves.shelves.size();
  if (is_held) {
    PageNode tag = Button("held", "tag", words::kSentencesHeldTag, "hold", std::to_string(stop));
    tag.label = words::kSentencesLetGoLabel;
    under.children.push_back(std::move(tag));
  }
  if (!is_current) return under;
  if (is_published && state.shelves.shelves[at.line.shelf].has_passages) {
    under.children.push_back(SmallButton("read-on", words::kSentencesReadOn, "read-on", stop));
  }
  if (!is_held) under.children.push_back(SmallButton("hold", words::kSentencesHold, "hold", stop));
  under.children.push_back(SmallButton("reword", words::kSentencesReword, "reword-open", stop));
  return under;
}

PageNode LinePart(const SentencesState& state, int stop, const View& view, int rows) {
  const bool is_current = state.reading.at == static_cast<float>(stop);
  const GradientStop& at = StopAt(state, stop);
  std::string style = "line";
  if (is_current) style += " current";
  if (!IsRowShown(state, stop, rows)) style += " far";
  if (state.cloud.stop == stop) style += " blurred";
  if (state.hovered == stop) style += " pointed";
  PageNode line = Node(PageKind::kItem, "line-" + std::to_string(stop), style);
  line.current = is_current;
  line.on_point = "point";
  line.argument = std::to_string(stop);
  if (state.rewording == stop) {
    line.children.push_back(RewordPart(state, stop));
  } else {
    PageNode text = Paragraph("text", "line-text placed", {});
    text.on_press = "go";
    text.argument = std::to_string(stop);
    AddWords(state, stop, text);
    line.children.push_back(std::move(text));
  }
  PageNode pair = Node(PageKind::kPair, "pair", state.shown->is_sketch ? "unsure" : "");
  pair.value = std::max(at.to_a, 0.f);
  pair.detail = TwoDecimals(std::max(at.to_b, 0.f));
  line.children.push_back(std::move(pair));
  line.children.push_back(UnderPart(state, stop, is_current && !IsFigure(view)));
  if (is_current && LeadingSpace(state.shown->asked.mix) == Space::kSound) {
    AddPhones(state, stop, line);
  }
  if (state.cloud.stop == stop) line.children.push_back(CloudPart(state, stop));
  PageNode twin = Node(PageKind::kCanvasTwin, "twin", "reader-only", MirrorOf(state, stop));
  twin.on_press = "go";
  twin.argument = std::to_string(stop);
  line.children.push_back(std::move(twin));
  return line;
}

void AddSlide(const SentencesState& state, PageNode& into) {
  const float at = state.reading.at;
  const auto from = static_cast<int>(std::floor(at));
  // The ends are fields: nothing glides out of or into one.
  if (at == std::floor(at) || from < 1 || from + 1 > state.stop_count()) return;
  PageNode slide = Node(PageKind::kSlide, "slide", {});
  slide.text = "line-" + std::to_string(from) + " line-" + std::to_string(from + 1);
  const auto first = LineWordsOf(LineAt(state, from).text);
  const auto second = LineWordsOf(LineAt(state, from + 1).text);
  const auto matches = MatchWords(first, second);
  if (MayGlide(first, second, matches)) {
    for (const auto& [i, j] : matches) {
      slide.detail +=
          (slide.detail.empty() ? "" : " ") + std::to_string(i) + ":" + std::to_string(j);
    }
  }
  slide.value = at - std::floor(at);
  into.children.push_back(std::move(slide));
}

// Why there is nothing, or not yet: one sentence, and what can be done.
void AddState(const SentencesState& state, PageNode& into) {
  if (state.asks_to_fetch) {
    PageNode note = Group("fetch", "way-note");
    note.children.push_back(Paragraph("text", "note", words::kSentencesFetch));
    note.children.push_back(Button("yes", "button", words::kSearchFetchButton, "fetch"));
    into.children.push_back(std::move(note));
  } else if (!state.problem.empty()) {
    PageNode note = Group("problem", "way-note");
    note.children.push_back(Paragraph("text", "note", state.problem));
    const bool can_try = !state.ask.a.empty() && state.problem != words::kSentencesSame &&
                         state.problem != words::kSentencesEmpty;
    if (can_try) note.children.push_back(Button("again", "button", words::kErrorTryAgain, "again"));
    into.children.push_back(std::move(note));
  } else if (state.request != 0 && state.progress.bytes_total > 0) {
    PageNode note = Group("fetching", "way-note");
    note.children.push_back(Paragraph(
        "text", "note",
        state.progress.waiting_for.empty()
            ? Fill(words::kSearchFetching, {{"done", Megabytes(state.progress.bytes_done)},
                                            {"size", Megabytes(state.progress.bytes_total)}})
            : Fill(words::kSearchWaiting, {{"word", state.progress.waiting_for}})));
    PageNode bar = Node(PageKind::kBar, "bar", {});
    bar.value = static_cast<float>(state.progress.bytes_done) /
                static_cast<float>(state.progress.bytes_total);
    note.children.push_back(std::move(bar));
    into.children.push_back(std::move(note));
  }
}

}  // namespace

PageNode WayPart(const SentencesState& state, const View& view) {
  const bool is_stale =
      state.request != 0 || state.due_s >= 0 || !state.problem.empty() || state.asks_to_fetch;
  PageNode way = Group("lines", is_stale ? "verse stale" : "verse");
  PageNode title = Heading(1, "title", "reader-only", words::kSentencesHeading);
  title.show = PageShow::kReaderOnly;
  way.children.push_back(std::move(title));
  way.children.push_back(EndPart(state, false, view));
  AddState(state, way);
  PageNode lines = Node(PageKind::kList, "list", "line-list");
  lines.level = 1;
  lines.label = words::kSentencesListLabel;
  if (state.shown) {
    const int rows = RowsShown(state, view);
    for (int stop = 1; stop <= state.stop_count(); ++stop) {
      lines.children.push_back(LinePart(state, stop, view, rows));
    }
  }
  way.children.push_back(std::move(lines));
  way.children.push_back(EndPart(state, true, view));
  if (state.shown) AddRhymes(state, way);
  if (state.shown) AddSlide(state, way);
  return way;
}

}  // namespace meander
