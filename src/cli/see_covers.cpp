// See see_covers.h.
#include "cli/see_covers.h"

#include <algorithm>
#include <cstdio>

#include "net/convnet/picture_lime.h"
#include "net/convnet/picture_occlusion.h"
#include "net/convnet/place_race.h"

namespace meander {
namespace {

constexpr int kLetterSide = 14;  // of maps in letters
constexpr int kChanceOrders = 10;

std::vector<float> CoverNamed(const std::string& name, std::span<const float> picture) {
  return name == "grey" ? GreyCover() : BlurredCover(picture);
}

FloatArray MapArray(const std::vector<double>& map) {
  return {{kPictureSide, kPictureSide}, {map.begin(), map.end()}};
}

// Words, JSON and files that both methods have.
SeenView ViewOf(const Sight& sight, const ClassChoice& choice, const SeeAsked& asked,
                const std::string& cover, double value, std::vector<double> map) {
  SeenView view;
  const std::vector<double> places = MapAtSide(map, kPictureSide, kLetterSide);
  view.words =
      LineOf("\n%s, at the picture, %s, covered %s: %.3f in all\n",
             ChoiceWords(sight, choice).c_str(), NameOfMethod(asked.method), cover.c_str(), value) +
      LettersOfMap(places, kLetterSide);
  view.json = {{"layer", LayerJson(0)},
               {"a", choice.a},
               {"method", NameOfMethod(asked.method)},
               {"cover", cover},
               {"value", Short(value)},
               {"side", kLetterSide},
               {"places", NumbersJson(places)}};
  if (choice.b >= 0) view.json["b"] = choice.b;
  view.arrays["shares"] = MapArray(map);
  view.maps["shares"] = {kPictureSide, std::move(map)};
  return view;
}

Json BandJson(const RaceBand& band) {
  return {{"mean", NumbersJson(band.mean)},
          {"low", NumbersJson(band.low)},
          {"high", NumbersJson(band.high)}};
}

}  // namespace

SeenView SeeOcclusion(Sight& sight, const ClassChoice& choice, const SeeAsked& asked) {
  const SquareOptions squares;
  const std::string cover = asked.cover.empty() ? "grey" : asked.cover;
  PictureOcclusion occlusion(*sight.reading, ClassSeed(choice.a, choice.b), SquareMasks(squares),
                             CoverNamed(cover, sight.reading->tensor(0)));
  while (occlusion.Step()) {
  }
  SeenView view = ViewOf(sight, choice, asked, cover, occlusion.Now().value, occlusion.Map());
  view.json["squares"] = {{"size", squares.size},
                          {"count", squares.count},
                          {"drops", NumbersJson(occlusion.Now().drops)}};
  const double most = std::ranges::max(occlusion.Now().drops);
  view.words += LineOf("squares of %d pixels; the one that counts most takes %+.3f with it\n",
                       squares.size, most);
  return view;
}

SeenView SeeLime(Sight& sight, const ClassChoice& choice, const SeeAsked& asked) {
  const std::span<const float> picture = sight.reading->tensor(0);
  Superpixels parts = FindSuperpixels(picture);
  const std::string cover = asked.cover.empty() ? "mean" : asked.cover;
  std::vector<float> covering = cover == "mean"
                                    ? MeanColourCover(picture, parts.labels, parts.count)
                                    : CoverNamed(cover, picture);
  PictureLime lime(*sight.reading, ClassSeed(choice.a, choice.b), std::move(parts),
                   std::move(covering), {.samples = asked.samples, .seed = asked.seed});
  while (lime.Step()) {
  }
  const LimeFit fit = lime.Now();
  SeenView view = ViewOf(sight, choice, asked, cover, fit.value, lime.Map(fit));
  view.json["samples"] = fit.samples;
  view.json["seed"] = asked.seed;
  view.json["parts"] = lime.parts().count;
  view.json["weights"] = NumbersJson(fit.weights);
  view.json["base"] = Short(fit.base);
  view.json["gap"] = Short(fit.gap());
  view.json["r2"] = Short(fit.r2);
  view.words +=
      LineOf("%zu parts, %d samples, seed %llu; the fit explains R² %.3f of them\n",
             lime.parts().count, fit.samples, static_cast<unsigned long long>(asked.seed), fit.r2);
  const std::vector<uint16_t>& labels = lime.parts().labels;
  view.arrays["parts"] = {{kPictureSide, kPictureSide}, {labels.begin(), labels.end()}};
  return view;
}

SeenView SeeRace(Sight& sight, const ClassChoice& choice, const SeeAsked& asked,
                 const SeenMap& map) {
  const std::string cover = asked.cover.empty() ? "blurred" : asked.cover;
  RaceTrack track(*sight.reading, choice.a, choice.b, CoverNamed(cover, sight.reading->tensor(0)),
                  {});
  const int side = track.options().side;
  PlaceRace race(track, MapAtSide(map.values, map.side, side));
  while (race.Step()) {
  }
  ChanceRaces chance(track, kChanceOrders, asked.seed);
  while (chance.Step()) {
  }
  const RaceCurves curves = race.Now();
  SeenView view;
  view.json = {{"cover", cover},
               {"side", side},
               {"taken_out", NumbersJson(curves.taken_out)},
               {"put_back", NumbersJson(curves.put_back)},
               {"area_out", Short(curves.area_out)},
               {"area_back", Short(curves.area_back)},
               {"chance",
                {{"orders", chance.orders_done()},
                 {"seed", asked.seed},
                 {"taken_out", BandJson(chance.TakenOut())},
                 {"put_back", BandJson(chance.PutBack())},
                 {"area_out", Short(chance.mean_area_out())},
                 {"area_back", Short(chance.mean_area_back())}}}};
  view.words = LineOf(
      "raced, places covered %s: %.3f on the mean while they go (by chance %.3f), %.3f while they "
      "come back (%.3f)\n",
      cover.c_str(), curves.area_out, chance.mean_area_out(), curves.area_back,
      chance.mean_area_back());
  return view;
}

}  // namespace meander
