// How far attributions of pictures can be trusted, over all photos of set-up:
//   bench_pictures MODEL CROPS.rgb…
// For a layer and a method: how much of f(a) - f(0) the shares leave out (median and worst), and
// what becomes of the seen class's probability when places are taken out, or put back alone,
// strongest first (mean over fractions 0, .1 … 1): a good method loses it soon and has it soon.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numeric>

#include "base/files.h"
#include "base/rng.h"
#include "make/convnet_model.h"
#include "net/convnet/picture_attribution.h"
#include "net/convnet/picture_input.h"

namespace meander {
namespace {

constexpr int kFractions = 10;

struct Row {
  const char* method;
  std::vector<double> gaps, deletions, insertions;
};

double Mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}
double Median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

// The mean probability of `top` while the places go, or come, in this order; the look is put back.
double Area(ConvnetReading& reading, int tensor, int top, const std::vector<size_t>& order,
            bool come) {
  const std::vector<float> whole(reading.tensor(tensor).begin(), reading.tensor(tensor).end());
  const auto channels = static_cast<size_t>(ShapeOfTensor(tensor).channels);
  double area = 0;
  for (int step = 0; step <= kFractions; ++step) {
    std::vector<float> values = come ? std::vector<float>(whole.size()) : whole;
    const size_t count = order.size() * size_t(step) / kFractions;
    for (size_t i = 0; i < count; ++i) {
      const size_t first = order[i] * channels;
      for (size_t c = first; c < first + channels; ++c) values[c] = come ? whole[c] : 0.f;
    }
    reading.LookFrom(tensor, values);
    const double share = double{ClassShares(reading.logits())[static_cast<size_t>(top)]};
    area += share * (step == 0 || step == kFractions ? .5 : 1) / kFractions;
  }
  reading.LookFrom(tensor, whole);
  return area;
}

void Measure(ConvnetReading& reading, int tensor, uint64_t photo, std::vector<Row>& rows) {
  const int top = TopClasses(reading.logits(), 1)[0];
  const std::vector<float> seed = ClassSeed(top);
  const auto put = [&](Row& row, const PictureShares* found, std::vector<double> scores) {
    if (found != nullptr) {
      row.gaps.push_back(std::fabs(found->gap() / (found->value - found->value_at_zero)));
    }
    std::vector<size_t> order(scores.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::stable_sort(order, [&](size_t a, size_t b) { return scores[a] > scores[b]; });
    row.deletions.push_back(Area(reading, tensor, top, order, false));
    row.insertions.push_back(Area(reading, tensor, top, order, true));
  };
  const int channels = ShapeOfTensor(tensor).channels;
  size_t at = 0;
  for (const int steps : {8, 32}) {
    IntegratedShares integral(reading, tensor, seed, steps);
    while (integral.Step()) {
    }
    const PictureShares found = integral.Now();
    put(rows[at++], &found, SumsOfPlaces(found.shares, channels));
  }
  const PictureShares linear = GradientShares(reading, tensor, seed);
  put(rows[at++], &linear, SumsOfPlaces(linear.shares, channels));
  // Where much fires, whatever it is for; and chance.
  const std::span<const float> values = reading.tensor(tensor);
  put(rows[at++], nullptr, SumsOfPlaces(values, channels));
  Rng rng(photo + 1);
  std::vector<double> chance(ShapeOfTensor(tensor).places());
  for (double& x : chance) x = rng.Unit();
  put(rows[at], nullptr, chance);
}

}  // namespace
}  // namespace meander

int main(int argc, char** argv) {
  using namespace meander;
  if (argc < 3) return 2;
  const auto network = OpenConvnet(argv[1]);
  if (!network) return 1;
  ConvnetReading reading(*network->panels);
  std::printf(
      "%d photos\nlayer    method                  left out: median   worst   taken out   put "
      "back\n",
      argc - 2);
  for (const char* layer : {"head", "b15.exp", "b11.exp"}) {
    std::vector<Row> rows = {{"integrated, 8 steps", {}, {}, {}},
                             {"integrated, 32 steps", {}, {}, {}},
                             {"gradient x activation", {}, {}, {}},
                             {"activation alone", {}, {}, {}},
                             {"chance", {}, {}, {}}};
    for (int i = 2; i < argc; ++i) {
      const auto crop = ReadFile(argv[i]);
      if (!crop || crop->size() != kPictureSize) return 1;
      reading.Look(PictureOf(*crop));
      Measure(reading, TensorNamed(layer), static_cast<uint64_t>(i), rows);
    }
    for (const Row& row : rows) {
      if (row.gaps.empty()) {
        std::printf("%-8s %-24s %15s %7s", layer, row.method, "-", "-");
      } else {
        std::printf("%-8s %-24s %13.1f %% %5.0f %%", layer, row.method, 100 * Median(row.gaps),
                    100 * std::ranges::max(row.gaps));
      }
      std::printf(" %11.3f %10.3f\n", Mean(row.deletions), Mean(row.insertions));
      std::fflush(stdout);
    }
  }
  return 0;
}
