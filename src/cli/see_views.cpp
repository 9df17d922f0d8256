// See see_views.h.
#include "cli/see_views.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

#include "cli/given_options.h"
#include "cli/see_maps.h"
#include "net/convnet/picture_attribution.h"
#include "net/convnet/picture_groups.h"

namespace meander {
namespace {

// The `count` greatest by size of what `size_of` says of 0 … all - 1, greatest first.
template <class SizeOf>
std::vector<size_t> Greatest(size_t all, size_t count, SizeOf size_of) {
  std::vector<size_t> order(all);
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order, [&](size_t a, size_t b) { return size_of(a) > size_of(b); });
  order.resize(std::min(all, count));
  return order;
}

FloatArray Grid(int side, size_t channels, std::vector<float> values) {
  return {{static_cast<size_t>(side), static_cast<size_t>(side), channels}, std::move(values)};
}

}  // namespace

SeenView SeeClasses(const Sight& sight, int count) {
  const std::span<const float> logits = sight.reading->logits();
  const std::vector<float> shares = ClassShares(logits);
  SeenView view;
  view.json = Json::array();
  for (const int number : TopClasses(logits, count)) {
    const auto at = static_cast<size_t>(number);
    view.words += LineOf("%5.1f %%  %s (%d)\n", 100 * double{shares[at]},
                         sight.ClassName(number).c_str(), number);
    view.json.push_back({{"class", number},
                         {"name", sight.ClassName(number)},
                         {"share", Short(double{shares[at]})},
                         {"logit", Short(double{logits[at]})}});
  }
  return view;
}

SeenView SeeLayer(const Sight& sight, int tensor) {
  constexpr size_t kShown = 4;
  const ConvShape shape = ShapeOfTensor(tensor);
  const std::span<const float> values = sight.reading->tensor(tensor);
  const auto channels = static_cast<size_t>(shape.channels);
  std::vector<double> sizes(shape.places());
  Json places = Json::array();
  for (size_t place = 0; place < shape.places(); ++place) {
    const std::span<const float> at = values.subspan(place * channels, channels);
    for (const float x : at) sizes[place] += double{x} * double{x};
    sizes[place] = std::sqrt(sizes[place]);
    Json strongest = Json::array();
    for (const size_t c : Greatest(channels, kShown, [&](size_t i) { return at[i]; })) {
      if (at[c] > 0) strongest.push_back({{"channel", c}, {"value", Short(double{at[c]})}});
    }
    places.push_back({{"size", Short(sizes[place])}, {"channels", strongest}});
  }
  SeenView view;
  view.json = LayerJson(tensor);
  view.json["everything_passes"] = IsTrueCut(tensor);
  view.json["places"] = places;
  view.words = LineOf("\n%s: %d × %d places of %d channels; how much each place holds\n",
                      NameOfTensor(tensor).c_str(), shape.side, shape.side, shape.channels) +
               LettersOfMap(sizes, shape.side);
  view.maps["layer"] = {shape.side, sizes};
  view.arrays["layer"] = Grid(shape.side, channels, {values.begin(), values.end()});
  return view;
}

