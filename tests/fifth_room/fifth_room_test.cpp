// The fifth room as plain data: what it does, draws, says and writes into a link, and that it opens
// no door but canvas and those to its left.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "../source_dir.h"
#include "base/files.h"
#include "canvas/figure.h"
#include "canvas/link.h"
#include "pack/sections.h"
#include "room.h"

namespace meander {
namespace {

constexpr uint32_t kIslands = 40;

template <class E>
const E* FindEffect(const Effects& effects) {
  for (const Effect& effect : effects) {
    if (const E* found = std::get_if<E>(&effect)) return found;
  }
  return nullptr;
}

const PageNode* FindNode(const std::vector<PageNode>& nodes, std::string_view key) {
  for (const PageNode& node : nodes) {
    if (node.key == key) return &node;
    if (const PageNode* found = FindNode(node.children, key)) return found;
  }
  return nullptr;
}

class FifthRoom : public testing::Test {
 protected:
  FifthRoom() {
    view_.viewport = {800, 600, 1};
    view_.fit = view_.camera = FitCamera({{-1, -1}, {1, 1}}, view_.viewport, 20);
    Open("");
  }
  // Eight columns, five rows.
  void Open(std::string_view payload) {
    room_ = MakeIslandsRoom();
    PackHead head;
    head.item_count = kIslands;
    const Effects first = room_->Start(head, payload);
    ASSERT_EQ(FindEffect<FetchEffect>(first)->section, "positions");
    Positions positions;
    for (uint32_t island = 0; island < kIslands; ++island) {
      positions.codes.push_back(static_cast<uint16_t>(3000 + island % 8 * 8500));
      positions.codes.push_back(static_cast<uint16_t>(3000 + island / 8 * 14000));
    }
    ChunkRef chunk;
    chunk.item_count = kIslands;
    const std::vector<uint8_t> bytes = WritePositions(positions);
    room_->OnChunk("positions", chunk, ByteSpan(bytes));
  }
  std::string Text() { return PageText(room_->BuildPage(view_)); }
  void Settle() {
    int frames = 0;
    while (room_->Advance(view_)) {
      view_.now_s += 0.016;
      ASSERT_LT(++frames, 100) << "the room never comes to rest";
    }
  }

