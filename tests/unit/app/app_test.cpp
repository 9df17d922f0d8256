// The App without a picture: what it fetches, what it tells room and host, and that it rests.
#include "canvas/link.h"
#include "canvas/words.h"

#include "app_stage.h"

namespace meander {
namespace {

class AppTest : public AppStage {};

TEST_F(AppTest, StartsFetchesTheFirstViewAndTellsReadyOnce) {
  Open(false);
  Run();
  EXPECT_EQ(asked_, (std::vector<std::string>{std::string(kTinyBase) + "head",
                                              pack_.UrlOf("positions", 0)}));
  EXPECT_TRUE(room_->IsComplete());
  EXPECT_EQ(host_.ready_count, 1);
  EXPECT_FALSE(app_->view().can_draw) << "there was no context";
  EXPECT_EQ(LastPage().title, "Tiny");
  Act("open", "x");
  EXPECT_EQ(host_.ready_count, 1);
}

TEST_F(AppTest, ThePageCrossesOnlyWhenItChanged) {
  Open(false);
  Run();
  const size_t before = host_.pages.size();
  Act("say", "");
  EXPECT_EQ(host_.pages.size(), before);
  Act("say", "Gnomon");
  EXPECT_EQ(host_.pages.size(), before + 1);
  EXPECT_EQ(LastPage().nodes[0].text, "Gnomon");
}

TEST_F(AppTest, RestsWhenNothingHappens) {
  Open(false);
  Run();
  host_.frame_requests = 0;
  host_.now_s += 5;
  EXPECT_EQ(host_.frame_requests, 0);
  EXPECT_EQ(Run(), 0);
}

// Else what is said for eight seconds would be over before it is shown.
TEST_F(AppTest, WhatIsDoneAfterALongRestIsDoneNow) {
  Open(false);
  Run();
  host_.now_s += 60;
  Act("say", "Gnomon");
  EXPECT_NEAR(room_->acted_s, host_.now_s, 0.1);
}

TEST_F(AppTest, ALinkGoesThereAndBack) {
  Open(false, EncodeLink("tiny", "seven stops"));
  Run();
  EXPECT_EQ(room_->start_payload, "seven stops");
  Act("stop", "eight");
  ASSERT_EQ(host_.links.size(), 1u);
  EXPECT_TRUE(host_.links[0].second);
  EXPECT_EQ(DecodeLink(host_.links[0].first)->payload, "eight");
  EXPECT_EQ(host_.said, (std::vector<std::string>{"Stopped."}));
  host_.queue.push_back(LinkEvent{EncodeLink("tiny", "six")});
  host_.queue.push_back(LinkEvent{""});
  Run();
  EXPECT_EQ(room_->links, (std::vector<std::string>{"six", ""}));
}

TEST_F(AppTest, ABrokenLinkIsANoticeAndThePlainMap) {
  std::string fragment = EncodeLink("tiny", "seven stops");
  fragment[8] = fragment[8] == 'A' ? 'B' : 'A';
  Open(false, fragment);
  Run();
  EXPECT_EQ(room_->start_payload, "");
  ASSERT_EQ(room_->actions.size(), 1u);
  EXPECT_EQ(room_->actions[0].first, "notice");
  EXPECT_EQ(room_->actions[0].second, DecodeLink(fragment).error().message);
  host_.queue.push_back(LinkEvent{"tiny.!!!"});
  Run();
  EXPECT_EQ(room_->actions.size(), 2u);
  EXPECT_TRUE(room_->links.empty());
  host_.queue.push_back(LinkEvent{EncodeLink("tiny", "six")});
  Run();
  EXPECT_EQ(room_->links, (std::vector<std::string>{"six"}));
  EXPECT_EQ(room_->actions.back().first, "dismiss")
      << "a whole link ends what was said of a broken";
}

TEST_F(AppTest, WhatTheClipboardSaidIsANotice) {
  Open(false);
  Run();
  Act("copied", "https://x/");
  Act("copy-refused", "https://x/");
  ASSERT_EQ(room_->actions.size(), 3u);
  EXPECT_EQ(room_->actions[0],
            (std::pair<std::string, std::string>("notice", words::kShareCopied)));
  EXPECT_EQ(room_->actions[1], (std::pair<std::string, std::string>("copy-refused", "https://x/")));
  EXPECT_EQ(room_->actions[2].second, words::kClipboardRefused);
}

TEST_F(AppTest, AnotherRoomsLinkIsNoneOfOurs) {
  Open(false, EncodeLink("sounds", "a beat"));
  Run();
  EXPECT_EQ(room_->start_payload, "");
  EXPECT_TRUE(room_->actions.empty());
}

TEST_F(AppTest, AMissingMapIsASentenceWithAButtonThatTriesAgain) {
  const auto head = files_[std::string(kTinyBase) + "head"];
  files_.erase(std::string(kTinyBase) + "head");
  Open(false);
  Run();
  EXPECT_EQ(host_.ready_count, 0);
  EXPECT_NE(PageText(LastPage()).find(words::kErrorMap), std::string::npos);
  EXPECT_NE(PageText(LastPage()).find("No network."), std::string::npos);
  files_[std::string(kTinyBase) + "head"] = head;
  Act("try-again");
  EXPECT_EQ(host_.ready_count, 1);
  EXPECT_EQ(LastPage().title, "Tiny");
}

TEST_F(AppTest, AlteredChunksNeverReachTheRoomAsBytes) {
  files_[kTinyBase + pack_.head.sections[0].chunks[0].file][5] ^= 4;
  Open(false);
  Run();
  ASSERT_EQ(room_->chunk_errors.size(), 1u);
  EXPECT_EQ(room_->chunk_errors[0].code, ErrorCode::kCorrupt);
  EXPECT_EQ(host_.ready_count, 0);
}

TEST_F(AppTest, ASectionThePackLacksIsAnsweredAtOnce) {
  Open(false);
  Run();
  Act("missing");
  ASSERT_EQ(room_->chunk_errors.size(), 1u);
  EXPECT_EQ(room_->chunk_errors[0].code, ErrorCode::kNotFound);
}

TEST_F(AppTest, TheEngineLearnsThePackBeforeTheFirstQuestion) {
  Open(false);
  Run();
  EXPECT_TRUE(host_.engine_requests.empty()) << "the first view needs no engine";
  Act("article");
  Act("article");
  ASSERT_EQ(host_.engine_requests.size(), 3u);
  const auto open = std::get<OpenPackRequest>(AskedOfEngine(0).body);
  EXPECT_EQ(open.base_url, kTinyBase);
  EXPECT_EQ(open.head, files_[std::string(kTinyBase) + "head"]);
  EXPECT_EQ(std::get<ArticleRequest>(AskedOfEngine(1).body).item, 3u);
  Answer({AskedOfEngine(0).id, OpenedReply{}});
  EXPECT_TRUE(room_->replies.empty()) << "the room did not ask for that";
  Answer({AskedOfEngine(1).id, ArticleReply{3, {}, {}, {}}});
  EXPECT_EQ(LastReply().id, AskedOfEngine(1).id);
}

TEST_F(AppTest, TheReaderIsOpenedWithTheFirstMeaning) {
  files_["https://x/model/head"] = {1, 2, 3};
  Open(false);
  Run();
  Act("meaning");
  ASSERT_EQ(host_.engine_requests.size(), 3u);
  EXPECT_EQ(asked_.back(), "https://x/model/head");
  const auto model = std::get<OpenModelRequest>(AskedOfEngine(1).body);
  EXPECT_EQ(model.base_url, "https://x/model/");
  EXPECT_EQ(model.head, (std::vector<uint8_t>{1, 2, 3}));
  EXPECT_TRUE(std::holds_alternative<MeaningRequest>(AskedOfEngine(2).body));
}

TEST_F(AppTest, AReaderThatCannotBeHadIsAnErrorAndTriedAgain) {
  Open(false);
  Run();
  Act("meaning");
  ASSERT_EQ(room_->replies.size(), 1u);
  EXPECT_EQ(std::get<Error>(room_->replies[0].body).message, "No network.");
  files_["https://x/model/head"] = {1};
  Act("meaning");
  EXPECT_EQ(host_.engine_requests.size(), 3u);
}

TEST_F(AppTest, TheThemeIsToggledKeptAndRecalled) {
  Open(false);
  host_.queue.push_back(RecalledEvent{"theme", "2"});
  Run();
  EXPECT_EQ(app_->view().theme, ThemeKind::kDark);
  Act("theme");
  EXPECT_EQ(app_->view().theme, ThemeKind::kLight);
  EXPECT_EQ(host_.remembered, (std::vector<std::pair<std::string, std::string>>{{"theme", "1"}}));
  EXPECT_EQ(host_.themes, (std::vector<uint8_t>{2, 1}));
  EXPECT_TRUE(app_->view().theme_is_chosen);
  Act("stored-clear");
  EXPECT_EQ(host_.remembered.back(), (std::pair<std::string, std::string>{"theme", ""}));
  EXPECT_FALSE(app_->view().theme_is_chosen);
  Act("stored-undo");
  EXPECT_EQ(host_.remembered.back(), (std::pair<std::string, std::string>{"theme", "1"}));
  EXPECT_TRUE(app_->view().theme_is_chosen);
}

TEST_F(AppTest, AnSvgNeedsNoContextAndAPngSaysItDoes) {
  Open(false);
  Run();
  const size_t told = room_->actions.size();
  Act("save-svg");
  ASSERT_EQ(host_.saved.size(), 1u);
  EXPECT_EQ(host_.saved[0].name, "tiny-a-map-of-forty-things.svg");
  EXPECT_EQ(host_.saved[0].mime, "image/svg+xml");
  const std::string_view svg = AsText(host_.saved[0].bytes);
  EXPECT_EQ(svg.substr(0, 4), "<svg");
  // A postcard says where it can be walked.
  EXPECT_NE(svg.find("<a href=\"https://x/tiny.html"), svg.npos);
  Act("save-png");
  EXPECT_EQ(room_->actions.size(), told) << "no room has to know how";
  EXPECT_EQ(host_.saved.size(), 1u);
  EXPECT_EQ(host_.said.back(), words::kErrorNoWebgl);
}

}  // namespace
}  // namespace meander
