// The names of one chart from frame to frame. The plan's names have their intervals of scale
// (labels.h); names of stops win over them and are placed for each view, so this remembers and
// looks ahead, that no name comes, goes and comes again while the map is drawn closer or further
// away.
#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "canvas/labels.h"

namespace meander {

struct WantedNames {
  std::span<const LabelMark> stops;  // beside their discs, the most important first, not placed yet
  std::span<const LabelMark>
      apart;  // the same where no two share a disc: what zooming in will show
  std::span<const LabelMark> plan;
  std::span<const Rect> discs;  // on the screen
  std::vector<Rect> cards;      // on the screen; names keep off them
  float shared_within_px = 20;  // stops nearer than this share a disc
  uint64_t places_version = 0;  // another number: places in the world have changed
};

class SteadyNames {
 public:
  // The names to show now, each with its place, the most important first.
  std::vector<LabelMark> Choose(const WantedNames& wanted, const Camera& camera, const Camera& fit,
                                const Viewport& viewport);

 private:
  struct Frame;
  using Name = std::pair<std::string, uint32_t>;

  void ForgetIfOther(const WantedNames& wanted, float fit_pixels_per_world);
  void PlaceStops(const WantedNames& wanted, Frame& frame);
  bool PlaceStop(const LabelMark& name, bool is_first, const WantedNames& wanted, Frame& frame);
  void AddPlanned(const WantedNames& wanted, Frame& frame);
  LabelMark WithRoom(const LabelMark& planned, std::span<const LabelMark> plan, const Frame& frame);
  bool WasShown(const LabelMark& label) const;
  bool MayShow(const LabelMark& label, float scale) const;
  void NoteLoss(const LabelMark& label, float scale);

  std::vector<LabelMark> shown_;  // in the frame before
  float last_scale_ = 0;
  Camera last_camera_;
  // A name that had to give way on the way closer is not there beyond that scale any more, one that
  // had to on the way out waits for a larger one.
  std::map<Name, ScaleRange> kept_to_;
  // Where a stop's name was first put it stays: the side, and how much further off than its disc
  // asks.
  using Side = std::pair<LabelPlace, float>;
  std::map<Name, Side> sides_;
  // Where a region's name stands while something lies on its anchor.
  std::map<Name, Point2> aside_;
  std::vector<Name> known_stops_;
  bool stops_are_new_ = false;
  float known_fit_ = 0;
  uint64_t known_places_ = 0;
};

}  // namespace meander