  View view_;
  std::unique_ptr<Room> room_;
};

TEST_F(FifthRoom, AnActionChangesTheStateAndSaysWhatItWants) {
  EXPECT_TRUE(room_->IsComplete());
  const Effects first = room_->OnAction("open", "3");
  EXPECT_TRUE(FindEffect<SetLinkEffect>(first)->new_entry);
  EXPECT_EQ(FindEffect<AskEngineEffect>(first), nullptr);
  const Effects second = room_->OnAction("open", "12");
  const auto* asked = FindEffect<AskEngineEffect>(second);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(std::get<CosinesRequest>(asked->request.body).pairs[0], (std::pair{3u, 12u}));
  EXPECT_NE(Text().find("Measuring."), std::string::npos);
  EXPECT_TRUE(room_->OnAction("open", "99").empty());
  EXPECT_TRUE(room_->OnAction("open", "x").empty());
}

TEST_F(FifthRoom, ProgressAnswersErrorsAndStaleRepliesOfTheEngine) {
  room_->OnAction("open", "3");
  const Effects asked = room_->OnAction("open", "12");
  const RequestId id = FindEffect<AskEngineEffect>(asked)->request.id;
  room_->OnReply({id, ProgressReply{5, 10, ""}});
  EXPECT_NE(Text().find("Measuring."), std::string::npos);
  room_->OnReply({id + 1000, CosinesReply{{0.9f}}});
  EXPECT_NE(Text().find("Measuring."), std::string::npos) << "not the answer to this question";
  room_->OnReply({id, CosinesReply{{0.25f}}});
  EXPECT_NE(Text().find("The last two are 0.25 close."), std::string::npos);
  const Effects again = room_->OnAction("open", "5");
  const RequestId next = FindEffect<AskEngineEffect>(again)->request.id;
  room_->OnReply({next, Error{ErrorCode::kUnavailable, "No connection."}});
  EXPECT_NE(Text().find("No connection."), std::string::npos);
}

TEST_F(FifthRoom, WhatIsUnderWayCanBeGivenUp) {
  room_->OnAction("open", "3");
  const Effects asked = room_->OnAction("open", "12");
  const RequestId id = FindEffect<AskEngineEffect>(asked)->request.id;
  const Effects given_up = room_->OnAction("stop", "");
  EXPECT_EQ(FindEffect<CancelEngineEffect>(given_up)->id, id);
  EXPECT_TRUE(room_->OnAction("stop", "").empty());
  room_->OnReply({id, CosinesReply{{0.25f}}});
  EXPECT_EQ(Text().find("close."), std::string::npos);
}

TEST_F(FifthRoom, TheLinkBringsTheSameWayBack) {
  for (const char* island : {"3", "12", "3", "39"}) room_->OnAction("open", island);
  const std::string fragment = EncodeLink(room_->Name(), room_->LinkPayload());
  // Made apart from this code, in Python: version, room version, count, stops, CRC-16.
  EXPECT_EQ(fragment, "islands.AQEEAwwDJ-ck");
  const auto link = DecodeLink(fragment);
  ASSERT_TRUE(link.has_value());
  const std::string before = PageText(room_->BuildPage(view_));
  Open(link->payload);
  const std::string payload = room_->LinkPayload();
  EXPECT_EQ(payload, link->payload);
  EXPECT_NE(Text().find("Island 40\n"), std::string::npos);
  for (size_t length = 1; length < payload.size(); ++length) {
    room_->OnLink("");
    room_->OnLink(payload.substr(0, length));
    EXPECT_EQ(room_->LinkPayload(), "") << length;
    EXPECT_NE(Text().find("not whole"), std::string::npos);
  }
}

TEST_F(FifthRoom, ForgettingCanBeTakenBackAndIsKeptWhereTheBrowserAllows) {
  room_->OnAction("open", "3");
  const Effects opened = room_->OnAction("open", "12");
  const std::string payload = room_->LinkPayload();
  EXPECT_EQ(FindEffect<RememberEffect>(opened)->value, payload);
  const Effects forgot = room_->OnAction("forget", "");
  EXPECT_EQ(FindEffect<RememberEffect>(forgot)->value, "");
  EXPECT_EQ(room_->LinkPayload(), "");
  EXPECT_NE(Text().find("[Undo]"), std::string::npos);
  room_->OnAction("undo", "");
  EXPECT_EQ(room_->LinkPayload(), payload);
  EXPECT_EQ(Text().find("[Undo]"), std::string::npos);
  Open("");
  room_->OnAction("recalled islands", payload);
  EXPECT_EQ(room_->LinkPayload(), payload);
}

TEST_F(FifthRoom, TheSceneIsTheWayInOrder) {
  for (const char* island : {"8", "7", "39", "7"}) room_->OnAction("open", island);
  Settle();
  const Scene scene = room_->BuildScene(view_);
  EXPECT_EQ(scene.points.table->codes.size(), 2 * kIslands);
  ASSERT_EQ(scene.strokes.size(), 3u);
  EXPECT_EQ(scene.strokes[1].to, scene.strokes[2].from);
  EXPECT_NE(scene.strokes[1].control, scene.strokes[2].control) << "there and back both show";
  ASSERT_EQ(scene.discs.size(), 5u);  // four stops and the cursor
  EXPECT_EQ(scene.discs[3].kind, DiscKind::kCurrent);
  EXPECT_EQ(scene.discs[3].numeral, "4");
  EXPECT_EQ(Pick(scene, view_.camera, view_.viewport,
                 ScreenFromWorld(view_.camera, view_.viewport, scene.discs[2].at), 8),
            39u);
  std::set<std::string> names;
  for (const LabelMark& label : scene.labels) names.insert(label.text);
  EXPECT_TRUE(names.contains("Island 9") && names.contains("Island 40"));
}

TEST_F(FifthRoom, AStopOutOfViewHasAMarkAtTheEdge) {
  for (const char* island : {"39", "0"}) room_->OnAction("open", island);
  EXPECT_EQ(room_->BuildScene(view_).strokes.size(), 1u);
  view_.camera.pixels_per_world *= 4;
  view_.camera.center_in_world = room_->BuildScene(view_).discs.back().at;
  EXPECT_EQ(room_->BuildScene(view_).strokes.size(), 3u) << "the hop and two arms of a chevron";
}

TEST_F(FifthRoom, KeysWalkAndTheOthersAreNotForTheRoom) {
  room_->OnAction("open", "0");
  EXPECT_EQ(FindEffect<SayEffect>(*room_->OnKey("ArrowRight", false))->text, "Island 2.");
  EXPECT_EQ(FindEffect<SayEffect>(*room_->OnKey("ArrowUp", false))->text, "Island 10.");
  room_->OnKey("Enter", false);
  EXPECT_NE(Text().find("# Island 10\n"), std::string::npos);
  EXPECT_EQ(room_->OnKey("+", false), std::nullopt);
}

TEST_F(FifthRoom, OnePageServesBytesHtmlAndText) {
  for (const char* island : {"3", "12"}) room_->OnAction("open", island);
  const Page page = room_->BuildPage(view_);
  const auto back = ReadPage(WritePage(page));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(PageHtml(*back), PageHtml(page));
  const std::string html = PageHtml(page);
  EXPECT_NE(
      html.find(
          "<li data-key=\"1\" aria-current=\"true\"><a data-key=\"link\" href=\"#\""
          " data-press=\"open\" data-point=\"point\" data-argument=\"12\">Island 13</a></li>"),
      html.npos)
      << html;
  EXPECT_EQ(
      Text(),
      "# Island 13\n  - Island 4\n  - Island 13\nMeasuring.\n[Never mind]\nMap of 40 islands\n"
      "[Forget this journey]\n[Show the whole map]\n");
}

TEST_F(FifthRoom, WithoutAPictureTheListStandsIn) {
  EXPECT_EQ(FindNode(room_->BuildPage(view_).nodes, "list"), nullptr);
  view_.can_draw = false;
  const Page page = room_->BuildPage(view_);
  const PageNode* list = FindNode(page.nodes, "list");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->children.size(), kIslands);
}

TEST_F(FifthRoom, TheFigureIsAnSvgWithItsWords) {
  for (const char* island : {"3", "12"}) room_->OnAction("open", island);
  const std::string svg = WriteSvg(room_->BuildFigure(600, 400), ThemeKind::kLight);
  EXPECT_NE(svg.find("A way among forty islands"), svg.npos);
  EXPECT_NE(svg.find(">Island 13</text>"), svg.npos);
}

TEST(FifthRoomFiles, OpenNoDoorBeyondCanvas) {
  const std::string folder = std::string(kSourceDir) + "/tests/fifth_room";
  const std::set<std::string> allowed{"base", "space", "pack", "engine", "canvas"};
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().string();
    const std::string extension = entry.path().extension().string();
    if (path.ends_with("_test.cpp") || (extension != ".h" && extension != ".cpp")) continue;
    ++files;
    const std::string text = *ReadTextFile(path);
    for (size_t at = text.find("#include \""); at != text.npos;
         at = text.find("#include \"", at + 1)) {
      const std::string name = text.substr(at + 10, text.find('"', at + 10) - at - 10);
      const std::string room = name.substr(0, name.find('/'));
      const bool is_own = std::filesystem::exists(folder + "/" + name);
      EXPECT_TRUE(is_own || allowed.contains(room)) << path << " includes " << name;
      EXPECT_TRUE(room != "engine" || name == "engine/protocol.h") << path;
    }
  }
  EXPECT_EQ(files, 12);
}

}  // namespace
}  // namespace meander
