// A form is watched: begun, paused, gone on with, gone back over, and left.
#include "pictures/growing.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "made_up_look.h"
#include "pictures/keys.h"
#include "pictures/page.h"
#include "pictures/page_list.h"
#include "pictures/scene.h"

namespace meander {
namespace {

PicturesState AtUnits() {
  PicturesState state = OpenedPictures();
  AnswerAllOf(state, ApplyToPictures(state, "unit", "4 402"));
  return state;
}
// What of it is asked about a form; nullopt: nothing.
std::optional<PicturesGrowQuestion> AskedForm(const Effects& effects) {
  for (const Effect& effect : effects) {
    const auto* ask = std::get_if<AskEngineEffect>(&effect);
    const auto* room = ask ? std::get_if<RoomRequest>(&ask->request.body) : nullptr;
    if (room == nullptr) continue;
    const Result<PicturesQuestion> question = ReadPicturesQuestion(room->question);
    if (const auto* grow = question ? std::get_if<PicturesGrowQuestion>(&*question) : nullptr) {
      return *grow;
    }
  }
  return std::nullopt;
}
bool IsCancelled(const Effects& effects, RequestId id) {
  return std::ranges::any_of(effects, [&](const Effect& effect) {
    const auto* cancel = std::get_if<CancelEngineEffect>(&effect);
    return cancel != nullptr && cancel->id == id;
  });
}
Effects Told(PicturesState& state, uint16_t step, float value, bool is_whole = false) {
  PicturesGrowAnswer answer{step, kFormSteps, value, 2, {}};
  answer.rgb.assign(12, static_cast<uint8_t>(step % 251));
  return TakePicturesReply(state,
                           {state.form.request, RoomReply{WritePicturesAnswer(answer), is_whole}});
}
// From noise up to `step`, told every four steps.
void GrowTo(PicturesState& state, uint16_t step) {
  for (uint16_t at = state.form.step; at <= step; at = static_cast<uint16_t>(at + 4)) {
    Told(state, at, 0.01f * at, at == kFormSteps);
  }
}
std::string PageTextOf(const PicturesState& state) {
  View view;
  view.viewport = {842, 508, 1};
  view.page_width_px = 1280;
  view.page_height_px = 800;
  return PageText(PicturesPage(state, view));
}
bool Shows(const PicturesState& state, const std::shared_ptr<const PictureTable>& table) {
  const Scene scene = PicturesScene(state, {{842, 508}});
  return std::ranges::any_of(scene.pictures,
                             [&](const PictureMark& mark) { return mark.table == table; });
}

TEST(PicturesGrowing, IsAskedForByAPressAndByTheSpaceKeyAlone) {
  PicturesState state = AtUnits();
  EXPECT_EQ(FormSeen(state), nullptr);
  const auto asked = AskedForm(ApplyToPictures(state, "grow", ""));
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->layer, 4);
  EXPECT_EQ(asked->channel, 402);
  EXPECT_EQ(asked->steps, kFormSteps);
  EXPECT_EQ(asked->from, 0);
  PicturesState by_key = AtUnits();
  EXPECT_TRUE(AskedForm(*PictureKey(by_key, " ", false)));
  PicturesState by_shift = AtUnits();
  EXPECT_FALSE(AskedForm(*PictureKey(by_shift, " ", true))) << "that plays depth";
  EXPECT_TRUE(by_shift.is_playing);
  PicturesState elsewhere = OpenedPictures();
  EXPECT_FALSE(AskedForm(ApplyToPictures(elsewhere, "grow", "")));
}

TEST(PicturesGrowing, ItsPictureItsStepAndWhatItFiresAreSaidAsTheyCome) {
  PicturesState state = AtUnits();
  ApplyToPictures(state, "grow", "");
  GrowTo(state, 64);
  ASSERT_NE(FormSeen(state), nullptr);
  EXPECT_TRUE(Shows(state, state.form.pixels));
  const std::string text = PageTextOf(state);
  EXPECT_NE(text.find("step 64 of 512"), text.npos) << text;
  EXPECT_NE(text.find("and rising"), text.npos) << text;
  EXPECT_NE(state.form.stills[0].pixels, nullptr);
  EXPECT_NE(state.form.stills[1].pixels, nullptr);
  EXPECT_EQ(state.form.stills[2].pixels, nullptr);
  // The list twin says the same.
  const std::vector<PageNode> parts = UnitListParts(state);
  const auto form = std::ranges::find(parts, "form", &PageNode::key);
  ASSERT_NE(form, parts.end());
  EXPECT_EQ(form->children.size(), size_t{3}) << "its head, the noise, step 64";
  for (int times = 0; times < 8; ++times) {
    Told(state, static_cast<uint16_t>(68 + 4 * times), 0.1f);
  }
  EXPECT_NE(FormFires(state.form).find("hardly more"), std::string::npos);
}

TEST(PicturesGrowing, PausesAndGoesOnFromWhereItWas) {
  PicturesState state = AtUnits();
  ApplyToPictures(state, "grow", "");
  const RequestId first = state.form.request;
  GrowTo(state, 12);
  EXPECT_TRUE(IsCancelled(ApplyToPictures(state, "grow", ""), first));
  EXPECT_EQ(state.form.request, RequestId{0});
  EXPECT_EQ(state.form.step, 12);
  const auto again = AskedForm(ApplyToPictures(state, "grow", ""));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->from, 12);
  // What was said before it was paused says nothing new.
  const auto pixels = state.form.pixels;
  Told(state, 8, 1);
  EXPECT_EQ(state.form.pixels, pixels);
  GrowTo(state, kFormSteps);
  EXPECT_TRUE(state.form.is_whole());
  EXPECT_EQ(state.form.request, RequestId{0});
  const auto other = AskedForm(ApplyToPictures(state, "grow", ""));
  ASSERT_TRUE(other);
  EXPECT_EQ(other->seed, 2u) << "another one";
  EXPECT_EQ(other->from, 0);
}

