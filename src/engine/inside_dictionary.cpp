// See inside_jobs.h: a cell as its strongest feed-forward neurons, and one neuron by itself.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/inside_jobs.h"
#include "net/derivative/recording.h"

namespace meander {
namespace {

constexpr size_t kNearestTold = 6;

class DictionaryView : public OneStep {
 public:
  DictionaryView(InsideDictionaryAnswer answer, const WordPiece& pieces)
      : OneStep(std::move(answer)), pieces_(pieces) {}
  bool wants_contexts() const override { return true; }
  void PutContexts(const KnownContexts& known, InsideAnswer& answer) const override {
    auto& dictionary = std::get<InsideDictionaryAnswer>(answer);
    for (InsideNeuron& neuron : dictionary.neurons) known.Describe(pieces_, neuron);
    dictionary.texts = known.texts();
  }

 private:
  const WordPiece& pieces_;
};

class NeuronView : public OneStep {
 public:
  NeuronView(InsideNeuronAnswer answer, const WordPiece& pieces)
      : OneStep(std::move(answer)), pieces_(pieces) {}
  bool wants_contexts() const override { return true; }
  void PutContexts(const KnownContexts& known, InsideAnswer& answer) const override {
    auto& told = std::get<InsideNeuronAnswer>(answer);
    known.Describe(pieces_, told.neuron);
    told.texts = known.texts();
  }

 private:
  const WordPiece& pieces_;
};

// What a neuron adds to the hidden state when it fires: its row of the matrix that leads down
// again, as DenseLayout has it, less its mean (the layer norm takes that away), at unit length.
std::vector<float> WritesOf(const Weights& weights, int layer, int channel) {
  const DenseWeights& down = weights.layer(layer).down;
  std::vector<float> row(kWidth);
  float mean = 0;
  for (int output = 0; output < kWidth; ++output) {
    const size_t panel = size_t(output / 8) * 8 * size_t(down.inputs);
    const size_t at = panel + size_t(channel / 2) * 16 + size_t(output % 8) * 2 + channel % 2;
    row[output] = static_cast<float>(down.codes[at]) * down.scales[output];
    mean += row[output] / kWidth;
  }
  float square = 0;
  for (float& x : row) {
    x -= mean;
    square += x * x;
  }
  for (float& x : row) x /= std::max(std::sqrt(square), 1e-12f);
  return row;
}

std::vector<InsideNeuron::Near> NearestTo(const Weights& weights, int layer, int channel) {
  const std::vector<float> ours = WritesOf(weights, layer, channel);
  std::vector<InsideNeuron::Near> all;
  for (int other = 0; other < kLayerCount * kInnerWidth; ++other) {
    const int its_layer = other / kInnerWidth, its_channel = other % kInnerWidth;
    if (its_layer == layer && its_channel == channel) continue;
    const std::vector<float> theirs = WritesOf(weights, its_layer, its_channel);
    float cosine = 0;
    for (size_t i = 0; i < kWidth; ++i) cosine += ours[i] * theirs[i];
    all.push_back(
        {static_cast<uint8_t>(its_layer + 1), static_cast<uint16_t>(its_channel), cosine});
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, &InsideNeuron::Near::cosine);
  all.resize(kNearestTold);
  return all;
}

}  // namespace

Result<std::unique_ptr<InsideJob>> MakeDictionaryJob(const Insight& insight,
                                                     const WordPiece& pieces,
                                                     const InsideDictionaryQuestion& question) {
  TRY(const UnitText text, UnitsOf(pieces, question.text, question.reading.by_piece, "The text"));
  if (question.unit >= text.units.size()) {
    return Fail(ErrorCode::kInvalidInput, "The text has no such word.");
  }
  Recording recording(insight.weights);
  TRY_VOID(recording.Read(text.ids));
  const TextUnit& unit = text.units[question.unit];
  InsideDictionaryAnswer answer;
  answer.units = UnitsTold(text);
  const auto mean_of = [&](std::span<const float> rows, size_t width) {
    std::vector<float> mean(width);
    for (uint32_t piece = unit.first_piece; piece < unit.one_past_pieces; ++piece) {
      for (size_t i = 0; i < width; ++i) {
        mean[i] += rows[piece * width + i] / static_cast<float>(unit.piece_count());
      }
    }
    return mean;
  };
  answer.numbers = mean_of(recording.hidden(question.layer), kWidth);
  if (question.layer > 0) {
    const std::vector<float> fired =
        mean_of(recording.layer(question.layer - 1).inner, kInnerWidth);
    std::vector<uint16_t> order(kInnerWidth);
    std::iota(order.begin(), order.end(), uint16_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](uint16_t i) { return fired[i]; });
    double shown = 0, all = 0;
    for (size_t i = 0; i < kInnerWidth && fired[order[i]] > 0; ++i) {
      const float value = fired[order[i]];
      all += value;
      if (answer.neurons.size() < question.count) {
        InsideNeuron& neuron = answer.neurons.emplace_back();
        neuron.layer = question.layer;
        neuron.channel = order[i];
        neuron.value = value;
        shown += value;
      } else if (answer.more++ == 0) {
        answer.none_above = value;
      }
    }
    answer.share_shown = static_cast<float>(all > 0 ? shown / all : 0);
  }
  return std::make_unique<DictionaryView>(std::move(answer), pieces);
}

Result<std::unique_ptr<InsideJob>> MakeNeuronJob(const Insight& insight, const WordPiece& pieces,
                                                 const InsideNeuronQuestion& question) {
  InsideNeuronAnswer answer;
  answer.neuron.layer = question.layer;
  answer.neuron.channel = question.channel;
  answer.neuron.nearest = NearestTo(insight.weights, question.layer - 1, question.channel);
  return std::make_unique<NeuronView>(std::move(answer), pieces);
}

}  // namespace meander
