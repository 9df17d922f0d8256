// See drawings_jobs.h: a look at a drawing, and what every job begins with.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/drawings_jobs.h"
#include "engine/drawn_number.h"

namespace meander {
namespace {

constexpr int kSignsTold = 8;
constexpr size_t kChannelsOfPlace = 4;

DrawingGrid ToldGrid(uint8_t layer, std::span<const float> tensor) {
  const std::vector<float> means = ToldMeansOfDrawing(layer, tensor);
  const size_t channels = kDrawingLayers[layer].channels;
  std::vector<uint16_t> order(channels);
  DrawingGrid grid;
  for (size_t place = 0; place < ToldPlacesOfDrawing(layer); ++place) {
    const std::span<const float> cell = std::span(means).subspan(place * channels, channels);
    double sum = 0;
    for (const float value : cell) sum += double{value} * double{value};
    grid.strength.push_back(InNineBits(static_cast<float>(std::sqrt(sum))));
    std::iota(order.begin(), order.end(), uint16_t{0});
    std::ranges::partial_sort(order, order.begin() + kChannelsOfPlace, [&](uint16_t a, uint16_t b) {
      return cell[a] != cell[b] ? cell[a] > cell[b] : a < b;
    });
    for (size_t k = 0; k < kChannelsOfPlace; ++k) {
      grid.channels.push_back(order[k]);
      grid.values.push_back(InNineBits(cell[order[k]]));
    }
  }
  return grid;
}

class DrawingLookJob : public DrawingsJob {
 public:
  explicit DrawingLookJob(std::unique_ptr<PenSight> sight) : sight_(std::move(sight)) {}

  size_t pieces_in_all() const override { return 1; }
  int rounds() const override { return 0; }
  DrawingsAnswer answer() const override { return answer_; }
  std::unique_ptr<PenSight> GiveBack() override { return std::move(sight_); }

 protected:
  bool Work() override {
    const std::span<const float> logits = sight_->reading.logits();
    const std::vector<float> shares = ClassShares(logits);
    for (const int index : TopClasses(logits, kSignsTold)) {
      const auto at = static_cast<size_t>(index);
      answer_.signs.push_back(SignTold(*sight_->network, index, shares[at], logits[at]));
    }
    for (uint8_t i = 0; i < kDrawingLayers.size(); ++i) {
      answer_.grids[i] = ToldGrid(i, sight_->layer(i));
    }
    return false;
  }

 private:
  std::unique_ptr<PenSight> sight_;
  DrawingsLookAnswer answer_;
};

}  // namespace

int TensorOfDrawing(uint8_t layer) {
  static constexpr auto kTensors = [] {
    std::array<int, kDrawingLayers.size()> tensors{};
    for (size_t i = 0; i < tensors.size(); ++i) {
      tensors[i] = PenTensorNamed(kDrawingLayers[i].tensor);
    }
    return tensors;
  }();
  static_assert(std::ranges::all_of(kTensors, [](int tensor) {
    return tensor > 0 && IsTruePenCut(tensor) && PenLayerOf(tensor - 1).rectifies;
  }));
  static_assert([] {
    for (size_t i = 0; i < kTensors.size(); ++i) {
      const ConvShape shape = ShapeOfPenTensor(kTensors[i]);
      if (shape.side != kDrawingLayers[i].side || shape.channels != kDrawingLayers[i].channels) {
        return false;
      }
    }
    return true;
  }());
  static_assert(kDrawnSignCount == kSignCount);
  return kTensors[layer];
}

std::vector<PenStroke> PenStrokesOf(const Ink& ink) {
  std::vector<PenStroke> strokes;
  for (const InkStroke& stroke : ink) {
    PenStroke& to = strokes.emplace_back();
    for (const InkPoint point : stroke) to.push_back({double(point.x), double(point.y)});
  }
  return strokes;
}

DrawnSign SignTold(const PenNetwork& network, int index, float share, float logit) {
  const PenSign& sign = network.signs[static_cast<size_t>(index)];
  return {static_cast<uint16_t>(index), sign.sign, sign.name, std::clamp(share, 0.f, 1.f), logit};
}

std::vector<float> ToldMeansOfDrawing(uint8_t layer, std::span<const float> tensor) {
  const DrawingLayer& of = kDrawingLayers[layer];
  const size_t side = of.side, told = of.told_side, channels = of.channels, block = side / told;
  if (block == 1) return {tensor.begin(), tensor.end()};
  std::vector<float> means(ToldPlacesOfDrawing(layer) * channels);
  for (size_t y = 0; y < side; ++y) {
    for (size_t x = 0; x < side; ++x) {
      float* const to = &means[(y / block * told + x / block) * channels];
      for (size_t c = 0; c < channels; ++c) to[c] += tensor[(y * side + x) * channels + c];
    }
  }
  for (float& mean : means) mean /= static_cast<float>(block * block);
  return means;
}

std::unique_ptr<DrawingsJob> MakeDrawingLookJob(std::unique_ptr<PenSight> sight) {
  return std::make_unique<DrawingLookJob>(std::move(sight));
}

std::unique_ptr<DrawingsJob> MakeDrawingsJob(std::unique_ptr<PenSight> sight,
                                             const DrawingsQuestion& question) {
  const Ink& ink = std::visit([](const auto& asked) -> const Ink& { return asked.ink; }, question);
  if (sight->ink != ink) {
    const std::vector<PenStroke> strokes = PenStrokesOf(ink);
    sight->reading.Look(DrawStrokes(strokes, FrameOfStrokes(strokes)));
    sight->ink = ink;
  }
  if (const auto* groups = std::get_if<DrawingsGroupQuestion>(&question)) {
    return MakeDrawingGroupJob(std::move(sight), *groups);
  }
  if (const auto* strokes = std::get_if<DrawingsStrokeQuestion>(&question)) {
    return MakeDrawingStrokeJob(std::move(sight), *strokes);
  }
  return MakeDrawingLookJob(std::move(sight));
}

}  // namespace meander
