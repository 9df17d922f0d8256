// Whether text from a pack may be shown: valid UTF-8 without NUL, or a hostile pack could break the
// page's words.
#pragma once

#include <string_view>

#include "base/utf8.h"

namespace meander {

inline bool IsWellFormed(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter character = DecodeUtf8(text, at);
    if (character.code_point == kReplacementCharacter && text.substr(at, 3) != "\xEF\xBF\xBD") {
      return false;
    }
    if (character.code_point == 0) return false;
    at += character.byte_count;
  }
  return true;
}

inline bool IsInsideCharacter(std::string_view text, size_t at) {
  return at < text.size() && (static_cast<uint8_t>(text[at]) & 0xC0) == 0x80;
}

}  // namespace meander
