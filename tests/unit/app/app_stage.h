// An App with a tiny room on a made-up host: files from a map, frames when they are asked for, time
// that only moves when told.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>

#include "app/app.h"
#include "base/files.h"
#include "fake_server.h"
#include "host/host_fake.h"
#include "tiny_room.h"

namespace meander {

class AppStage : public testing::Test {
 protected:
  AppStage() {
    SectionRef positions{"positions", 1, true, {}};
    Positions codes;
    for (uint32_t item = 0; item < kTinyItems; ++item) {
      codes.codes.push_back(static_cast<uint16_t>(2000 + item % 8 * 8500));
      codes.codes.push_back(static_cast<uint16_t>(2000 + item / 8 * 14000));
    }
    AddChunk(pack_, positions, 0, kTinyItems, WritePositions(codes));
    pack_.head.sections.insert(pack_.head.sections.begin(), positions);
    files_ = pack_.files;
    files_[std::string(kTinyBase) + "head"] = WritePackHead(pack_.head);
  }

  // Makes the App and hands it the first events; `fragment` without '#'.
  void Open(bool has_context, const std::string& fragment = "") {
    auto room = std::make_unique<TinyRoom>();
    room_ = room.get();
    StartOptions options;
    options.room = "tiny";
    options.pack_url = std::string(kTinyBase) + "head";
    options.model_url = "https://x/model/head";
    options.fragment = fragment;
    options.page_address = "https://x/tiny.html";
    for (const char* face : {"MeanderSans-Regular", "MeanderSans-Bold", "Vollkorn-SemiBoldItalic",
                             "Vollkorn-Medium"}) {
      options.font_urls.push_back(std::string(face) + ".ttf");
    }
    app_ = std::make_unique<App>(host_, std::move(room), std::move(options), has_context);
    host_.queue.push_back(SettingsEvent{false, false, false, true, false});
    host_.queue.push_back(ResizeEvent{600, 400, 1000, 700, 1, 0, 0, 0, 0});
    app_->Start();
  }

  void Serve() {
    for (const auto& [id, url] : std::exchange(host_.fetches, {})) {
      asked_.push_back(url);
      if (const auto at = files_.find(url); at != files_.end()) {
        host_.queue.push_back(FetchedEvent{id, at->second});
      } else {
        host_.queue.push_back(FetchedEvent{id, Fail(ErrorCode::kUnavailable, "No network.")});
      }
    }
  }
  // Serves and draws until nothing more is wanted; how many frames that took.
  int Run(double seconds_a_frame = 1. / 60) {
    int frames = 0;
    for (; frames < 2000; ++frames) {
      Serve();
      if (host_.queue.empty() && host_.frame_requests == 0) return frames;
      host_.frame_requests = 0;
      host_.now_s += seconds_a_frame;
      app_->Frame();
    }
    ADD_FAILURE() << "the program never came to rest";
    return frames;
  }
  void Act(const std::string& action, const std::string& argument = "") {
    host_.queue.push_back(PageActionEvent{action, argument});
    Run();
  }
  Page LastPage() {
    if (host_.pages.empty()) return {};
    return ReadPage(host_.pages.back()).value_or(Page{});
  }
  Reply LastReply() { return room_->replies.empty() ? Reply{} : room_->replies.back(); }
  // The engine's own words come back through the host like anybody's.
  void Answer(const Reply& reply) {
    host_.queue.push_back(EngineReplyEvent{WriteReply(reply)});
    Run();
  }
  Request AskedOfEngine(size_t index) {
    if (index >= host_.engine_requests.size()) return {};
    return ReadRequest(host_.engine_requests[index]).value_or(Request{});
  }

  TinyPack pack_ = MakeTinyPack();
  std::map<std::string, std::vector<uint8_t>> files_;
  std::vector<std::string> asked_;
  FakeHost host_;
  std::unique_ptr<App> app_;
  TinyRoom* room_ = nullptr;
};

}  // namespace meander