TEST(PicturesGrowing, IsStoppedWhenItIsNotLookedAtAnyMore) {
  const std::pair<const char*, const char*> ways[] = {
      {"unit", "4 403"}, {"tab", "grid"}, {"ghost", ""}};
  for (const auto& [action, argument] : ways) {
    PicturesState state = AtUnits();
    ApplyToPictures(state, "grow", "");
    const RequestId id = state.form.request;
    GrowTo(state, 8);
    EXPECT_TRUE(IsCancelled(ApplyToPictures(state, action, argument), id)) << action;
    EXPECT_EQ(state.form.request, RequestId{0});
  }
  // And is there still when one comes back, until another grows.
  PicturesState state = AtUnits();
  ApplyToPictures(state, "grow", "");
  GrowTo(state, 8);
  ApplyToPictures(state, "unit", "4 403");
  EXPECT_EQ(FormSeen(state), nullptr);
  ApplyToPictures(state, "unit", "4 402");
  ASSERT_NE(FormSeen(state), nullptr);
  EXPECT_EQ(FormSeen(state)->step, 8);
}

TEST(PicturesGrowing, StillsCanBeGoneBackTo) {
  PicturesState state = AtUnits();
  ApplyToPictures(state, "grow", "");
  GrowTo(state, 200);
  ApplyToPictures(state, "grow-still", "1");
  EXPECT_EQ(FormShown(state), state.form.stills[1].pixels);
  EXPECT_TRUE(Shows(state, state.form.stills[1].pixels));
  ApplyToPictures(state, "grow-still", "3");
  EXPECT_EQ(FormShown(state), state.form.pixels) << "one that is still to come cannot be";
  PictureKey(state, "ArrowLeft", true);
  EXPECT_EQ(state.form.looked_at, 2);
  PictureKey(state, "ArrowLeft", true);
  PictureKey(state, "ArrowLeft", true);
  PictureKey(state, "ArrowLeft", true);
  EXPECT_EQ(state.form.looked_at, 0);
  for (int times = 0; times < 3; ++times) PictureKey(state, "ArrowRight", true);
  EXPECT_EQ(state.form.looked_at, -1);
}

TEST(PicturesGrowing, WhoWantsNoMotionIsShownStills) {
  PicturesState state = AtUnits();
  state.is_calm = true;
  ApplyToPictures(state, "grow", "");
  GrowTo(state, 64);
  const auto still = FormShown(state);
  EXPECT_EQ(still, state.form.stills[1].pixels);
  GrowTo(state, 188);
  EXPECT_EQ(FormShown(state), still);
  GrowTo(state, 192);
  EXPECT_EQ(FormShown(state), state.form.stills[2].pixels);
}

TEST(PicturesGrowing, AsksBeforeTheNetworkIsFetchedWhereBytesAreDear) {
  PicturesState state = AtUnits();
  state.is_careful = true;
  const Effects effects = ApplyToPictures(state, "grow", "");
  const auto ask = std::ranges::find_if(effects, [](const Effect& effect) {
    return std::holds_alternative<AskEngineEffect>(effect);
  });
  ASSERT_NE(ask, effects.end());
  EXPECT_TRUE(std::get<AskEngineEffect>(*ask).only_if_here);
  TakePicturesReply(state, {state.form.request, Error{ErrorCode::kNeedsConsent, ""}});
  EXPECT_NE(PageTextOf(state).find("4.7 MB"), std::string::npos);
  EXPECT_TRUE(AskedForm(ApplyToPictures(state, "fetch", "")));
}

TEST(PicturesGrowing, WhatBreaksItOffIsOneSentenceAndNothingIsLost) {
  PicturesState state = AtUnits();
  ApplyToPictures(state, "grow", "");
  GrowTo(state, 12);
  TakePicturesReply(state, {state.form.request, Error{ErrorCode::kUnavailable, "It is gone."}});
  EXPECT_NE(PageTextOf(state).find("Stopped at step 12. It is gone."), std::string::npos);
  EXPECT_NE(FormShown(state), nullptr);
  EXPECT_EQ(AskedForm(ApplyToPictures(state, "grow", ""))->from, 12);
  // An answer that is of something else is not believed.
  PicturesGrowAnswer odd{4, 8, 1, 2, std::vector<uint8_t>(12)};
  const RequestId id = state.form.request;
  EXPECT_TRUE(
      IsCancelled(TakePicturesReply(state, {id, RoomReply{WritePicturesAnswer(odd), false}}), id));
  EXPECT_FALSE(state.form.problem.empty());
}

}  // namespace
}  // namespace meander
