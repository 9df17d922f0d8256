// See place_race.h.
#include "net/convnet/place_race.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "net/row_math.h"
#include "net/shuffle_by.h"

namespace meander {
namespace {

double AreaUnder(const std::vector<double>& values) {
  double sum = 0;
  for (size_t i = 0; i + 1 < values.size(); ++i) sum += (values[i] + values[i + 1]) / 2;
  return sum / static_cast<double>(values.size() - 1);
}

template <class CurveOf>
RaceBand BandOf(const std::vector<RaceCurves>& races, CurveOf curve_of) {
  constexpr double kLow = .1, kHigh = .9;
  RaceBand band;
  for (size_t i = 0; i < curve_of(races.front()).size(); ++i) {
    std::vector<double> values;
    for (const RaceCurves& race : races) values.push_back(curve_of(race)[i]);
    std::ranges::sort(values);
    const auto at = [&](double share) {
      return values[static_cast<size_t>(
          std::lround(share * static_cast<double>(values.size() - 1)))];
    };
    band.mean.push_back(std::accumulate(values.begin(), values.end(), 0.0) /
                        static_cast<double>(values.size()));
    band.low.push_back(at(kLow));
    band.high.push_back(at(kHigh));
  }
  return band;
}

size_t LooksOf(const RaceOptions& options) { return 2 * size_t(options.fractions) - 1; }

}  // namespace

double RaceValue(std::span<const float> logits, int a, int b) {
  if (b < 0) return double{ClassShares(logits)[static_cast<size_t>(a)]};
  const float apart = logits[static_cast<size_t>(a)] - logits[static_cast<size_t>(b)];
  // Of the nearer to 1 of the two, so that e never stands above 1.
  const double less = double{ExpOfNegative(-std::fabs(apart))};
  return apart >= 0 ? 1 / (1 + less) : less / (1 + less);
}

std::vector<size_t> PlacesByMap(std::span<const double> map) {
  std::vector<size_t> order(map.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order, [&](size_t a, size_t b) { return map[a] > map[b]; });
  return order;
}

RaceTrack::RaceTrack(PictureLooks& looks, int a, int b, std::vector<float> cover,
                     const RaceOptions& options)
    : looks_(looks),
      a_(a),
      b_(b),
      picture_(looks.picture().begin(), looks.picture().end()),
      cover_(cover.size() == kPictureSize ? std::move(cover) : GreyCover()),
      options_{std::clamp(options.side, 1, kPictureSide), std::max(options.fractions, 1)},
      whole_(RaceValue(looks.logits(), a, b)) {}

RaceTrack::~RaceTrack() { Leave(); }

void RaceTrack::Leave() {
  if (is_away_) looks_.Look(picture_);
  is_away_ = false;
}

double RaceTrack::Look(std::span<const size_t> order, size_t count, bool come) {
  const size_t covered = come ? places() - count : count;
  if (covered == 0) return whole_;
  if (covered == places() && nothing_) return *nothing_;
  std::vector<uint8_t> is_covered(places(), come);
  for (const size_t place : order.first(count)) is_covered[place] = !come;
  const auto side = static_cast<size_t>(options_.side);
  PictureMask mask(kPicturePixels);
  for (size_t y = 0; y < kPictureSide; ++y) {
    for (size_t x = 0; x < kPictureSide; ++x) {
      mask[y * kPictureSide + x] =
          is_covered[y * side / kPictureSide * side + x * side / kPictureSide];
    }
  }
  is_away_ = true;
  looks_.Look(Covered(picture_, cover_, mask));
  const double value = RaceValue(looks_.logits(), a_, b_);
  if (covered == places()) nothing_ = value;
  return value;
}

PlaceRace::PlaceRace(RaceTrack& track, std::span<const double> map)
    : PlaceRace(track, PlacesByMap(map)) {}

PlaceRace::PlaceRace(RaceTrack& track, std::vector<size_t> order)
    : track_(track), order_(std::move(order)) {}

size_t PlaceRace::steps_in_all() const { return LooksOf(track_.options()); }

// Out to the end, which is where what is put back begins; then back, but for the whole.
bool PlaceRace::Step() {
  if (done_ >= steps_in_all() || order_.size() != track_.places()) return false;
  const auto fractions = static_cast<size_t>(track_.options().fractions);
  const bool come = done_ >= fractions;
  const size_t fraction = come ? done_ - fractions + 1 : done_ + 1;
  values_.push_back(track_.Look(order_, order_.size() * fraction / fractions, come));
  return ++done_ < steps_in_all();
}

RaceCurves PlaceRace::Now() const {
  const auto fractions = static_cast<size_t>(track_.options().fractions);
  const double whole = track_.whole();
  RaceCurves curves;
  curves.taken_out.push_back(whole);
  curves.taken_out.insert(curves.taken_out.end(), values_.begin(),
                          values_.begin() + std::ptrdiff_t(std::min(fractions, values_.size())));
  if (done_ < steps_in_all()) return curves;
  curves.put_back.push_back(values_[fractions - 1]);
  curves.put_back.insert(curves.put_back.end(), values_.begin() + std::ptrdiff_t(fractions),
                         values_.end());
  curves.put_back.push_back(whole);
  curves.area_out = AreaUnder(curves.taken_out);
  curves.area_back = AreaUnder(curves.put_back);
  return curves;
}

ChanceRaces::ChanceRaces(RaceTrack& track, int orders, uint64_t seed)
    : track_(track), orders_(std::max(orders, 1)), rng_(seed) {}

size_t ChanceRaces::steps_in_all() const { return size_t(orders_) * LooksOf(track_.options()); }

std::vector<size_t> ChanceRaces::NextOrder() {
  std::vector<size_t> order(track_.places());
  std::iota(order.begin(), order.end(), size_t{0});
  ShuffleBy(rng_, std::span(order));
  return order;
}

bool ChanceRaces::Step() {
  if (orders_done() >= orders_) return false;
  if (!running_) running_.emplace(track_, NextOrder());
  ++done_;
  if (running_->Step()) return true;
  curves_.push_back(running_->Now());
  running_.reset();
  return orders_done() < orders_;
}

RaceBand ChanceRaces::TakenOut() const {
  return BandOf(curves_, [](const RaceCurves& race) -> auto& { return race.taken_out; });
}
RaceBand ChanceRaces::PutBack() const {
  return BandOf(curves_, [](const RaceCurves& race) -> auto& { return race.put_back; });
}

double ChanceRaces::mean_area_out() const {
  double sum = 0;
  for (const RaceCurves& race : curves_) sum += race.area_out;
  return sum / orders_done();
}
double ChanceRaces::mean_area_back() const {
  double sum = 0;
  for (const RaceCurves& race : curves_) sum += race.area_back;
  return sum / orders_done();
}

}  // namespace meander
