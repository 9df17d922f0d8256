// Thousands of actions, replies and links in any order: the state stays sound, the page and the
// map can always be made, and nothing is asked of the world that it cannot do.
#include <gtest/gtest.h>

#include <cmath>

#include "action_names.h"
#include "base/rng.h"
#include "ideas/figure.h"
#include "ideas/page.h"
#include "ideas/scene.h"
#include "page_faults.h"
#include "small_map.h"

namespace meander {
namespace {

bool IsItem(uint32_t item) { return item < kSmallItems || item == kNoItem; }
Tour SomeTour() {
  return {"A tour",
          "",
          {{7, "Bread.", {}, {}}, {18, "", SharedView{{0, 0}, 0.2f}, {}}, {24, "", {}, {7}}}};
}
bool IsFinite(const Rect& rect) {
  return std::isfinite(rect.low.x + rect.low.y + rect.high.x + rect.high.y) &&
         rect.low.x <= rect.high.x && rect.low.y <= rect.high.y;
}

std::string FaultOf(const IdeasState& state) {
  if (std::string fault = FaultOf(state.journey, kSmallItems); !fault.empty()) return fault;
  if (state.is_example && state.journey.is_empty()) return "an example of nothing";
  for (const uint32_t item : {state.pane.item, state.pointed, state.tapped, state.cursor,
                              state.walk.from.item, state.walk.to.item}) {
    if (!IsItem(item)) return "an item beyond the map";
  }
  if (!state.is_example && state.pane.item != state.journey.current_item()) {
    return "a pane that is not the current stop's";
  }
  if (state.tour.is_on && (!state.tour.tour || state.journey.current != state.tour.at)) {
    return "a tour that is somewhere else";
  }
  if (std::string fault = FaultOf(state.tour.own, kSmallItems); !fault.empty()) return fault;
  if (state.other) {
    if (std::string fault = FaultOf(*state.other, kSmallItems); !fault.empty()) return fault;
  }
  std::set<uint32_t> ids;
  for (const KeptJourney& kept : state.kept.journeys) {
    if (kept.id == 0 || !ids.insert(kept.id).second) return "two kept journeys of one number";
  }
  if (state.kept.journeys.size() > kMostKept) return "too many kept journeys";
  return {};
}

std::string FaultOf(const Effects& effects) {
  for (const AskEngineEffect& ask : Only<AskEngineEffect>(effects)) {
    if (ask.request.id == 0) return "a question without a number";
    if (!ReadRequest(WriteRequest(ask.request))) return "a question the engine cannot read";
  }
  for (const FlyToEffect& flight : Only<FlyToEffect>(effects)) {
    if (!IsFinite(flight.bounds_in_world)) return "a flight to nowhere";
  }
  for (const SayEffect& say : Only<SayEffect>(effects)) {
    if (say.text.empty()) return "nothing said";
  }
  return {};
}

class Chaos {
 public:
  explicit Chaos(uint64_t seed) : rng_(seed), names_(Names()) {
    state_ = StateOf(MakeSmallPack(), seed % 3 == 0 ? LinkTo({3, 9, 20}) : std::string());
    if (seed % 3 == 1) OpenTour(state_, SomeTour(), TourSource::kCarried, true);
    view_ = WholeView(state_.map);
  }

  Effects Step() {
    // Half a second a step; now and then the reader goes for tea.
    view_.now_s += rng_.Below(50) == 0 ? 9 : 0.5;
    view_.reduced_motion = rng_.Below(2) == 0;
    view_.can_draw = rng_.Below(8) != 0;
    LetTimePass(state_, view_.now_s);
    AdvanceReplay(state_, view_.now_s, view_.reduced_motion);
    Effects effects = Act();
    for (const Effects& more : {TellReplay(state_), KeepJourney(state_)}) {
      effects.insert(effects.end(), more.begin(), more.end());
    }
    for (const AskEngineEffect& ask : Only<AskEngineEffect>(effects)) {
      waiting_.push_back(ask.request);
    }
    return effects;
  }

  const IdeasState& state() const { return state_; }
  const View& view() const { return view_; }
  const std::string& last() const { return last_; }

 private:
  static std::vector<std::string> Names() {
    const std::set<std::string> names = ActionNames();
    return {names.begin(), names.end()};
  }

