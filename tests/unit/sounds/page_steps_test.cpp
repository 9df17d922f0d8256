// The beat in the page: its steps, its rings, its tempo, and what is done to them there.
#include <gtest/gtest.h>

#include <set>

#include "canvas/words.h"
#include "page_views.h"
#include "sounds/layout.h"

namespace meander {
namespace {

TEST(SoundsSteps, EverySliderGoesThroughAllOfItsValues) {
  const auto state = OpenSmall();
  Apply(*state, "ring", "0");
  const Page page = SoundsPage(*state, WideView());
  const auto sliders =
      All(page, [](const PageNode& node) { return node.kind == PageKind::kSlider; });
  ASSERT_EQ(sliders.size(), 5u);  // swing, chance; loudness, pitch, left or right
  for (const PageNode& slider : sliders) {
    ASSERT_GT(slider.level, 0) << slider.label;
    std::set<std::string> values;
    for (int at = 0; at <= slider.level; ++at) {
      Apply(*state, slider.on_input, std::to_string(static_cast<float>(at) / slider.level));
      const Page after = SoundsPage(*state, WideView());
      const auto moved =
          All(after, [&](const PageNode& node) { return node.on_input == slider.on_input; });
      ASSERT_EQ(moved.size(), 1u);
      EXPECT_NEAR(moved[0].value, static_cast<float>(at) / slider.level, 1e-4f) << slider.label;
      values.insert(moved[0].detail);
    }
    const bool in_words = slider.on_input == "chance-share";  // four of them, for sixteen values
    EXPECT_EQ(values.size(), in_words ? 4u : slider.level + 1u) << slider.label;
  }
}

TEST(SoundsSteps, TheTempoIsTypedAndAHalfTypedOneChangesNothing) {
  const auto state = OpenSmall();
  Apply(*state, "tempo-typed", "1");
  Apply(*state, "tempo-typed", "13");
  EXPECT_EQ(state->pattern.tempo_bpm, 120);
  Apply(*state, "tempo-typed", "132");
  EXPECT_EQ(state->pattern.tempo_bpm, 132);
  for (const std::string_view bad : {"", "fast", "999", "-5", "12.5", "132 4"}) {
    Apply(*state, "tempo-typed", bad);
    EXPECT_EQ(state->pattern.tempo_bpm, 132) << bad;
  }
  Apply(*state, "tempo", "fast");
  EXPECT_TRUE(Says(SoundsPage(*state, WideView()), "from 40 to 240"));
  // Typing is one change for Undo.
  Apply(*state, "tempo-typed", "133");
  Apply(*state, "undo", "");
  EXPECT_EQ(state->pattern.tempo_bpm, 120);
}

TEST(SoundsSteps, TheStepsHaveATwinWithOneTabStopThatArrowsMove) {
  const auto state = OpenSmall();
  const auto twins = [&] {
    return All(SoundsPage(*state, WideView()),
               [](const PageNode& node) { return node.on_press == "step"; });
  };
  EXPECT_EQ(twins().size(), 64u);
  EXPECT_EQ(twins()[0].label, "Kick, beat 1, step 1, on, loud");
  EXPECT_TRUE(twins()[0].pressed);
  EXPECT_EQ(twins()[1].label, "Kick, beat 1, step 2, off");
  const auto stop = [&] {
    std::string at;
    for (const PageNode& twin : twins()) {
      if (twin.tab == TabStop::kHere) at += twin.argument + (twin.focus ? "!" : "");
    }
    return at;
  };
  EXPECT_EQ(stop(), "0 0");
  Apply(*state, "grid-at", "0 0");
  Apply(*state, "grid-key", "ArrowRight");
  Apply(*state, "grid-key", "ArrowDown");
  EXPECT_EQ(stop(), "1 1!");  // the button there takes the focus
  Apply(*state, "grid-at", "1 1");
  EXPECT_EQ(stop(), "1 1");
  Apply(*state, "grid-key", "End");
  EXPECT_EQ(stop(), "1 15!");
  // Shift makes it louder without going anywhere; nothing is made of silence.
  Apply(*state, "grid-at", "0 0");
  Apply(*state, "grid-key", "Shift+ArrowDown");
  EXPECT_EQ(state->pattern.tracks[0].steps[0], 6);
  EXPECT_EQ(stop(), "0 0");
  Apply(*state, "grid-at", "0 1");
  Apply(*state, "grid-key", "Shift+ArrowUp");
  EXPECT_EQ(state->pattern.tracks[0].steps[1], 0);
  // Pointing at nothing, or at what is not there, leaves the keyboard where it began.
  for (const std::string_view nowhere : {"", "9 9", "0 -1", "a b"}) {
    Apply(*state, "grid-at", nowhere);
    EXPECT_EQ(stop(), "0 0") << nowhere;
  }
}

TEST(SoundsSteps, WhereHalfABarIsShownTheHalfWithTheKeyboardIs) {
  const auto state = OpenSmall();
  View view = PhoneView();
  view.viewport = {390, 646, 1};
  view.viewport.inset_bottom_px = 346;
  EXPECT_EQ(LayoutOf(*state, view).page, 0);
  Apply(*state, "grid-at", "0 9");
  EXPECT_EQ(LayoutOf(*state, view).page, 1);
}

TEST(SoundsSteps, TheCardOfARingSetsItsTrack) {
  const auto state = OpenSmall();
  const Effects effects = Apply(*state, "ring", "1");
  const auto* fetch = Find<FetchEffect>(effects);
  ASSERT_TRUE(fetch);  // what sounds like it
  EXPECT_EQ(fetch->section, "neighbors");
  Page page = SoundsPage(*state, WideView());
  for (const std::string_view action : {"mute", "solo", "lock"}) {
    ASSERT_EQ(WithAction(page, action, "1").size(), 1u) << action;
    EXPECT_FALSE(WithAction(page, action, "1")[0].pressed);
    Apply(*state, action, "1");
  }
  page = SoundsPage(*state, WideView());
  for (const std::string_view action : {"mute", "solo", "lock"}) {
    EXPECT_TRUE(WithAction(page, action, "1")[0].pressed) << action;
  }
  EXPECT_EQ(WithAction(page, "bars", "2").size(), 1u);
  Apply(*state, "bars", "2");
  EXPECT_EQ(All(SoundsPage(*state, WideView()),
                [](const PageNode& node) { return node.on_press == "step"; })
                .size(),
            128u);
  Apply(*state, "ring-close", "");
  EXPECT_TRUE(WithAction(SoundsPage(*state, WideView()), "mute").empty());
}

TEST(SoundsSteps, RingsCanBeAddedAndRemovedWithinBounds) {
  const auto state = OpenSmall();
  for (int i = 0; i < 10; ++i) Apply(*state, "add-track", "");
  EXPECT_EQ(state->track_count(), kMostTracks);
  Apply(*state, "ring", "7");
  Page page = SoundsPage(*state, WideView());
  EXPECT_TRUE(WithAction(page, "add-track")[0].disabled);
  for (int i = 0; i < 10; ++i) Apply(*state, "remove-track", "0");
  EXPECT_EQ(state->track_count(), 1);
  Apply(*state, "ring", "0");
  page = SoundsPage(*state, WideView());
  EXPECT_TRUE(WithAction(page, "remove-track")[0].disabled);
}

TEST(SoundsSteps, UndoRedoAndClearAreOfferedWhereTheyDoSomething) {
  const auto state = OpenSmall();
  const auto is_off = [&](std::string_view action) {
    return WithAction(SoundsPage(*state, WideView()), action)[0].disabled;
  };
  EXPECT_TRUE(is_off("undo") && is_off("redo"));
  EXPECT_FALSE(is_off("clear"));
  Apply(*state, "clear", "");
  EXPECT_TRUE(is_off("clear"));
  EXPECT_FALSE(is_off("undo"));
  Apply(*state, "undo", "");
  EXPECT_FALSE(is_off("redo"));
  EXPECT_FALSE(is_off("clear"));
}

TEST(SoundsSteps, AnotherSoundIsPutInANamedRing) {
  const auto state = OpenSmall();
  Apply(*state, "put-in", "2 9");
  EXPECT_EQ(ItemOfTrack(*state, 2), 9u);
  const Pattern before = state->pattern;
  for (const std::string_view bad : {"", "2", "9 9", "2 99", "-1 3", "x y", "1 2 3"}) {
    Apply(*state, "put-in", bad);
    EXPECT_EQ(state->pattern, before) << bad;
  }
}

TEST(SoundsSteps, EveryStepOfTwoBarsHasItsWords) {
  const auto state = OpenSmall();
  Apply(*state, "bars", "2");
  const Page page = SoundsPage(*state, WideView());
  const std::vector<PageNode> steps =
      All(page, [](const PageNode& node) { return node.style.starts_with("grid-step"); });
  ASSERT_EQ(steps.size(), 4u * 32);
  for (const PageNode& step : steps) EXPECT_FALSE(step.label.empty()) << step.argument;
}

}  // namespace
}  // namespace meander
