// Our side of sounds.bench.mjs: bench_sounds RECIPE CACHE PROJECT [--sweep] reads the recipe's
// sounds and says, for our features and for those of the Infinite Drum Machine (2016), how often a
// numbered sound's nearest is one of its siblings, in the full space and on the map. --sweep tries
// settings.
#include <cmath>
#include <cstdio>
#include <cstring>
#include <numbers>
#include <thread>

#include "audio/fourier.h"
#include "make/layout.h"
#include "make/quality.h"
#include "make/recipe_file.h"
#include "make/sounds_siblings.h"
#include "make/sounds_source.h"
#include "make/sounds_space.h"
#include "make/spread_places.h"
#include "pack/place_code.h"

namespace meander {
namespace {

// How the pack's places are spread after they are laid out (spread_places.h); no aspect: as they
// lie.
struct Spread {
  double aspect = 0, apart = 0;
};
struct Row {
  double top1 = 0, top5 = 0, map1 = 0, map5 = 0, trust = 0;
};

std::vector<uint32_t> ItemsOf(const NeighborLists& lists) {
  std::vector<uint32_t> items;
  for (const Neighbor& neighbor : lists.flat) items.push_back(neighbor.item);
  return items;
}

Result<Row> Measure(std::span<const float> rows, uint32_t dim, const NeighborLists& near,
                    std::span<const int> groups, const LayoutOptions& layout, const Spread& spread,
                    int threads) {
  Row row;
  const std::vector<uint32_t> nearest = ItemsOf(near);
  row.top1 = SiblingsNearest(groups, nearest, near.per_item);
  row.top5 = SiblingsNearest(groups, nearest, near.per_item, 5);
  TRY(std::vector<Point2> places, LayOut(rows, dim, near, layout, threads, nullptr));
  if (spread.aspect > 0)
    places = PushedApart(Widened(std::move(places), spread.aspect), spread.apart);
  const std::vector<uint32_t> on_map = NearestOnMap(PositionsOf(places), 10, threads);
  row.map1 = SiblingsNearest(groups, on_map, 10);
  row.map5 = SiblingsNearest(groups, on_map, 10, 5);
  row.trust = Trustworthiness(rows, dim, on_map, 10, 10, threads);
  return row;
}

// The drum machine's fingerprint: magnitudes of 1024-sample frames every 256, means of ten bins, 32
// rows and 32 columns, linear, from 0 to 1 within a clip; first 250 ms.
std::vector<float> Fingerprint(const Clip& clip) {
  constexpr size_t kSide = 32, kBinsEach = 10;
  Fourier fourier;
  std::vector<float> print(kSide * kSide);
  std::array<float, kFrame_samples> frame;
  std::array<float, kBins> power;
  const size_t end = std::min<size_t>(clip.samples.size(), kSampleRate_hz / 4);
  for (size_t column = 0; column < kSide; ++column) {
    for (size_t n = 0; n < kFrame_samples; ++n) {
      const size_t at = column * 256 + n;
      const double turn = static_cast<double>(n) / kFrame_samples;
      const double window = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * turn);
      frame[n] = at < end ? static_cast<float>(double{clip.samples[at]} * window) : 0;
    }
    fourier.Power(frame, power);
    for (size_t r = 0; r < kSide; ++r) {
      for (size_t b = 0; b < kBinsEach; ++b) {
        print[r * kSide + column] += std::sqrt(power[r * kBinsEach + b]) / kBinsEach;
      }
    }
  }
  const auto [low, high] = std::ranges::minmax(print);
  for (float& value : print) value = (value - low) / std::max(high - low, 1e-9f);
  return print;
}

// Nearest by distance, in the form that LayOut turns back into distances.
NeighborLists NearestByDistance(std::span<const float> rows, uint32_t dim, uint32_t count) {
  const auto items = static_cast<uint32_t>(rows.size() / dim);
  NeighborLists lists;
  lists.per_item = std::min(count, items - 1);
  for (uint32_t a = 0; a < items; ++a) {
    std::vector<Neighbor> all;
    for (uint32_t b = 0; b < items; ++b) {
      double sum = 0;
      for (uint32_t i = 0; i < dim; ++i) {
        const double away = double{rows[size_t{a} * dim + i]} - double{rows[size_t{b} * dim + i]};
        sum += away * away;
      }
      if (a != b) all.push_back({b, static_cast<float>(1 - sum / 2)});
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, &Neighbor::cosine);
    lists.flat.insert(lists.flat.end(), all.begin(), all.begin() + lists.per_item);
  }
  return lists;
}

Json Said(const char* name, const Row& row) {
  const auto short_number = [](double value) { return std::round(value * 1000) / 1000; };
  return {{"features", name},
          {"top1", short_number(row.top1)},
          {"top5", short_number(row.top5)},
          {"map_top1", short_number(row.map1)},
          {"map_top5", short_number(row.map5)},
          {"trustworthiness", short_number(row.trust)}};
}

Result<void> Run(const std::filesystem::path& recipe_file, const std::filesystem::path& cache,
                 const std::filesystem::path& project, bool sweeps) {
  TRY(const Json recipe, ReadWholeRecipe(project, recipe_file, {"sources", "packages"}));
  TRY(const SoundSources sources,
      ReadSounds(recipe["packages"], {project / "data/sources/sounds.py", cache / "sources",
                                      cache / "steps", "python3", nullptr}));
  const int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  const std::vector<int> groups = SiblingGroups(sources.sounds);
  const auto asked = std::ranges::count_if(groups, [](int group) { return group >= 0; });
  std::printf("%s\n", WriteJson({{"sounds", sources.sounds.size()},
                                 {"in_groups", asked},
                                 {"groups", *std::ranges::max_element(groups) + 1},
                                 {"too_long", sources.too_long},
                                 {"silent", sources.silent},
                                 {"unreadable", sources.unreadable},
                                 {"twins", sources.twins}})
                          .c_str());
  const Spread spread{recipe["layout"]["aspect"], recipe["layout"]["apart"]};
  const auto ours = [&](const char* name, const SoundSpaceOptions& options,
                        const LayoutOptions& layout) -> Result<void> {
    const FeatureModel model = LearnSpace(sources.sounds, options);
    const std::vector<float> rows = EmbedAll(model, sources.sounds);
    TRY(const Row row, Measure(rows, model.dim(), ExactNeighbors(rows, model.dim(), 90, threads),
                               groups, layout, spread, threads));
    std::printf("%s\n", WriteJson(Said(name, row)).c_str());
    return {};
  };
  if (sweeps) {
    for (const double share : {.25, .5, .75}) {
      for (const double evening : {0., .5, 1.}) {
        for (const uint32_t axes : {24u, 64u}) {
          char name[80];
          std::snprintf(name, sizeof(name), "share %.2f evening %.1f axes %u", share, evening,
                        axes);
          TRY_VOID(ours(name, {axes, share, evening}, {1, 30, 750, 125}));
        }
      }
    }
    return {};
  }
  const Json& space = recipe["space"];
  TRY_VOID(ours("Meander", {space["axes"], space["patch_share"], space["evening"]},
                {1, recipe["layout"]["perplexity"], recipe["layout"]["iterations"],
                 recipe["layout"]["early_iterations"]}));
  std::vector<float> prints;
  for (const SourceSound& sound : sources.sounds) {
    const std::vector<float> print = Fingerprint(sound.clip);
    prints.insert(prints.end(), print.begin(), print.end());
  }
  TRY(const Row row, Measure(prints, 1024, NearestByDistance(prints, 1024, 192), groups,
                             {1, 64, 750, 125}, {}, threads));
  Json said = Said("Infinite Drum Machine, 2016", row);
  said.erase("trustworthiness");  // its ranks are by distance, not by cosine
  std::printf("%s\n", WriteJson(said).c_str());
  return {};
}

}  // namespace
}  // namespace meander

int main(int count, char** arguments) {
  if (count < 4) {
    std::fprintf(stderr, "bench_sounds RECIPE CACHE PROJECT [--sweep]\n");
    return 2;
  }
  const auto done = meander::Run(arguments[1], arguments[2], arguments[3],
                                 count > 4 && std::strcmp(arguments[4], "--sweep") == 0);
  if (!done) std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return done ? 0 : 1;
}
