// The list twin: rows, order, filters, keys, what it asks for and what it gives to take along.
#include <gtest/gtest.h>

#include <algorithm>

#include "ideas/page.h"
#include "page_faults.h"
#include "small_map.h"

namespace meander {
namespace {

// Links to as many others as item % 5, told by a section of their own.
void TellLinks(IdeasState& state) {
  std::vector<uint8_t> counts;
  for (uint32_t item = 0; item < kSmallItems; ++item) {
    counts.push_back(static_cast<uint8_t>(item % 5));
  }
  const ChunkRef chunk{"link_counts", 0, kSmallItems, kSmallItems, 0};
  TakeChunk(state, kLinkCountsSection, chunk, ByteSpan(counts));
}

// Black hole (item 4) is open and its list is there; the chart shows the lower left of the map,
// items 0 to 2 and 6 to 8.
IdeasState Listing(std::optional<Rect> seen = Rect{{-1, -0.8f}, {-0.1f, -0.2f}}) {
  IdeasState state = EmptyState();
  state.list.seen = seen;
  OpenArticle(state, 4);
  TakeReply(state, {state.pane.request, MadeUpArticle(4)});
  Apply(state, "list", "");
  return state;
}

std::vector<std::string> Titles(const IdeasState& state) {
  std::vector<std::string> titles;
  for (const uint32_t item : state.list.rows) titles.push_back(state.map.TitleOf(item));
  return titles;
}

// Closeness of item i to whatever was asked about: i hundredths.
Reply AllClose(RequestId id) {
  CosinesReply reply;
  for (uint32_t item = 0; item < kSmallItems; ++item) {
    reply.cosines.push_back(static_cast<float>(item) / 100);
  }
  return {id, reply};
}

TEST(List, HoldsWhatIsInViewAndKeepsItWhileTheMapMoves) {
  IdeasState state = Listing();
  EXPECT_EQ(state.list.in_view, 6u);
  EXPECT_EQ(state.list.rows.size(), 6u);
  state.list.seen = Rect{{-1, -1}, {1, 1}};
  TendList(state);
  EXPECT_EQ(state.list.rows.size(), 6u);
  Apply(state, "list-let-go", "");
  EXPECT_EQ(state.list.rows.size(), kSmallItems);
  state.list.seen = Rect{{0.9f, 0.9f}, {1, 1}};
  TendList(state);
  EXPECT_EQ(state.list.in_view, 0u);
}

TEST(List, NearestInMeaningComesFirstAndUnknownLast) {
  IdeasState state = Listing(std::nullopt);
  // Its neighbours are the ten items after it, then its link; the others follow by title.
  const std::vector<uint32_t> rows = state.list.rows;
  ASSERT_EQ(rows.size(), kSmallItems);
  EXPECT_EQ(std::vector<uint32_t>(rows.begin(), rows.begin() + 12),
            (std::vector<uint32_t>{4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 19}));
  EXPECT_EQ(state.map.TitleOf(rows[12]), "Alphabet");
  Apply(state, "list-sort", "close");
  EXPECT_TRUE(state.list.is_reversed);
  EXPECT_EQ(state.list.rows[0], 19u);
  EXPECT_EQ(state.map.TitleOf(state.list.rows[12]), "Alphabet");
}

TEST(List, AsksOnceForAllClosenessAndSortsByIt) {
  IdeasState state = EmptyState();
  OpenArticle(state, 4);
  const auto asked = Asked<CosinesRequest>(Apply(state, "list", ""));
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].second.pairs.size(), kSmallItems);
  EXPECT_EQ(asked[0].second.pairs[7], (std::pair<uint32_t, uint32_t>{4, 7}));
  EXPECT_TRUE(Asked<CosinesRequest>(TendList(state)).empty());
  TakeReply(state, AllClose(asked[0].first));
  EXPECT_TRUE(Asked<CosinesRequest>(TendList(state)).empty());
  EXPECT_EQ(state.list.rows[0], 4u);
  EXPECT_EQ(state.list.rows[1], 29u);
  EXPECT_EQ(state.list.rows[29], 0u);
  // Elsewhere it is asked anew; what still comes for the first is nobody's.
  OpenArticle(state, 9);
  const auto again = Asked<CosinesRequest>(TendList(state));
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].second.pairs[0].first, 9u);
}

