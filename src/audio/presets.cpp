// See presets.h.
#include "audio/presets.h"

#include <algorithm>
#include <limits>

#include "audio/clip.h"
#include "base/json_reader.h"

namespace meander {
namespace {

std::unexpected<Error> NotRight(const std::string& name, const char* what) {
  return Fail(ErrorCode::kCorrupt, "The beat \"" + name + "\" in presets.json has " + what + ".");
}

// Small whole numbers: what does not fit its field is caught here, before it is cut down to it.
Result<int> NumberOr(const Json& object, const char* field, int otherwise) {
  if (!object.is_object() || !object.contains(field)) return otherwise;
  TRY(const int64_t value, JsonInteger(object, field));
  return static_cast<int>(std::clamp<int64_t>(value, -100, 1000));
}

Result<Track> ReadTrack(const Json& entry, const std::string& name, int step_count) {
  constexpr std::string_view kRoles[] = {"kick", "snare", "hat", "extra"};
  TRY(const std::string role, JsonText(entry, "role"));
  TRY(const std::string package, JsonText(entry, "package"));
  TRY(const std::string path, JsonText(entry, "path"));
  TRY(const std::string steps, JsonText(entry, "steps"));
  TRY(const int volume, NumberOr(entry, "volume", kFullVolume));
  TRY(const int pitch, NumberOr(entry, "pitch", 0));
  TRY(const int pan, NumberOr(entry, "pan", 0));
  TRY(const int chance, NumberOr(entry, "chance", 0));
  Track track;
  const auto found = std::ranges::find(kRoles, role);
  if (found == std::end(kRoles)) return NotRight(name, "a role that is none");
  track.role = static_cast<Role>(found - std::begin(kRoles));
  track.clip_id = ClipId(package, path);
  const auto read = StepsOfText(steps, step_count);
  if (!read) return NotRight(name, "steps that cannot be read");
  track.steps = *read;
  const auto fits = [](int value) { return value >= -100 && value <= 100; };
  if (!fits(volume) || !fits(pitch) || !fits(pan) || !fits(chance) || volume < 0 || chance < 0) {
    return NotRight(name, "a number out of its range");
  }
  track.volume = static_cast<uint8_t>(volume);
  track.pitch_semitones = static_cast<int8_t>(pitch);
  track.pan = static_cast<int8_t>(pan);
  track.chance = static_cast<uint8_t>(chance);
  return track;
}

}  // namespace

Result<std::vector<Preset>> ReadPresets(std::string_view json) {
  TRY(const Json root, ParseJson(json, "The list of beats"));
  TRY(const Json* entries, JsonArray(root, "presets"));
  std::vector<Preset> presets;
  for (const Json& entry : *entries) {
    Preset preset;
    TRY(preset.name, JsonText(entry, "name"));
    TRY(preset.pattern.tempo_bpm, NumberOr(entry, "tempo", kUsual_bpm));
    TRY(preset.pattern.swing_percent, NumberOr(entry, "swing", 0));
    TRY(const int bars, NumberOr(entry, "bars", 1));
    if (bars != 1 && bars != 2) return NotRight(preset.name, "a number of bars other than 1 or 2");
    preset.pattern.step_count = bars == 2 ? kMostBeatSteps : kBarSteps;
    TRY(const int seed, NumberOr(entry, "seed", 0));
    if (seed < 0) return NotRight(preset.name, "a seed below 0");
    preset.pattern.seed = static_cast<uint32_t>(seed);
    TRY(const Json* tracks, JsonArray(entry, "tracks"));
    for (const Json& track : *tracks) {
      TRY(Track read, ReadTrack(track, preset.name, preset.pattern.step_count));
      preset.pattern.tracks.push_back(read);
    }
    if (!CheckPattern(preset.pattern)) return NotRight(preset.name, "a number out of its range");
    presets.push_back(std::move(preset));
  }
  return presets;
}

}  // namespace meander
