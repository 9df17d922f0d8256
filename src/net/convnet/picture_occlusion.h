// Occlusion (Zeiler and Fergus 2014): cover a part, look again, and see how much of a class goes.
// No sum is promised: parts that stand in for one another each seem to matter little.
#pragma once

#include <span>
#include <vector>

#include "net/convnet/convnet_reading.h"
#include "net/convnet/picture_cover.h"

namespace meander {

struct OcclusionDrops {
  double value = 0;           // f = Σ seed · logits at the picture
  std::vector<double> drops;  // one a mask looked at so far: f less f with it covered
};

// One look a step; squares, superpixels, pen strokes, whatever the masks are.
class PictureOcclusion {
 public:
  // `looks` has looked at the picture and must outlive this. Until the last step is done, or this
  // is gone, it stands somewhere on the way; then it is as it was. `cover`: a picture. Masks and
  // cover of another size than a picture's count as none.
  PictureOcclusion(PictureLooks& looks, std::span<const float> seed, std::vector<PictureMask> masks,
                   std::vector<float> cover);
  ~PictureOcclusion();
  PictureOcclusion(const PictureOcclusion&) = delete;
  PictureOcclusion& operator=(const PictureOcclusion&) = delete;

  bool Step();  // true while there is more
  size_t steps_done() const { return found_.drops.size(); }
  size_t steps_in_all() const { return masks_.size(); }
  const OcclusionDrops& Now() const { return found_; }
  // [224, 224]: each pixel the mean drop of the masks done that lie over it, 0 where there is none.
  std::vector<double> Map() const;

 private:
  PictureLooks& looks_;
  const std::vector<float> seed_, picture_, cover_;
  const std::vector<PictureMask> masks_;
  OcclusionDrops found_;
  bool is_away_ = false;
};

}  // namespace meander