  Effects Act() {
    const uint32_t kind = rng_.Below(20);
    if (kind < 4 && !waiting_.empty()) {
      // An answer, to the newest question or one long past; sometimes the same twice.
      const size_t at = rng_.Below(2) == 0 ? waiting_.size() - 1
                                           : rng_.Below(static_cast<uint32_t>(waiting_.size()));
      last_ = "a reply";
      return TakeReply(state_, {waiting_[at].id, AnswerTo(waiting_[at])});
    }
    if (kind == 4) {
      last_ = "a link";
      return TakeLink(state_, Link());
    }
    if (kind == 11) {
      last_ = "a message of the host";
      const std::string stop = std::to_string(rng_.Below(6));
      return TakeHostMessage(state_, R"({"meander":1,"type":"stop","stop":)" + stop + "}");
    }
    if (kind == 5) {
      last_ = "pointing";
      return PointAt(state_, rng_.Below(4) == 0 ? kNoItem : rng_.Below(kSmallItems), false);
    }
    const std::string& name = kind < 12 ? Likely() : names_[rng_.Below(Count(names_))];
    const std::string argument = Argument();
    last_ = name + " " + argument.substr(0, 40);
    return Apply(state_, name, argument);
  }

  // Forgetting and the like would otherwise keep everything small.
  const std::string& Likely() {
    static const std::string likely[] = {"open", "open", "walk-choose", "go", "replay-open"};
    return likely[rng_.Below(5)];
  }

  std::string Argument() {
    static const std::string words[] = {"",     "up",   "meaning",   "links", "own",  "title",
                                        "-1",   "1",    "0.5",       "nan",   "1e99", "share",
                                        "{",    "over", "slow",      "loom",  "é\n",  "steady",
                                        "down", "art",  "4294967295"};
    switch (rng_.Below(6)) {
      case 0:
        return words[rng_.Below(std::size(words))];
      case 1:
        return std::string(rng_.Below(3000), 'a');
      case 2:
        return EncodeLinkTo();
      default:
        return std::to_string(rng_.Below(rng_.Below(8) == 0 ? 1000 : kSmallItems));
    }
  }
  std::string EncodeLinkTo();
  std::string Link() {
    if (rng_.Below(6) == 0) return std::string(rng_.Below(9), '\x01');
    Journey journey;
    for (uint32_t i = rng_.Below(9); i > 0; --i) {
      if (rng_.Below(3) == 0) Back(journey);
      Open(journey, rng_.Below(kSmallItems), 0);
    }
    return WriteIdeasLink(journey, std::nullopt, Map());
  }

  ReplyBody AnswerTo(const Request& request) {
    if (rng_.Below(6) == 0) return Error{ErrorCode::kNotFound, "It is not there."};
    if (const auto* article = std::get_if<ArticleRequest>(&request.body)) {
      return MadeUpArticle(article->item);
    }
    if (const auto* cosines = std::get_if<CosinesRequest>(&request.body)) {
      CosinesReply reply;
      for (size_t i = 0; i < cosines->pairs.size(); ++i) {
        reply.cosines.push_back(rng_.Unit() * 2 - 1);
      }
      return reply;
    }
    if (const auto* walk = std::get_if<WalkRequest>(&request.body)) {
      return WalkReply{Walk{
          {walk->question.from, rng_.Below(kSmallItems), walk->question.to}, {90, 50}, 1, 2, 4}};
    }
    if (std::holds_alternative<WhyRequest>(request.body)) {
      WhyReply why;
      why.a = {"One hot day.", false, {{0, 3, rng_.Unit() - .5f}, {4, 7, rng_.Unit() - .5f}}};
      why.b = {"Two.", true, {{0, 3, rng_.Unit()}}};
      why.pairs = {{1, 0, .1f}};
      why.is_whole = rng_.Below(2) == 0;
      if (!why.is_whole) why.a.words = why.b.words = {}, why.pairs = {};
      return why;
    }
    MeaningReply reply;
    for (uint32_t i = 0; i < 10; ++i) reply.neighbors.push_back({(i * 7 + 3) % 30, 0.5f});
    reply.looks_english = rng_.Below(2) == 0;
    return reply;
  }

