// Soft-edged triangles: what they cover, weighed by opacity, is what the shape should cover.
#include "canvas/draw/mesh.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace meander {
namespace {

constexpr PackedColor kWhite = 0xFFFFFFFFu;

// Area times mean opacity over all triangles: exact for opacity that varies linearly.
double Coverage(const Mesh& mesh) {
  double sum = 0;
  for (size_t i = 0; i < mesh.indices.size(); i += 3) {
    const auto& a = mesh.vertices[mesh.indices[i]];
    const auto& b = mesh.vertices[mesh.indices[i + 1]];
    const auto& c = mesh.vertices[mesh.indices[i + 2]];
    const Point2 u = b.at_px - a.at_px, v = c.at_px - a.at_px;
    const double opacity = ((a.color >> 24) + (b.color >> 24) + (c.color >> 24)) / (3.0 * 255);
    sum += std::fabs(u.x * v.y - u.y * v.x) / 2 * opacity;
  }
  return sum;
}

TEST(Stroke, CoversItsLengthTimesItsWidth) {
  const Polyline line = FlattenQuadratic({10, 10}, {110, 10}, {210, 10});
  EXPECT_NEAR(line.length_px(), 200, 1e-3);
  Mesh mesh;
  AddStroke(line,
            {.begin_px = 0,
             .end_px = 200,
             .width_from_px = 2,
             .width_to_px = 4,
             .round_caps = false,
             .soft_px = 1},
            kWhite, mesh);
  // A flat end fades over one pixel more at each end: half a pixel's worth of width 2 and of
  // width 4.
  EXPECT_NEAR(Coverage(mesh), 200 * 3 + 1 + 2, 1.5);
}

TEST(Stroke, ThinLinesGetFainterNotNarrower) {
  Mesh mesh;
  AddStroke(FlattenQuadratic({0, 0}, {50, 0}, {100, 0}),
            {.begin_px = 0,
             .end_px = 100,
             .width_from_px = 0.4f,
             .width_to_px = 0.4f,
             .round_caps = false,
             .soft_px = 1},
            kWhite, mesh);
  EXPECT_NEAR(Coverage(mesh), 40, 1.5);
}

TEST(Stroke, PartOfACurve) {
  const Polyline line = FlattenQuadratic({0, 0}, {100, 100}, {200, 0});
  Mesh mesh;
  AddStroke(line,
            {.begin_px = 20,
             .end_px = 70,
             .width_from_px = 3,
             .width_to_px = 3,
             .round_caps = true,
             .soft_px = 1},
            kWhite, mesh);
  EXPECT_NEAR(Coverage(mesh), 50 * 3 + std::numbers::pi * 1.5 * 1.5, 3);
  Mesh nothing;
  AddStroke(line, {.begin_px = 70, .end_px = 70}, kWhite, nothing);
  EXPECT_TRUE(nothing.indices.empty());
}

TEST(Stroke, PointsThatFallTogetherDrawNothingAndDoNotCrash) {
  Mesh mesh;
  AddStroke(FlattenQuadratic({5, 5}, {5, 5}, {5, 5}), {.begin_px = 0, .end_px = 10}, kWhite, mesh);
  EXPECT_TRUE(mesh.indices.empty());
}

TEST(Dashes, OneForEveryPeriod) {
  const Polyline line = FlattenQuadratic({0, 0}, {55, 0}, {110, 0});
  Mesh one, all;
  AddStroke(line,
            {.begin_px = 0, .end_px = 6, .width_from_px = 2, .width_to_px = 2, .round_caps = false},
            kWhite, one);
  AddDashes(line, {.begin_px = 0, .end_px = 110, .width_from_px = 2, .width_to_px = 2}, 6, 5,
            kWhite, all);
  EXPECT_NEAR(Coverage(all), 10 * Coverage(one), 1);
  Mesh dots;
  AddDashes(line, {.begin_px = 0, .end_px = 110, .width_from_px = 3, .width_to_px = 3}, 0, 5,
            kWhite, dots);
  EXPECT_NEAR(Coverage(dots), 22 * std::numbers::pi * 1.5 * 1.5, 8);
}

TEST(Disc, CoversItsArea) {
  Mesh disc, ring;
  AddDisc({50, 50}, 11, 1, kWhite, disc);
  EXPECT_NEAR(Coverage(disc), std::numbers::pi * 121, 6);
  AddRing({50, 50}, 11, 2, 1, kWhite, ring);
  EXPECT_NEAR(Coverage(ring), 2 * std::numbers::pi * 11 * 2, 3);
}

TEST(Convex, CoversItsAreaEitherWayRound) {
  const std::vector<Point2> square = {{0, 0}, {20, 0}, {20, 10}, {0, 10}};
  const std::vector<Point2> other(square.rbegin(), square.rend());
  Mesh one, two;
  AddConvex(square, 1, kWhite, one);
  AddConvex(other, 1, kWhite, two);
  EXPECT_NEAR(Coverage(one), 200, 2);
  EXPECT_NEAR(Coverage(two), Coverage(one), 1e-3);
}

TEST(Hatching, TwoFifthsOfTheGroundAndNothingOutside) {
  Mesh mesh;
  const Rect rect{{10, 10}, {110, 90}};
  AddHatching(rect, 0.01f, kWhite, mesh);
  EXPECT_NEAR(Coverage(mesh) / (100 * 80), 2.4 / 6, 0.02);
  for (const MeshVertex& vertex : mesh.vertices) {
    EXPECT_TRUE((Rect{{9.9f, 9.9f}, {110.1f, 90.1f}}.Contains(vertex.at_px)));
  }
}

TEST(Polyline, PlacesAndDirectionsAlongTheWay) {
  const Polyline line = FlattenQuadratic({0, 0}, {50, 0}, {100, 0});
  EXPECT_NEAR(line.At(53).x, 53, 1e-3);
  EXPECT_NEAR(line.DirectionAt(53).x, 1, 1e-5);
  EXPECT_EQ(line.At(-5).x, 0);
  EXPECT_EQ(line.At(500).x, 100);
}

using Loops = std::vector<std::vector<Point2>>;

// A star of five points, anticlockwise or the other way.
std::vector<Point2> Star(bool turned) {
  std::vector<Point2> star;
  for (int i = 0; i < 10; ++i) {
    const float angle = static_cast<float>(turned ? 10 - i : i) * std::numbers::pi_v<float> / 5;
    const float reach = (turned ? 10 - i : i) % 2 == 0 ? 80.f : 35.f;
    star.push_back({100 + reach * std::cos(angle), 100 + reach * std::sin(angle)});
  }
  return star;
}

TEST(Area, AnyOutlineEitherWayRoundCoversWhatItHolds) {
  const double star = 5 * 80 * 35 * std::sin(std::numbers::pi / 5);
  const std::vector<Point2> hole{{90, 90}, {110, 90}, {110, 110}, {90, 110}};
  const std::vector<Point2> turned_hole(hole.rbegin(), hole.rend());
  for (const bool turned : {false, true}) {
    Mesh mesh;
    AddArea(Loops{Star(turned)}, 1, kWhite, mesh);
    EXPECT_NEAR(Coverage(mesh), star, star * 0.002);
    for (const auto& inside : {hole, turned_hole}) {
      Mesh ring;
      AddArea(Loops{Star(turned), inside}, 1, kWhite, ring);
      EXPECT_NEAR(Coverage(ring), star - 400, star * 0.002);
    }
  }
}

TEST(Area, RepeatedLostAndTooFewPlacesDrawNothingWrong) {
  const std::vector<Point2> square{{0, 0}, {0, 0}, {50, 0}, {50, 50}, {50, 50}, {0, 50}, {0, 0}};
  Mesh mesh;
  AddArea(Loops{square}, 1, kWhite, mesh);
  EXPECT_NEAR(Coverage(mesh), 2500, 1);
  Mesh nothing;
  AddArea({}, 1, kWhite, nothing);
  AddArea(Loops{std::vector<Point2>{{1, 1}, {2, 2}}}, 1, kWhite, nothing);
  AddArea(Loops{std::vector<Point2>(9, {5, 5})}, 1, kWhite, nothing);
  AddArea(Loops{std::vector<Point2>(9, {std::nanf(""), 5})}, 1, kWhite, nothing);
  AddLoop(std::vector<Point2>(9, {5, 5}), 2, 1, kWhite, nothing);
  EXPECT_TRUE(nothing.indices.empty());
  Mesh around;
  AddLoop(square, 4, 1, kWhite, around);
  EXPECT_NEAR(Coverage(around), 4 * 200, 4);
}

}  // namespace
}  // namespace meander
