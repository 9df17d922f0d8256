// Help tells how far the map can be trusted, from the pack's own measures.
#include <gtest/gtest.h>

#include "ideas/page.h"
#include "page_faults.h"
#include "small_map.h"

namespace meander {
namespace {

SmallPack MeasuredPack() {
  SmallPack pack = MakeSmallPack();
  const std::vector<uint8_t> bytes = WriteMeasures({.45f, .39f, .9844f, .8419f, .89f});
  pack.head.sections.push_back(
      {"measures",
       1,
       false,
       {{"measures", 0, kSmallItems, static_cast<uint32_t>(bytes.size()), 0}}});
  pack.chunks["measures"] = {{pack.head.sections.back().chunks[0], bytes}};
  return pack;
}

TEST(About, IsMeasuredAndLeadsToHowItWasWorkedOut) {
  const SmallPack pack = MeasuredPack();
  IdeasState state;
  StartIdeas(state, pack.head, {});
  for (const SectionRef& section : pack.head.sections) {
    if (section.name == "measures") continue;
    for (const auto& [chunk, bytes] : pack.chunks.at(section.name)) {
      TakeChunk(state, section.name, chunk, ByteSpan(bytes));
    }
  }
  const auto fetched = Only<FetchEffect>(Apply(state, "help", ""));
  ASSERT_EQ(fetched.size(), 1u);
  EXPECT_EQ(fetched[0].section, "measures");
  const View view = WholeView(state.map);
  EXPECT_EQ(PageText(IdeasPage(state, view)).find("in 100"), std::string::npos);
  const auto& [chunk, bytes] = pack.chunks.at("measures")[0];
  TakeChunk(state, "measures", chunk, ByteSpan(bytes));
  const Page page = IdeasPage(state, view);
  const std::string text = PageText(page);
  EXPECT_NE(text.find("4.5 stay near"), text.npos) << text;
  EXPECT_NE(text.find("0.984"), text.npos);
  EXPECT_NE(text.find("84 in 100"), text.npos);
  int links = 0;
  for (const PageNode* node : NodesOf(page)) links += node->href == "./how.html";
  EXPECT_EQ(links, 2);  // from help, and from the line below the article
  EXPECT_TRUE(Apply(state, "help", "").empty());
}

TEST(About, AFaultyMeasureIsNotTold) {
  const SmallPack pack = MeasuredPack();
  IdeasState state = StateOf(MakeSmallPack());
  const std::vector<uint8_t> bytes(10, 0xff);
  TakeChunk(state, "measures", pack.chunks.at("measures")[0].first, ByteSpan(bytes));
  EXPECT_FALSE(state.map.measures().has_value());
  EXPECT_TRUE(state.map_error.empty());
}

}  // namespace
}  // namespace meander
