// ./meander sound PACK FILE.wav: where a sound of one's own lies among those of a pack.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "audio/clip_shape.h"
#include "audio/decode.h"
#include "audio/trim.h"
#include "base/files.h"
#include "base/json_reader.h"
#include "cli/cli.h"
#include "cli/opened_sounds.h"
#include "pack/place_sound.h"

namespace meander {
namespace {

struct SoundArguments {
  std::string pack, file;
  uint32_t count = 10;
  bool json = false;
};

Result<SoundArguments> Parse(std::span<const std::string> arguments) {
  SoundArguments parsed;
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--json") {
      parsed.json = true;
    } else if (arguments[i] == "-k" && i + 1 < arguments.size()) {
      TRY(const int count, WholeNumber("-k", arguments[++i], 1, 1000));
      parsed.count = static_cast<uint32_t>(count);
    } else if (arguments[i].starts_with("-") || !parsed.file.empty()) {
      return Fail(ErrorCode::kInvalidInput,
                  "\"" + arguments[i] + "\" is not understood; see sound --help.");
    } else {
      (parsed.pack.empty() ? parsed.pack : parsed.file) = arguments[i];
    }
  }
  if (parsed.file.empty()) return Fail(ErrorCode::kInvalidInput, "Name a pack and a sound file.");
  return parsed;
}

double Rounded(float value, double steps) { return std::round(double{value} * steps) / steps; }

void Print(const Json& told) {
  const Json& sound = told["sound"];
  std::printf("%.2f s, centre %d Hz, width %d Hz, decay %.2f s\n", sound["length_s"].get<double>(),
              sound["centroid_hz"].get<int>(), sound["bandwidth_hz"].get<int>(),
              sound["decay_s"].get<double>());
  if (told["place"].is_array()) {
    std::printf("at %.3f, %.3f on the map; trust %d of 10\n", told["place"][0].get<double>(),
                told["place"][1].get<double>(), told["trust"].get<int>());
  } else {
    std::printf("like none of these; it has no place on the map\n");
  }
  for (const Json& near : told["nearest"]) {
    std::printf("%.4f  %s  (%s)\n", near["cosine"].get<double>(),
                near["name"].get<std::string>().c_str(),
                near["licence"].get<std::string>().c_str());
  }
}

Result<void> RunSound(std::span<const std::string> arguments) {
  TRY(const SoundArguments parsed, Parse(arguments));
  TRY(const std::filesystem::path folder, FindPack(parsed.pack));
  TRY(const OpenedSounds pack, OpenSounds(folder));
  TRY(const std::vector<uint8_t> file, ReadFile(parsed.file));
  TRY(const Clip decoded, DecodeSound(file));
  const Clip clip = Trimmed(decoded);
  const PlacedSound placed =
      PlaceSound(clip, pack.model, pack.vectors, pack.positions, parsed.count);
  const std::vector<Neighbor>& nearest = placed.nearest;
  const ClipShape shape = ShapeOf(clip);
  Json told;
  told["sound"] = {
      {"length_s", Rounded(static_cast<float>(clip.samples.size()) / kSampleRate_hz, 1000)},
      {"centroid_hz", static_cast<int>(std::lround(shape.centroid_hz))},
      {"bandwidth_hz", static_cast<int>(std::lround(shape.bandwidth_hz))},
      {"decay_s", Rounded(shape.decay_s, 1000)}};
  told["place"] = nullptr;
  told["trust"] = nullptr;
  if (placed.place) {
    told["place"] = {Rounded(placed.place->x, 10000), Rounded(placed.place->y, 10000)};
    told["trust"] = placed.trust;
  }
  told["nearest"] = Json::array();
  for (const Neighbor& near :
       std::span(nearest).first(std::min<size_t>(parsed.count, nearest.size()))) {
    told["nearest"].push_back({{"name", pack.names[near.item]},
                               {"cosine", Rounded(std::min(near.cosine, 1.f), 10000)},
                               {"clip", pack.clips[near.item].id},
                               {"licence", NameOf(pack.clips[near.item].licence)}});
  }
  if (parsed.json) {
    std::printf("%s\n", WriteJson(told).c_str());
  } else {
    Print(told);
  }
  return {};
}

}  // namespace

const Verb kSoundVerb{
    "sound", "sound PACK FILE [-k N] [--json]", "where a sound of yours lies among those of a pack",
    "FILE is WAV, FLAC, MP3 or Ogg Vorbis; its first sound counts. Says what it is like, where it\n"
    "belongs on the map, how many of its ten nearest lie near that place, then a line each: "
    "cosine,\n"
    "name, licence.\n",
    RunSound};

}  // namespace meander
