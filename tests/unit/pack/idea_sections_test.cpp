// The map of ideas that a pack of neurons carries along: what is written comes back, what cannot be
// is refused, and the nearest articles are the nearest by their codes.
#include "pack/idea_sections.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

IdeaCodes ThreeArticles() {
  IdeaCodes codes;
  codes.titles = {"Köln", "River", "Tea"};
  // Four numbers in two parts: centroid 0 is (.7, 0), 1 is (0, .7), 2 is (-.7, 0).
  codes.book = {4, 2, {0, 0, 0, 0}, {}, {}, {.01f, .01f}, {}};
  codes.book.centroids.assign(2 * 256 * 2, 0);
  for (int part = 0; part < 2; ++part) {
    int8_t* const centroids = &codes.book.centroids[static_cast<size_t>(part) * 512];
    centroids[0] = 70;
    centroids[3] = 70;
    centroids[4] = -70;
  }
  codes.codes = {0, 0, 1, 1, 2, 0};
  return codes;
}

TEST(IdeaSections, PlacesComeBack) {
  const IdeaPlaces places{{{0, 65535, 7, 9}}, {{1, 2, 3, 4, 5, 6}}};
  const auto bytes = WriteIdeaPlaces(places);
  const auto read = ReadIdeaPlaces(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->articles.codes, places.articles.codes);
  EXPECT_EQ(read->windows.codes, places.windows.codes);
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(ReadIdeaPlaces(ByteSpan(bytes).first(size))) << size;
  }
  EXPECT_FALSE(ReadIdeaPlaces(WriteIdeaPlaces({{}, {{1, 2}}})));  // a map of nothing
}

TEST(IdeaSections, CodesComeBackAndFindTheNearest) {
  const auto bytes = WriteIdeaCodes(ThreeArticles(), "e");
  const auto read = ReadIdeaCodes(bytes, "e");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->titles, ThreeArticles().titles);
  const auto nearest = read->Nearest(std::vector<float>{.8f, 0, .6f, 0}, 2);
  ASSERT_EQ(nearest.size(), 2u);
  EXPECT_EQ(nearest[0].item, 0u);
  EXPECT_NEAR(nearest[0].cosine, .99, .02);
  EXPECT_EQ(nearest[1].item, 1u);
  EXPECT_EQ(read->Nearest(std::vector<float>{-.8f, 0, .6f, 0}, 9).size(), 3u);
  EXPECT_EQ(read->Nearest(std::vector<float>{-.8f, 0, .6f, 0}, 9)[0].item, 2u);
  EXPECT_FALSE(ReadIdeaCodes(bytes, "other"));
  for (size_t size = 0; size < bytes.size(); size += 7) {
    EXPECT_FALSE(ReadIdeaCodes(ByteSpan(bytes).first(size), "e")) << size;
  }
  for (const char* title : {"", "a\xff"}) {
    IdeaCodes bad = ThreeArticles();
    bad.titles[1] = title;
    EXPECT_FALSE(ReadIdeaCodes(WriteIdeaCodes(bad, "e"), "e"));
  }
}

}  // namespace
}  // namespace meander
