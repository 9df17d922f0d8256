// Decoding, encoding and repairing UTF-8. Anything a person or a file gives may be broken; it is
// repaired once at the border, and everything inside may rely on valid text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace meander {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct DecodedCharacter {
  char32_t code_point;  // U+FFFD for an ill-formed part
  uint32_t byte_count;  // 1..4 bytes consumed, at least one
};

// Decodes the character at `text[at]` (at < text.size()). Ill-formed input consumes its maximal
// subpart, as Unicode 15 §3.9 (and Python's errors="replace") do.
DecodedCharacter DecodeUtf8(std::string_view text, size_t at);

void AppendUtf8(char32_t code_point, std::string& text);

// The same text with every ill-formed part replaced by U+FFFD.
std::string RepairUtf8(std::string_view text);

// The longest prefix of valid `text` of at most `byte_limit` bytes that ends between characters.
std::string_view Utf8Prefix(std::string_view text, size_t byte_limit);

}  // namespace meander
