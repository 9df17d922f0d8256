// ./meander beat LINK: what a beat's link holds, and the beat as a sound or as notes.
#include <algorithm>
#include <cstdio>
#include <set>

#include "audio/beat_code.h"
#include "audio/midi.h"
#include "audio/mixer.h"
#include "audio/ring.h"
#include "audio/wav.h"
#include "base/files.h"
#include "base/json_reader.h"
#include "canvas/link.h"
#include "cli/given_options.h"
#include "cli/opened_sounds.h"
#include "pack/credit_line.h"

namespace meander {
namespace {

constexpr const char* kRoleNames[kRoleCount] = {"kick", "snare", "hat", "extra"};

// A whole address, what stands after its #, or that with the #.
Result<Pattern> PatternOfLink(const std::string& link) {
  const size_t hash = link.find('#');
  const std::string fragment = hash == link.npos ? link : link.substr(hash + 1);
  TRY(const DecodedLink decoded, DecodeLink(fragment));
  if (decoded.room != "sounds") {
    return Fail(ErrorCode::kInvalidInput,
                "That link holds no beat; it leads to \"" + decoded.room + "\".");
  }
  return ReadBeat(decoded.payload);
}

// Where the pack's clips lie and what links call them, in item order.
struct Shelf {
  OpenedSounds pack;
  std::vector<Point2> places;
  std::vector<uint32_t> ids;
};

Result<Shelf> OpenShelf(const std::filesystem::path& folder) {
  Shelf shelf;
  TRY(shelf.pack, OpenSounds(folder));
  for (uint32_t item = 0; item < shelf.pack.head.item_count; ++item) {
    shelf.places.push_back(shelf.pack.positions.At(item));
    shelf.ids.push_back(shelf.pack.clips[item].id);
  }
  return shelf;
}

// A track with the items of its ring; empty where the pack has not its sound.
struct Heard {
  std::string name;
  std::vector<uint32_t> in_ring;
};

std::vector<Heard> HeardOf(const Pattern& pattern, const Shelf& shelf) {
  std::vector<Heard> heard;
  for (const Track& track : pattern.tracks) {
    const auto found = std::ranges::find(shelf.ids, track.clip_id);
    if (found == shelf.ids.end()) {
      heard.push_back({"a sound that this pack has not", {}});
    } else {
      const auto item = static_cast<uint32_t>(found - shelf.ids.begin());
      heard.push_back(
          {shelf.pack.names[item], ItemsInRing(shelf.places, shelf.ids, item, track.chance)});
    }
  }
  return heard;
}

// Whose sounds may be heard, each once (pack/credit_line.h).
std::string CreditsOf(const std::vector<Heard>& heard, const Shelf& shelf) {
  std::set<uint32_t> items;
  for (const Heard& one : heard) items.insert(one.in_ring.begin(), one.in_ring.end());
  std::vector<CreditedSound> sounds;
  for (const uint32_t item : items) {
    sounds.push_back({item, shelf.pack.names[item], shelf.pack.clips[item].licence});
  }
  return CreditLineOf(shelf.pack.credits, sounds);
}

Result<ClipOfNote> PlayersOf(const std::vector<Heard>& heard, const Shelf& shelf) {
  TRY(std::vector<Clip> decoded, ClipsOf(shelf.pack));
  std::vector<std::shared_ptr<const Clip>> clips;
  for (Clip& clip : decoded) clips.push_back(std::make_shared<const Clip>(std::move(clip)));
  return [heard, clips](const Pattern&, const Note& note) -> std::shared_ptr<const Clip> {
    const std::vector<uint32_t>& in_ring = heard[static_cast<size_t>(note.track)].in_ring;
    if (in_ring.empty()) return nullptr;
    return clips[ItemOfNote(note, in_ring)];
  };
}

void PrintText(const Pattern& pattern, const std::vector<Heard>& heard,
               const std::string& credits) {
  std::printf("%d beats a minute", pattern.tempo_bpm);
  if (pattern.swing_percent > 0) std::printf(", swing %d %%", pattern.swing_percent);
  std::printf(", %d steps\n", pattern.step_count);
  for (size_t i = 0; i < heard.size(); ++i) {
    const Track& track = pattern.tracks[i];
    std::string steps;
    for (int step = 0; step < pattern.step_count; ++step) {
      steps += track.steps[static_cast<size_t>(step)] > 0 ? 'x' : '.';
    }
    std::printf("%-5s %s  %s", kRoleNames[static_cast<size_t>(track.role)], steps.c_str(),
                heard[i].name.c_str());
    if (!IsHeard(pattern, static_cast<int>(i))) std::printf(" (muted)");
    if (heard[i].in_ring.size() > 1)
      std::printf(" or one of %zu near it", heard[i].in_ring.size() - 1);
    std::printf("\n");
  }
  if (!credits.empty()) std::printf("Sounds: %s\n", credits.c_str());
}

void PrintJson(const Pattern& pattern, const std::vector<Heard>& heard, const Shelf& shelf,
               const std::string& credits) {
  Json tracks = Json::array();
  for (size_t i = 0; i < heard.size(); ++i) {
    const Track& track = pattern.tracks[i];
    Json near = Json::array();
    for (const uint32_t item : heard[i].in_ring) near.push_back(shelf.pack.names[item]);
    tracks.push_back({{"role", kRoleNames[static_cast<size_t>(track.role)]},
                      {"sound", heard[i].in_ring.empty() ? Json(nullptr) : Json(heard[i].name)},
                      {"clip_id", track.clip_id},
                      {"steps", StepsText(track, pattern.step_count)},
                      {"volume", track.volume},
                      {"pitch", track.pitch_semitones},
                      {"pan", track.pan},
                      {"chance", track.chance},
                      {"picks", std::move(near)},
                      {"heard", IsHeard(pattern, static_cast<int>(i))},
                      {"locked", track.locked}});
  }
  const Json answer = {{"tempo", pattern.tempo_bpm},  {"swing", pattern.swing_percent},
                       {"steps", pattern.step_count}, {"seed", pattern.seed},
                       {"tracks", std::move(tracks)}, {"credits", credits}};
  std::printf("%s\n", WriteJson(answer).c_str());
}

Result<void> RunBeat(std::span<const std::string> arguments) {
  static constexpr const char* kValues[] = {"--wav", "--midi", "--bars", "--pack"};
  static constexpr const char* kFlags[] = {"--json", "--tail"};
  TRY(const GivenOptions given, ReadOptions(arguments, "beat", kValues, kFlags));
  if (given.words.size() != 1) {
    return Fail(ErrorCode::kInvalidInput, "Give one link: beat \"https://…#sounds.AQ…\".");
  }
  TRY(const Pattern pattern, PatternOfLink(given.words[0]));
  TRY(const int bars, given.Number("--bars", 1, 4, pattern.step_count / kBarSteps));
  const std::string wav = given.Text("--wav", ""), midi = given.Text("--midi", "");
  for (const std::string& out : {wav, midi}) {
    if (!out.empty()) TRY_VOID(CheckWritable(out));
  }
  TRY(const std::filesystem::path pack, FindPack(given.Text("--pack", "sounds")));
  TRY(const Shelf shelf, OpenShelf(pack));
  const std::vector<Heard> heard = HeardOf(pattern, shelf);
  if (!midi.empty()) {
    std::vector<std::string> names;
    for (const Heard& one : heard) names.push_back(one.name);
    TRY_VOID(WriteFile(midi, WriteMidi(pattern, names, bars)));
  }
  if (!wav.empty()) {
    TRY(const ClipOfNote clips, PlayersOf(heard, shelf));
    const Stereo sound = RenderBeat(pattern, clips, bars, given.Has("--tail"));
    TRY_VOID(WriteFile(wav, WriteWav(sound.left, sound.right)));
  }
  const std::string credits = CreditsOf(heard, shelf);
  if (given.Has("--json")) {
    PrintJson(pattern, heard, shelf, credits);
  } else {
    PrintText(pattern, heard, credits);
  }
  return {};
}

}  // namespace

const Verb kBeatVerb{
    "beat", "beat LINK [--wav F] [--midi F] [--bars N] [--tail] [--json] [--pack PACK]",
    "What a beat's link holds; as a sound, as notes.",
    "LINK is an address of the room of sounds, or what stands after its #. Says tempo, steps, "
    "sounds\n"
    "and whose they are.\n"
    "  --wav FILE   44.1 kHz, stereo, 16 bit: the samples that the page plays\n"
    "  --midi FILE  the hits as notes, 480 ticks a quarter\n"
    "  --bars N     1 to 4; without it, once through the pattern\n"
    "  --tail       let the last sounds ring out; without it the file ends with its last bar\n"
    "  --json       all of it as one line of JSON\n"
    "  --pack PACK  another pack than \"sounds\"\n",
    RunBeat};

}  // namespace meander
