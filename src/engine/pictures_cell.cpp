// See pictures_jobs.h: one place by itself, what it was made from and what it feeds. Back to an
// earlier layer its strength S = √Σ a² is shared out as gradient × activation, one layer a piece,
// each gradient going on from the last (all of these tensors are true cuts); towards later layers
// the cell is put to 0 and the network looks on.
#include <algorithm>

#include "engine/pictures_jobs.h"
#include "net/convnet/picture_attribution.h"

namespace meander {
namespace {

class CellJob : public LookingJob {
 public:
  CellJob(std::unique_ptr<LentReading> lent, const PicturesCellQuestion& question)
      : LookingJob(std::move(lent)), question_(question) {}

  Result<bool> Work() override {
    if (done_ == 0) {
      Describe();
    } else if (earlier_left_ > 0) {
      GoBack();
    } else {
      GoOn();
    }
    ++done_;
    return done_ < pieces_in_all();
  }
  size_t pieces_done() const override { return done_; }
  size_t pieces_in_all() const override {
    return size_t{1} + question_.layer + (question_.layer < kPictureEnd ? 1 : 0);
  }
  int rounds() const override { return done_ > 0 ? 1 : 0; }  // the cell itself, at once
  PicturesAnswer answer() const override { return answer_; }

 private:
  void Describe() {
    const uint8_t at = question_.layer;
    const size_t channels = ChannelsOf(at);
    const std::vector<float> means = ToldMeans(at, layer(at));
    const std::vector<float> strongest = StrongestOfChannels(at, means);
    answer_.numbers.assign(
        means.begin() + static_cast<ptrdiff_t>(question_.place * channels),
        means.begin() + static_cast<ptrdiff_t>((question_.place + 1) * channels));
    strength_ = ToldStrengths(at, means)[question_.place];
    double all = 0, shown = 0;
    for (const float value : answer_.numbers) all += double{value};
    for (const size_t channel : GreatestOf(answer_.numbers, question_.count)) {
      const float value = answer_.numbers[channel];
      if (value <= 0) break;
      answer_.channels.push_back({static_cast<uint16_t>(channel), value, strongest[channel]});
      shown += double{value};
    }
    answer_.share_shown = all > 0 ? static_cast<float>(shown / all) : 0;
    std::vector<float> rest = answer_.numbers;
    for (const PictureChannel& told : answer_.channels) rest[told.channel] = 0;
    answer_.more =
        static_cast<uint16_t>(std::ranges::count_if(rest, [](float x) { return x > 0; }));
    answer_.none_above = std::ranges::max(rest);
    earlier_left_ = at;
    // ∂S/∂a of each of the places that the told one is the mean of.
    gradient_.assign(layer(at).size(), 0.f);
    if (strength_ <= 0) return;
    const float share = 1.f / (strength_ * static_cast<float>(BlockOf(at) * BlockOf(at)));
    EachInBlock(at, question_.place, [&](size_t place) {
      for (size_t c = 0; c < channels; ++c) {
        gradient_[place * channels + c] = answer_.numbers[c] * share;
      }
    });
  }

  void GoBack() {
    const uint8_t from = earlier_left_, to = static_cast<uint8_t>(from - 1);
    gradient_ = reading().Gradient(TensorOf(from), gradient_, TensorOf(to));
    std::vector<float> shares = gradient_;
    const std::span<const float> values = layer(to);
    const float scale = strength_ > 0 ? 1.f / strength_ : 0;
    for (size_t i = 0; i < shares.size(); ++i) shares[i] *= values[i] * scale;
    answer_.other[to] = ToldSums(to, SumsOfPlaces(shares, int(ChannelsOf(to))));
    earlier_left_ = to;
  }

  void GoOn() {
    const uint8_t at = question_.layer;
    std::array<std::vector<float>, kPictureLayers.size()> before;
    for (uint8_t i = at + 1; i < kPictureLayers.size(); ++i) {
      before[i] = ToldStrengths(i, ToldMeans(i, layer(i)));
    }
    const std::vector<float> kept(layer(at).begin(), layer(at).end());
    std::vector<float> without = kept;
    EachInBlock(at, question_.place, [&](size_t place) {
      std::fill_n(&without[place * ChannelsOf(at)], ChannelsOf(at), 0.f);
    });
    reading().LookFrom(TensorOf(at), without);
    for (uint8_t i = at + 1; i < kPictureLayers.size(); ++i) {
      std::vector<float>& falls = answer_.other[i];
      falls = ToldStrengths(i, ToldMeans(i, layer(i)));
      for (size_t told = 0; told < falls.size(); ++told) {
        const float was = before[i][told];
        falls[told] = was > 0 ? (was - falls[told]) / was : 0;
      }
    }
    reading().LookFrom(TensorOf(at), kept);
  }

  const PicturesCellQuestion question_;
  PicturesCellAnswer answer_;
  std::vector<float> gradient_;  // of the strength, at the last layer that was reached
  float strength_ = 0;
  uint8_t earlier_left_ = 0;
  size_t done_ = 0;
};

}  // namespace

std::unique_ptr<PicturesJob> MakeCellJob(std::unique_ptr<LentReading> lent,
                                         const PicturesCellQuestion& question) {
  return std::make_unique<CellJob>(std::move(lent), question);
}

}  // namespace meander