  static uint32_t Count(const std::vector<std::string>& names) {
    return static_cast<uint32_t>(names.size());
  }

  Rng rng_;
  std::vector<std::string> names_;
  IdeasState state_;
  View view_;
  std::vector<Request> waiting_;
  std::string last_;
};

std::string Chaos::EncodeLinkTo() { return WriteKept({{1 + rng_.Below(5), Link()}}).substr(2); }

TEST(AnyOrder, TheTablesOfActionsAreRead) {
  const std::set<std::string> names = ActionNames();
  EXPECT_GE(names.size(), 60u);
  for (const char* name : {"open", "undo", "search-mode", "walk-take", "kept-forget-all",
                           "replay-to", "other-walk", "drop-stop"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
}

TEST(AnyOrder, TheStateStaysSoundAndCanBeShown) {
  std::set<std::string> done;
  size_t most_stops = 0;
  for (uint64_t seed = 0; seed < 12; ++seed) {
    Chaos chaos(seed);
    std::vector<std::string> history;
    for (int step = 0; step < 400; ++step) {
      const Effects effects = chaos.Step();
      history.push_back(chaos.last());
      done.insert(chaos.last().substr(0, chaos.last().find(' ')));
      std::string steps;
      for (size_t i = history.size() - std::min<size_t>(history.size(), 8); i < history.size(); ++i)
        steps += history[i] + "; ";
      ASSERT_EQ(FaultOf(effects), "") << steps;
      ASSERT_EQ(FaultOf(chaos.state()), "") << steps;
      ASSERT_EQ(FaultOf(IdeasPage(chaos.state(), chaos.view())), "") << steps;
      const Scene scene = MarksOf(chaos.state(), chaos.view());
      for (const DiscMark& disc : scene.discs) ASSERT_TRUE(IsItem(disc.item)) << steps;
      std::vector<Rect> boxes;
      StopNames(chaos.state(), chaos.view(), boxes);
      if (step % 50 == 0) {
        EXPECT_FALSE(IdeasFigure(chaos.state(), 1200, 630).alt_text.empty());
      }
      most_stops = std::max(most_stops, chaos.state().journey.stops.size());
    }
  }
  EXPECT_GT(most_stops, 10u) << "journeys of some length were among them";
  for (const std::string& name : ActionNames()) EXPECT_TRUE(done.contains(name)) << name;
}

// Each action by itself, on states of every kind, with every kind of wrong argument.
TEST(AnyOrder, EveryActionWithEveryHostileArgument) {
  std::vector<IdeasState> states{StateOf(MakeSmallPack()), EmptyState()};
  IdeasState walking = EmptyState();
  for (const uint32_t item : {7u, 9u, 20u, 7u}) OpenArticle(walking, item);
  states.push_back(walking);
  TakeReply(walking, {walking.pane.request, MadeUpArticle(7)});
  IdeasState touring = walking;
  OpenTour(touring, SomeTour(), TourSource::kCarried, true);
  states.push_back(touring);
  Apply(walking, "walk-open", "");
  states.push_back(walking);
  const std::string arguments[] = {std::string(),
                                   std::string(1, '\0'),
                                   std::string("3\0", 2),
                                   "-0",
                                   "1e309",
                                   "inf",
                                   "%s%n",
                                   "<b>&amp;</b>",
                                   "{count}",
                                   "../../etc/passwd",
                                   "\xF0\x9F\x98",
                                   "\u202Eright to left",
                                   std::string(20000, '['),
                                   std::string(10000, '\xFF')};
  for (const std::string& name : ActionNames()) {
    for (const std::string& argument : arguments) {
      for (IdeasState state : states) {
        const Effects effects = Apply(state, name, argument);
        ASSERT_EQ(FaultOf(effects), "") << name << " " << argument.substr(0, 20);
        ASSERT_EQ(FaultOf(state), "") << name << " " << argument.substr(0, 20);
        // Broken text is shown as it was typed, so only sound text must be shown soundly.
        if (RepairUtf8(argument) != argument) continue;
        ASSERT_EQ(FaultOf(IdeasPage(state, WholeView(state.map))), "")
            << name << " " << argument.substr(0, 20);
      }
    }
  }
}

}  // namespace
}  // namespace meander
