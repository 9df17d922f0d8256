// The link codec: what stands after '#' in an address. Version, room and checksum around a room's
// own payload, in base64url: short. One wrong letter, or two that changed places, is always
// noticed; any other damage but once in 65,536.
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

// "ideas.1AbC…": room name, '.', base64url of {version byte, payload, CRC-16 of room name, '.',
// version byte and payload, high byte first}. Room names are lower-case letters.
std::string EncodeLink(std::string_view room, std::string_view payload);
// Accepts with or without the leading '#'. Empty → kNotFound; broken → kCorrupt "That link is not
// whole. …"; newer version → kTooNew.
Result<DecodedLink> DecodeLink(std::string_view fragment);

// CRC-16/CCITT-FALSE (polynomial 0x1021): notices every damage within 16 bits in a row. `before` is
// the checksum of the bytes before these. "123456789" gives 0x29B1.
uint16_t Crc16(std::string_view bytes, uint16_t before = 0xFFFF);

std::string EncodeBase64Url(std::string_view bytes);
Result<std::string> DecodeBase64Url(std::string_view text);

}  // namespace meander
