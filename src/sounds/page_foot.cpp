// What the map is, in a line at its lower left, and the ways to its other forms; what stands below
// it on paper.
#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"

namespace meander {

PageNode WaysPart(bool is_list) {
  PageNode ways = Group("ways", "map-ways");
  ways.children.push_back(Button("list", "text-button",
                                 is_list ? words::kSoundsBackToMap : words::kSoundsAsList, "list"));
  ways.children.push_back(Button("credits", "text-button", words::kSoundsWhose, "credits"));
  ways.children.push_back(Button("how", "text-button", words::kSoundsHowTitle, "how"));
  return ways;
}

PageNode MapFootPart(const SoundsState& state) {
  PageNode foot = Group("foot", "map-foot");
  // While rays are drawn, what they are.
  const std::string words =
      state.pinned != kNoItem
          ? std::string(words::kSoundsTrustMap)
          : Fill(words::kSoundsTitled,
                 {{"title", TitleOfBeat(state)},
                  {"what", Fill(words::kSoundsCount, {{"count", WithCommas(state.map.count())}})}});
  foot.children.push_back(Paragraph("count", "map-count", words));
  foot.children.push_back(WaysPart(false));
  return foot;
}

namespace {

// "● · · · | • …": loud, soft and silent steps, a stroke between beats.
std::string StepsInSigns(const SoundsState& state, int track) {
  constexpr int kLoud = 5, kStepsABeat = 4;
  const Track& steps = state.pattern.tracks[static_cast<size_t>(track)];
  std::string signs;
  for (int step = 0; step < state.pattern.step_count; ++step) {
    if (step > 0) signs += step % kStepsABeat == 0 ? "|" : "";
    const int loudness = steps.steps[static_cast<size_t>(step)];
    signs += loudness >= kLoud ? "●" : loudness > 0 ? "•" : "·";
  }
  return signs;
}

}  // namespace

PageNode PaperPart(const SoundsState& state) {
  PageNode paper = Group("paper", "for-paper");
  paper.children.push_back(Heading(1, "title", "display", TitleOfBeat(state)));
  paper.children.push_back(
      Paragraph("tempo", "note",
                std::to_string(state.pattern.tempo_bpm) + " " + std::string(words::kSoundsBpm)));
  PageNode rings = Node(PageKind::kList, "rings", "ring-list");
  for (int track = 0; track < state.track_count(); ++track) {
    const uint32_t item = ItemOfTrack(state, track);
    PageNode row = Node(PageKind::kItem, std::to_string(track), "ring-row");
    row.children.push_back(Node(PageKind::kText, "label", "grid-name", LabelOf(state, track)));
    row.children.push_back(
        Node(PageKind::kText, "sound", "ring-sound", SoundOfTrack(state, track)));
    row.children.push_back(
        Node(PageKind::kText, "steps", "paper-steps", StepsInSigns(state, track)));
    if (state.map.has_credits() && item < state.map.count()) {
      row.children.push_back(Node(PageKind::kText, "credit", "small", state.map.CreditOf(item)));
    }
    rings.children.push_back(std::move(row));
  }
  paper.children.push_back(std::move(rings));
  return paper;
}

}  // namespace meander
