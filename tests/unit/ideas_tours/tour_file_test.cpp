// A tour's file: what is read, what is refused and in which words, and where a file may lie.
#include <gtest/gtest.h>

#include "../../source_dir.h"
#include "base/files.h"
#include "made_tour.h"

namespace meander {
namespace {

std::string SentenceFor(std::string_view text) {
  const auto file = ReadTourFile(text, Map());
  return file ? "read" : file.error().message;
}
std::string WithStops(std::string_view stops) {
  return R"({"meander":"tour","version":1,"title":"T","stops":)" + std::string(stops) + "}";
}

TEST(TourFile, ComesBackAsItWasWritten) {
  const auto file = ReadTourFile(MadeFile(), Map());
  ASSERT_TRUE(file);
  EXPECT_EQ(file->tour, MadeTour());
  EXPECT_EQ(file->unknown_stops, 0);
}

TEST(TourFile, TheShippedTourIsAboutThisManyIdeasAndWithinItsBounds) {
  const std::string path = std::string(kSourceDir) + "/data/tours/where-are-we.json";
  const auto text = ReadTextFile(path);
  ASSERT_TRUE(text);
  const std::vector<std::string> titles{"Ship",
                                        "Polaris",
                                        "Longitude",
                                        "Clock",
                                        "Atomic clock",
                                        "General relativity",
                                        "Global Positioning System"};
  const auto file = ReadTourFile(*text, MapOf(MakeSmallPack(titles)));
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->tour.stops.size(), titles.size());
  EXPECT_EQ(file->unknown_stops, 0);
  EXPECT_EQ(file->tour.stops[0].frame, (std::vector<uint32_t>{0, 1, 2, 3}));
}

TEST(TourFile, TellsTheAuthorWhatToMend) {
  EXPECT_EQ(SentenceFor("no"), "That is not a whole tour. Ask for it again.");
  EXPECT_EQ(SentenceFor(R"({"meander":"journey","version":1})"),
            "That is not a whole tour. Ask for it again.");
  EXPECT_EQ(SentenceFor(R"({"meander":"tour","version":2})"),
            "That tour was made for a newer Meander. Please reload the page.");
  EXPECT_EQ(SentenceFor(R"({"meander":"tour","version":1,"stops":[]})"),
            "This tour has no title, or one longer than 120 letters.");
  EXPECT_EQ(SentenceFor(WithStops("[]")), "This tour has no stops.");
  EXPECT_EQ(SentenceFor(WithStops("{}")), "This tour has no stops.");
  EXPECT_EQ(SentenceFor(WithStops(R"([{"idea":"Coffee"},{"caption":"x"}])")),
            "Stop 2 of this tour names no idea.");
  EXPECT_EQ(SentenceFor(WithStops(R"(["Coffee"])")), "Stop 1 of this tour names no idea.");
  EXPECT_EQ(SentenceFor(WithStops(R"([{"idea":"Coffee","caption":7}])")),
            "The caption of stop 1 is no text, or longer than 800 letters.");
  EXPECT_EQ(
      SentenceFor(WithStops(R"([{"idea":"Coffee","caption":")" + std::string(801, 'a') + R"("}])")),
      "The caption of stop 1 is no text, or longer than 800 letters.");
  for (const char* camera :
       {"7", "{}", R"({"center":[0,0]})", R"({"center":[0],"half_side":1})",
        R"({"center":[0,"x"],"half_side":1})", R"({"center":[0,9],"half_side":1})",
        R"({"center":[0,0],"half_side":0})", R"({"frame":"Coffee"})", R"({"frame":[1]})",
        R"({"frame":["1","2","3","4","5","6","7","8","9"]})"}) {
    EXPECT_EQ(SentenceFor(WithStops(R"([{"idea":"Coffee","camera":)" + std::string(camera) + "}]")),
              "The camera of stop 1 cannot be read.")
        << camera;
  }
  std::string many = "[";
  for (int i = 0; i < 41; ++i) many += std::string(i > 0 ? "," : "") + R"({"idea":"Coffee"})";
  EXPECT_EQ(SentenceFor(WithStops(many + "]")), "This tour has more than 40 stops.");
  EXPECT_EQ(SentenceFor(std::string(65537, ' ')), "That tour is larger than 64 kB.");
  EXPECT_EQ(SentenceFor(WithStops(R"([{"idea":"Nowhere"}])")),
            "None of that tour’s ideas are on this map.");
}

TEST(TourFile, LeavesOutWhatIsNotOnTheMapAndCounts) {
  const auto file = ReadTourFile(
      WithStops(R"([{"idea":"Nowhere"},{"idea":"Coffee","camera":{"frame":["Gone","Drink"]}}])"),
      Map());
  ASSERT_TRUE(file);
  EXPECT_EQ(file->unknown_stops, 1);
  ASSERT_EQ(file->tour.stops.size(), 1u);
  EXPECT_EQ(file->tour.stops[0].frame, (std::vector<uint32_t>{1}));
}

TEST(TourFile, WordsAreOneLineThatRunsOneWay) {
  EXPECT_EQ(CleanLine("  a\n\tb \x7F c  "), "a b c");
  EXPECT_EQ(CleanLine("a\u202Eb\u2066c\u200Fd"), "a b c d");
  EXPECT_EQ(CleanLine("Łukasz, naïve – “so”"), "Łukasz, naïve – “so”");
  EXPECT_EQ(CleanLine("\xFF"), "\uFFFD");
}

TEST(TourFile, LiesBesideThePageOrBelowIt) {
  for (const char* fine : {"a.json", "./a.json", "tours/where-are-we.json", "a/b/c-1_2.json"}) {
    EXPECT_TRUE(TourAddress(fine)) << fine;
  }
  EXPECT_EQ(*TourAddress("./a.json"), "a.json");
  for (const char* elsewhere :
       {"", "a.txt", ".json", "https://x.org/a.json", "//x.org/a.json", "/a.json", "../a.json",
        "a/../b.json", "a//b.json", "a/.b.json", "a..json", "data:a.json", "a.json?x", "a%2e.json",
        "a\\b.json", "a b.json", "a.json#b.json", "javascript:x.json"}) {
    const auto address = TourAddress(elsewhere);
    ASSERT_FALSE(address) << elsewhere;
    EXPECT_EQ(address.error().message,
              "A tour’s file lies beside this page; that address leads elsewhere.");
  }
  EXPECT_FALSE(TourAddress(std::string(300, 'a') + ".json"));
}

TEST(TourFile, IsToldFromAJourneysFile) {
  EXPECT_TRUE(LooksLikeTourFile(MadeFile()));
  EXPECT_FALSE(LooksLikeTourFile(R"({"meander": "journey", "version": 1})"));
  EXPECT_FALSE(LooksLikeTourFile("tour"));
}

}  // namespace
}  // namespace meander
