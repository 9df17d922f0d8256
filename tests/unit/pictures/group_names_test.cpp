// What groups are called follows from the shapes they have.
#include "pictures/group_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace meander {
namespace {

constexpr int kSide = 14;

using Strength = std::function<float(float, float)>;  // of x and y, 0 … 1

std::vector<PictureGroup> Groups(const std::vector<Strength>& shapes) {
  std::vector<PictureGroup> groups;
  for (const Strength& shape : shapes) {
    PictureGroup group;
    for (int place = 0; place < kSide * kSide; ++place) {
      group.strengths.push_back(shape((static_cast<float>(place % kSide) + 0.5f) / kSide,
                                      (static_cast<float>(place / kSide) + 0.5f) / kSide));
    }
    groups.push_back(std::move(group));
  }
  return groups;
}
// A round spot.
Strength Spot(float at_x, float at_y, float radius = 0.12f) {
  return [=](float x, float y) {
    const float off = (x - at_x) * (x - at_x) + (y - at_y) * (y - at_y);
    return off < radius * radius ? 1.f : 0.f;
  };
}
Strength Both(Strength one, Strength other) {
  return [=](float x, float y) { return std::max(one(x, y), other(x, y)); };
}
Strength Where(std::function<bool(float, float)> is_in) {
  return [=](float x, float y) { return is_in(x, y) ? 1.f : 0.f; };
}
std::string NameOf(const Strength& shape) { return GroupShapeName(Groups({shape}), 0); }

TEST(PicturesGroupNames, ASpotIsCalledByItsPlace) {
  EXPECT_EQ(NameOf(Spot(0.5f, 0.5f)), "The middle");
  EXPECT_EQ(NameOf(Spot(0.3f, 0.3f)), "Upper left");
  EXPECT_EQ(NameOf(Spot(0.7f, 0.9f)), "Bottom right");
}

TEST(PicturesGroupNames, WhatReachesFarIsNoSpot) {
  EXPECT_EQ(NameOf(Where([](float, float) { return true; })), "All over");
  EXPECT_EQ(NameOf(Where([](float x, float y) { return std::min({x, y, 1 - x, 1 - y}) < 0.15f; })),
            "Around the edge");
  EXPECT_EQ(NameOf(Where([](float, float y) { return y < 0.3f; })), "Upper half");
  EXPECT_EQ(NameOf(Where([](float, float y) { return y > 0.7f; })), "Lower half");
  EXPECT_EQ(NameOf(Where([](float x, float) { return x < 0.3f; })), "Left half");
  EXPECT_EQ(NameOf(Where([](float x, float) { return x > 0.7f; })), "Right half");
  EXPECT_EQ(NameOf(Where([](float, float y) { return y > 0.4f && y < 0.6f; })),
            "Across the middle");
  EXPECT_EQ(NameOf(Where([](float x, float) { return x > 0.4f && x < 0.6f; })), "Down the middle");
  EXPECT_EQ(NameOf(Spot(0.35f, 0.35f, 0.32f)), "Wide, upper left");
}

TEST(PicturesGroupNames, TwoSpotsAreTwoWhereverTheyLie) {
  EXPECT_EQ(NameOf(Both(Spot(0.3f, 0.4f), Spot(0.7f, 0.42f))), "Two, side by side");
  EXPECT_EQ(NameOf(Both(Spot(0.5f, 0.2f), Spot(0.52f, 0.8f))), "Two, one above the other");
  EXPECT_EQ(NameOf(Both(Spot(0.8f, 0.8f), Spot(0.2f, 0.2f))), "Two, slanting down");
  EXPECT_EQ(NameOf(Both(Spot(0.2f, 0.8f), Spot(0.8f, 0.2f))), "Two, slanting up");
  // A speck beside a spot is none.
  EXPECT_EQ(NameOf(Both(Spot(0.3f, 0.3f, 0.2f), Spot(0.9f, 0.9f, 0.05f))), "Upper left");
}

TEST(PicturesGroupNames, SpotsHereAndThereAreNotTheMiddleOfThem) {
  const Strength four =
      Both(Both(Spot(0.2f, 0.2f), Spot(0.8f, 0.2f)), Both(Spot(0.2f, 0.8f), Spot(0.8f, 0.8f)));
  EXPECT_EQ(NameOf(four), "Scattered spots");
  // Two large ones among many small ones are no pair.
  Strength many = Both(Spot(0.25f, 0.25f, 0.16f), Spot(0.75f, 0.75f, 0.16f));
  for (const float x : {0.5f, 0.75f, 0.95f}) many = Both(many, Spot(x, 0.1f, 0.09f));
  for (const float x : {0.05f, 0.25f, 0.5f}) many = Both(many, Spot(x, 0.9f, 0.09f));
  EXPECT_EQ(NameOf(many), "Scattered spots");
}

TEST(PicturesGroupNames, OnlyWhatAGroupHasBeyondTheOthersCounts) {
  // Both fire everywhere a little, as groups do.
  const auto with_ground = [](Strength spot) -> Strength {
    return [=](float x, float y) { return 0.3f + spot(x, y); };
  };
  const std::vector<PictureGroup> groups =
      Groups({with_ground(Spot(0.3f, 0.3f)), with_ground(Spot(0.7f, 0.7f))});
  EXPECT_EQ(GroupShapeName(groups, 0), "Upper left");
  EXPECT_EQ(GroupShapeName(groups, 1), "Lower right");
}

TEST(PicturesGroupNames, ThoseThatLieAlikeAreToldApartByWhatTheySay) {
  std::vector<PictureGroup> groups = Groups({Spot(0.3f, 0.3f), Spot(0.7f, 0.7f), Spot(0.3f, 0.3f)});
  const auto kind = [](size_t at) { return at == 0 ? "tiger cat" : "lynx"; };
  for (PictureGroup& group : groups) group.class_effects = {0.2f, 0.1f};
  groups[2].class_effects = {0.2f, 0.7f};
  const std::vector<std::string> names = GroupNames(groups, kind);
  EXPECT_EQ(names[0], "Upper left, for tiger cat");
  EXPECT_EQ(names[1], "Lower right") << "alone there, it needs no more";
  EXPECT_EQ(names[2], "Upper left, for lynx");
  // One that takes from every kind is called after none; what is left alike is counted.
  groups[0].class_effects = groups[2].class_effects = {-0.2f, -0.1f};
  EXPECT_EQ(GroupNames(groups, kind)[2], "Upper left, 2");
}

TEST(PicturesGroupNames, AnswersOfNoShapeHaveNamesAllTheSame) {
  std::vector<PictureGroup> groups = Groups({Where([](float, float) { return false; })});
  EXPECT_EQ(GroupShapeName(groups, 0), "All over") << "it leads nowhere";
  groups[0].strengths = {1, 0, 0};
  EXPECT_EQ(GroupShapeName(groups, 0), "") << "no square";
  groups[0].strengths.clear();
  EXPECT_EQ(GroupShapeName(groups, 0), "");
}

}  // namespace
}  // namespace meander
