// See pictures_sight.h.
#include "engine/pictures_sight.h"

#include <algorithm>

#include "net/convnet/picture_input.h"
#include "pack/photo_sections.h"

namespace meander {
namespace {

// 28 MB each: one for what takes long, one for what is asked meanwhile.
constexpr size_t kMostReadings = 2;

}  // namespace

void LentReading::Look() {
  if (place_->has_looked) return;
  place_->reading->Look(place_->colours);
  std::vector<float>().swap(place_->colours);
  place_->has_looked = true;
}

Result<bool> PicturesSights::Prepare(Library& library, RequestId who) {
  if (library.base_url() != base_url_) {
    *this = {};
    base_url_ = library.base_url();
  }
  if (network_ && !classes_.empty()) return true;
  // Both are asked for before either is waited for.
  if (classes_.empty()) {
    TRY(const auto names, library.Joined("classes", who));
    if (names) {
      TRY(classes_, ReadClassNames(AsText(*names)));
    }
  }
  if (!network_) {
    TRY(auto bytes, library.Joined("convnet", who));
    if (!bytes) return false;
    auto made = std::make_shared<PicturesNetwork>();
    made->bytes = std::move(*bytes);
    TRY(const ConvnetWeights weights, ConvnetWeights::Open(made->bytes));
    made->weights = std::make_unique<ConvnetWeights>(weights);
    made->panels = std::make_unique<ConvnetPanels>(*made->weights);
    network_ = std::move(made);
  }
  return !classes_.empty();
}

Result<std::optional<SeenPicture>> PicturesSights::Find(const PictureRef& picture, Library& library,
                                                        RequestId who) {
  SeenPicture seen{picture.rgb, picture.ghost, picture.ghost ? picture.seed : 1};
  if (picture.photo == PictureRef::kOwn) return seen;
  auto at = looks_.find(picture.photo);
  if (at == looks_.end()) {
    TRY(const auto look, library.ChunkBytes(kLooksSection, picture.photo, who));
    if (!look) return std::nullopt;
    TRY_VOID(CheckLook(*look, 1));
    at = looks_.emplace(picture.photo, std::move(*look)).first;
  }
  seen.rgb = at->second;
  return seen;
}

Result<std::shared_ptr<const PicturesNetwork>> PicturesSights::NetworkFor(
    const SeenPicture& picture) {
  if (!picture.ghost) return network_;
  if (ghost_ && ghost_seed_ == picture.seed) return ghost_;
  ghost_ = nullptr;  // before the next one takes its room
  auto made = std::make_shared<PicturesNetwork>();
  TRY(ConvnetGhost ghost, MakeConvnetGhost(*network_->weights, picture.seed));
  made->ghost = std::make_unique<ConvnetGhost>(std::move(ghost));
  made->panels = std::make_unique<ConvnetPanels>(made->ghost->weights);
  ghost_ = std::move(made);
  ghost_seed_ = picture.seed;
  return ghost_;
}

Result<std::unique_ptr<LentReading>> PicturesSights::Lend(const SeenPicture& picture) {
  const auto lend = [&](const std::shared_ptr<LentReading::Place>& place) {
    place->used_at = ++clock_;
    return std::make_unique<LentReading>(place);
  };
  for (const auto& place : places_) {
    if (!place->is_lent && place->picture == picture) return lend(place);
  }
  if (places_.size() >= kMostReadings) {
    const auto oldest = std::ranges::min_element(places_, {}, [](const auto& place) {
      return place->is_lent ? UINT64_MAX : place->used_at;
    });
    if ((*oldest)->is_lent) return nullptr;
    places_.erase(oldest);
  }
  auto place = std::make_shared<LentReading::Place>();
  TRY(place->network, NetworkFor(picture));
  place->reading = std::make_unique<ConvnetReading>(*place->network->panels);
  place->picture = picture;
  place->colours = PictureOf(picture.rgb);
  places_.push_back(place);
  return lend(place);
}

}  // namespace meander
