// See brought_file.h.
#include "canvas/brought_file.h"

#include <charconv>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "canvas/fill.h"
#include "canvas/words.h"

namespace meander {
namespace {

constexpr std::string_view kAddress = "brought:";
// Of a long name: what stays of its end, where the kind of file is said.
constexpr size_t kEndShown = 14;

// The first number in `text`, which one space follows; `text` is then what stands behind that.
std::optional<uint64_t> TakeNumber(std::string_view& text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto digits = static_cast<size_t>(end - text.data());
  if (error != std::errc() || digits >= text.size() || text[digits] != ' ') return std::nullopt;
  text.remove_prefix(digits + 1);
  return number;
}

// Lines and tabs part words as blanks do.
bool IsBlank(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x2028 ||
         c == 0x2029 || c == 0x3000;
}

// Controls, marks and overrides of direction, and what is there without being seen. The two joiners
// (U+200C and U+200D) stay: names in Persian and pictures of families are made with them.
bool IsUnseen(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || c == 0x180E ||
         c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

}  // namespace

std::optional<BroughtFile> ReadBroughtFile(std::string_view text) {
  const size_t end = text.find(' ');
  if (!text.starts_with(kAddress) || end == text.npos) return std::nullopt;
  BroughtFile file;
  file.address = text.substr(0, end);
  text.remove_prefix(end + 1);
  const std::optional<uint64_t> bytes = TakeNumber(text);
  if (!bytes) return std::nullopt;
  file.bytes = *bytes;
  file.name = FileNameShown(text);
  return file;
}

std::string FileNameShown(std::string_view name) {
  std::vector<char32_t> shown;
  bool is_parted = false;
  for (size_t at = 0; at < name.size();) {
    const DecodedCharacter character = DecodeUtf8(name, at);
    at += character.byte_count;
    if (IsBlank(character.code_point)) {
      is_parted = !shown.empty();
    } else if (!IsUnseen(character.code_point)) {
      if (is_parted) shown.push_back(' ');
      is_parted = false;
      shown.push_back(character.code_point);
    }
  }
  if (shown.size() > kLongestFileName) {
    const size_t first = kLongestFileName - kEndShown - 1;
    const auto middle = shown.begin() + static_cast<ptrdiff_t>(first);
    shown.erase(middle, shown.end() - static_cast<ptrdiff_t>(kEndShown));
    shown.insert(shown.begin() + static_cast<ptrdiff_t>(first), U'…');
  }
  std::string text;
  for (const char32_t c : shown) AppendUtf8(c, text);
  return text;
}

std::string OthersLeftOutSentence(std::string_view text) {
  const std::optional<uint64_t> count = TakeNumber(text);
  if (!count || *count == 0) return {};
  std::string name = FileNameShown(text);
  if (name.empty()) name = "…";
  return Fill(*count == 1 ? words::kBroughtOtherLeft : words::kBroughtOthersLeft,
              {{"name", std::move(name)}, {"count", std::to_string(*count)}});
}

}  // namespace meander
