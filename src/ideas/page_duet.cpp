// Two journeys side by side: the pane with the ladder, the legend over the map, the bar that plays
// both; and the line in the article's pane that leads there.
#include <algorithm>

#include "canvas/words.h"
#include "ideas/compare.h"
#include "ideas/duet.h"
#include "ideas/fill.h"
#include "ideas/ladder.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

constexpr float kRow_px = 56, kPhoneRow_px = 44;

Ladder LadderOf(const IdeasState& state) {
  return MakeLadder(ItemsOf(OwnOf(state)), ItemsOf(TheirsOf(state)), SharedStops(state),
                    state.duet.nearest, state.duet.is_unfolded);
}

int CurrentPlace(const Journey& journey) {
  const std::vector<int> line = MainLine(journey);
  const auto at = std::ranges::find(line, journey.current);
  return at == line.end() ? -1 : static_cast<int>(at - line.begin());
}

// What web/host/page_ladder.mjs draws.
std::string SignsOf(const std::vector<LadderRow>& rows, int current_place) {
  std::string text;
  for (const LadderRow& row : rows) {
    text += (text.empty() ? "" : ",") +
            (row.folded > 0 ? std::string("~") : std::to_string(row.place + 1)) +
            (row.folded == 0 && row.place == current_place ? "*" : "");
  }
  return text;
}
std::string TiesOf(const std::vector<std::pair<int, int>>& ties) {
  std::string text;
  for (const auto& [own, other] : ties) {
    text += (text.empty() ? "" : " ") + std::to_string(own) + "-" + std::to_string(other);
  }
  return text;
}

PageNode ColumnPart(const IdeasState& state, const std::vector<LadderRow>& rows, bool is_own) {
  PageNode list = Node(PageKind::kList, is_own ? "own" : "theirs",
                       is_own ? "ladder-stops yours" : "ladder-stops theirs");
  list.level = 1;
  list.label = is_own ? std::string(words::kOtherYours) : OtherNameOr(state, words::kOtherTheirs);
  const Journey& journey = is_own ? OwnOf(state) : TheirsOf(state);
  const bool is_walked = is_own != state.duet.is_swapped;
  const std::vector<int> line = MainLine(journey);
  for (const LadderRow& row : rows) {
    const std::string key = std::to_string(row.place);
    if (row.folded > 0) {
      PageNode fold = Node(PageKind::kItem, "f" + key, "fold");
      fold.children.push_back(Button(
          "more", "button plain",
          Fill(words::kOtherFolded, {{"count", std::to_string(row.folded)}}), "other-unfold"));
      list.children.push_back(std::move(fold));
      continue;
    }
    PageNode item = Node(PageKind::kItem, key, "stop");
    if (row.is_tied) item.style += state.pointed == row.item ? " shared lit" : " shared";
    item.current = is_walked && line[static_cast<size_t>(row.place)] == journey.current;
    PageNode title = Node(PageKind::kLink, "title", {}, state.map.TitleOf(row.item));
    title.on_press = "other-visit";
    title.on_point = "other-point";  // lights both ways to it
    title.argument = std::to_string(row.item);
    item.children.push_back(std::move(title));
    if (row.is_tied) {
      PageNode both = Node(PageKind::kText, "both", {}, words::kOtherSharedWord);
      both.show = PageShow::kReaderOnly;
      item.children.push_back(std::move(both));
    }
    list.children.push_back(std::move(item));
  }
  return list;
}

PageNode LadderPart(const IdeasState& state, const View& view) {
  const Ladder ladder = LadderOf(state);
  PageNode part = Group("ladder", "ladder");
  PageNode you = Node(PageKind::kText, "you", "ladder-head you", words::kOtherYou);
  PageNode them =
      Node(PageKind::kText, "them", "ladder-head", OtherNameOr(state, words::kOtherThem));
  PageNode ties = Node(PageKind::kLadder, "ties", {});
  ties.value = IsPhone(view) ? kPhoneRow_px : kRow_px;
  ties.detail = SignsOf(ladder.own, CurrentPlace(OwnOf(state))) + "|" +
                SignsOf(ladder.other, CurrentPlace(TheirsOf(state))) + "|" + TiesOf(ladder.ties) +
                "|" + (state.duet.is_swapped ? "theirs" : "own");
  part.children = {std::move(you), std::move(them), ColumnPart(state, ladder.own, true),
                   std::move(ties), ColumnPart(state, ladder.other, false)};
  return part;
}

// The sentence, with the names of what is shared standing out.
PageNode SentencePart(const IdeasState& state) {
  const std::string text = MeetingText(state);
  PageNode part = Paragraph("sentence", "note", {});
  std::vector<std::pair<size_t, size_t>> names;
  for (const SharedStop& stop : SharedStops(state)) {
    const std::string& title = state.map.TitleOf(stop.item);
    const size_t at = text.find(title);
    if (at != text.npos && !title.empty()) names.emplace_back(at, at + title.size());
  }
  std::ranges::sort(names);
  size_t at = 0;
  const auto add = [&](size_t end, std::string_view style) {
    if (end <= at) return;
    part.children.push_back(Node(PageKind::kText, "t" + std::to_string(at), style,
                                 std::string_view(text).substr(at, end - at)));
    at = end;
  };
  for (const auto& [begin, end] : names) {
    if (begin < at) continue;
    add(begin, {});
    add(end, "strong");
  }
  add(text.size(), {});
  return part;
}

}  // namespace