SeenView SeeShares(Sight& sight, int tensor, const ClassChoice& choice, SeeMethod method,
                   int steps) {
  constexpr size_t kShown = 12;
  const std::vector<float> seed = ClassSeed(choice.a, choice.b);
  PictureShares found;
  if (method == SeeMethod::kIntegrated) {
    IntegratedShares integral(*sight.reading, tensor, seed, steps);
    while (integral.Step()) {
    }
    found = integral.Now();
  } else {
    found = GradientShares(*sight.reading, tensor, seed);
  }
  const ConvShape shape = ShapeOfTensor(tensor);
  const std::vector<double> places = SumsOfPlaces(found.shares, shape.channels);
  const std::vector<double> channels = SumsOfChannels(found.shares, shape.channels);
  const char* const name = NameOfMethod(method);
  SeenView view;
  view.json = {{"layer", LayerJson(tensor)},
               {"a", choice.a},
               {"method", name},
               {"value", Short(found.value)},
               {"value_at_zero", Short(found.value_at_zero)},
               {"sum", Short(found.sum)},
               {"gap", Short(found.gap())},
               {"places", NumbersJson(places)}};
  if (choice.b >= 0) view.json["b"] = choice.b;
  if (method == SeeMethod::kIntegrated) view.json["steps"] = steps;
  Json strongest = Json::array();
  view.words = LineOf(
      "\n%s, at %s, %s: %.3f in all, shares of %+.3f explain %+.3f, left out %+.3f\n",
      ChoiceWords(sight, choice).c_str(), NameOfTensor(tensor).c_str(), name, found.value,
      found.value - found.value_at_zero, found.sum, std::round(1000 * found.gap()) / 1000 + 0.0);
  view.words += LettersOfMap(places, shape.side) + "strongest channels:";
  for (const size_t c :
       Greatest(channels.size(), kShown, [&](size_t i) { return std::fabs(channels[i]); })) {
    strongest.push_back({{"channel", c}, {"share", Short(channels[c])}});
    view.words += LineOf(" %zu %+.3f", c, channels[c]);
  }
  view.words += "\n";
  if (method == SeeMethod::kGradient && tensor != TensorNamed("head")) {
    view.words += "A linear guess: the shares need not add up, nor have the right sign.\n";
  }
  view.json["channels"] = strongest;
  view.maps["shares"] = {shape.side, places};
  view.arrays["shares"] = Grid(shape.side, static_cast<size_t>(shape.channels), found.shares);
  return view;
}

SeenView SeeGroups(Sight& sight, int tensor, size_t count, int starts, const ClassChoice* choice) {
  constexpr size_t kShown = 6;
  const ConvShape shape = ShapeOfTensor(tensor);
  const auto channels = static_cast<size_t>(shape.channels);
  GroupSearch search(sight.reading->tensor(tensor), channels, count);
  while (search.Step()) {
  }
  const PictureGroups groups = search.Now();
  if (starts > 0) {
    search.BeginStability(starts);
    while (search.StepStability()) {
    }
  }
  const std::vector<double> stability = search.Stability();
  const auto value_of = [&](std::span<const float> logits) {
    const double b = choice->b < 0 ? 0 : double{logits[static_cast<size_t>(choice->b)]};
    return double{logits[static_cast<size_t>(choice->a)]} - b;
  };
  SeenView view;
  view.json = {{"layer", LayerJson(tensor)},
               {"k", count},
               {"relative_error", Short(groups.relative_error)},
               {"sweeps", groups.sweeps},
               {"groups", Json::array()}};
  view.words = LineOf("\n%zu groups at %s; they leave %.1f %% of it unexplained\n", count,
                      NameOfTensor(tensor).c_str(), 100 * groups.relative_error);
  if (choice != nullptr) view.words += "without a group: " + ChoiceWords(sight, *choice) + "\n";
  for (size_t group = 0; group < count; ++group) {
    std::vector<double> places;
    for (size_t p = 0; p < shape.places(); ++p) {
      places.push_back(double{groups.places[p * count + group]});
    }
    const float* const weights = &groups.channels[group * channels];
    Json strongest = Json::array();
    std::string named;
    for (const size_t c : Greatest(channels, kShown, [&](size_t i) { return weights[i]; })) {
      strongest.push_back({{"channel", c}, {"weight", Short(double{weights[c]})}});
      named += " " + std::to_string(c);
    }
    Json one = {{"mass", Short(groups.masses[group])},
                {"places", NumbersJson(places)},
                {"channels", strongest}};
    view.words += LineOf("\ngroup %zu, %.0f %% of the mass, channels", group + 1,
                         100 * groups.masses[group]) +
                  named;
    if (!stability.empty()) {
      one["stability"] = Short(stability[group]);
      view.words += LineOf("; found again by %.0f %% of %d starts", 100 * stability[group], starts);
    }
    if (choice != nullptr) {
      const double now = value_of(sight.reading->logits());
      const double without = value_of(LogitsWithoutGroup(*sight.reading, tensor, groups, group));
      one["effect"] = Short(now - without);
      view.words += LineOf("; without it %.3f instead of %.3f", without, now);
    }
    view.words += "\n" + LettersOfMap(places, shape.side);
    view.maps["group_" + std::to_string(group + 1)] = {shape.side, places};
    view.json["groups"].push_back(one);
  }
  view.arrays["group_places"] = Grid(shape.side, count, groups.places);
  view.arrays["group_channels"] = {{count, channels}, groups.channels};
  return view;
}

}  // namespace meander
