// See link.h.
#include "canvas/link.h"

#include <array>

namespace meander {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr size_t kMaxLinkLetters = 16384;

// The room's name stands before its body, so that a payload cannot be taken to another room.
uint16_t ChecksumOf(std::string_view room, std::string_view body) {
  return Crc16(body, Crc16(".", Crc16(room)));
}

std::unexpected<Error> NotWhole() {
  return Fail(ErrorCode::kCorrupt, "That link is not whole. Ask for it again.");
}

bool IsRoomName(std::string_view name) {
  if (name.empty() || name.size() > 24) return false;
  for (const char c : name) {
    if (c < 'a' || c > 'z') return false;
  }
  return true;
}

// What mail programs and chats add around an address.
std::string_view Trimmed(std::string_view text) {
  const auto is_dust = [](char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '#' || c == '<' || c == '>' ||
           c == ')' || c == '.' || c == ',';
  };
  while (!text.empty() && is_dust(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_dust(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

uint16_t Crc16(std::string_view bytes, uint16_t before) {
  uint32_t remainder = before;
  for (const char c : bytes) {
    remainder ^= static_cast<uint32_t>(static_cast<uint8_t>(c)) << 8;
    for (int bit = 0; bit < 8; ++bit) {
      remainder = remainder << 1 ^ ((remainder & 0x8000) != 0 ? 0x1021u : 0u);
    }
    remainder &= 0xFFFF;
  }
  return static_cast<uint16_t>(remainder);
}

std::string EncodeBase64Url(std::string_view bytes) {
  std::string text;
  uint32_t bits = 0;
  int held = 0;
  for (const char c : bytes) {
    bits = bits << 8 | static_cast<uint8_t>(c);
    for (held += 8; held >= 6;) {
      held -= 6;
      text += kAlphabet[bits >> held & 63];
    }
  }
  if (held > 0) text += kAlphabet[bits << (6 - held) & 63];
  return text;
}

Result<std::string> DecodeBase64Url(std::string_view text) {
  std::string bytes;
  uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    const size_t value = kAlphabet.find(c);
    if (value == kAlphabet.npos) return NotWhole();
    bits = bits << 6 | static_cast<uint32_t>(value);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes += static_cast<char>(bits >> held & 255);
    }
  }
  // Left-over bits must be zero, or two texts would mean the same bytes.
  if (held >= 6 || (bits & ((1u << held) - 1)) != 0) return NotWhole();
  return bytes;
}

std::string EncodeLink(std::string_view room, std::string_view payload) {
  std::string body(1, static_cast<char>(kLinkVersion));
  body += payload;
  const uint16_t checksum = ChecksumOf(room, body);
  body += static_cast<char>(checksum >> 8);
  body += static_cast<char>(checksum & 255);
  return std::string(room) + "." + EncodeBase64Url(body);
}

Result<DecodedLink> DecodeLink(std::string_view fragment) {
  fragment = Trimmed(fragment);
  if (fragment.starts_with("%23")) fragment.remove_prefix(3);
  if (fragment.empty()) return Fail(ErrorCode::kNotFound, "There is no link.");
  const size_t dot = fragment.find('.');
  if (fragment.size() > kMaxLinkLetters || dot == fragment.npos ||
      !IsRoomName(fragment.substr(0, dot))) {
    return NotWhole();
  }
  const std::string_view room = fragment.substr(0, dot);
  TRY(const std::string body, DecodeBase64Url(fragment.substr(dot + 1)));
  if (body.size() < 3) return NotWhole();
  const std::string_view checked = std::string_view(body).substr(0, body.size() - 2);
  const auto checksum = static_cast<uint16_t>(static_cast<uint8_t>(body[body.size() - 2]) << 8 |
                                              static_cast<uint8_t>(body.back()));
  if (ChecksumOf(room, checked) != checksum) return NotWhole();
  const auto version = static_cast<uint8_t>(checked.front());
  if (version > kLinkVersion) {
    return Fail(ErrorCode::kTooNew,
                "That link was made by a newer Meander. Please reload the page.");
  }
  if (version == 0) return NotWhole();
  return DecodedLink{std::string(room), std::string(checked.substr(1))};
}

}  // namespace meander
