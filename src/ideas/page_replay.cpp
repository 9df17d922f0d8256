// The bar of a replay: play, one stop back and on, where in the journey, pace.
#include <algorithm>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"

namespace meander {

PageNode ReplayPart(const IdeasState& state) {
  const Replay& replay = state.replay;
  const std::vector<int> line = MainLine(state.journey);
  const int last = std::max(static_cast<int>(line.size()) - 1, 1);
  const int stop = std::clamp(static_cast<int>(replay.at + 1e-4f), 0, last);
  PageNode bar = Group("replay", "replay", "group");
  bar.label = words::kReplayLabel;
  PageNode play =
      IconButton("play", "icon-button play", replay.is_playing ? "pause" : "play",
                 replay.is_playing ? words::kReplayPause : words::kReplayPlay, "replay-play");
  play.focus = true;
  PageNode before =
      IconButton("before", "icon-button", "before", words::kReplayBefore, "replay-step");
  before.argument = "-1";
  PageNode after = IconButton("after", "icon-button", "after", words::kReplayAfter, "replay-step");
  after.argument = "1";
  const uint32_t item =
      state.journey.stops[static_cast<size_t>(line[static_cast<size_t>(stop)])].item;
  const std::string where = Fill(words::kReplayAt, {{"place", std::to_string(stop + 1)},
                                                    {"count", std::to_string(last + 1)},
                                                    {"title", state.map.TitleOf(item)}});
  PageNode track = Group("track", "replay-track");
  track.children.push_back(Node(PageKind::kText, "where", "replay-where", where));
  PageNode slider = Node(PageKind::kSlider, "slider", {});
  slider.value = replay.at / static_cast<float>(last);
  slider.label = words::kReplayWhere;
  slider.detail = where;
  slider.on_input = "replay-to";
  track.children.push_back(std::move(slider));
  PageNode pace = Node(PageKind::kChoice, "pace", "segmented");
  pace.label = words::kReplayPace;
  const auto option = [&](std::string_view key, std::string_view name, Pace which) {
    PageNode button = Button(key, "segment", name, "replay-pace", key);
    button.pressed = replay.pace == which;
    pace.children.push_back(std::move(button));
  };
  option("slow", words::kReplaySlow, Pace::kSlow);
  option("steady", words::kReplayMiddling, Pace::kMiddling);
  option("fast", words::kReplayFast, Pace::kFast);
  PageNode close = IconButton("close", "icon-button", "close", words::kReplayClose, "replay-close");
  bar.children = {std::move(play),  std::move(before), std::move(track),
                  std::move(after), std::move(pace),   std::move(close)};
  return bar;
}

}  // namespace meander
