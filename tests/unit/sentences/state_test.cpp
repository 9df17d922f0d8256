// What is asked when, what the answers do, and that no action of any order breaks the state.
#include "sentences/state.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "canvas/words.h"
#include "page_faults.h"
#include "sentences/asking.h"
#include "sentences/link.h"
#include "sentences/page.h"
#include "small_way.h"

namespace meander {
namespace {

template <class T>
const T* Find(const Effects& effects) {
  for (const Effect& effect : effects) {
    if (const auto* found = std::get_if<T>(&effect)) return found;
  }
  return nullptr;
}
const GradientRequest* Asked(const Effects& effects) {
  const auto* ask = Find<AskEngineEffect>(effects);
  return ask != nullptr ? std::get_if<GradientRequest>(&ask->request.body) : nullptr;
}
Effects Rest(SentencesState& state, double seconds) {
  bool more = false;
  return LetTimePass(state, state.now_s + seconds, more);
}

TEST(SentencesStateTest, TheFirstQuestionIsAlwaysTheSame) {
  SentencesState state;
  const PackHead head = SmallHead();
  StartSentences(state, head, "");
  const Effects effects = TakeChunk(state, kShelvesSection, head.sections[0].chunks[0],
                                    Result<ByteSpan>(WriteShelves(SmallShelves())));
  const auto* asked = Asked(effects);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->a, kExampleFirst);
  EXPECT_EQ(asked->b, kExampleLast);
  GradientRequest expected;
  expected.a = kExampleFirst;
  expected.b = kExampleLast;
  EXPECT_EQ(*asked, expected);
}

TEST(SentencesStateTest, TypingIsAskedAQuarterSecondAfterTheLastLetter) {
  SentencesState state = StateWithWay();
  EXPECT_EQ(Asked(Apply(state, "type-a", "The lamp")), nullptr);
  EXPECT_EQ(Asked(Rest(state, 0.2)), nullptr);
  Apply(state, "type-a", "The lamp went out.");
  EXPECT_EQ(Asked(Rest(state, 0.2)), nullptr);
  const Effects effects = Rest(state, 0.06);
  ASSERT_NE(Asked(effects), nullptr);
  EXPECT_EQ(Asked(effects)->a, "The lamp went out.");
  EXPECT_EQ(state.stop_count(), 7);  // the rows stay meanwhile
}

TEST(SentencesStateTest, ASketchIsShownAndThenTheWay) {
  SentencesState state = StateWithWay();
  Apply(state, "type-a", "Another.");
  Apply(state, "settle", "");
  GradientSketchReply sketch;
  for (int i = 0; i < 7; ++i) sketch.stops.push_back({static_cast<uint32_t>(i), 0, "Sketched."});
  const WayPlace before = state.shown->reply.stops[2].place;
  TakeReply(state, {state.request, sketch});
  EXPECT_TRUE(state.shown->is_sketch);
  EXPECT_EQ(LineAt(state, 3).text, "Sketched.");
  EXPECT_EQ(state.shown->reply.stops[2].place, before);
  TakeReply(state, {state.request, SmallReply()});
  EXPECT_FALSE(state.shown->is_sketch);
  EXPECT_EQ(LineAt(state, 3).text, SmallLines()[2]);
}

TEST(SentencesStateTest, EmptyAndEqualEndsAreSentencesAndNoQuestion) {
  SentencesState state = StateWithWay();
  Apply(state, "type-a", "I never, returned");
  EXPECT_EQ(Asked(Apply(state, "settle", "")), nullptr);
  EXPECT_EQ(state.problem, words::kSentencesSame);
  Apply(state, "type-a", " …");
  Apply(state, "settle", "");
  EXPECT_EQ(state.problem, words::kSentencesEmpty);
}

TEST(SentencesStateTest, WhereFewBytesAreWantedTheReaderIsAskedForFirst) {
  SentencesState state = StateWithWay();
  state.is_careful = true;
  Apply(state, "type-a", "Another.");
  EXPECT_EQ(Asked(Apply(state, "settle", "")), nullptr);
  EXPECT_TRUE(state.asks_to_fetch);
  EXPECT_NE(Asked(Apply(state, "fetch", "")), nullptr);
  EXPECT_FALSE(state.asks_to_fetch);
}

TEST(SentencesStateTest, HoldingPinsWhatIsThereAndLettingGoAsksAgain) {
  SentencesState state = StateWithWay();
  EXPECT_EQ(Asked(Apply(state, "hold", "3")), nullptr);  // the way goes through it already
  ASSERT_NE(PinAt(state, 3), nullptr);
  EXPECT_EQ(PinAt(state, 3)->line.text, SmallLines()[2]);
  EXPECT_EQ(Asked(Apply(state, "hold", "5")), nullptr);  // and this
  Apply(state, "hold", "5");
  TakeReply(state, {state.request, SmallReply()});
  // That way was found through a held stop; another one may change it, as it would from the link.
  EXPECT_NE(Asked(Apply(state, "hold", "5")), nullptr);
  Apply(state, "hold", "5");
  Apply(state, "steps", "+1");
  const Effects asked = Rest(state, 0.2);
  ASSERT_NE(Asked(asked), nullptr);
  EXPECT_EQ(Asked(asked)->steps, 8);
  EXPECT_EQ(Asked(asked)->pins.size(), 1u);
  Apply(state, "hold", "3");
  EXPECT_EQ(PinAt(state, 3), nullptr);
}

TEST(SentencesStateTest, TypingOverALinePinsItAfterAWhile) {
  SentencesState state = StateWithWay();
  Apply(state, "reword-open", "4");
  Apply(state, "reword", "The door was open.");
  EXPECT_EQ(PinAt(state, 4), nullptr);
  const Effects effects = Rest(state, 0.3);
  ASSERT_NE(Asked(effects), nullptr);
  EXPECT_EQ(PinAt(state, 4)->line, (LineName{kNoLine, "The door was open."}));
  Apply(state, "reword-end", "");
  EXPECT_EQ(state.rewording, -1);
}

TEST(SentencesStateTest, AnotherLineIsChosenByItsPlaceAmongTheOthers) {
  SentencesState state = StateWithWay();
  const Effects effects = Apply(state, "choose", "2 1");
  ASSERT_NE(Asked(effects), nullptr);
  EXPECT_EQ(Asked(effects)->pins[0], (LinePin{1, {7, "And one more of them."}}));
  EXPECT_TRUE(Apply(state, "choose", "2 7").empty());
  EXPECT_TRUE(Apply(state, "choose", "99 0").empty());
}

TEST(SentencesStateTest, ARefusalIsShownAndALaterAnswerTakesItAway) {
  SentencesState state = StateWithWay();
  Apply(state, "book", "0");
  TakeReply(state, {state.request, Error{ErrorCode::kNotFound, "No good road."}});
  EXPECT_EQ(state.problem, "No good road.");
  EXPECT_EQ(state.stop_count(), 7);
  Apply(state, "book", "");
  EXPECT_TRUE(state.problem.empty());
}

TEST(SentencesStateTest, StaleAnswersFall) {
  SentencesState state = StateWithWay();
  Apply(state, "type-a", "Another.");
  Apply(state, "settle", "");
  TakeReply(state, {state.request + 1000, SmallReply(3)});
  EXPECT_EQ(state.stop_count(), 7);
}

TEST(SentencesStateTest, OwnTextIsBoundedAndCancelKeepsWhatIsRead) {
  SentencesState state = StateWithWay();
  EXPECT_EQ(Find<AskEngineEffect>(Apply(state, "own-text", "")), nullptr);
  EXPECT_EQ(state.own.error, words::kOwnEmpty);
  EXPECT_EQ(Find<AskEngineEffect>(Apply(state, "own-text", std::string(kMostOwnBytes + 1, 'x'))),
            nullptr);
  EXPECT_EQ(state.own.error, words::kOwnTooLarge);
  ASSERT_NE(Find<AskEngineEffect>(Apply(state, "own-text", "A line of my own. And one more.")),
            nullptr);
  TakeReply(state, {state.own.request, OwnTextProgressReply{12, 40}});
  const Effects effects = Apply(state, "own-cancel", "");
  EXPECT_NE(Find<CancelEngineEffect>(effects), nullptr);
  ASSERT_NE(Asked(effects), nullptr);
  EXPECT_EQ(Asked(effects)->stock, LineStock::kBoth);
  Apply(state, "own-forget", "");
  EXPECT_EQ(state.ask.stock, LineStock::kShelves);
}

TEST(SentencesStateTest, AnotherTextOfOnesOwnIsSearchedAnew) {
  SentencesState state = StateWithWay();
  Apply(state, "own-text", "The first text.");
  Effects effects = TakeReply(state, {state.own.request, OwnTextReply{40, 0, false}});
  ASSERT_NE(Asked(effects), nullptr);
  EXPECT_EQ(Asked(effects)->stock, LineStock::kBoth);
  // Chosen while the first answer is still under way: that one is called off, the next stands.
  const RequestId first = state.request;
  effects = Apply(state, "own-stock", "own");
  ASSERT_NE(Find<CancelEngineEffect>(effects), nullptr);
  EXPECT_EQ(Find<CancelEngineEffect>(effects)->id, first);
  EXPECT_EQ(Asked(effects)->stock, LineStock::kOwn);
  TakeReply(state, {first, Error{ErrorCode::kCancelled, "Stopped."}});
  EXPECT_NE(state.request, 0u);
  GradientReply mine = SmallReply();
  for (GradientStop& stop : mine.stops) stop.line = {kFirstOwnItem, kNoShelf, "Mine."};
  TakeReply(state, {state.request, mine});
  EXPECT_EQ(state.request, 0u);
  EXPECT_TRUE(state.problem.empty());
  Apply(state, "hold", "2");
  Pin(state, 4, {3, "A line of the books."});
  TakeReply(state, {state.request, mine});
  state.shown->asked = state.ask;

  // A refusal leaves what was there to be searched.
  Apply(state, "own-text", "");
  EXPECT_EQ(state.own.lines, 40u);
  Apply(state, "own-text", "Not a text at all");
  TakeReply(state, {state.own.request, Error{ErrorCode::kInvalidInput, "That is no text."}});
  EXPECT_EQ(state.own.lines, 40u);

  // As many lines, the same question: asked all the same, without the stop that is gone.
  Apply(state, "own-text", "The second text.");
  TakeReply(state, {state.own.request, OwnTextProgressReply{1, 40}});
  effects = TakeReply(state, {state.own.request, OwnTextReply{40, 0, false}});
  ASSERT_NE(Asked(effects), nullptr);
  EXPECT_EQ(Asked(effects)->stock, LineStock::kOwn);
  ASSERT_EQ(Asked(effects)->pins.size(), 1u);
  EXPECT_EQ(Asked(effects)->pins[0].line.item, 3u);
  // And once more while that is under way.
  const RequestId second = state.request;
  Apply(state, "own-text", "The third text.");
  effects = TakeReply(state, {state.own.request, OwnTextReply{40, 0, false}});
  ASSERT_NE(Asked(effects), nullptr);
  EXPECT_NE(state.request, second);
}

TEST(SentencesStateTest, NewsOnTheWayIsNoAnswer) {
  SentencesState state = StateWithWay();
  Apply(state, "type-a", "Another.");
  Apply(state, "settle", "");
  Apply(state, "random", "");
  Apply(state, "blur", "2");
  Apply(state, "read-on", "2");
  Apply(state, "own-text", "A text of mine.");
  for (RequestId* request : {&state.request, &state.pair_request, &state.cloud.request,
                             &state.read_on.request, &state.own.request}) {
    const RequestId before = *request;
    ASSERT_NE(before, 0u);
    EXPECT_TRUE(TakeReply(state, {before, ProgressReply{}}).empty());
    EXPECT_EQ(*request, before);
  }
}

TEST(SentencesStateTest, ALinkGoesThereAndABrokenOneIsANotice) {
  SentencesState state = StateWithWay();
  SentencesLink link;
  link.ask.a = "One line.";
  link.ask.b = "And the other.";
  link.current = 3;
  const Effects effects = TakeLink(state, WriteSentencesLink(link, state.head, state.shelves));
  ASSERT_NE(Asked(effects), nullptr);
  EXPECT_EQ(Asked(effects)->a, "One line.");
  EXPECT_EQ(state.current(), 3);
  TakeLink(state, "\x01garbage");
  EXPECT_EQ(state.notice, words::kErrorLink);
  EXPECT_EQ(state.ask.a, "One line.");
}

TEST(SentencesStateTest, ACaptionWithoutAStateLeadsBackToTheExample) {
  SentencesState state = StateWithWay();
  SentencesLink link;
  link.ask.a = "One line.";
  link.ask.b = "And the other.";
  link.current = 3;
  TakeLink(state, WriteSentencesLink(link, state.head, state.shelves));
  ASSERT_FALSE(state.is_example);
  TakeLink(state, "");
  EXPECT_EQ(state.ask.a, kExampleFirst);
  EXPECT_EQ(state.ask.b, kExampleLast);
  EXPECT_TRUE(state.is_example);
  EXPECT_TRUE(TakeLink(state, "").empty());
}

TEST(SentencesStateTest, ANoticeGoesByItselfOnceItCouldBeRead) {
  SentencesState state = StateWithWay();
  const auto asks_for_more = [&](double seconds) {
    bool more = false;
    LetTimePass(state, state.now_s + seconds, more);
    return more;
  };
  asks_for_more(1);
  EXPECT_FALSE(asks_for_more(1));
  Apply(state, "notice", "Copied.");
  EXPECT_TRUE(asks_for_more(0));  // or no frame would come in which it could go
  EXPECT_TRUE(asks_for_more(20));
  EXPECT_EQ(state.notice, "Copied.");
  EXPECT_FALSE(asks_for_more(8.1));
  EXPECT_EQ(state.notice, "");
}

// Every action the room knows, in any order, with any argument, and answers of any kind.
TEST(SentencesStateTest, AnyOrderOfAnythingLeavesAWholeState) {
  const char* actions[] = {
      "type-a",       "type-b",     "settle",      "swap",        "random",     "preset",
      "presets",      "mix",        "mix-key",     "mix-meaning", "mix-sound",  "scenic",
      "steps",        "book",       "books",       "another",     "hold",       "choose",
      "choose-cloud", "blur",       "reword-open", "reword",      "reword-end", "reword-leave",
      "go",           "point",      "scrub",       "scrub-end",   "play",       "read-on",
      "via-type",     "via-add",    "via-kind",    "via-drop",    "own-open",   "own-text",
      "own-cancel",   "own-forget", "own-stock",   "where",       "list",       "controls",
      "share",        "help",       "close",       "fetch",       "copy-poem",  "listen",
      "speaking",     "notice",     "dismiss",     "placed"};
  const char* arguments[] = {"",
                             "0",
                             "1",
                             "3",
                             "7",
                             "8",
                             "99",
                             "-1",
                             "+1",
                             "1 0",
                             "2 1",
                             "3 99",
                             "0.5",
                             "3.4",
                             "nan",
                             "1e30",
                             "58 30 12",
                             "rhyme",
                             "both",
                             "m",
                             "Shift+ArrowUp",
                             "The sea.",
                             "0 66.5;1 128;8 600",
                             ";;;",
                             "x y z"};
  for (uint32_t round = 0; round < 60; ++round) {
    SentencesState state = StateWithWay(3 + round % 20);
    state.can_speak = true;
    uint32_t seed = round * 7919 + 1;
    const auto next = [&](size_t count) {
      seed = seed * 1664525u + 1013904223u;
      return (seed >> 10) % count;
    };
    for (int step = 0; step < 150; ++step) {
      Apply(state, actions[next(std::size(actions))], arguments[next(std::size(arguments))]);
      bool more = false;
      if (next(3) == 0) LetTimePass(state, state.now_s + 0.1 * static_cast<double>(next(5)), more);
      AdvanceReading(state, next(2) == 0);
      if (next(3) == 0 && state.request != 0) {
        if (next(4) == 0) {
          TakeReply(state, {state.request, Error{ErrorCode::kNotFound, "No."}});
        } else {
          TakeReply(state, {state.request, SmallReply(3 + next(23))});
        }
      }
      if (state.cloud.request != 0) {
        TakeReply(state, {state.cloud.request, CloudReply{{{{3, 0, "Near."}, 0.5f, {}}}}});
      }
      ASSERT_EQ(state.ask.mix.meaning + state.ask.mix.spelling + state.ask.mix.sound, 100);
      ASSERT_TRUE(std::ranges::is_sorted(state.ask.pins, {}, &LinePin::stop));
      for (const LinePin& pin : state.ask.pins) ASSERT_LT(pin.stop, state.ask.steps);
      ASSERT_GE(state.reading.at, 0);
      ASSERT_LE(state.reading.at, static_cast<float>(state.stop_count() + 1));
      View view;
      view.page_width_px = next(2) == 0 ? 1280.f : 360.f;
      view.page_height_px = next(2) == 0 ? 800.f : 480.f;
      const Page page = SentencesPage(state, view);
      ASSERT_FALSE(page.nodes.empty());
      ASSERT_EQ(FaultOf(page), "");
    }
  }
}

}  // namespace
}  // namespace meander