PageNode DuetPart(const IdeasState& state, const View& view) {
  PageNode part = Group("other", "other", "complementary");
  part.label = words::kOtherTitle;
  part.on_escape = "other-close";
  PageNode crumb = Group("crumb", "crumb");
  crumb.children.push_back(
      IconButton("close", "icon-button", "back", words::kOtherClose, "other-close"));
  crumb.children.push_back(Node(PageKind::kText, "where", "heading", words::kOtherTitle));
  crumb.children.push_back(Button("away", "button plain", words::kOtherAway, "other-away"));
  PageNode scroll = Group("scroll", "scroll");
  scroll.children.push_back(Heading(1, "title", "display", CompareTitle(state)));
  scroll.children.push_back(SentencePart(state));
  scroll.children.push_back(LadderPart(state, view));
  PageNode actions = Group("actions", "actions");
  actions.children.push_back(
      Button("walk", "button", state.duet.is_swapped ? words::kOtherWalkYours : words::kOtherWalk,
             "other-walk"));
  actions.children.push_back(Button("picture", "button", words::kOtherPicture, "save-png"));
  actions.children.push_back(Button("copy", "button plain", words::kShareCopyLink, "copy-link"));
  scroll.children.push_back(std::move(actions));
  PageNode note = Paragraph("kept", "small", {});
  note.children.push_back(Node(PageKind::kText, "text", {}, words::kOtherCame));
  if (view.can_store) {
    note.children.push_back(Button("keep", "button plain", words::kOtherKeep, "other-keep"));
  }
  scroll.children.push_back(std::move(note));
  part.children = {std::move(crumb), std::move(scroll)};
  return part;
}

PageNode LegendPart(const IdeasState& state) {
  PageNode legend = Group("legend", "legend");
  const auto entry = [&](std::string_view key, std::string_view sample, std::string text) {
    PageNode part = Node(PageKind::kText, key, sample);
    part.children.push_back(Node(PageKind::kText, "text", {}, text));
    legend.children.push_back(std::move(part));
  };
  const auto stops = [](const Journey& journey) {
    return std::to_string(MainLine(journey).size());
  };
  entry("own", state.duet.is_swapped ? "sample beside" : "sample walked",
        Fill(words::kOtherYoursCount, {{"count", stops(OwnOf(state))}}));
  entry("theirs", state.duet.is_swapped ? "sample walked" : "sample beside",
        Fill(words::kOtherTheirsCount, {{"name", OtherNameOr(state, words::kOtherTheirs)},
                                        {"count", stops(TheirsOf(state))}}));
  if (!SharedStops(state).empty()) {
    entry("both", "sample both", std::string(words::kOtherSharedHead));
  }
  return legend;
}

PageNode DuetBarPart(const IdeasState& state, const View& view) {
  const Duet& duet = state.duet;
  PageNode bar = Group("replay", "replay duet", "group");
  bar.label = words::kOtherReplay;
  bar.children.push_back(IconButton("play", "icon-button play", duet.is_playing ? "pause" : "play",
                                    duet.is_playing ? words::kReplayPause : words::kReplayPlay,
                                    "other-play"));
  PageNode box = Group("track", "replay-track");
  PageNode tracks = Node(PageKind::kTracks, "tracks", {});
  const Ladder whole = MakeLadder(ItemsOf(OwnOf(state)), ItemsOf(TheirsOf(state)),
                                  SharedStops(state), {-1, -1}, true);
  const bool is_phone = IsPhone(view);
  const bool has_own = !is_phone || !duet.shows_theirs;
  const bool has_theirs = !is_phone || duet.shows_theirs;
  const float share = duet.in_turn && duet.at >= 1 ? TheirShare(duet) : OwnShare(duet);
  tracks.detail = (has_own ? SignsOf(whole.own, -1) : std::string()) + "|" +
                  (has_theirs ? SignsOf(whole.other, -1) : std::string()) + "|" +
                  TiesOf(whole.ties) + "|" + (duet.is_swapped ? "theirs" : "own") + "|" +
                  std::to_string(OwnShare(duet)) + "|" + std::to_string(TheirShare(duet));
  tracks.value = share;
  PageNode slider = Node(PageKind::kSlider, "slider", {});
  slider.value = duet.in_turn ? duet.at / 2 : duet.at;
  slider.label = words::kOtherWhere;
  slider.detail =
      Fill(words::kOtherPart, {{"part", std::to_string(static_cast<int>(share * 100 + 0.5f))}});
  slider.on_input = "other-to";
  box.children = {std::move(tracks), std::move(slider)};
  bar.children.push_back(std::move(box));
  if (is_phone) {
    bar.children.push_back(Button("whose", "button",
                                  duet.shows_theirs ? words::kOtherTheirs : words::kOtherYours,
                                  "other-whose"));
    return bar;
  }
  PageNode turn = Node(PageKind::kChoice, "turn", "segmented");
  turn.label = words::kOtherHow;
  const auto option = [&](std::string_view key, std::string_view name, bool is_chosen) {
    PageNode button = Button(key, "segment", name, "other-turn", key);
    button.pressed = is_chosen;
    turn.children.push_back(std::move(button));
  };
  option("together", words::kOtherTogether, !duet.in_turn);
  option("in-turn", words::kOtherInTurn, duet.in_turn);
  bar.children.push_back(std::move(turn));
  return bar;
}

PageNode OtherPart(const IdeasState& state) {
  PageNode part = Group("other", "journey beside");
  part.children.push_back(Heading(2, "title", "heading", CompareTitle(state)));
  part.children.push_back(Paragraph("sentence", "small", CompareSentence(state)));
  PageNode actions = Group("actions", "actions");
  actions.children.push_back(Button("open", "button", words::kOtherTitle, "other-open"));
  actions.children.push_back(Button("away", "button plain", words::kOtherAway, "other-away"));
  part.children.push_back(std::move(actions));
  return part;
}

}  // namespace meander
