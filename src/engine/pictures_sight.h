// What the wing of pictures looks with: the network out of the open pack, its ghost, and readings
// that stand at a picture, kept for the next question about the same one.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/library.h"
#include "engine/pictures_messages.h"
#include "net/convnet/convnet_ghost.h"
#include "net/convnet/convnet_reading.h"

namespace meander {

// A picture as numbers, and which network sees it.
struct SeenPicture {
  std::vector<uint8_t> rgb;  // kPictureLookBytes
  bool ghost = false;
  uint32_t seed = 1;
  bool operator==(const SeenPicture&) const = default;
};

// The network, or its ghost, with all that it looks into.
struct PicturesNetwork {
  std::vector<uint8_t> bytes;
  std::unique_ptr<ConvnetGhost> ghost;  // instead of bytes
  std::unique_ptr<ConvnetWeights> weights;
  std::unique_ptr<ConvnetPanels> panels;
};

// A reading lent to one job; given back when this goes.
class LentReading {
 public:
  struct Place {
    std::shared_ptr<const PicturesNetwork> network;
    std::unique_ptr<ConvnetReading> reading;  // by the network
    SeenPicture picture;
    std::vector<float> colours;  // as it is given, while it has not been looked at
    bool has_looked = false, is_lent = false;
    uint64_t used_at = 0;
  };
  explicit LentReading(std::shared_ptr<Place> place) : place_(std::move(place)) {
    place_->is_lent = true;
  }
  ~LentReading() {
    if (place_) place_->is_lent = false;
  }
  LentReading(LentReading&& other) = default;
  LentReading& operator=(LentReading&& other) = delete;

  bool has_looked() const { return place_->has_looked; }
  // One look, unless it has looked already; a job's first step.
  void Look();
  ConvnetReading& reading() const { return *place_->reading; }

 private:
  std::shared_ptr<Place> place_;
};

class PicturesSights {
 public:
  // True when the network is here; false while it is coming, on `who`'s behalf. Another pack than
  // the last one begins anew.
  Result<bool> Prepare(Library& library, RequestId who);
  // The bytes that the network is given of `picture`; nullopt while the pack's are coming.
  Result<std::optional<SeenPicture>> Find(const PictureRef& picture, Library& library,
                                          RequestId who);
  // nullptr: all are lent out; ask again when a job has gone on.
  Result<std::unique_ptr<LentReading>> Lend(const SeenPicture& picture);

  const std::vector<std::string>& classes() const { return classes_; }
  std::shared_ptr<const PicturesNetwork> network() const { return network_; }  // once it is here

 private:
  Result<std::shared_ptr<const PicturesNetwork>> NetworkFor(const SeenPicture& picture);

  std::string base_url_;
  std::shared_ptr<PicturesNetwork> network_;
  std::shared_ptr<const PicturesNetwork> ghost_;  // one at a time is kept, and those that are lent
  uint32_t ghost_seed_ = 0;
  std::vector<std::string> classes_;
  std::map<uint32_t, std::vector<uint8_t>> looks_;  // by item; 150 kB each
  std::vector<std::shared_ptr<LentReading::Place>> places_;
  uint64_t clock_ = 0;  // counts uses, not time
};

}  // namespace meander
