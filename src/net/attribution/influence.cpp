// See influence.h.
#include "net/attribution/influence.h"

#include <cmath>

#include "net/dense_float.h"

namespace meander {
namespace {

using Rows = std::vector<float>;  // [tokens, some width]

// One layer of a reading that is held still.
class StillLayer {
 public:
  StillLayer(const Weights& weights, const Recording& recording, int index)
      : weights_(weights.layer(index)),
        layer_(recording.layer(index)),
        tokens_(static_cast<size_t>(recording.tokens())) {
    gates_.resize(layer_.up.size());
    for (size_t i = 0; i < gates_.size(); ++i) {
      gates_[i] = std::fabs(layer_.up[i]) > 1e-6f ? layer_.inner[i] / layer_.up[i] : .5f;
    }
  }

  // The gradient at what goes in from that at what comes out. On the way `before_norm` is left: the
  // gradient where attention's output joins, and `mixed`: that at each head's output.
  Rows Reverse(Rows gradient, Rows& before_norm, Rows& mixed) const {
    Rows inner(tokens_ * kInnerWidth), narrow(tokens_ * kWidth);
    NormReverse(weights_.down_norm, layer_.down_factors, gradient);
    DenseReverseMode(weights_.down, gradient.data(), rows(), inner.data());
    Gate(inner);
    DenseReverseMode(weights_.up, inner.data(), rows(), narrow.data());
    Add(narrow, gradient);
    NormReverse(weights_.mix_norm, layer_.mix_factors, gradient);
    before_norm = gradient;
    mixed.resize(tokens_ * kWidth);
    DenseReverseMode(weights_.mix, gradient.data(), rows(), mixed.data());
    // Only values pass something on: queries and keys made the shares, which are held.
    Rows qkv(tokens_ * 3 * kWidth);
    ForShares([&](size_t head, size_t to, size_t from, float share) {
      for (size_t i = head * kHeadWidth; i < (head + 1) * kHeadWidth; ++i) {
        qkv[from * 3 * kWidth + 2 * kWidth + i] += share * mixed[to * kWidth + i];
      }
    });
    DenseReverseMode(weights_.qkv, qkv.data(), rows(), narrow.data());
    Add(narrow, gradient);
    return gradient;
  }

  // A part of what goes in becomes its part of what comes out.
  Rows Forward(Rows part) const {
    Rows inner(tokens_ * kInnerWidth), narrow(tokens_ * kWidth), mixed(tokens_ * kWidth);
    const Rows values = Values(part);
    ForShares([&](size_t head, size_t to, size_t from, float share) {
      for (size_t i = head * kHeadWidth; i < (head + 1) * kHeadWidth; ++i) {
        mixed[to * kWidth + i] += share * values[from * kWidth + i];
      }
    });
    DenseForwardMode(weights_.mix, mixed.data(), rows(), narrow.data());
    Add(narrow, part);
    NormForwardStill(weights_.mix_norm, layer_.mix_factors, part);
    DenseForwardMode(weights_.up, part.data(), rows(), inner.data());
    Gate(inner);
    DenseForwardMode(weights_.down, inner.data(), rows(), narrow.data());
    Add(narrow, part);
    NormForwardStill(weights_.down_norm, layer_.down_factors, part);
    return part;
  }

  // What of `part` goes from piece to piece, along the gradient that Reverse left: told as
  // (to, from, value).
  template <class Tell>
  void Paths(const Rows& part, const Rows& before_norm, const Rows& mixed, Tell tell) const {
    const Rows values = Values(part);
    for (size_t t = 0; t < tokens_; ++t) {
      double along = 0;
      for (size_t i = t * kWidth; i < (t + 1) * kWidth; ++i) along += before_norm[i] * part[i];
      tell(t, t, along);
    }
    ForShares([&](size_t head, size_t to, size_t from, float share) {
      double along = 0;
      for (size_t i = head * kHeadWidth; i < (head + 1) * kHeadWidth; ++i) {
        along += mixed[to * kWidth + i] * values[from * kWidth + i];
      }
      tell(to, from, share * along);
    });
  }

 private:
  int rows() const { return static_cast<int>(tokens_); }
  static void Add(const Rows& from, Rows& to) {
    for (size_t i = 0; i < to.size(); ++i) to[i] += from[i];
  }
  void Gate(Rows& inner) const {
    for (size_t i = 0; i < inner.size(); ++i) inner[i] *= gates_[i];
  }
  // y = gain · factor · (x - mean): the factor is held, the bias is nobody's.
  static void NormForwardStill(const NormWeights& norm, const Rows& factors, Rows& rows) {
    for (size_t r = 0; r < factors.size(); ++r) {
      float* const row = &rows[r * kWidth];
      float mean = 0;
      for (int i = 0; i < kWidth; ++i) mean += row[i] / kWidth;
      for (int i = 0; i < kWidth; ++i) row[i] = (row[i] - mean) * factors[r] * norm.gain[i];
    }
  }
  static void NormReverse(const NormWeights& norm, const Rows& factors, Rows& rows) {
    for (size_t r = 0; r < factors.size(); ++r) {
      float* const row = &rows[r * kWidth];
      float mean = 0;
      for (int i = 0; i < kWidth; ++i) {
        row[i] *= norm.gain[i];
        mean += row[i] / kWidth;
      }
      for (int i = 0; i < kWidth; ++i) row[i] = (row[i] - mean) * factors[r];
    }
  }
  // Each piece's values, without bias: [tokens, kWidth].
  Rows Values(const Rows& part) const {
    Rows qkv(tokens_ * 3 * kWidth), values(tokens_ * kWidth);
    DenseForwardMode(weights_.qkv, part.data(), rows(), qkv.data());
    for (size_t t = 0; t < tokens_; ++t) {
      const auto from = qkv.begin() + static_cast<ptrdiff_t>((t * 3 + 2) * kWidth);
      std::copy(from, from + kWidth, values.begin() + static_cast<ptrdiff_t>(t * kWidth));
    }
    return values;
  }
  template <class Each>
  void ForShares(Each each) const {
    for (size_t head = 0; head < kHeadCount; ++head) {
      for (size_t to = 0; to < tokens_; ++to) {
        const float* const shares = &layer_.shares[(head * tokens_ + to) * tokens_];
        for (size_t from = 0; from < tokens_; ++from) each(head, to, from, shares[from]);
      }
    }
  }

