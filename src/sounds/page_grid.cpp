// The twin of the steps: rows of buttons that are pressed where a step is on.
#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"

namespace meander {
namespace {

std::string StateOfStep(int loudness) {
  if (loudness == 0) return std::string(words::kSoundsStepOff);
  const std::string_view words = loudness >= 6   ? words::kSoundsLoud
                                 : loudness >= 4 ? words::kSoundsMiddling
                                                 : words::kSoundsSoft;
  return Fill(words::kSoundsStepOn, {{"loudness", std::string(words)}});
}

}  // namespace

std::string StepInWords(const SoundsState& state, int track, int step) {
  if (track < 0 || track >= state.track_count()) return {};
  if (step < 0 || step >= state.pattern.step_count) return {};
  const int loudness =
      state.pattern.tracks[static_cast<size_t>(track)].steps[static_cast<size_t>(step)];
  return Fill(words::kSoundsStepLabel, {{"track", LabelOf(state, track)},
                                        {"beat", std::to_string(step / 4 + 1)},
                                        {"step", std::to_string(step % 4 + 1)},
                                        {"state", StateOfStep(loudness)}});
}

PageNode GridTwinPart(const SoundsState& state, bool is_visible) {
  PageNode grid = Group("grid", "grid-twin both-ways", "group");
  grid.label = words::kSoundsGrid;
  if (!is_visible) grid.show = PageShow::kReaderOnly;
  grid.on_key = "grid-key";
  const auto focus = state.grid_focus.value_or(std::pair{0, 0});
  for (int track = 0; track < state.track_count(); ++track) {
    PageNode row = Group("t" + std::to_string(track), "grid-row", "group");
    row.label = LabelOf(state, track) + ", " + SoundOfTrack(state, track);
    if (is_visible) {
      row.children.push_back(Node(PageKind::kText, "name", "grid-name", LabelOf(state, track)));
    }
    for (int step = 0; step < state.pattern.step_count; ++step) {
      const int loudness =
          state.pattern.tracks[static_cast<size_t>(track)].steps[static_cast<size_t>(step)];
      const bool is_here = std::pair{track, step} == focus;
      std::string style = "grid-step";
      if (step % 4 == 0) style += " on-beat";
      if (loudness > 0) style += loudness >= 6 ? " loud" : loudness >= 4 ? " middling" : " soft";
      PageNode button = Button("s" + std::to_string(step), style, "", "step",
                               std::to_string(track) + " " + std::to_string(step));
      button.label = StepInWords(state, track, step);
      button.pressed = loudness > 0;
      button.on_point = "grid-at";
      button.tab = is_here ? TabStop::kHere : TabStop::kByArrows;
      button.focus = is_here && state.is_grid_walked;
      row.children.push_back(std::move(button));
    }
    grid.children.push_back(std::move(row));
  }
  return grid;
}

}  // namespace meander
