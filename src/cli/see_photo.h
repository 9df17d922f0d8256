// The photo that ./meander see is asked about, and the network looking at it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/json_reader.h"
#include "make/convnet_model.h"
#include "make/photo_file.h"
#include "net/convnet/convnet_ghost.h"
#include "net/convnet/convnet_reading.h"
#include "net/convnet/picture_input.h"

namespace meander {

struct Sight {
  OpenedConvnet network;
  std::unique_ptr<ConvnetGhost> ghost;  // if that is who looks
  std::unique_ptr<ConvnetPanels> ghost_panels;
  Photo photo;  // its pixels are let go
  PhotoSquare square;
  std::unique_ptr<ConvnetReading> reading;

  const std::string& ClassName(int number) const {
    return network.classes[static_cast<size_t>(number)];
  }
};

// `name`: a file, or one of set-up's photos by its name. `whole`: the largest square instead of
// .875 of it. `ghost`: the network's ghost of that seed looks instead.
Result<Sight> LookAtPhoto(const std::string& name, bool whole, std::optional<uint64_t> ghost = {});

// The same without the looking: the pixels of a file, or of one of set-up's photos.
Result<Photo> ReadNamedPhoto(const std::string& name);
// The names of set-up's photos, in the order of its list. kNotFound without one.
Result<std::vector<std::string>> PhotoNames();
// Where set-up put photos and network.
std::filesystem::path PicturesFolder();

// What is known of the photo and its square, for --json.
Json PhotoJson(const Sight& sight, const std::string& name);

}  // namespace meander
