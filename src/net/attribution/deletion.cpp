// See deletion.h.
#include "net/attribution/deletion.h"

#include <algorithm>
#include <cmath>

#include "net/derivative/pooling.h"

namespace meander {

std::vector<size_t> WordsByWeight(const UnitText& text, const std::vector<double>& weights) {
  std::vector<size_t> order;
  for (size_t unit = 0; unit < text.units.size(); ++unit) {
    if (!text.units[unit].is_mark) order.push_back(unit);
  }
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](size_t unit) { return weights[unit]; });
  return order;
}

DeletionCurve::DeletionCurve(const Insight& insight, const UnitText& text,
                             std::vector<size_t> order, std::vector<double> target)
    : insight_(insight),
      text_(text),
      order_(std::move(order)),
      target_(std::move(target)),
      keep_(text.units.size(), true) {}

Result<bool> DeletionCurve::Step() {
  const size_t out = values_.size();
  if (out > 0) keep_[order_[out - 1]] = false;
  double value = 0;
  if (out < order_.size()) {
    TRY(const auto unit, ReadUnit(insight_.encoder, IdsKeeping(text_, keep_, Hide::kLeaveOut)));
    value = DotOf(unit, target_);
  }
  values_.push_back(value);
  return values_.size() <= order_.size();
}

double AreaOf(const std::vector<double>& values) {
  double sum = 0;
  for (size_t i = 0; i + 1 < values.size(); ++i) sum += (values[i] + values[i + 1]) / 2;
  const double fall = values.front() - values.back();
  if (std::fabs(fall) < 1e-9) return 0;
  return (sum / static_cast<double>(values.size() - 1) - values.back()) / fall;
}

double DeletionCurve::area() const { return AreaOf(values_); }

size_t ChanceCurves::OrdersFor(size_t words) {
  constexpr size_t kMost = 200, kFewest = 10, kFewWords = 8, kWordsRead = 640;
  if (words <= kFewWords) return kMost;
  return std::clamp(kWordsRead / words, kFewest, kMost);
}

ChanceCurves::ChanceCurves(const Insight& insight, const UnitText& text, std::vector<double> target,
                           size_t orders, uint64_t seed)
    : insight_(insight),
      text_(text),
      target_(std::move(target)),
      orders_in_all_(orders),
      rng_(seed) {}

void ChanceCurves::Shuffle() {
  order_.clear();
  for (size_t unit = 0; unit < text_.units.size(); ++unit) {
    if (!text_.units[unit].is_mark) order_.push_back(unit);
  }
  for (size_t i = order_.size() - 1; i > 0; --i) {
    std::swap(order_[i], order_[rng_.Below(static_cast<uint32_t>(i + 1))]);
  }
  keep_.assign(text_.units.size(), true);
  values_.clear();
}

Result<bool> ChanceCurves::Step() {
  if (values_.empty()) Shuffle();
  for (bool has_read = false; !has_read && values_.size() < order_.size();) {
    if (!values_.empty()) keep_[order_[values_.size() - 1]] = false;
    const auto [at, is_new] = known_.try_emplace(keep_);
    if (is_new) {
      TRY(const auto unit, ReadUnit(insight_.encoder, IdsKeeping(text_, keep_, Hide::kLeaveOut)));
      at->second = DotOf(unit, target_);
      has_read = true;
    }
    values_.push_back(at->second);
  }
  if (values_.size() == order_.size()) {
    values_.push_back(0);
    curves_.push_back(std::move(values_));
    values_.clear();
  }
  return curves_.size() < orders_in_all_;
}

ChanceCurves::Band ChanceCurves::band() const {
  constexpr double kLow = .1, kHigh = .9;
  Band band;
  const size_t count = curves_.size();
  for (size_t out = 0; out < curves_.front().size(); ++out) {
    std::vector<double> values;
    double sum = 0;
    for (const std::vector<double>& curve : curves_) {
      values.push_back(curve[out]);
      sum += curve[out];
    }
    std::ranges::sort(values);
    const auto at = [&](double share) {
      return values[static_cast<size_t>(std::lround(share * static_cast<double>(count - 1)))];
    };
    band.mean.push_back(sum / static_cast<double>(count));
    band.low.push_back(at(kLow));
    band.high.push_back(at(kHigh));
  }
  return band;
}

double ChanceCurves::mean_area() const {
  double sum = 0;
  for (const std::vector<double>& curve : curves_) sum += AreaOf(curve);
  return sum / static_cast<double>(curves_.size());
}

}  // namespace meander
