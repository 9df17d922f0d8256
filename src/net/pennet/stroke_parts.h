// Which stroke made it ∑ and not Σ: what a sign's logit, or how far it is ahead of another's, loses
// when one stroke is left out of the picture, and of few strokes when two are. The others stay
// where they are on the paper; nothing is made larger to fill what is left empty.
#pragma once

#include <span>
#include <vector>

#include "net/pennet/pen_drawing.h"
#include "net/pennet/pen_reading.h"

namespace meander {

inline constexpr size_t kMostStrokesInPairs = 6;

struct StrokePart {
  int stroke = 0, other = -1;  // -1: `stroke` alone
  double value = 0;            // of the picture without it
  double loss = 0;             // how much less that is than with it; below zero: it spoke against
  double share = 0;            // of sign `a`, without it
  int top = 0;                 // the sign seen first without it
};
struct StrokeParts {
  int a = 0, b = -1;
  double value = 0;  // logit of a, or of a less that of b
  double share = 0;  // of sign `a`
  // Of a sheet with nothing on it, which the network calls some sign too: what is left when every
  // stroke is gone.
  double empty_value = 0;
  int empty_top = 0;
  std::vector<StrokePart> single, pairs;
  // What two strokes do together beyond what each does by itself.
  double Together(const StrokePart& pair) const {
    return pair.loss - single[size_t(pair.stroke)].loss - single[size_t(pair.other)].loss;
  }
};

// `reading` looks at the whole drawing afterwards. The strokes are sound (CheckStrokes).
StrokeParts FindStrokeParts(PenReading& reading, std::span<const PenStroke> strokes, int a,
                            int b = -1);

// One look a call, so that a page can go on between two: done once Step() says false.
class StrokeOcclusion {
 public:
  // All must outlive it; `reading` stands somewhere on the way until the last step is done.
  StrokeOcclusion(PenReading& reading, std::span<const PenStroke> strokes, int a, int b);
  bool Step();  // true while there is more
  size_t looks() const { return looks_.size(); }
  const StrokeParts& parts() const { return parts_; }

 private:
  struct Left {
    int stroke, other;
  };
  PenReading& reading_;
  const std::span<const PenStroke> strokes_;
  const PenFrame frame_;
  std::vector<Left> looks_;
  size_t done_ = 0;
  StrokeParts parts_;
};

}  // namespace meander
