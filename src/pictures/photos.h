// Where the pixels come from: photos of the pack, sheets of icons, and a photo of the reader's own.
// The browser decodes them, on a wish (FetchFileEffect "picture:…", web/host/own_picture.mjs).
#pragma once

#include <string>
#include <string_view>

#include "pictures/state.h"

namespace meander {

// "picture:1024:bytes;photo-3;…": a photo of the pack, its bytes after the second semicolon.
inline constexpr std::string_view kPackPhotoWish = "picture:1024:bytes;photo-";
inline constexpr std::string_view kPackThumbWish = "picture:1024:bytes;thumb-";
// Asks for what is shown and not here: the photo that is looked at, then the others as thumbs, and
// as they are once the first picture is complete.
Effects FetchPhotos(PicturesState& state);
// From now on all there is is wanted: what is finer than the first picture, and what is known of
// units.
Effects FetchRest(PicturesState& state);
// Asks for the names of all kinds, once.
Effects FetchClasses(PicturesState& state);
// The name of a thumb, as the page and the effect that shows it know it: "photo-3", "photo-own".
std::string ThumbName(uint32_t photo);
// Its pixels, for the page.
Effect ShowThumb(uint32_t photo, const PictureTable& pixels);
// Decoded pixels have come, or cannot.
Effects TakePictureFile(PicturesState& state, std::string_view address, Result<ByteSpan> bytes);
// Actions that begin with "own-": own-file "ADDRESS BYTES NAME", own-left-out "COUNT NAME"
// (canvas/brought_file.h), own-camera, own-forget.
Effects ApplyOwnPhoto(PicturesState& state, std::string_view action, std::string_view argument);
// The engine has made of it what the network is given, or says why not.
Effects TakeOwnPhotoReply(PicturesState& state, const Reply& reply);

// What is looked at; null: not here.
std::shared_ptr<const PictureTable> PhotoShown(const PicturesState& state);
std::string PhotoName(const PicturesState& state);
// "photo Stéfan van der Walt, CC0"; of the reader's own, that it stays here.
std::string PhotoCredit(const PicturesState& state);

}  // namespace meander
