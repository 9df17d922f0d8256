// Which method names the places of a picture that count, over all photos of set-up:
//   bench_picture_places MODEL CROPS.rgb…
// Every method's map of the class seen first, at 14 × 14 places of the picture, is raced
// (net/convnet/place_race.h): places are covered, or come back, greatest first. Beside it the map
// that the ghost draws with the same method, raced before the network itself: a method whose ghost
// does as well shows the picture, not the network. And orders by chance. A look takes its time: the
// ghost's maps are of every third photo and raced before the blurred cover only. Said again every
// four photos.
#include <algorithm>
#include <cstdio>
#include <numeric>

#include "base/files.h"
#include "make/convnet_model.h"
#include "net/convnet/convnet_ghost.h"
#include "net/convnet/picture_attribution.h"
#include "net/convnet/picture_input.h"
#include "net/convnet/picture_lime.h"
#include "net/convnet/picture_occlusion.h"
#include "net/convnet/place_race.h"

namespace meander {
namespace {

constexpr RaceOptions kRace{.side = 14, .fractions = 5};
constexpr int kChanceOrders = 3, kGhostEvery = 3;
constexpr int kMethods = 7;
constexpr const char* kNames[kMethods] = {
    "integrated, b11.exp, 32 steps", "exact, head",       "gradient x activation, b11.exp",
    "occlusion, 49 grey squares",    "LIME, 200 samples", "activation alone, b11.exp",
    "activation alone, head"};

using Maps = std::vector<std::vector<double>>;

std::vector<double> PlacesOf(std::span<const float> values, const ConvShape& shape) {
  return MapAtSide(SumsOfPlaces(values, shape.channels), shape.side, kRace.side);
}

// Each method's map; `r2` of LIME's.
Maps MapsOf(ConvnetReading& reading, int top, const Superpixels& parts, double& r2) {
  const std::vector<float> seed = ClassSeed(top);
  const std::vector<float> picture(reading.tensor(0).begin(), reading.tensor(0).end());
  const int b11 = TensorNamed("b11.exp"), head = TensorNamed("head");
  const ConvShape at_b11 = ShapeOfTensor(b11), at_head = ShapeOfTensor(head);
  Maps maps;
  IntegratedShares integral(reading, b11, seed, 32);
  while (integral.Step()) {
  }
  maps.push_back(PlacesOf(integral.Now().shares, at_b11));
  maps.push_back(PlacesOf(GradientShares(reading, head, seed).shares, at_head));
  maps.push_back(PlacesOf(GradientShares(reading, b11, seed).shares, at_b11));
  PictureOcclusion occlusion(reading, seed, SquareMasks({}), GreyCover());
  while (occlusion.Step()) {
  }
  maps.push_back(MapAtSide(occlusion.Map(), kPictureSide, kRace.side));
  PictureLime lime(reading, seed, parts, MeanColourCover(picture, parts.labels, parts.count));
  while (lime.Step()) {
  }
  const LimeFit fit = lime.Now();
  r2 = fit.r2;
  maps.push_back(MapAtSide(lime.Map(fit), kPictureSide, kRace.side));
  maps.push_back(PlacesOf(reading.tensor(b11), at_b11));
  maps.push_back(PlacesOf(reading.tensor(head), at_head));
  return maps;
}

struct Areas {
  double out = 0, back = 0;
  void Add(double more_out, double more_back) {
    out += more_out;
    back += more_back;
  }
};
struct Track {
  const char* name = "";
  // `same`: the network's own, of the photos that the ghost was asked about.
  Areas network[kMethods], ghost[kMethods], same[kMethods], chance;
  int beyond_chance[kMethods] = {};  // photos where the area out lies below chance's mean
  int photos = 0, ghosts = 0;
};

void RunRaces(ConvnetReading& reading, int top, const std::vector<float>& cover, const Maps& maps,
              const Maps& ghost, uint64_t photo, Track& track) {
  RaceTrack races(reading, top, -1, cover, kRace);
  const auto curves_of = [&](const std::vector<double>& map) {
    PlaceRace race(races, map);
    while (race.Step()) {
    }
    return race.Now();
  };
  ChanceRaces chance(races, kChanceOrders, photo);
  while (chance.Step()) {
  }
  track.chance.Add(chance.mean_area_out(), chance.mean_area_back());
  ++track.photos;
  if (!ghost.empty()) ++track.ghosts;
  for (size_t i = 0; i < kMethods; ++i) {
    const RaceCurves own = curves_of(maps[i]);
    track.network[i].Add(own.area_out, own.area_back);
    if (!ghost.empty()) {
      const RaceCurves twin = curves_of(ghost[i]);
      track.ghost[i].Add(twin.area_out, twin.area_back);
      track.same[i].Add(own.area_out, own.area_back);
    }
    if (own.area_out < chance.mean_area_out()) ++track.beyond_chance[i];
  }
}

void Print(const Track& track) {
  std::printf("\n%d photos, %s\n%-32s %9s %9s %17s\n", track.photos, track.name, "method",
              "taken out", "put back", "out below chance");
  for (size_t i = 0; i < kMethods; ++i) {
    std::printf("%-32s %9.3f %9.3f %12d\n", kNames[i], track.network[i].out / track.photos,
                track.network[i].back / track.photos, track.beyond_chance[i]);
  }
  std::printf("%-32s %9.3f %9.3f\n", "chance", track.chance.out / track.photos,
              track.chance.back / track.photos);
  for (size_t i = 0; track.ghosts > 0 && i < kMethods; ++i) {
    std::printf("of %d: %-32s %.3f %.3f, its ghost's map %.3f %.3f\n", track.ghosts, kNames[i],
                track.same[i].out / track.ghosts, track.same[i].back / track.ghosts,
                track.ghost[i].out / track.ghosts, track.ghost[i].back / track.ghosts);
  }
  std::fflush(stdout);
}

}  // namespace
}  // namespace meander

