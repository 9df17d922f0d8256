// See trail_marks.h. The trail is thin and grey: magenta is the reader's own way alone.
#include "ideas/trail_marks.h"

#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "ideas/state.h"

namespace meander {
namespace {

constexpr float kTogether_px = 16, kLongest_px = 150;
constexpr size_t kWordsShown = 3;

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  if (words.size() > kWordsShown) {
    text = words.front() + " … " + words.back();
  } else {
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  }
  return FitText(Face::kUi, 12, text, kLongest_px);
}

}  // namespace

std::vector<TrailGroup> TrailGroups(const IdeasState& state, const View& view) {
  const std::vector<TrailPlace> places = TrailPlaces(state);
  const bool has_end = state.search.meaning.has_value();
  std::vector<TrailGroup> groups;
  std::vector<std::string> words;
  for (size_t i = 0; i < places.size(); ++i) {
    const bool is_last = has_end && i + 1 == places.size();
    const bool joins =
        !groups.empty() &&
        Distance(groups.back().at, places[i].at) * view.camera.pixels_per_world < kTogether_px;
    if (!joins) words.clear();
    words.push_back(places[i].word);
    if (!joins) groups.push_back({places[i].at, {}, false});
    TrailGroup& group = groups.back();
    if (is_last) group.at = places[i].at;
    group.is_last = is_last;
    group.words = Joined(words);
  }
  return groups;
}

void AddTrail(const IdeasState& state, const View& view, Scene& scene) {
  const std::vector<TrailGroup> groups = TrailGroups(state, view);
  const auto share = [&](size_t i) {
    return static_cast<float>(i) / static_cast<float>(groups.size());
  };
  for (size_t i = 1; i < groups.size(); ++i) {
    StrokeMark stroke;
    stroke.from = groups[i - 1].at;
    stroke.to = groups[i].at;
    stroke.control = (stroke.from + stroke.to) * 0.5f;
    stroke.width_from_px = 1 + share(i - 1);
    stroke.width_to_px = 1 + share(i);
    stroke.paint = {Token::kInk, 0.45f + 0.35f * share(i)};
    stroke.casing_px = 2.4f;
    stroke.chevron = true;
    scene.strokes.push_back(stroke);
  }
  if (state.search.is_open && state.search.meaning) {
    for (const Neighbor& neighbor : state.search.meaning->neighbors) {
      scene.discs.push_back({state.map.PlaceOf(neighbor.item),
                             DiscKind::kRing,
                             4,
                             {Token::kInk2, 1},
                             {},
                             0,
                             neighbor.item});
    }
  }
  for (const TrailGroup& group : groups) {
    if (group.is_last) {
      scene.discs.push_back({group.at, DiscKind::kRing, 9, {Token::kInk, 1}, {}, 0, kNoItem});
    } else {
      scene.discs.push_back({group.at, DiscKind::kDot, 2.6f, {Token::kInk, 1}, {}, 0, kNoItem});
    }
  }
}

std::vector<LabelMark> TrailNames(const IdeasState& state, const View& view) {
  std::vector<LabelMark> names;
  const std::vector<TrailGroup> groups = TrailGroups(state, view);
  for (size_t i = groups.size(); i-- > 0;) {
    LabelMark name;
    name.at = groups[i].at;
    name.text = groups[i].is_last ? std::string(words::kSearchHere) : groups[i].words;
    name.face = groups[i].is_last ? Face::kUiBold : Face::kUi;
    name.size_px = groups[i].is_last ? 14.f : 12.f;
    name.paint = {groups[i].is_last ? Token::kInk : Token::kInk2, 1};
    name.distance_px = groups[i].is_last ? 13.f : 7.f;
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace meander
