// The left column: Play, the tempo, how it swings, how often chance has its way.
#include <algorithm>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"

namespace meander {
namespace {

PageNode TempoPart(const SoundsState& state) {
  PageNode tempo = Group("tempo", "tempo");
  PageNode field =
      Node(PageKind::kField, "field", "tempo-field", std::to_string(state.pattern.tempo_bpm));
  field.label = words::kSoundsTempo;
  field.detail = "";
  field.on_input = "tempo-typed";
  field.on_submit = "tempo";
  field.on_key = "tempo-key";
  tempo.children.push_back(std::move(field));
  PageNode tap = Button("tap", "text-button", words::kSoundsBpm, "tap");
  tap.label = words::kSoundsTap;
  tempo.children.push_back(std::move(tap));
  return tempo;
}

int ChanceShown(const SoundsState& state) {
  if (state.chosen >= 0) return state.pattern.tracks[static_cast<size_t>(state.chosen)].chance;
  int most = 0;
  for (const Track& track : state.pattern.tracks) most = std::max<int>(most, track.chance);
  return most;
}

}  // namespace

PageNode SettingPart(std::string_view key, std::string_view name, int at, int most,
                     std::string value, std::string_view on_input) {
  PageNode setting = Group(key, "setting");
  PageNode head = Group("head", "setting-head");
  head.children.push_back(Node(PageKind::kText, "name", {}, name));
  head.children.push_back(Node(PageKind::kText, "value", "setting-value", value));
  setting.children.push_back(std::move(head));
  PageNode slider = Node(PageKind::kSlider, "slider", {});
  slider.label = name;
  slider.detail = std::move(value);
  slider.value = static_cast<float>(at) / static_cast<float>(most);
  slider.level = static_cast<uint8_t>(most);
  slider.on_input = on_input;
  setting.children.push_back(std::move(slider));
  return setting;
}

std::string ChanceInWords(int chance) {
  return std::string(chance == 0   ? words::kSoundsChanceNone
                     : chance <= 4 ? words::kSoundsChanceLittle
                     : chance <= 9 ? words::kSoundsChanceSome
                                   : words::kSoundsChanceMuch);
}

std::string PlayNote(const SoundsState& state) {
  if (!state.audio_note.empty()) return state.audio_note;
  const bool waits = state.is_wanted && !state.player.is_on() && SamplesMissing(state) > 0;
  return waits ? std::string(words::kSoundsFetching) : std::string();
}

PageNode ChancePart(const SoundsState& state) {
  const int chance = ChanceShown(state);
  const std::string name =
      state.chosen >= 0 ? Fill(words::kSoundsChanceOf, {{"track", LabelOf(state, state.chosen)}})
                        : std::string(words::kSoundsChance);
  return SettingPart("chance", name, chance, kMostChance, ChanceInWords(chance), "chance-share");
}

PageNode TransportPart(const SoundsState& state) {
  PageNode part = Group("transport", "transport", "group");
  part.label = words::kSoundsTransport;
  const bool plays = OffersPause(state);
  PageNode row = Group("row", "transport-row");
  PageNode play = IconButton("play", "play-button large", plays ? "pause" : "play",
                             plays ? words::kSoundsPause : words::kSoundsPlay, "play");
  if (state.is_example && state.settle_from_s >= 0) play.style += " calls";
  row.children.push_back(std::move(play));
  row.children.push_back(TempoPart(state));
  part.children.push_back(std::move(row));
  const std::string note = PlayNote(state);
  if (!note.empty()) part.children.push_back(Paragraph("note", "audio-note small", note));
  const int swing = state.pattern.swing_percent;
  part.children.push_back(SettingPart(
      "swing", words::kSoundsSwing, swing, kMostSwing_percent,
      Fill(words::kSoundsPercent, {{"percent", std::to_string(swing)}}), "swing-share"));
  part.children.push_back(ChancePart(state));
  return part;
}

}  // namespace meander
