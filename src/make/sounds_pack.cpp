// See sounds_pack.h.
#include "make/sounds_pack.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "audio/presets.h"
#include "base/files.h"
#include "make/layout.h"
#include "make/quality.h"
#include "make/recipe_file.h"
#include "make/sounds_regions.h"
#include "make/sounds_siblings.h"
#include "make/sounds_space.h"
#include "make/sounds_writer.h"
#include "make/spread_places.h"
#include "make/step_bytes.h"
#include "pack/place_code.h"

namespace meander {
namespace {

namespace fs = std::filesystem;
constexpr uint32_t kLayoutNeighbors = 90, kStoredNeighbors = 50;
constexpr size_t kFewestSounds = 16, kMostSounds = 20'000;

Result<double> Number(const Json& object, const char* field, double lowest, double highest) {
  TRY(const double value, JsonNumber(object, field));
  if (value >= lowest && value <= highest) return value;
  return Fail(ErrorCode::kInvalidInput,
              std::string("The recipe's \"") + field + "\" is not a number that it can be.");
}

template <class T>
void Reorder(const std::vector<uint32_t>& order, std::vector<T>& values) {
  std::vector<T> sorted;
  for (const uint32_t item : order) sorted.push_back(std::move(values[item]));
  values = std::move(sorted);
}

class Maker {
 public:
  Maker(const MakeOptions& options, Json recipe)
      : options_(options), recipe_(std::move(recipe)), cache_(options.cache / "steps") {}

  Result<void> Run() {
    TRY_VOID(ReadRecipe());
    TRY_VOID(Read());
    if (!Tell("Laying out the map", 0)) return Fail(ErrorCode::kCancelled, "Stopped.");
    content_.model = LearnSpace(content_.sources.sounds, space_);
    rows_ = EmbedAll(content_.model, content_.sources.sounds);
    TRY_VOID(Place());
    SoundRegions named = MakeSoundRegions(content_.sources.sounds, content_.places, large_regions_,
                                          layout_.seed, WordsCalled("called"), WordsCalled("said"));
    content_.topics = std::move(named.topics);
    content_.regions = std::move(named.regions);
    TRY_VOID(ChooseBuckets());
    PutInOrder();
    Finish();
    return WriteSounds(
        recipe_, content_,
        {options_.project / encoder_, options_.cache / "steps", EncoderPython(), cache_},
        options_.target, [&](double share) { return Tell("Writing the sounds", share); });
  }

 private:
  bool Tell(const char* step, double share) const {
    return !options_.progress || options_.progress(step, share);
  }

  // The encoder has an environment of its own (tools/setup_sounds.sh).
  std::string EncoderPython() const {
    const fs::path own = options_.cache / "python-sounds" / "bin" / "python";
    return fs::exists(own) ? own.string() : options_.python;
  }