TEST(List, ARefusalIsNotAskedAgainAndAStrangeAnswerIsNone) {
  IdeasState state = EmptyState();
  OpenArticle(state, 4);
  const auto asked = Asked<CosinesRequest>(Apply(state, "list", ""));
  TakeReply(state, {asked.at(0).first, CosinesReply{{0.5f}}});
  EXPECT_FALSE(state.list.knows_all);
  EXPECT_TRUE(Asked<CosinesRequest>(TendList(state)).empty());
}

TEST(List, FewBytesAreWanted) {
  IdeasState state = EmptyState();
  state.asks_first = true;
  OpenArticle(state, 4);
  EXPECT_TRUE(Asked<CosinesRequest>(Apply(state, "list", "")).empty());
  const std::string text = PageText(IdeasPage(state, WholeView(state.map)));
  EXPECT_NE(text.find("How close the others are needs"), text.npos);
  EXPECT_EQ(Asked<CosinesRequest>(Apply(state, "list-fetch", "")).size(), 1u);
}

TEST(List, SortsByEveryColumnAndTurnsRound) {
  IdeasState state = Listing();
  TellLinks(state);
  TendList(state);
  Apply(state, "list-sort", "title");
  EXPECT_EQ(Titles(state).size(), 6u);
  EXPECT_EQ(Titles(state)[0], "Artisan bread");
  EXPECT_TRUE(std::ranges::is_sorted(Titles(state)));
  Apply(state, "list-sort", "title");
  EXPECT_TRUE(state.list.is_reversed);
  EXPECT_EQ(Titles(state).back(), "Artisan bread");
  Apply(state, "list-sort", "links");
  EXPECT_FALSE(state.list.is_reversed);
  EXPECT_EQ(state.map.LinksOf(state.list.rows[0]), 3);  // Bread–butter dispute, item 8
  Apply(state, "list-sort", "kept");
  EXPECT_EQ(state.map.TrustOf(state.list.rows[0]), 8);
  Apply(state, "list-sort", "topic");
  EXPECT_EQ(state.list.rows[0], 0u);
  const Page page = IdeasPage(state, WholeView(state.map));
  int sorted = 0;
  for (const PageNode* node : NodesOf(page)) {
    if (node->kind != PageKind::kHeadCell || node->detail.empty()) continue;
    ++sorted;
    EXPECT_EQ(node->key, "topic");
    EXPECT_EQ(node->detail, "ascending");
  }
  EXPECT_EQ(sorted, 1);
  Apply(state, "list-sort", "nonsense");
  EXPECT_EQ(SortedBy(state), ListColumn::kTopic);
}

TEST(List, TopicsJoinByOrAndWordsNarrowDown) {
  IdeasState state = Listing(std::nullopt);
  Apply(state, "list-topic", "0");  // items 0, 11, 22
  EXPECT_EQ(state.list.rows.size(), 3u);
  Apply(state, "list-topic", "1");  // and 1, 12, 23
  EXPECT_EQ(state.list.rows.size(), 6u);
  EXPECT_EQ(state.list.in_view, kSmallItems);
  Apply(state, "list-find", "tráN");
  EXPECT_EQ(Titles(state), (std::vector<std::string>{"Trần Minh school"}));
  Apply(state, "list-find", "nowhere");
  EXPECT_TRUE(state.list.rows.empty());
  std::string text = PageText(IdeasPage(state, WholeView(state.map)));
  EXPECT_NE(text.find("None of these in view."), text.npos);
  Apply(state, "list-clear", "");
  EXPECT_EQ(state.list.rows.size(), kSmallItems);
  Apply(state, "list-topic", "11");
  EXPECT_EQ(state.topic_filter, 0u);
  state.list.frozen = Rect{{0.95f, 0.95f}, {1, 1}};
  TendList(state);
  text = PageText(IdeasPage(state, WholeView(state.map)));
  EXPECT_NE(text.find("Nothing but sea here."), text.npos);
  const Effects effects = Apply(state, "list-whole", "");
  EXPECT_EQ(Only<FlyToEffect>(effects).size(), 1u);
}