int main(int argc, char** argv) {
  using namespace meander;
  if (argc < 3) return 2;
  const auto network = OpenConvnet(argv[1]);
  if (!network) return 1;
  const auto ghost = MakeConvnetGhost(*network->weights, 1);
  if (!ghost) return 1;
  const ConvnetPanels ghost_panels(ghost->weights);
  ConvnetReading reading(*network->panels), twin(ghost_panels);
  Track tracks[2];
  tracks[0].name = "covered grey";
  tracks[1].name = "covered by the blurred picture";
  std::vector<double> r2s, ghost_r2s;
  for (int i = 2; i < argc; ++i) {
    const auto crop = ReadFile(argv[i]);
    if (!crop || crop->size() != kPictureSize) return 1;
    const std::vector<float> picture = PictureOf(*crop);
    reading.Look(picture);
    const int top = TopClasses(reading.logits(), 1)[0];
    const Superpixels parts = FindSuperpixels(picture);
    const Maps maps = MapsOf(reading, top, parts, r2s.emplace_back());
    Maps twins;
    if ((i - 2) % kGhostEvery == 0) {
      twin.Look(picture);
      twins = MapsOf(twin, top, parts, ghost_r2s.emplace_back());
    }
    const auto photo = static_cast<uint64_t>(i);
    RunRaces(reading, top, GreyCover(), maps, {}, photo, tracks[0]);
    RunRaces(reading, top, BlurredCover(picture), maps, twins, photo, tracks[1]);
    std::fprintf(stderr, "%d of %d: %s, R2 %.2f\n", i - 1, argc - 2, argv[i], r2s.back());
    if ((i - 1) % 4 == 0 || i + 1 == argc) {
      for (const Track& track : tracks) Print(track);
    }
  }
  const auto median = [](std::vector<double>& values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
  };
  std::printf("\nLIME's R2, median and least: %.3f, %.3f; the ghost's %.3f, %.3f\n", median(r2s),
              r2s.front(), median(ghost_r2s), ghost_r2s.front());
  return 0;
}