  // Everything the recipe says, before it costs time.
  Result<void> ReadRecipe() {
    for (const char* text : {"name", "reader"}) TRY_VOID(JsonText(recipe_, text));
    TRY(encoder_, JsonText(recipe_, "encoder"));
    for (const char* list : {"sources", "packages"}) TRY_VOID(JsonArray(recipe_, list));
    TRY(const Json* space, JsonObject(recipe_, "space"));
    TRY(const double axes, Number(*space, "axes", 1, kMostAxes));
    space_.axes = static_cast<uint32_t>(axes);
    TRY(space_.patch_share, Number(*space, "patch_share", 0, 1));
    TRY(space_.evening, Number(*space, "evening", 0, 1));
    TRY(const Json* layout, JsonObject(recipe_, "layout"));
    TRY(const double seed, Number(*layout, "seed", 0, 1e15));
    TRY(layout_.perplexity, Number(*layout, "perplexity", 1, 1000));
    TRY(const double iterations, Number(*layout, "iterations", 1, 100'000));
    TRY(const double early, Number(*layout, "early_iterations", 0, 100'000));
    TRY(aspect_, Number(*layout, "aspect", 1, 4));
    TRY(apart_, Number(*layout, "apart", 0, 0.1));
    TRY(starter_s_, Number(recipe_, "starter_s", 0, 1e6));
    TRY(const double regions, Number(recipe_, "regions", 2, 11));
    layout_.seed = static_cast<uint64_t>(seed);
    layout_.iterations = static_cast<int>(iterations);
    layout_.early_iterations = static_cast<int>(early);
    large_regions_ = static_cast<uint32_t>(regions);
    return {};
  }

  Result<void> Read() {
    TRY(content_.sources,
        ReadSounds(recipe_["packages"],
                   {options_.project / recipe_["reader"].get<std::string>(),
                    options_.cache / "sources", options_.cache / "steps", options_.python,
                    [&](double share) { return Tell("Listening to every sound", share); }}));
    const size_t count = content_.sources.sounds.size();
    if (count >= kFewestSounds && count <= kMostSounds) return {};
    return Fail(ErrorCode::kInvalidInput, "A map of sounds needs from 16 to 20,000 of them.");
  }

  Result<void> Place() {
    const uint32_t dim = content_.model.dim();
    const auto thousandths = [](double value) { return static_cast<uint64_t>(value * 1000); };
    const uint64_t key = KeyOf(
        kSoundLayoutVersion, {Hash64(BytesOf(rows_)), layout_.seed, thousandths(layout_.perplexity),
                              static_cast<uint64_t>(layout_.iterations),
                              static_cast<uint64_t>(layout_.early_iterations)});
    TRY(const std::vector<uint8_t> bytes,
        cache_.Get("sound-layout", key, [&]() -> Result<std::vector<uint8_t>> {
          const NeighborLists near = ExactNeighbors(rows_, dim, kLayoutNeighbors, options_.threads);
          TRY(const std::vector<Point2> places,
              LayOut(rows_, dim, near, layout_, options_.threads,
                     [&](double share) { return Tell("Laying out the map", share); }));
          return BytesOf(places);
        }));
    content_.places = PushedApart(Widened(ValuesOf<Point2>(bytes), aspect_), apart_);
    if (content_.places.size() == content_.sources.sounds.size()) return {};
    return Fail(ErrorCode::kCorrupt,
                "The kept places do not fit the sounds; remove the cache's steps folder.");
  }

  // What the presets play first; then what is free of share-alike, the shortest first, as far as
  // the starter goes; then the rest.
  Result<void> ChooseBuckets() {
    TRY(const std::set<uint32_t> played, PresetClips());
    std::vector<uint32_t> free;
    double length_s = 0;
    for (uint32_t item = 0; item < content_.sources.sounds.size(); ++item) {
      const SourceSound& sound = content_.sources.sounds[item];
      const bool is_played = played.contains(IdOf(sound));
      content_.buckets.push_back(is_played ? Bucket::kPresets : Bucket::kRest);
      if (is_played) length_s += LengthOf(item);
      if (!is_played && !IsShareAlike(sound.licence)) free.push_back(item);
    }
    std::ranges::stable_sort(free, {}, [&](uint32_t item) { return LengthOf(item); });
    for (const uint32_t item : free) {
      length_s += LengthOf(item);
      if (length_s > starter_s_) break;
      content_.buckets[item] = Bucket::kStarter;
    }
    return {};
  }
  // {"Thumps": ["kick", "carpet"], …} of the recipe, by word.
  Called WordsCalled(const char* field) const {
    Called called;
    if (!recipe_.contains(field) || !recipe_[field].is_object()) return called;
    for (const auto& [name, words] : recipe_[field].items()) {
      if (!words.is_array()) continue;
      for (const Json& word : words) {
        if (word.is_string()) called[word.get<std::string>()] = name;
      }
    }
    return called;
  }
  // In a sprite, with the silence after it.
  double LengthOf(uint32_t item) const {
    const auto samples = static_cast<double>(content_.sources.sounds[item].clip.samples.size());
    return samples / kSampleRate_hz + 0.03;
  }
  uint32_t IdOf(const SourceSound& sound) const {
    return ClipId(content_.sources.packages[sound.package].name, sound.path);
  }
  // The beats all of whose sounds come from packages that this system has; what they play.
  Result<std::set<uint32_t>> PresetClips() {
    std::set<uint32_t> ids;
    if (!recipe_.contains("presets")) return ids;
    TRY(const std::string file, JsonText(recipe_, "presets"));
    TRY(const std::string text, ReadTextFile(options_.project / file));
    TRY(std::vector<Preset> presets, ReadPresets(text));
    std::set<uint32_t> here;
    for (const SourceSound& sound : content_.sources.sounds) here.insert(IdOf(sound));
    for (Preset& preset : presets) {
      const bool is_whole = std::ranges::all_of(
          preset.pattern.tracks, [&](const Track& track) { return here.contains(track.clip_id); });
      if (!is_whole && content_.sources.missing.empty()) {
        return Fail(ErrorCode::kInvalidInput,
                    "The beat \"" + preset.name + "\" plays a sound that is not in this pack.");
      }
      if (!is_whole) continue;
      for (const Track& track : preset.pattern.tracks) ids.insert(track.clip_id);
      content_.presets.push_back(std::move(preset));
    }
    return ids;
  }

  // By bucket, then by region, there from left to right: what lies together travels together.
  void PutInOrder() {
    std::vector<uint32_t> order(content_.sources.sounds.size()), new_place(order.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](uint32_t a, uint32_t b) {
      const auto key = [&](uint32_t item) {
        return std::tuple(content_.buckets[item], content_.topics[item], content_.places[item].x);
      };
      return key(a) < key(b);
    });
    for (uint32_t i = 0; i < order.size(); ++i) new_place[order[i]] = i;
    Reorder(order, content_.sources.sounds);
    Reorder(order, content_.buckets);
    Reorder(order, content_.places);
    Reorder(order, content_.topics);
    for (Region& region : content_.regions) region.anchor = new_place[region.anchor];
    rows_ = EmbedAll(content_.model, content_.sources.sounds);
  }

  void Finish() {
    const uint32_t dim = content_.model.dim();
    content_.seed = layout_.seed;
    content_.threads = options_.threads;
    content_.vectors = QuantizeRows(std::string(kSoundSpaceId), dim, rows_);
    content_.neighbors = ExactNeighbors(rows_, dim, kStoredNeighbors, options_.threads);
    const std::vector<int> groups = SiblingGroups(content_.sources.sounds);
    std::vector<uint32_t> nearest;
    for (const Neighbor& near : content_.neighbors.flat) nearest.push_back(near.item);
    const std::vector<uint32_t> on_map =
        NearestOnMap(PositionsOf(content_.places), 1, options_.threads);
    const auto thousandth = [](double value) { return std::round(value * 1000) / 1000; };
    content_.siblings = {
        {"sounds", std::ranges::count_if(groups, [](int group) { return group >= 0; })},
        {"nearest_in_full",
         thousandth(SiblingsNearest(groups, nearest, content_.neighbors.per_item))},
        {"nearest_on_map", thousandth(SiblingsNearest(groups, on_map, 1))}};
  }

  const MakeOptions& options_;
  const Json recipe_;
  const StepCache cache_;
  SoundSpaceOptions space_;
  LayoutOptions layout_;
  uint32_t large_regions_ = 0;
  double starter_s_ = 0;
  double aspect_ = 1, apart_ = 0;
  std::string encoder_;
  SoundContent content_;
  std::vector<float> rows_;
};

}  // namespace

Result<void> MakeSounds(const MakeOptions& options) {
  TRY(Json recipe, ReadWholeRecipe(options.project, options.recipe, {"sources", "packages"}));
  return Maker(options, std::move(recipe)).Run();
}

}  // namespace meander
