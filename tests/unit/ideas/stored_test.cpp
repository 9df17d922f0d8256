// What is stored on the device: told truly, cleared as a whole, brought back.
#include "ideas/stored.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "../../source_dir.h"
#include "base/files.h"
#include "ideas/page.h"
#include "page_faults.h"
#include "small_map.h"

namespace meander {
namespace {

std::string PanelOf(IdeasState& state, bool can_store = true, bool has_theme = false) {
  Apply(state, "stored", "");
  View view = WholeView(state.map);
  view.can_store = can_store;
  view.theme_is_chosen = has_theme;
  const Page page = IdeasPage(state, view);
  EXPECT_EQ(FaultOf(page), "");
  Page panel;
  for (const PageNode& node : page.nodes) {
    if (node.key == "stored") panel.nodes.push_back(node);
  }
  EXPECT_EQ(panel.nodes.size(), 1u);
  return PageText(panel);
}

TEST(Stored, TellsWhatThereIsAndHowMuch) {
  IdeasState state = EmptyState();
  EXPECT_NE(PanelOf(state).find("Nothing is stored."), std::string::npos);
  OpenArticle(state, 0);
  OpenArticle(state, 9);
  KeepJourney(state);
  const std::string text = PanelOf(state, true, true);
  EXPECT_NE(text.find("1 journey"), text.npos) << text;
  EXPECT_NE(text.find(std::to_string(KeptBytes(state)) + " letters"), text.npos) << text;
  EXPECT_NE(text.find("light or dark"), text.npos);
}

TEST(Stored, WhereNothingMayBeKeptItSaysSo) {
  IdeasState state = EmptyState();
  OpenArticle(state, 0);
  OpenArticle(state, 9);
  KeepJourney(state);
  const std::string text = PanelOf(state, false, true);
  EXPECT_NE(text.find("may not keep things here"), text.npos);
  EXPECT_EQ(text.find("Clear it all"), text.npos);
}

TEST(Stored, IsClearedWithUndo) {
  IdeasState state = EmptyState();
  OpenArticle(state, 0);
  OpenArticle(state, 9);
  KeepJourney(state);
  PanelOf(state);
  const auto cleared = Only<RememberEffect>(Apply(state, "stored-clear", ""));
  ASSERT_EQ(cleared.size(), 1u);
  EXPECT_EQ(cleared[0].key, kKeptKey);
  EXPECT_EQ(cleared[0].value, "");
  EXPECT_TRUE(KeepJourney(state).empty())
      << "the open journey is not kept behind the reader's back";
  EXPECT_NE(PanelOf(state).find("Nothing is stored."), std::string::npos);
  const auto back = Only<RememberEffect>(Apply(state, "stored-undo", ""));
  ASSERT_EQ(back.size(), 1u);
  EXPECT_NE(back[0].value, "");
  EXPECT_TRUE(Only<RememberEffect>(Apply(state, "stored-undo", "")).empty());
}

TEST(Stored, ThenTheChanceIsGone) {
  IdeasState state = EmptyState();
  OpenArticle(state, 0);
  OpenArticle(state, 9);
  KeepJourney(state);
  LetTimePass(state, 1);
  Apply(state, "stored-clear", "");
  LetTimePass(state, 8.5);
  EXPECT_TRUE(state.cleared);
  LetTimePass(state, 9.5);
  EXPECT_FALSE(state.cleared);
  EXPECT_TRUE(Apply(state, "stored-undo", "").empty());
}

// Whoever stores something new finds here that the panel has to tell of it.
TEST(Stored, ThePanelKnowsEverythingThatIsStored) {
  const std::filesystem::path source = std::filesystem::path(kSourceDir) / "src";
  const std::regex stores("RememberEffect\\{|host_\\.Remember\\(");
  std::set<std::string> places;
  for (const auto& file : std::filesystem::recursive_directory_iterator(source)) {
    if (file.path().extension() != ".cpp") continue;
    const std::string text = ReadTextFile(file.path()).value_or("");
    if (std::regex_search(text, stores)) places.insert(file.path().filename().string());
  }
  EXPECT_EQ(places, (std::set<std::string>{"app_effects.cpp", "app_events.cpp", "kept.cpp"}));
}

}  // namespace
}  // namespace meander