TEST(List, WithoutACurrentStopTitlesLeadAndNothingIsClose) {
  IdeasState state = EmptyState();
  EXPECT_TRUE(Asked<CosinesRequest>(Apply(state, "list", "")).empty());
  EXPECT_EQ(SortedBy(state), ListColumn::kTitle);
  EXPECT_EQ(Titles(state)[0], "Alphabet");
  const Page page = IdeasPage(state, WholeView(state.map));
  for (const PageNode* node : NodesOf(page)) EXPECT_NE(node->key, "close");
  EXPECT_EQ(ListAsTabs(state).substr(0, 12), "Title\tTopic\t");
}

TEST(List, LongOnesShowOnlyTheRowsNearThoseInViewAndSayHowManyThereAre) {
  IdeasState state = StateOf(MakePlainPack(1000));
  Apply(state, "list", "");
  const View view = WholeView(state.map);
  const auto look = [&] {
    std::pair<std::vector<float>, float> rows_and_gaps;
    const Page page = IdeasPage(state, view);
    EXPECT_EQ(FaultOf(page), "");
    for (const PageNode* node : NodesOf(page)) {
      if (node->kind == PageKind::kTable) {
        EXPECT_EQ(node->value, 1001);
      }
      if (node->kind == PageKind::kGap) rows_and_gaps.second += node->value;
      if (node->style == "list-row item-row") rows_and_gaps.first.push_back(node->value);
    }
    return rows_and_gaps;
  };
  auto [rows, gaps] = look();
  EXPECT_EQ(rows.size(), kRowsBelow);
  EXPECT_EQ(rows.front(), 2);
  EXPECT_EQ(static_cast<float>(rows.size()) + gaps, 1000);
  Apply(state, "list-rows", "500");
  std::tie(rows, gaps) = look();
  // The row that has the keyboard stays, alone at the top.
  EXPECT_EQ(rows.size(), kRowsAbove + kRowsBelow + 1);
  EXPECT_EQ(rows[0], 2);
  EXPECT_EQ(rows[1], 500 - kRowsAbove + 2);
  EXPECT_EQ(static_cast<float>(rows.size()) + gaps, 1000);
  Apply(state, "list-rows", "1000");
  EXPECT_EQ(state.list.top, 500u);
  Apply(state, "list-key", "End");
  std::tie(rows, gaps) = look();
  EXPECT_EQ(rows.back(), 1001);
  View paper = view;
  paper.on_paper = true;
  size_t printed = 0;
  const Page on_paper = IdeasPage(state, paper);
  for (const PageNode* node : NodesOf(on_paper)) printed += node->style == "list-row item-row";
  EXPECT_EQ(printed, kRowsOnPaper);
}

// The titles that the keyboard can be on, and the one that takes it.
std::pair<int, std::string> Reached(const IdeasState& state) {
  std::pair<int, std::string> reached{0, ""};
  const Page page = IdeasPage(state, WholeView(state.map));
  for (const PageNode* node : NodesOf(page)) {
    reached.first += node->tab == TabStop::kHere;
    if (node->tab == TabStop::kHere && node->focus) reached.second = node->text;
  }
  return reached;
}

