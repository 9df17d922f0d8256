// The bar under the lines and the column of controls: what one travels by, how far round, from
// where to where, and what else would do here.
#include <algorithm>
#include <cmath>
#include <utility>

#include "canvas/figure_bar.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "sentences/page_parts.h"

namespace meander {
namespace {

constexpr size_t kFewPresets = 5;  // what a column of controls has room for on a usual screen

std::string PercentsOf(const SpaceMix& mix) {
  return std::to_string(mix.meaning) + " " + std::to_string(mix.sound) + " " +
         std::to_string(mix.spelling);
}

std::string MixInWords(const SpaceMix& mix) {
  return Fill(words::kMixInWords, {{"meaning", std::to_string(mix.meaning)},
                                   {"sound", std::to_string(mix.sound)},
                                   {"spelling", std::to_string(mix.spelling)}});
}

PageNode CornerPart(std::string_view key, std::string_view name, int percent,
                    std::string_view letter) {
  PageNode corner = Button(key, "corner corner-" + std::string(letter), {}, "mix-key", letter);
  corner.children.push_back(Node(PageKind::kText, "name", "corner-name", name));
  corner.children.push_back(
      Node(PageKind::kText, "percent", "corner-percent", " " + std::to_string(percent)));
  return corner;
}

PageNode MixSliderPart(std::string_view key, std::string_view name, int percent) {
  PageNode slider = Node(PageKind::kSlider, key, {});
  slider.show = PageShow::kReaderOnly;
  slider.value = static_cast<float>(percent) / 100;
  slider.label = name;
  slider.detail = std::to_string(percent);
  slider.on_input = key;
  return slider;
}

PageNode MixPart(const SentencesState& state) {
  const SpaceMix& mix = state.ask.mix;
  PageNode block = Group("mix", "block mix");
  PageNode head = Group("head", "block-head");
  head.children.push_back(Heading(2, "title", "heading", words::kMixTitle));
  head.children.push_back(Node(PageKind::kText, "hint", "small", words::kMixHint));
  block.children.push_back(std::move(head));
  PageNode triangle = Group("triangle", "triangle");
  PageNode puck = Node(PageKind::kPuck, "puck", {});
  puck.label = words::kMixTitle;
  puck.text = MixInWords(mix);
  puck.detail = PercentsOf(mix);
  for (const SpaceMix& before : state.tail) puck.detail += ";" + PercentsOf(before);
  puck.on_input = "mix";
  puck.on_submit = "mix-key";
  triangle.children.push_back(std::move(puck));
  triangle.children.push_back(CornerPart("m", words::kMixMeaning, mix.meaning, "m"));
  triangle.children.push_back(CornerPart("s", words::kMixSound, mix.sound, "s"));
  triangle.children.push_back(CornerPart("l", words::kMixSpelling, mix.spelling, "l"));
  block.children.push_back(std::move(triangle));
  block.children.push_back(MixSliderPart("mix-meaning", words::kMixMeaning, mix.meaning));
  block.children.push_back(MixSliderPart("mix-sound", words::kMixSound, mix.sound));
  block.children.push_back(MixSliderPart("mix-spelling", words::kMixSpelling, mix.spelling));
  return block;
}

PageNode BookPart(const SentencesState& state) {
  PageNode pick = Group("book", "pick");
  const bool is_within = state.ask.within_shelf < state.shelves.shelves.size();
  PageNode sentence = Paragraph("sentence", "pick-sentence", words::kBookFrom);
  PageNode button = Button("open", "pick-word",
                           is_within ? state.shelves.shelves[state.ask.within_shelf].title
                                     : std::string(words::kBookAll),
                           "books");
  button.pressed = state.shows_books;
  sentence.children.push_back(std::move(button));
  pick.children.push_back(std::move(sentence));
  if (!state.shows_books) return pick;
  PageNode list = Group("list", "pick-list", "group");
  list.label = words::kBookLabel;
  PageNode all = Button("all", "pick-row", words::kBookAll, "book", "");
  all.pressed = !is_within;
  all.focus = true;
  list.children.push_back(std::move(all));
  for (size_t shelf = 0; shelf < state.shelves.shelves.size(); ++shelf) {
    const Shelf& book = state.shelves.shelves[shelf];
    if (!book.is_book) continue;
    PageNode row = Button("book-" + book.id, "pick-row", book.title, "book", std::to_string(shelf));
    row.pressed = state.ask.within_shelf == shelf;
    row.children.push_back(Node(PageKind::kText, "count", "pick-count",
                                Fill(words::kBookLines, {{"count", WithCommas(book.item_count)}})));
    list.children.push_back(std::move(row));
  }
  pick.on_escape = "books";
  pick.children.push_back(std::move(list));
  return pick;
}

PageNode ViaPart(const SentencesState& state) {
  PageNode via = Group("via", "via");
  for (const std::string& word : state.ask.vias) {
    const bool rhymes = word.starts_with("rhyme:");
    const std::string shown =
        rhymes ? Fill(words::kViaRhymesWith, {{"word", word.substr(6)}}) : word;
    PageNode tag = Button("via-" + word, "tag", shown, "via-drop", word);
    tag.label = Fill(words::kViaDrop, {{"word", shown}});
    tag.children.push_back(Icon("close"));
    via.children.push_back(std::move(tag));
  }
  if (state.ask.vias.size() >= kMostVias) return via;
  PageNode row = Group("row", "via-row");
  PageNode field = Node(PageKind::kField, "field", "via-field", state.via);
  field.label = state.via_rhymes ? words::kViaRhymeLabel : words::kViaLabel;
  field.detail = state.via_rhymes ? words::kViaRhymeLabel : words::kViaLabel;
  field.on_input = "via-type";
  field.on_submit = "via-add";
  row.children.push_back(std::move(field));
  PageNode kind = Node(PageKind::kChoice, "kind", "segmented");
  kind.label = words::kViaKind;
  PageNode word = Button("word", "segment", words::kViaWord, "via-kind", "word");
  word.pressed = !state.via_rhymes;
  PageNode rhyme = Button("rhyme", "segment", words::kViaRhyme, "via-kind", "rhyme");
  rhyme.pressed = state.via_rhymes;
  kind.children = {std::move(word), std::move(rhyme)};
  row.children.push_back(std::move(kind));
  via.children.push_back(std::move(row));
  return via;
}

PageNode RoutePart(const SentencesState& state) {
  PageNode block = Group("route", "block route");
  PageNode head = Group("head", "block-head");
  head.children.push_back(Heading(2, "title", "heading", words::kRouteTitle));
  PageNode another = Button("another", "text-button", words::kRouteAnother, "another");
  another.disabled = !state.shown;
  head.children.push_back(std::move(another));
  block.children.push_back(std::move(head));
  PageNode dial = Node(PageKind::kSlider, "scenic", {});
  dial.value = static_cast<float>(state.ask.scenic) / 100;
  dial.label = words::kRouteLabel;
  dial.detail = state.ask.scenic < 34   ? words::kRouteDirect
                : state.ask.scenic < 67 ? words::kRouteBetween
                                        : words::kRouteScenic;
  dial.on_input = "scenic";
  block.children.push_back(std::move(dial));
  PageNode names = Group("names", "dial-names small");
  names.children.push_back(Node(PageKind::kText, "direct", {}, words::kRouteDirect));
  names.children.push_back(Node(PageKind::kText, "scenic", {}, words::kRouteScenic));
  block.children.push_back(std::move(names));
  PageNode row = Group("row", "route-row");
  row.children.push_back(BookPart(state));
  PageNode steps = Group("steps", "steps", "group");
  steps.label = words::kStepsLabel;
  PageNode fewer = Button("fewer", "icon-button step", "\xE2\x88\x92", "steps", "-1");
  fewer.label = words::kStepsFewer;
  fewer.disabled = state.ask.steps <= kFewestStops;
  PageNode more = Button("more", "icon-button step", "+", "steps", "+1");
  more.label = words::kStepsMore;
  more.disabled = state.ask.steps >= kMostStops;
  steps.children = {std::move(fewer),
                    Node(PageKind::kText, "count", "step-count", std::to_string(state.ask.steps)),
                    std::move(more), Node(PageKind::kText, "name", "small", words::kStepsName)};
  row.children.push_back(std::move(steps));
  block.children.push_back(std::move(row));
  block.children.push_back(ViaPart(state));
  return block;
}

PageNode PresetsPart(const SentencesState& state) {
  PageNode block = Group("presets", "block presets");
  block.children.push_back(Heading(2, "title", "heading", words::kPresetsTitle));
  PageNode list = Node(PageKind::kList, "list", "preset-list");
  for (size_t i = 0; i < state.shelves.pairs.size(); ++i) {
    const LinePair& pair = state.shelves.pairs[i];
    const bool is_chosen = pair.first == state.ask.a && pair.last == state.ask.b;
    if (i >= kFewPresets && !state.shows_presets && !is_chosen) continue;
    PageNode item = Node(PageKind::kItem, "pair-" + std::to_string(i), "preset");
    PageNode button = Button("go", "preset-button", pair.label, "preset", std::to_string(i));
    button.label = Fill(words::kPresetLabel, {{"from", pair.first}, {"to", pair.last}});
    button.pressed = is_chosen;
    item.children.push_back(std::move(button));
    const std::string by = pair.shelf < state.shelves.shelves.size()
                               ? state.shelves.shelves[pair.shelf].author
                               : std::string();
    item.children.push_back(Node(PageKind::kText, "by", "small", by));
    list.children.push_back(std::move(item));
  }
  if (state.shelves.pairs.size() > kFewPresets && !state.shows_presets) {
    PageNode more = Node(PageKind::kItem, "more", "preset");
    more.children.push_back(Button("go", "text-button", words::kBookAll, "presets"));
    list.children.push_back(std::move(more));
  }
  block.children.push_back(std::move(list));
  PageNode own = Group("own", "preset own");
  own.children.push_back(Button("open", "preset-button", words::kOwnTitle, "own-open"));
  own.children.push_back(
      Node(PageKind::kText, "note", "small",
           state.own.lines > 0 ? Fill(words::kBookLines, {{"count", WithCommas(state.own.lines)}})
                               : std::string(words::kOwnStays)));
  // Somewhere to drop a text at any time.
  PageNode drop = Node(PageKind::kFile, "drop", "drop", words::kOwnFile);
  drop.show = PageShow::kReaderOnly;
  drop.on_input = "own-text";
  drop.detail = ".txt,.md,text/plain,text/markdown";
  drop.level = 6;
  own.children.push_back(std::move(drop));
  block.children.push_back(std::move(own));
  return block;
}

PageNode OthersPart(const SentencesState& state) {
  const int stop = state.current();
  PageNode block = Group("others", "block others");
  if (!state.shown || stop < 1 || stop > state.stop_count()) return block;
  PageNode head = Group("head", "block-head");
  head.children.push_back(
      Heading(2, "title", "heading", Fill(words::kOthersTitle, {{"place", std::to_string(stop)}})));
  PageNode blur =
      Button("blur", "text-button hold", words::kOthersBlur, "blur", std::to_string(stop));
  blur.pressed = state.cloud.stop == stop;
  head.children.push_back(std::move(blur));
  block.children.push_back(std::move(head));
  const auto& others = state.shown->reply.stops[static_cast<size_t>(stop - 1)].others;
  for (size_t i = 0; i < std::min<size_t>(others.size(), 2); ++i) {
    PageNode button = Button("other-" + std::to_string(i), "other", others[i].text, "choose",
                             std::to_string(stop) + " " + std::to_string(i));
    button.label = others[i].text + " " + SourceOf(state, others[i]);
    block.children.push_back(std::move(button));
  }
  return block;
}

PageNode OutPart(const SentencesState& state, const View& view) {
  PageNode block = Group("out", "block out");
  if (!state.shown) return block;
  if (view.can_speak) {
    PageNode listen =
        Button("listen", "button compact",
               state.is_speaking ? words::kListenStop : words::kListenStart, "listen");
    listen.pressed = state.is_speaking;
    block.children.push_back(std::move(listen));
  }
  block.children.push_back(Button("poem", "button compact", words::kPoemCopy, "copy-poem"));
  if (state.head.Find("positions") != nullptr) {
    PageNode where = Button("where", "button compact", words::kWhereItRan, "where");
    where.pressed = state.map.is_open;
    block.children.push_back(std::move(where));
  }
  PageNode list = Button("list", "button compact list-button",
                         state.shows_list ? words::kWayListBack : words::kListShow, "list");
  list.pressed = state.shows_list;
  block.children.push_back(std::move(list));
  return block;
}

}  // namespace

namespace {

// Where the puck of the button stands, and what is said below it.
std::pair<std::string_view, std::string_view> WayOfTravel(Space space) {
  switch (space) {
    case Space::kMeaning:
      return {"travel-button by-meaning", words::kBarByMeaning};
    case Space::kSpelling:
      return {"travel-button by-spelling", words::kBarBySpelling};
    case Space::kSound:
      break;
  }
  return {"travel-button by-sound", words::kBarBySound};
}

}  // namespace

PageNode BarPart(const SentencesState& state, const View& view) {
  PageNode bar = Group("bar", "way-bar", "group");
  bar.label = words::kBarLabel;
  const bool plays = state.reading.is_playing;
  PageNode play = IconButton("play", "play-button", plays ? "pause" : "play",
                             plays ? words::kReplayPause : words::kReplayPlay, "play");
  play.disabled = !state.shown;
  bar.children.push_back(std::move(play));
  PageNode track = Group("track", "track");
  const int last = state.stop_count() + 1;
  const auto before = static_cast<int>(std::floor(state.reading.at));
  std::string where;
  if (state.current() <= 0) {
    where = words::kBarFirst;
  } else if (state.current() >= last) {
    where = words::kBarLast;
  } else if (view.page_width_px <= 400) {
    where = Fill(words::kBarOf,
                 {{"place", std::to_string(state.current())}, {"count", std::to_string(last - 1)}});
  } else {
    const bool is_between = state.reading.at > static_cast<float>(before);
    const int place = is_between ? before : state.current();
    where = place + 1 < last && place >= 1
                ? Fill(words::kBarAt,
                       {{"place", std::to_string(place)}, {"next", std::to_string(place + 1)}})
                : Fill(words::kBarAtEnd, {{"place", std::to_string(std::max(place, 1))}});
  }
  PageNode scrub = Node(PageKind::kScrub, "scrub", {});
  scrub.value = state.reading.at;
  scrub.level = static_cast<uint8_t>(last);
  scrub.label = words::kBarKnob;
  scrub.detail = where;
  scrub.on_input = "scrub";
  scrub.on_submit = "scrub-end";
  track.children.push_back(std::move(scrub));
  track.children.push_back(Node(PageKind::kText, "where", "where small", where));
  bar.children.push_back(std::move(track));
  const auto [corner, by] = WayOfTravel(LeadingSpace(state.ask.mix));
  PageNode travel = Button("travel", corner, {}, "controls");
  travel.label = words::kBarTravel;
  travel.pressed = state.shows_controls;
  travel.children.push_back(Icon("travel"));
  travel.children.push_back(Node(PageKind::kText, "by", "small", by));
  bar.children.push_back(std::move(travel));
  bar.children.push_back(FigureOpenPart("sentences"));
  return bar;
}

PageNode ControlsPart(const SentencesState& state, const View& view) {
  PageNode controls =
      Group("controls", state.shows_controls ? "controls open" : "controls", "complementary");
  controls.label = words::kControlsLabel;
  controls.on_escape = state.shows_controls ? "controls" : "";
  PageNode grip = Button("grip", "grip phone-only", {}, "controls");
  grip.label = words::kControlsClose;
  controls.children = {std::move(grip),    MixPart(state),    RoutePart(state),
                       PresetsPart(state), OthersPart(state), OutPart(state, view)};
  return controls;
}

}  // namespace meander
