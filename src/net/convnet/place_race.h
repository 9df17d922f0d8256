// The race of methods over the picture itself: its places are covered in the order in which a map
// names them (taken out), or come into a covered picture in that order (put back), and the class is
// looked at on the way. A map that names what counts loses the class at once and has it at once
// (Samek et al. 2017; Petsiuk, Das and Saenko 2018). All such pictures are ones that the network
// never saw: compare within one cover only, and beside chance.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/rng.h"
#include "net/convnet/convnet_reading.h"
#include "net/convnet/picture_cover.h"

namespace meander {

struct RaceOptions {
  int side = 14;       // places a side; 1 … 224
  int fractions = 10;  // looks at 0, 1/10 … 1; 1 or more
};
struct RaceCurves {
  std::vector<double> taken_out, put_back;  // the class with fractions 0 … 1 out, or back
  double area_out = 0, area_back = 0;       // their means, by the trapezoid rule
};
struct RaceBand {
  std::vector<double> mean, low, high;  // the middle 80 % of the orders at each fraction
};

// What is raced for: the probability of class `a`, or with `b` of `a` where only the two are asked
// for, 1 / (1 + e^(logit b - logit a)).
double RaceValue(std::span<const float> logits, int a, int b = -1);
// Places of a map [side, side], greatest first; ties in reading order.
std::vector<size_t> PlacesByMap(std::span<const double> map);

// Where the racing is done; the reading is given back as it was when this is gone. One look a call.
class RaceTrack {
 public:
  // `looks` has looked at the picture and must outlive this. `cover`: a picture.
  RaceTrack(PictureLooks& looks, int a, int b, std::vector<float> cover,
            const RaceOptions& options);
  ~RaceTrack();
  RaceTrack(const RaceTrack&) = delete;
  RaceTrack& operator=(const RaceTrack&) = delete;

  const RaceOptions& options() const { return options_; }
  double whole() const { return whole_; }  // of the picture as it is
  size_t places() const { return size_t(options_.side) * size_t(options_.side); }
  // The value with the first `count` of `order` covered, or with `come` all but those. The two ends
  // are looked at once.
  double Look(std::span<const size_t> order, size_t count, bool come);
  // Looks at the picture again as it was.
  void Leave();

 private:
  PictureLooks& looks_;
  const int a_, b_;
  const std::vector<float> picture_, cover_;
  const RaceOptions options_;
  double whole_ = 0;
  std::optional<double> nothing_;  // with all of it covered, once looked at
  bool is_away_ = false;
};

// One order's two curves; one look a step.
class PlaceRace {
 public:
  // `map`: [side, side] of the track's options (MapAtSide brings others there); the track must
  // outlive it.
  PlaceRace(RaceTrack& track, std::span<const double> map);
  // Every place once. An order of another number of places is not run.
  PlaceRace(RaceTrack& track, std::vector<size_t> order);
  bool Step();  // true while there is more
  size_t steps_done() const { return done_; }
  size_t steps_in_all() const;
  // While they are run, taken_out as far as it has come; all of it when all steps are done.
  RaceCurves Now() const;

 private:
  RaceTrack& track_;
  const std::vector<size_t> order_;
  std::vector<double> values_;
  size_t done_ = 0;
};

// The same in orders by chance: what a map has to be better than.
class ChanceRaces {
 public:
  ChanceRaces(RaceTrack& track, int orders, uint64_t seed);
  bool Step();  // true while there is more
  size_t steps_done() const { return done_; }
  size_t steps_in_all() const;
  int orders_done() const { return static_cast<int>(curves_.size()); }
  // Of the orders done, at least one.
  RaceBand TakenOut() const;
  RaceBand PutBack() const;
  double mean_area_out() const;
  double mean_area_back() const;

 private:
  std::vector<size_t> NextOrder();

  RaceTrack& track_;
  const int orders_;
  Rng rng_;
  std::optional<PlaceRace> running_;
  std::vector<RaceCurves> curves_;
  size_t done_ = 0;
};

}  // namespace meander