TEST(List, ArrowsWalkTheRowsAndTabFindsOne) {
  IdeasState state = Listing();
  Apply(state, "list-sort", "title");
  EXPECT_EQ(Reached(state), (std::pair<int, std::string>{1, "Artisan bread"}));
  Apply(state, "list-key", "ArrowDown");
  EXPECT_EQ(Reached(state).second, "Bread–butter dispute");
  Apply(state, "list-key", "ArrowUp");
  Apply(state, "list-key", "ArrowUp");
  EXPECT_EQ(Reached(state).second, "Artisan bread");
  Apply(state, "list-key", "PageDown");
  EXPECT_EQ(Reached(state).second, "Liquid");
  Apply(state, "list-key", "Home");
  EXPECT_EQ(Reached(state).second, "Artisan bread");
  Apply(state, "list-key", "/");
  EXPECT_EQ(Reached(state), (std::pair<int, std::string>{1, ""}));
  Apply(state, "list-key", "ArrowDown");
  EXPECT_EQ(Reached(state).second, "Artisan bread");
  const Effects effects = Apply(state, "open", std::to_string(state.list.cursor));
  EXPECT_EQ(state.pane.item, 7u);
  EXPECT_EQ(Asked<ArticleRequest>(effects).size(), 1u);
  EXPECT_TRUE(state.shows_list);
  Apply(state, "list-leave", "");
  EXPECT_FALSE(state.shows_list);
}

TEST(List, IsTakenAlongAsTabsAsCsvAndTheJourneyAsAnOutline) {
  IdeasState state = Listing();
  TellLinks(state);
  Apply(state, "list-sort", "title");
  const auto tabs = Only<CopyTextEffect>(Apply(state, "list-copy", ""));
  ASSERT_EQ(tabs.size(), 1u);
  EXPECT_TRUE(tabs[0].text.starts_with(
      "Title\tTopic\tClose to Black hole\tLinks\tOf its nearest ten, near on the map\n"
      "Artisan bread\tBiology & health\t0.80\t2\t7\n"
      "Bread–butter dispute\tPhysical sciences\t0.75\t3\t8\n"))
      << tabs[0].text;
  const auto saved = Only<SaveFileEffect>(Apply(state, "list-save", ""));
  ASSERT_EQ(saved.size(), 1u);
  const std::string csv(saved[0].bytes.begin(), saved[0].bytes.end());
  EXPECT_TRUE(
      csv.starts_with("Title,Topic,Close to Black hole,Links,\"Of its nearest ten, near on "
                      "the map\"\r\nArtisan bread,Biology & health,0.80,2,7\r\n"))
      << csv;
  // Black hole, Art and from there a side trip to Loom; then Cartoon art.
  OpenArticle(state, 5);
  OpenArticle(state, 13);
  Apply(state, "back", "");
  OpenArticle(state, 6);
  const auto outline = Only<CopyTextEffect>(Apply(state, "list-outline", ""));
  ASSERT_EQ(outline.size(), 1u);
  EXPECT_EQ(outline[0].text,
            "From Black hole to Cartoon art\n\n1. Black hole\n2. Art (close 0.90)\n   - Loom\n"
            "3. Cartoon art\n");
}

TEST(List, WhereTheClipboardIsRefusedTheTextIsShown) {
  IdeasState state = Listing();
  Apply(state, "copy-refused", "a\tb");
  const Page page = IdeasPage(state, WholeView(state.map));
  bool is_there = false;
  for (const PageNode* node : NodesOf(page)) {
    is_there |= node->kind == PageKind::kTextArea && node->text == "a\tb" && node->focus;
  }
  EXPECT_TRUE(is_there);
  Apply(state, "close", "");
  EXPECT_TRUE(state.to_copy.empty());
}

TEST(List, SideTripsStandInListsOfTheirOwn) {
  IdeasState state = Listing();
  OpenArticle(state, 5);
  OpenArticle(state, 13);
  Apply(state, "back", "");
  OpenArticle(state, 6);
  const Page page = IdeasPage(state, WholeView(state.map));
  EXPECT_EQ(FaultOf(page), "");
  for (const PageNode* node : NodesOf(page)) {
    if (node->key != "line") continue;
    ASSERT_EQ(node->children.size(), 3u);
    const PageNode& art = node->children[1];
    ASSERT_EQ(art.children.size(), 2u);
    EXPECT_EQ(art.children[1].kind, PageKind::kList);
    EXPECT_EQ(NameOf(art.children[1].children.at(0)).substr(0, 4), "Loom");
    return;
  }
  FAIL() << "there is no line";
}

}  // namespace
}  // namespace meander
