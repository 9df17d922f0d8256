// A host that does nothing but remember: tests and the poster fill its queue and read what the
// program wished for.
#pragma once

#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "host/host.h"

namespace meander {

class FakeHost : public Host {
 public:
  struct SavedFile {
    std::string name, mime;
    std::vector<uint8_t> bytes;
  };

  // Set by the test.
  double now_s = 0;
  std::vector<HostEvent> queue;

  // What the program wished for, oldest first.
  std::vector<std::pair<uint32_t, std::string>> fetches;
  std::vector<std::vector<uint8_t>> engine_requests;
  std::vector<uint32_t> engine_cancels;
  std::vector<std::vector<uint8_t>> pages;
  std::vector<std::pair<std::string, bool>> links;  // fragment, new_entry
  std::vector<std::string> copies;
  std::vector<std::pair<std::string, std::string>> sent;  // title, address
  std::vector<SavedFile> saved;
  std::vector<std::pair<std::string, std::string>> remembered;
  std::vector<std::string> said;
  std::vector<std::tuple<std::string, uint32_t, size_t>> pictures;  // name, width, bytes
  std::vector<uint8_t> themes;
  std::vector<bool> cursors;
  std::vector<float> handles_px;
  std::vector<std::string> navigations;
  std::vector<std::string> told_parent;
  std::vector<std::vector<std::string>> spoken;
  struct PlayedBlock {
    int64_t start_frame = 0;
    std::vector<float> left, right;
  };
  std::vector<PlayedBlock> blocks;
  std::vector<std::vector<float>> auditions;
  std::function<void(const AudioEvent&)> audio_tick;  // the test's to call
  int audio_prepared = 0, audio_starts = 0, audio_stops = 0;
  int ready_count = 0;
  int frame_requests = 0;

  double NowSeconds() override { return now_s; }
  void Fetch(uint32_t id, std::string_view url) override { fetches.emplace_back(id, url); }
  void AskEngine(ByteSpan request) override {
    engine_requests.emplace_back(request.begin(), request.end());
  }
  void CancelEngine(uint32_t request_id) override { engine_cancels.push_back(request_id); }
  void ShowPage(ByteSpan page) override { pages.emplace_back(page.begin(), page.end()); }
  void SetLink(std::string_view fragment, bool new_entry) override {
    links.emplace_back(fragment, new_entry);
  }
  void CopyText(std::string_view text) override { copies.emplace_back(text); }
  void Send(std::string_view title, std::string_view address) override {
    sent.push_back({std::string(title), std::string(address)});
  }
  void SaveFile(std::string_view name, std::string_view mime, ByteSpan bytes) override {
    saved.push_back({std::string(name), std::string(mime), {bytes.begin(), bytes.end()}});
  }
  void Remember(std::string_view key, std::string_view value) override {
    remembered.emplace_back(key, value);
  }
  void Say(std::string_view text) override { said.emplace_back(text); }
  void ShowPicture(std::string_view name, uint32_t width, ByteSpan rgba) override {
    pictures.emplace_back(std::string(name), width, rgba.size());
  }
  void SetTheme(uint8_t choice) override { themes.push_back(choice); }
  void SetCursor(bool pointing) override { cursors.push_back(pointing); }
  void SetHandles(std::span<const float> places_px) override {
    handles_px = {places_px.begin(), places_px.end()};
  }
  void Speak(const std::vector<std::string>& lines) override { spoken.push_back(lines); }
  void PrepareAudio() override { ++audio_prepared; }
  void StartAudio() override { ++audio_starts; }
  void PlayBlock(int64_t start_frame, std::span<const float> left,
                 std::span<const float> right) override {
    blocks.push_back({start_frame, {left.begin(), left.end()}, {right.begin(), right.end()}});
  }
  void StopAudio() override { ++audio_stops; }
  void OnAudioTick(std::function<void(const AudioEvent&)> mix) override {
    audio_tick = std::move(mix);
  }
  void PlayNow(std::span<const float> samples) override {
    auditions.emplace_back(samples.begin(), samples.end());
  }
  void TellReady() override { ++ready_count; }
  void Navigate(std::string_view href) override { navigations.emplace_back(href); }
  void TellParent(std::string_view json) override { told_parent.emplace_back(json); }
  void RequestFrame() override { ++frame_requests; }
  std::vector<HostEvent> TakeEvents() override { return std::exchange(queue, {}); }
};

}  // namespace meander
