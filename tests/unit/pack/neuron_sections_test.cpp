// A pack of neurons: what is written comes back, whatever does not fit together is refused, and the
// nearest anchor is the nearest.
#include "pack/neuron_sections.h"

#include <gtest/gtest.h>

#include "pack/sections.h"

namespace meander {
namespace {

KnownWindows TwoWindows() {
  return {{{false, "Köln"}, {true, "Emma"}},
          {{0, 0, "Köln is a city."}, {0, 0, "A river."}, {1, 7, "Emma was clever."}}};
}

TEST(NeuronSections, WindowsComeBackWithTheirSources) {
  const auto read = ReadWindows(WriteWindows(TwoWindows()));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->windows.size(), 3u);
  EXPECT_EQ(read->windows[1].source, 0u);
  EXPECT_EQ(read->windows[1].id, StableId("Köln"));  // an article's is found from its title
  EXPECT_EQ(read->windows[2].id, 7u);
  EXPECT_TRUE(read->sources[1].is_shelf);
  EXPECT_EQ(read->windows[2].text, "Emma was clever.");
  KnownWindows bad = TwoWindows();
  bad.windows[0].text = "two\nlines";
  EXPECT_FALSE(ReadWindows(WriteWindows(bad)));
  bad = TwoWindows();
  bad.windows[0].text.assign(kMaxWindowBytes + 1, 'x');
  EXPECT_FALSE(ReadWindows(WriteWindows(bad)));
  bad = TwoWindows();
  bad.sources[0].title = "";
  EXPECT_FALSE(ReadWindows(WriteWindows(bad)));
}

TEST(NeuronSections, NeuronsComeBackAsNearlyAsTheirBytesCan) {
  NeuronRecord record;
  record.strongest = 3.25f;
  record.fires_on = .03f;
  record.name = {7, 30000, kNothing};
  record.name_fits = .5f;
  record.contexts[0] = {2, 0, 4, 1};
  record.contexts[1] = {0, 9, 10, .6f};
  const std::vector<uint8_t> bytes = WriteNeurons(std::vector{record, NeuronRecord()});
  EXPECT_EQ(bytes.size(), 2 * size_t{kNeuronBytes});
  const auto read = ReadNeurons(bytes, 2);
  ASSERT_TRUE(read);
  EXPECT_NEAR((*read)[0].strongest, 3.25, 1e-3);
  EXPECT_NEAR((*read)[0].fires_on, .03, .001);
  EXPECT_EQ((*read)[0].name, record.name);
  EXPECT_NEAR((*read)[0].contexts[1].share, .6, .003);
  EXPECT_EQ((*read)[0].contexts[2].window, kNothing);
  EXPECT_EQ((*read)[1].strongest, 0);
  EXPECT_TRUE(CheckContexts(*read, TwoWindows()));
}

TEST(NeuronSections, ContextsMustBeWordsOfWindows) {
  const KnownWindows known = TwoWindows();
  const auto is_refused = [&](NeuronRecord::Context first, NeuronRecord::Context second = {}) {
    NeuronRecord record;
    record.contexts[0] = first;
    record.contexts[1] = second;
    const auto read = ReadNeurons(WriteNeurons(std::vector{record}), 1);
    return !read || !CheckContexts(*read, known);
  };
  EXPECT_FALSE(is_refused({0, 0, 5, 1}));
  EXPECT_TRUE(is_refused({3, 0, 1, 1}));      // no such window
  EXPECT_TRUE(is_refused({0, 0, 200, 1}));    // beyond its end
  EXPECT_TRUE(is_refused({0, 2, 5, 1}));      // inside a letter
  EXPECT_TRUE(is_refused({0, 5, 5, 1}));      // nothing
  EXPECT_TRUE(is_refused({}, {0, 0, 5, 1}));  // a gap before it
}

// Two depths, four numbers in two parts: centroid 0 is (1, 0), 1 is (0, 1), 2 is (-1, 0).
Anchors SmallAnchors() {
  Anchors anchors;
  anchors.words = {{0, 0, 5}, {1, 2, 7}, {2, 0, 4}};
  anchors.means = {{0, 0, 0, 0}, {1, 1, 1, 1}};
  anchors.book = {4, 2, {0, 0, 0, 0}, {}, {}, {.01f, .01f}, {}};
  anchors.book.centroids.assign(2 * 256 * 2, 0);
  for (int part = 0; part < 2; ++part) {
    int8_t* const centroids = &anchors.book.centroids[static_cast<size_t>(part) * 512];
    centroids[0] = 70;
    centroids[3] = 70;
    centroids[4] = -70;
  }
  anchors.codes = {0, 0, 1, 1, 2, 2, /**/ 2, 2, 0, 1, 1, 0};
  return anchors;
}

TEST(NeuronSections, TheNearestAnchorIsTheNearest) {
  const auto anchors = ReadAnchors(WriteAnchors(SmallAnchors(), "e"), "e");
  ASSERT_TRUE(anchors);
  const auto nearest = [&](size_t depth, std::vector<double> state) {
    return anchors->Nearest(depth, state);
  };
  EXPECT_EQ(nearest(0, {5, 0, 5, 0}).anchor, 0u);
  EXPECT_EQ(nearest(0, {0, 5, .1, 5}).anchor, 1u);
  EXPECT_EQ(nearest(0, {-1, 0, -1, 0}).anchor, 2u);
  EXPECT_NEAR(nearest(0, {5, 0, 5, 0}).closeness, .99, .01);
  EXPECT_EQ(nearest(1, {2, 1, 1, 2}).anchor, 1u);  // less the mean: (1, 0, 0, 1)
  EXPECT_EQ(nearest(1, {0, 1, 0, 1}).anchor, 0u);
  EXPECT_EQ(nearest(1, {1, 1, 1, 1}).closeness, 0);  // nothing but the mean
}

TEST(NeuronSections, AnchorsMustBeWordsOfWindowsAndOfThatEncoder) {
  EXPECT_TRUE(CheckAnchors(SmallAnchors(), TwoWindows()));
  EXPECT_FALSE(ReadAnchors(WriteAnchors(SmallAnchors(), "other"), "e"));
  Anchors bad = SmallAnchors();
  bad.words[2].window = 3;
  EXPECT_FALSE(CheckAnchors(bad, TwoWindows()));
  bad = SmallAnchors();
  bad.words[1].end = 100;
  EXPECT_FALSE(CheckAnchors(bad, TwoWindows()));
  bad = SmallAnchors();
  bad.words[0].begin = 2;  // inside a letter
  EXPECT_FALSE(CheckAnchors(bad, TwoWindows()));
  bad = SmallAnchors();
  bad.means[0][0] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_FALSE(ReadAnchors(WriteAnchors(bad, "e"), "e"));
}

}  // namespace
}  // namespace meander
