// The link codec: what stands after '#' in an address. Version, room and checksum around a room's
// own payload, in base64url: short, and a damaged one is noticed, never misread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace meander {

inline constexpr uint8_t kLinkVersion = 1;

struct DecodedLink {
  std::string room;     // "ideas"
  std::string payload;  // bytes
};

// "ideas.1AbC…": room name, '.', base64url of {version byte, payload, 16-bit checksum over both and
// the room's name}. Room names are lower-case letters.
std::string EncodeLink(std::string_view room, std::string_view payload);
// Accepts with or without the leading '#'. Empty → kNotFound; broken → kCorrupt "That link is not
// whole. …"; newer version → kTooNew.
Result<DecodedLink> DecodeLink(std::string_view fragment);

std::string EncodeBase64Url(std::string_view bytes);
Result<std::string> DecodeBase64Url(std::string_view text);

}  // namespace meander
