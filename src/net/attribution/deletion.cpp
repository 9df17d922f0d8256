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

double DeletionCurve::area() const {
  double sum = 0;
  for (size_t i = 0; i + 1 < values_.size(); ++i) sum += (values_[i] + values_[i + 1]) / 2;
  const double fall = values_.front() - values_.back();
  if (std::fabs(fall) < 1e-9) return 0;
  return (sum / static_cast<double>(values_.size() - 1) - values_.back()) / fall;
}

}  // namespace meander
