// When the room tells its address: where the reader's doing leads, not where a followed link does.
#include "ideas/room.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "canvas/theme.h"
#include "small_map.h"

namespace meander {
namespace {

class IdeasAddress : public testing::Test {
 protected:
  IdeasAddress() {
    ImGui::CreateContext();  // the room asks how large its buttons are
    room_->Start(pack_.head, LinkTo({3, 9}));
    for (const SectionRef& section : pack_.head.sections) {
      for (const auto& [chunk, bytes] : pack_.chunks.at(section.name)) {
        room_->OnChunk(section.name, chunk, ByteSpan(bytes));
      }
    }
    view_.viewport = {900, 700};
    view_.can_draw = true;
    view_.reduced_motion = true;
    view_.camera = view_.fit = {{0, 0}, 300};
  }
  ~IdeasAddress() override { ImGui::DestroyContext(); }
  // How often the address is told in two seconds of frames in which the camera goes to `x`.
  int ToldOnTheWayTo(float x) {
    int told = 0;
    const float from = view_.camera.center_in_world.x;
    for (int frame = 1; frame <= 120; ++frame) {
      view_.now_s += 1 / 60.;
      view_.camera.center_in_world.x =
          from + (x - from) * std::min(1.f, static_cast<float>(frame) / 30);
      room_->Advance(view_);
      bool more = false;
      told += static_cast<int>(Only<SetLinkEffect>(room_->TakeDue(view_.now_s, more)).size());
    }
    return told;
  }

  const SmallPack pack_ = MakeSmallPack();
  const std::unique_ptr<Room> room_ = MakeIdeasRoom();
  View view_;
};

TEST_F(IdeasAddress, WhereAnArticleLeadsIsToldOnceItRests) {
  EXPECT_EQ(ToldOnTheWayTo(0), 0);  // the first view
  room_->OnAction("open", "20");
  EXPECT_EQ(ToldOnTheWayTo(0.3f), 1);
}

TEST_F(IdeasAddress, WhereAFollowedLinkLeadsIsNotToldAgain) {
  ToldOnTheWayTo(0);
  room_->OnLink(LinkTo({5, 6, 7}));
  EXPECT_EQ(ToldOnTheWayTo(0.3f), 0);
  room_->OnLinkFromElsewhere(LinkTo({5, 6, 8}));
  EXPECT_EQ(ToldOnTheWayTo(-0.3f), 0);
}

TEST_F(IdeasAddress, WhateverIsDoneAfterALinkIsTold) {
  ToldOnTheWayTo(0);
  float x = 0;
  const auto after = [&](auto deed) {
    room_->OnLink(LinkTo({5, 6, 7}));
    EXPECT_EQ(ToldOnTheWayTo(x += 0.1f), 0);
    deed();
    return ToldOnTheWayTo(x += 0.1f);
  };
  EXPECT_EQ(after([&] { room_->OnAction("open", "20"); }), 1);
  EXPECT_EQ(after([&] { room_->OnKey("ArrowLeft", false); }), 1);
  EXPECT_EQ(after([&] { room_->OnPointer(PointerKind::kTap, 11u, {}); }), 1);
  // A pointer that only passes by does nothing.
  EXPECT_EQ(after([&] { room_->OnAction("point", "20"); }), 0);
  EXPECT_EQ(after([&] { room_->OnPointer(PointerKind::kHover, 11u, {}); }), 0);
}

}  // namespace
}  // namespace meander
