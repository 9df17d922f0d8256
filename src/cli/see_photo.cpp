// See see_photo.h.
#include "cli/see_photo.h"

#include <vector>

#include "base/files.h"
#include "cli/cli.h"

namespace meander {
namespace {

static_assert(kLongestPhotoSide == kMostPhotoSide, "what is read can be made smaller");

// A file, or the file of a photo that set-up brought under that name.
Result<std::filesystem::path> FindPhoto(const std::string& name) {
  if (Exists(name)) return name;
  std::string known;
  const Result<std::string> list = ReadTextFile(PicturesFolder() / "photos/photos.jsonl");
  for (size_t at = 0, shown = 0; list && at < list->size();) {
    const size_t end = std::min(list->find('\n', at), list->size());
    TRY(const Json line, ParseJson(std::string_view(*list).substr(at, end - at), "The photo list"));
    TRY(const std::string photo, JsonText(line, "name"));
    TRY(const std::string file, JsonText(line, "file"));
    if (photo == name && file.find('/') == std::string::npos) {
      return PicturesFolder() / "photos" / file;
    }
    // Those without a group in their name come first in a reader's mind.
    if (photo.find('-') == std::string::npos && shown++ < 12) {
      known += (known.empty() ? "" : ", ") + photo;
    }
    at = end + 1;
  }
  return Fail(ErrorCode::kNotFound,
              "There is no file \"" + name + "\", nor a photo of that name" +
                  (known.empty() ? "." : "; there are " + known + " and others."));
}

}  // namespace

std::filesystem::path PicturesFolder() { return CacheFolder() / "pictures"; }

Result<std::vector<std::string>> PhotoNames() {
  TRY(const std::string list, ReadTextFile(PicturesFolder() / "photos/photos.jsonl"));
  std::vector<std::string> names;
  for (size_t at = 0; at < list.size();) {
    const size_t end = std::min(list.find('\n', at), list.size());
    TRY(const Json line, ParseJson(std::string_view(list).substr(at, end - at), "The photo list"));
    TRY(std::string name, JsonText(line, "name"));
    names.push_back(std::move(name));
    at = end + 1;
  }
  return names;
}

Result<Photo> ReadNamedPhoto(const std::string& name) {
  TRY(const std::filesystem::path file, FindPhoto(name));
  // Before it is read: there are files without an end.
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) {
    return Fail(ErrorCode::kInvalidInput, "\"" + name + "\" is no file with a picture in it.");
  }
  if (std::filesystem::file_size(file, failed) > kMostPhotoBytes) {
    return Fail(ErrorCode::kInvalidInput, "This file is larger than 64 MB.");
  }
  TRY(const std::vector<uint8_t> bytes, ReadFile(file));
  return ReadPhoto(bytes);
}

Result<Sight> LookAtPhoto(const std::string& name, bool whole, std::optional<uint64_t> ghost) {
  Sight sight;
  TRY(sight.photo, ReadNamedPhoto(name));
  TRY(sight.network, OpenConvnet(PicturesFolder() / "model"));
  if (ghost) {
    TRY(ConvnetGhost made, MakeConvnetGhost(*sight.network.weights, *ghost));
    sight.ghost = std::make_unique<ConvnetGhost>(std::move(made));
    sight.ghost_panels = std::make_unique<ConvnetPanels>(sight.ghost->weights);
  }
  const int width = sight.photo.width, height = sight.photo.height;
  sight.square = MiddleSquare(width, height, whole ? 1 : .875);
  TRY(const std::vector<uint8_t> small,
      ShrinkPhoto({width, height, 3, sight.photo.rgb}, sight.square));
  std::vector<uint8_t>().swap(sight.photo.rgb);
  sight.reading =
      std::make_unique<ConvnetReading>(ghost ? *sight.ghost_panels : *sight.network.panels);
  sight.reading->Look(PictureOf(small));
  return sight;
}

Json PhotoJson(const Sight& sight, const std::string& name) {
  return {{"name", name},
          {"kind", sight.photo.kind},
          {"width", sight.photo.width},
          {"height", sight.photo.height},
          {"orientation", sight.photo.orientation},
          {"square",
           {{"left", sight.square.left}, {"top", sight.square.top}, {"side", sight.square.side}}}};
}

}  // namespace meander