  const LayerWeights& weights_;
  const LayerRecord& layer_;
  const size_t tokens_;
  Rows gates_;
};

// The direction of every unit's cell at a layer over its length, spread over its pieces: along it a
// part of the cell is measured as a share of the cell's length.
Rows ShareGradient(std::span<const float> rows, const UnitText& text, size_t only_unit) {
  Rows gradient(rows.size());
  for (size_t unit = 0; unit < text.units.size(); ++unit) {
    if (only_unit < text.units.size() && unit != only_unit) continue;
    const TextUnit& at = text.units[unit];
    const std::vector<double> mean = MeanOfUnit(rows, at);
    const double square = DotOf(mean, mean);
    for (uint32_t piece = at.first_piece; piece < at.one_past_pieces; ++piece) {
      for (size_t i = 0; i < kWidth; ++i) {
        gradient[piece * kWidth + i] = static_cast<float>(mean[i] / square / at.piece_count());
      }
    }
  }
  return gradient;
}

class Tracer {
 public:
  Tracer(const Weights& weights, const Recording& recording, const UnitText& text, int depth,
         size_t unit)
      : weights_(weights), recording_(recording), text_(text), depth_(depth), unit_(unit) {
    influence_.shares.resize((kLayerCount + 1) * text.units.size());
    influence_.rest.resize(kLayerCount + 1);
    for (size_t i = 0; i < text.units.size(); ++i) {
      for (uint32_t piece = text.units[i].first_piece; piece < text.units[i].one_past_pieces;
           ++piece) {
        unit_of_piece_.push_back(i);
      }
    }
  }

  Influence Run() {
    Share(depth_, unit_) = 1;
    MadeFrom();
    Feeds();
    return std::move(influence_);
  }

 private:
  double& Share(int layer, size_t unit) {
    return influence_.shares[size_t(layer) * text_.units.size() + unit];
  }

  void MadeFrom() {
    Rows gradient = ShareGradient(recording_.hidden(depth_), text_, unit_), before_norm, mixed;
    for (int layer = depth_ - 1; layer >= 0; --layer) {
      const StillLayer still(weights_, recording_, layer);
      gradient = still.Reverse(std::move(gradient), before_norm, mixed);
      const std::span<const float> hidden = recording_.hidden(layer);
      const Rows part(hidden.begin(), hidden.end());
      double sum = 0;
      for (size_t i = 0; i < part.size(); ++i) {
        const double along = double{gradient[i]} * part[i];
        Share(layer, unit_of_piece_[i / kWidth]) += along;
        sum += along;
      }
      influence_.rest[static_cast<size_t>(layer)] = 1 - sum;
      AddStrands(layer, still, part, before_norm, mixed);
    }
  }

  void Feeds() {
    const std::span<const float> hidden = recording_.hidden(depth_);
    Rows part(hidden.size()), before_norm, mixed;
    for (size_t i = 0; i < part.size(); ++i) {
      if (unit_of_piece_[i / kWidth] == unit_) part[i] = hidden[i];
    }
    for (int layer = depth_; layer < kLayerCount; ++layer) {
      const StillLayer still(weights_, recording_, layer);
      // Each cell's own direction, all at once: a piece's gradient depends on no other piece's
      // until attention, and what the strands need is left before that.
      const Rows along = ShareGradient(recording_.hidden(layer + 1), text_, text_.units.size());
      (void)still.Reverse(along, before_norm, mixed);
      AddStrands(layer, still, part, before_norm, mixed);
      part = still.Forward(std::move(part));
      for (size_t i = 0; i < part.size(); ++i) {
        Share(layer + 1, unit_of_piece_[i / kWidth]) += double{along[i]} * part[i];
      }
    }
  }

  void AddStrands(int layer, const StillLayer& still, const Rows& part, const Rows& before_norm,
                  const Rows& mixed) {
    const size_t units = text_.units.size();
    std::vector<double> between(units * units);
    still.Paths(part, before_norm, mixed, [&](size_t to, size_t from, double value) {
      between[unit_of_piece_[from] * units + unit_of_piece_[to]] += value;
    });
    for (size_t from = 0; from < units; ++from) {
      for (size_t to = 0; to < units; ++to) {
        const double share = between[from * units + to];
        if (share != 0) influence_.strands.push_back({layer, from, to, share});
      }
    }
  }

  const Weights& weights_;
  const Recording& recording_;
  const UnitText& text_;
  const int depth_;
  const size_t unit_;
  std::vector<size_t> unit_of_piece_;
  Influence influence_;
};

}  // namespace

std::vector<double> MeanOfUnit(std::span<const float> rows, const TextUnit& unit) {
  std::vector<double> mean(kWidth);
  for (uint32_t piece = unit.first_piece; piece < unit.one_past_pieces; ++piece) {
    for (size_t i = 0; i < kWidth; ++i) mean[i] += rows[piece * kWidth + i] / unit.piece_count();
  }
  return mean;
}

Influence InfluenceOf(const Weights& weights, const Recording& recording, const UnitText& text,
                      int depth, size_t unit) {
  return Tracer(weights, recording, text, depth, unit).Run();
}

}  // namespace meander
