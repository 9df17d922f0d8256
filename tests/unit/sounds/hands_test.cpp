// The room as a hand has it: through Room alone, by pointer and actions. A ring is dragged, heard
// on its way and put where it is let go.
#include <gtest/gtest.h>
#include <imgui.h>

#include "canvas/theme.h"
#include "small_sounds.h"
#include "sounds/room.h"

namespace meander {
namespace {

struct Hands {
  // The cards' sizes are asked of it; nothing is drawn.
  ImGuiContext* context = ImGui::CreateContext();
  UiSettings settings;
  std::unique_ptr<Room> room = MakeSoundsRoom();
  View view;

  explicit Hands(bool is_careful = false) {
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().UserData = &settings;
    view.asks_first = is_careful;
    room->OnSettings(view);
    const SmallSounds pack;
    room->Start(pack.head, "");
    for (const auto& [name, chunk] : pack.chunks) {
      room->OnChunk(name, chunk.first, ByteSpan(chunk.second));
    }
    view.viewport = {1280, 744, 1};
    view.viewport.inset_bottom_px = 266;
    view.page_width_px = 1280;
    view.camera = view.fit = {{0, 0}, 400};
    room->Advance(view);
  }
  ~Hands() { ImGui::DestroyContext(context); }
  Point2 Px(Point2 world) const { return ScreenFromWorld(view.camera, view.viewport, world); }
  static constexpr uint32_t Ring(int track) { return kFirstRing + static_cast<uint32_t>(track); }
  Pattern Beat() const { return ReadBeat(room->SharedPayload()).value_or(Pattern{}); }
  Point2 RingAt(int track) const {
    for (const DiscMark& disc : room->BuildScene(view).discs) {
      if (disc.kind == DiscKind::kHandle && disc.item == Ring(track)) return disc.at;
    }
    return {9, 9};
  }
};

TEST(Hands, ARingIsDraggedAndPutOnTheSoundItIsLetGoOver) {
  Hands hands;
  ASSERT_TRUE(hands.room->TakesDrag(Hands::Ring(0)));
  const Effects begun =
      hands.room->OnPointer(PointerKind::kDrag, Hands::Ring(0), hands.Px(SmallPlace(0)));
  EXPECT_NE(Find<PrepareSoundEffect>(begun), nullptr);  // the press is what the browser waits for
  const Point2 on_way = {SmallPlace(5).x + 0.05f, SmallPlace(5).y};
  const Effects over = hands.room->OnPointer(PointerKind::kDrag, Hands::Ring(0), hands.Px(on_way));
  // What it comes over is heard, as soon as its samples are here; the beat is as it was.
  ASSERT_NE(Find<FetchEffect>(over), nullptr);
  EXPECT_EQ(Find<FetchEffect>(over)->section, "sprites");
  EXPECT_EQ(hands.Beat(), SmallBeat());
  EXPECT_NEAR(hands.RingAt(0).x, on_way.x, 0.01f);
  hands.room->OnPointer(PointerKind::kDrag, Hands::Ring(0), hands.Px(SmallPlace(9)));
  hands.room->OnPointer(PointerKind::kDrop, Hands::Ring(0), hands.Px(SmallPlace(9)));
  EXPECT_EQ(hands.Beat().tracks[0].clip_id, SmallId(9));
  EXPECT_NEAR(hands.RingAt(0).x, SmallPlace(9).x, 0.01f);
  // One change for Undo, however far it went.
  hands.room->OnAction("undo", "");
  EXPECT_EQ(hands.Beat(), SmallBeat());
}

TEST(Hands, ADragThatIsTakenBackChangesNothing) {
  Hands hands;
  hands.room->OnPointer(PointerKind::kDrag, Hands::Ring(1), hands.Px(SmallPlace(1)));
  hands.room->OnPointer(PointerKind::kDrag, Hands::Ring(1), hands.Px(SmallPlace(10)));
  hands.room->OnPointer(PointerKind::kDrop, std::nullopt, hands.Px(SmallPlace(10)));
  EXPECT_EQ(hands.Beat(), SmallBeat());
  EXPECT_NEAR(hands.RingAt(1).x, SmallPlace(1).x, 0.01f);
}

TEST(Hands, APointerPassesOverInSilenceUntilSomethingWasPressed) {
  Hands hands(true);
  EXPECT_TRUE(hands.room->OnPointer(PointerKind::kHover, 7, {}).empty());
  hands.room->OnPointer(PointerKind::kTap, 6, {});
  EXPECT_NE(Find<FetchEffect>(hands.room->OnPointer(PointerKind::kHover, 3, {})), nullptr);
}

TEST(Hands, ATapOnARingChoosesItAndOneOnTheSeaLetsGo) {
  Hands hands;
  hands.room->OnPointer(PointerKind::kTap, Hands::Ring(2), {});
  hands.room->OnAction("lock", "2");
  EXPECT_TRUE(hands.Beat().tracks[2].locked);
  hands.room->OnPointer(PointerKind::kTap, 7, {});
  const Effects away = hands.room->OnPointer(PointerKind::kTap, std::nullopt, {});
  EXPECT_EQ(Find<FetchEffect>(away), nullptr);
}

TEST(Hands, ARingUnderItsOwnCardIsBroughtBesideItWithTheWholeMap) {
  Hands hands;
  hands.view.camera = hands.view.fit = {{0.6f, 0}, 400};  // the leftmost ring at 160 px
  hands.room->Advance(hands.view);
  const Effects covered = hands.room->OnAction("ring", "0");
  ASSERT_NE(Find<FlyToEffect>(covered), nullptr);
  EXPECT_EQ(Find<FlyToEffect>(covered)->bounds_in_world.low.x, hands.room->Bounds().low.x);
  EXPECT_TRUE(Find<FlyToEffect>(covered)->only_if_needed);
  // One that is seen stays where it is, and closed the map is as it was.
  EXPECT_EQ(Find<FlyToEffect>(hands.room->OnAction("ring", "3")), nullptr);
  EXPECT_NE(Find<ReturnCameraEffect>(hands.room->OnAction("ring-close", "")), nullptr);
}

TEST(Hands, WhileTwoAreComparedATapOnAFaintRingBringsItsSoundToTheRight) {
  Hands hands;
  hands.room->OnAction("why-open", "7");
  uint32_t faint = kNoItem;
  for (const DiscMark& disc : hands.room->BuildScene(hands.view).discs) {
    if (disc.kind == DiscKind::kRing && disc.item == 2) faint = disc.item;
  }
  ASSERT_EQ(faint, 2u);  // the third track's sound
  EXPECT_FALSE(hands.room->TakesDrag(faint));
  hands.room->OnPointer(PointerKind::kTap, faint, {});
  bool is_paired = false;
  for (const PageNode& node : hands.room->BuildPage(hands.view).nodes) {
    const std::string words = node.key == "room" ? PageText({"", {node}}) : "";
    is_paired |= words.find("Hear Matchbox") != std::string::npos;
  }
  EXPECT_TRUE(is_paired);
}

}  // namespace
}  // namespace meander
