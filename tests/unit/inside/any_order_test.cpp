// Whatever a reader and the world do in whatever order: the page stays whole, the scene finite, one
// question at most is under way.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "../../source_dir.h"
#include "base/files.h"
#include "base/rng.h"
#include "inside/keys.h"
#include "inside/link.h"
#include "inside/page.h"
#include "inside/scene.h"
#include "made_up_engine.h"
#include "page_faults.h"

namespace meander {
namespace {

std::vector<std::string> NamesOfActions() {
  const std::filesystem::path folder = std::filesystem::path(kSourceDir) / "src/inside";
  const std::string text = ReadTextFile(folder / "actions.cpp").value_or("") +
                           ReadTextFile(folder / "actions_view.cpp").value_or("");
  const std::regex entry("\\{\"([a-z][a-z-]*)\", [A-Z]\\w+\\}");
  std::vector<std::string> names;
  for (std::sregex_iterator at(text.begin(), text.end(), entry), end; at != end; ++at) {
    names.push_back((*at)[1]);
  }
  return names;
}

constexpr const char* kArguments[] = {"",
                                      "0",
                                      "3",
                                      "6",
                                      "-1",
                                      "99",
                                      "0.5",
                                      "words",
                                      "groups",
                                      "grid",
                                      "bridge",
                                      "4 1 2",
                                      "1 3 0",
                                      "5 2 6",
                                      "7 1 0",
                                      "4 999 9",
                                      "lead:2",
                                      "way:shapley",
                                      "method1:rollout",
                                      "units:pieces",
                                      "size:unusual",
                                      "of:second",
                                      "layer:2",
                                      "why",
                                      "what-if",
                                      "why:lime",
                                      "2",
                                      "A cat sat.",
                                      "x:y:z"};
constexpr const char* kKeys[] = {"ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", " ", "g",
                                 "p",         "l",          "?",       "5",         "[", "]",
                                 "Escape",    "Home",       "End",     "é"};

TEST(InsideAnyOrder, EveryActionIsKnownToThePageOrTheKeys) {
  EXPECT_GE(NamesOfActions().size(), 30u);
}

TEST(InsideAnyOrder, ThePageStaysWhole) {
  const std::vector<std::string> actions = NamesOfActions();
  for (uint64_t seed = 1; seed <= 24; ++seed) {
    Rng rng(seed);
    InsideState state;
    Effects effects = StartInside(state, {}, "");
    View view;
    view.viewport = {842, 546, 1};
    view.page_width_px = seed % 3 == 0 ? 390 : 1280;
    view.page_height_px = 800;
    bool more = false;
    for (int step = 0; step < 160; ++step) {
      Effects next;
      const uint32_t what = rng.Below(10);
      if (what < 5) {
        next = Apply(state, actions[rng.Below(static_cast<uint32_t>(actions.size()))],
                     kArguments[rng.Below(std::size(kArguments))]);
      } else if (what == 5) {
        next = KeyPressed(state, kKeys[rng.Below(std::size(kKeys))], rng.Below(2) == 0)
                   .value_or(Effects{});
      } else if (what == 6 && state.request != 0) {
        next = TakeReply(state, {state.request, Error{ErrorCode::kUnavailable, "Not now."}});
      } else if (what == 7 && state.request != 0) {
        // An answer to something else altogether.
        next = TakeReply(
            state,
            {state.request, RoomReply{WriteInsideAnswer(MadeUp(GridWish(state, rng.Below(2) == 0))),
                                      rng.Below(2) == 0}});
      } else if (state.request != 0) {
        const auto question = ReadInsideQuestion(state.asked);
        ASSERT_TRUE(question);
        next = TakeReply(state, {state.request, RoomReply{WriteInsideAnswer(MadeUp(*question)),
                                                          rng.Below(4) != 0}});
      }
      state.now_s += 0.2;
      for (Effect& effect : LetTimePass(state, state.now_s, more))
        next.push_back(std::move(effect));
      AdvanceDepth(state, seed % 2 == 0);
      if (step % 8 != 0) continue;
      const std::string fault = FaultOf(InsidePage(state, view));
      ASSERT_EQ(fault, "") << "seed " << seed << " step " << step;
      const Scene scene = InsideScene(state, {842, 546});
      for (const LabelMark& label : scene.labels) ASSERT_TRUE(std::isfinite(label.at.x));
      const auto link =
          ReadInsideLink(WriteInsideLink({state.a, state.b, state.look, state.pinned}));
      ASSERT_TRUE(link) << "seed " << seed << " step " << step;
      ASSERT_LE(state.known.size(), 120u);
    }
  }
}

TEST(InsideAnyOrder, AllThatIsAskedComesToAnEnd) {
  for (const std::string_view view : kViewNames) {
    InsideState state = Opened();
    AnswerAll(state, Apply(state, "tab", view));
    Apply(state, "type-b", "Rain again");
    bool more = false;
    const int asked = AnswerAll(state, LetTimePass(state, 99, more));
    EXPECT_GT(asked, 0) << view;
    EXPECT_LT(asked, 30) << view;
    EXPECT_TRUE(HasAll(state)) << view;
    EXPECT_EQ(state.request, 0u) << view;
  }
}

}  // namespace
}  // namespace meander
