// The answers to the questions of drawings_messages.h, each a job that does one piece at a time, at
// most a look and a gradient, and may have something to show before it is done. The first piece is
// larger: making a job looks at the drawing, unless the reading stands there already, and making
// that of strokes looks at an empty sheet and at the drawing again. The last of more than
// kMostStrokesInPairs strokes looks back at the whole.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/drawings_messages.h"
#include "net/pennet/pen_drawing.h"
#include "net/pennet/pen_reading.h"
#include "pack/pen_sections.h"

namespace meander {

// Of pen_layout.h.
int TensorOfDrawing(uint8_t layer);

// The network or its ghost, with all that it looks into.
struct PenNetwork {
  std::vector<uint8_t> bytes;
  std::vector<PenSign> signs;
  std::unique_ptr<PenWeights> weights;
  std::unique_ptr<PenPanels> panels;
};

// A reading and what it has looked at; a job has one to itself.
struct PenSight {
  explicit PenSight(std::shared_ptr<const PenNetwork> of)
      : network(std::move(of)), reading(*network->panels) {}
  const std::shared_ptr<const PenNetwork> network;
  PenReading reading;
  Ink ink;  // what it stands at; none: nothing
  std::span<const float> layer(uint8_t at) const { return reading.tensor(TensorOfDrawing(at)); }
};

class DrawingsJob {
 public:
  virtual ~DrawingsJob() = default;
  // One piece; true while there is more.
  bool Step() {
    ++done_;
    return Work();
  }
  size_t pieces_done() const { return done_; }
  virtual size_t pieces_in_all() const = 0;
  // Grows whenever answer() has become something to show.
  virtual int rounds() const = 0;
  virtual DrawingsAnswer answer() const = 0;
  // The reading, once, when the job is over or is given up: never null. It stands at its `ink`, or
  // that is empty, and the next job looks anew.
  virtual std::unique_ptr<PenSight> GiveBack() = 0;

 protected:
  virtual bool Work() = 0;

 private:
  size_t done_ = 0;
};

// `sight` is looked with first, unless it has looked at that ink already.
std::unique_ptr<DrawingsJob> MakeDrawingsJob(std::unique_ptr<PenSight> sight,
                                             const DrawingsQuestion& question);
// Made by the files of those names.
std::unique_ptr<DrawingsJob> MakeDrawingLookJob(std::unique_ptr<PenSight> sight);
std::unique_ptr<DrawingsJob> MakeDrawingGroupJob(std::unique_ptr<PenSight> sight,
                                                 const DrawingsGroupQuestion& question);
std::unique_ptr<DrawingsJob> MakeDrawingStrokeJob(std::unique_ptr<PenSight> sight,
                                                  const DrawingsStrokeQuestion& question);

std::vector<PenStroke> PenStrokesOf(const Ink& ink);
DrawnSign SignTold(const PenNetwork& network, int index, float share, float logit);
// Over the places that a told one is the mean of: [told places, channels].
std::vector<float> ToldMeansOfDrawing(uint8_t layer, std::span<const float> tensor);

}  // namespace meander
