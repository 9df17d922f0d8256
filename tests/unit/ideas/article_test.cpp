// What the pane says of an article beside its text: how far each link leads before it is followed,
// that the text is an introduction and where the rest is, and where map and meaning disagree about
// a hop.
#include <gtest/gtest.h>

#include "canvas/words.h"
#include "ideas/page.h"
#include "page_faults.h"
#include "small_map.h"

namespace meander {
namespace {

Page PageOf(const IdeasState& state) { return IdeasPage(state, WholeView(state.map)); }

std::vector<const PageNode*> Styled(const std::vector<const PageNode*>& nodes,
                                    std::string_view style) {
  std::vector<const PageNode*> found;
  for (const PageNode* node : nodes) {
    if (node->style == style) found.push_back(node);
  }
  return found;
}

TEST(ArticlePane, EveryLinkSaysHowFarItLeadsBeforeItIsFollowed) {
  IdeasState state = EmptyState();
  OpenArticle(state, 7);
  ArticleReply reply = MadeUpArticle(7);
  reply.article.text = "one two three four";
  reply.article.links = {{0, 3, 1, .415f}, {4, 7, 2, .414f}, {8, 13, 3, .258f}, {14, 18, 4, .257f}};
  TakeReply(state, {state.pane.request, reply});
  const Page page = PageOf(state);
  std::vector<std::string> said;
  for (const PageNode* node : NodesOf(page)) {
    if (node->kind == PageKind::kArc) said.push_back(node->label);
  }
  EXPECT_EQ(said, (std::vector<std::string>{
                      std::string(words::kLinkNear), std::string(words::kLinkMiddling),
                      std::string(words::kLinkMiddling), std::string(words::kLinkFar)}));
  EXPECT_EQ(FaultOf(page), "");
}

TEST(ArticlePane, TheTextIsCalledAnIntroductionAndAPlainLinkLeadsOn) {
  IdeasState state = EmptyState();
  OpenArticle(state, 7);
  ArticleReply reply = MadeUpArticle(7);
  for (const std::string address : {"https://en.wikipedia.org/wiki/Loom", ""}) {
    reply.article.address = address;
    TakeReply(state, {state.pane.request, reply});
    const Page page = PageOf(state);
    const std::vector<const PageNode*> nodes = NodesOf(page);
    const auto credit = Styled(nodes, "small credit");
    ASSERT_EQ(credit.size(), 1u);
    EXPECT_NE(NameOf(*credit[0]).find("introduction of Wikipedia"), std::string::npos);
    const PageNode* link = nullptr;
    for (const PageNode& child : credit[0]->children) {
      if (child.kind == PageKind::kLink) link = &child;
    }
    ASSERT_EQ(link != nullptr, !address.empty()) << "no link where there is no address";
    if (link == nullptr) continue;
    EXPECT_EQ(link->text, "Read on at Wikipedia");
    EXPECT_EQ(link->href, address);
    EXPECT_TRUE(link->on_press.empty()) << "the browser's own link, nothing of ours";
    OpenArticle(state, 8);
    OpenArticle(state, 7);
  }
}

// Dots of the small map stand .36 apart; item 29 is right at the other corner from 0.
TEST(JourneyPane, AHopTheMapDrawsOtherwiseThanItIsHasAMark) {
  struct Case {
    uint32_t to;
    float length;
    std::string_view said;
  };
  constexpr Case kCases[] = {
      {29, .4f, words::kJourneyDrawnLong},   // across the map, close in meaning
      {29, .9f, {}},                         // across the map and far
      {30, .9f, words::kJourneyDrawnShort},  // on the same place, far in meaning
      {30, .4f, {}},                         // on the same place and close
      {1, .9f, {}},                          // neither long nor short
      {29, kUnknownLength, {}},              // nothing is known yet
  };
  const SmallPack pack = MakePlainPack(31);
  for (const Case& hop : kCases) {
    IdeasState state = EmptyState(pack);
    OpenArticle(state, 0);
    OpenArticle(state, hop.to);
    state.journey.stops[1].length = hop.length;
    const Page page = PageOf(state);
    const std::vector<const PageNode*> nodes = NodesOf(page);
    const auto marks = Styled(nodes, "small odd");
    ASSERT_EQ(marks.size(), hop.said.empty() ? 0u : 1u) << hop.to << " at " << hop.length;
    if (!marks.empty()) {
      EXPECT_EQ(marks[0]->text, hop.said);
    }
  }
}

}  // namespace
}  // namespace meander
