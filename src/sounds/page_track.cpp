// The card of the chosen ring: how its track sounds, and what sounds like it.
#include <cstdlib>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "sounds/page_parts.h"
#include "sounds/sound_facts.h"

namespace meander {
namespace {

constexpr size_t kLikeThis = 5;

std::string PitchInWords(int semitones) {
  if (semitones == 0) return std::string(words::kSoundsPitchPlain);
  return Fill(std::abs(semitones) == 1 ? words::kSoundsSemitone : words::kSoundsSemitones,
              {{"count", (semitones > 0 ? "+" : "−") + std::to_string(std::abs(semitones))}});
}

std::string PanInWords(int pan) {
  if (pan == 0) return std::string(words::kSoundsMiddle);
  return Fill(pan < 0 ? words::kSoundsLeft : words::kSoundsRight,
              {{"share", Fill(words::kSoundsPercent,
                              {{"percent", std::to_string(std::abs(pan) * 100 / kMostPan)}})}});
}

PageNode SwitchPart(std::string_view key, std::string_view words, std::string_view action,
                    int track, bool is_on) {
  PageNode button = Button(key, "switch", words, action, std::to_string(track));
  button.pressed = is_on;
  return button;
}

}  // namespace

PageNode TrackPart(const SoundsState& state, const View& view) {
  const int chosen = state.chosen;
  const Track& track = state.pattern.tracks[static_cast<size_t>(chosen)];
  const uint32_t item = ItemOfTrack(state, chosen);
  PageNode card = Group("track", "track-card", "group");
  card.label = LabelOf(state, chosen);
  card.on_escape = "ring-close";
  PageNode head = Group("head", "card-head");
  PageNode name = Heading(2, "name", "track-name", LabelOf(state, chosen));
  head.children.push_back(std::move(name));
  head.children.push_back(
      Node(PageKind::kText, "sound", "track-sound",
           item == kNoItem ? std::string(words::kSoundsNowhere) : NameOf(state, item)));
  head.children.push_back(
      IconButton("close", "icon-button", "close", words::kDialogClose, "ring-close"));
  card.children.push_back(std::move(head));
  PageNode switches = Group("switches", "switches");
  switches.children.push_back(SwitchPart("mute", words::kSoundsMute, "mute", chosen, track.mute));
  switches.children.push_back(SwitchPart("solo", words::kSoundsSolo, "solo", chosen, track.solo));
  switches.children.push_back(SwitchPart("lock", words::kSoundsLock, "lock", chosen, track.locked));
  card.children.push_back(std::move(switches));
  card.children.push_back(SettingPart(
      "volume", words::kSoundsVolume, track.volume, kFullVolume,
      Fill(words::kSoundsPercent, {{"percent", std::to_string(track.volume * 100 / kFullVolume)}}),
      "volume-share"));
  card.children.push_back(SettingPart("pitch", words::kSoundsPitch,
                                      track.pitch_semitones + kMostSemitones, 2 * kMostSemitones,
                                      PitchInWords(track.pitch_semitones), "pitch-share"));
  card.children.push_back(SettingPart("pan", words::kSoundsPan, track.pan + kMostPan, 2 * kMostPan,
                                      PanInWords(track.pan), "pan-share"));
  // Elsewhere it stands beside the steps.
  if (IsPhone(view)) card.children.push_back(ChancePart(state));
  const std::vector<uint32_t> near = TrueNeighborsOf(state, item, kLikeThis);
  if (!near.empty()) {
    PageNode like = Group("like", "like-this");
    like.children.push_back(Heading(3, "title", "small", words::kSoundsLikeThis));
    for (const uint32_t other : near) {
      PageNode put = Button(std::to_string(other), "preset-button", NameOf(state, other), "put",
                            std::to_string(other));
      put.on_point = "hear-pointed";
      like.children.push_back(std::move(put));
    }
    card.children.push_back(std::move(like));
  }
  PageNode foot = Group("foot", "keep-small");
  PageNode more = Button("more", "text-button", words::kSoundsAddTrack, "add-track");
  more.disabled = state.track_count() >= kMostTracks;
  foot.children.push_back(std::move(more));
  PageNode less = Button("less", "text-button", words::kSoundsRemoveTrack, "remove-track",
                         std::to_string(chosen));
  less.disabled = state.track_count() <= 1;
  foot.children.push_back(std::move(less));
  const bool is_long = state.pattern.step_count > kBarSteps;
  foot.children.push_back(Button("bars", "text-button",
                                 is_long ? words::kSoundsOneBar : words::kSoundsTwoBars, "bars",
                                 is_long ? "1" : "2"));
  card.children.push_back(std::move(foot));
  return card;
}

}  // namespace meander
