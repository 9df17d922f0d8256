// See utf8.h; the ranges are those of table 3-7 in the Unicode standard.
#include "base/utf8.h"

namespace meander {

DecodedCharacter DecodeUtf8(std::string_view text, size_t at) {
  const auto byte_at = [&](size_t i) { return static_cast<uint8_t>(text[at + i]); };
  const uint8_t lead = byte_at(0);
  if (lead < 0x80) return {lead, 1};
  uint32_t length = 0;
  uint8_t low = 0x80, high = 0xBF;  // allowed range of the second byte
  char32_t code_point = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    code_point = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    code_point = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    code_point = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {kReplacementCharacter, 1};
  }
  for (uint32_t i = 1; i < length; ++i) {
    if (at + i >= text.size()) return {kReplacementCharacter, i};
    const uint8_t next = byte_at(i);
    if (next < low || next > high) return {kReplacementCharacter, i};
    code_point = (code_point << 6) | (next & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {code_point, length};
}

void AppendUtf8(char32_t code_point, std::string& text) {
  const auto put = [&](uint32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::string RepairUtf8(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter character = DecodeUtf8(text, at);
    AppendUtf8(character.code_point, repaired);
    at += character.byte_count;
  }
  return repaired;
}

std::string_view Utf8Prefix(std::string_view text, size_t byte_limit) {
  if (text.size() <= byte_limit) return text;
  while (byte_limit > 0 && (static_cast<uint8_t>(text[byte_limit]) & 0xC0) == 0x80) --byte_limit;
  return text.substr(0, byte_limit);
}

}  // namespace meander
