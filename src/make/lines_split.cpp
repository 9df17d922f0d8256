// See lines_split.h.
#include "make/lines_split.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace meander {
namespace {

constexpr std::string_view kAbbreviations[] = {"Mr",  "Mrs", "Messrs", "Ms",  "Dr",   "St",  "Sr",
                                               "Jr",  "Esq", "Capt",   "Col", "Gen",  "Lt",  "Rev",
                                               "Hon", "No",  "Vol",    "Mt",  "Prof", "vs",  "viz",
                                               "etc", "e.g", "i.e",    "Mme", "Co",   "Bros"};

bool IsSpace(char c) { return c == ' '; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetter(char c) { return IsUpper(c) || (c >= 'a' && c <= 'z'); }
bool IsStop(char c) { return c == '.' || c == '!' || c == '?'; }
bool IsClosing(char c) { return c == '"' || c == '\'' || c == ')' || c == ']'; }
bool IsOpening(char c) { return c == '"' || c == '\'' || c == '(' || c == '['; }

// Whether the full stop at `at` belongs to a short form.
bool IsAbbreviation(std::string_view text, size_t begin, size_t at) {
  size_t word = at;
  while (word > begin && (IsLetter(text[word - 1]) || (text[word - 1] == '.' && word < at))) --word;
  const std::string_view before = text.substr(word, at - word);
  // "I." ends many a sentence; other single letters stand for names.
  if (before.size() == 1 && IsUpper(before[0]) && before[0] != 'I' && before[0] != 'O') return true;
  return std::find(std::begin(kAbbreviations), std::end(kAbbreviations), before) !=
         std::end(kAbbreviations);
}

// Whether a sentence that stopped just before `at` is over: a capital follows, behind a space and
// what opens a quotation. The em dash of "—He" counts as a space.
bool BeginsAnew(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  const bool has_dash = text.substr(at).starts_with("\xE2\x80\x94");
  if (!IsSpace(text[at]) && !has_dash) return false;
  at += has_dash ? 3 : 1;
  while (at < text.size() && (IsSpace(text[at]) || IsOpening(text[at]))) ++at;
  return at >= text.size() || IsUpper(text[at]) || static_cast<uint8_t>(text[at]) >= 0xC3;
}

size_t CountOf(std::string_view text, char c) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), c));
}

// Takes quotes without a partner off both ends, and a pair that stands around the whole.
std::string_view WithoutOuterQuotes(std::string_view text) {
  for (;;) {
    while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
    if (text.empty()) return text;
    const size_t quotes = CountOf(text, '"');
    const bool opens = text.front() == '"', closes = text.back() == '"';
    if (opens && closes && text.size() > 1 && quotes == 2) {
      text = text.substr(1, text.size() - 2);
    } else if (quotes % 2 == 1 && (opens || closes)) {
      opens ? text.remove_prefix(1) : text.remove_suffix(1);
    } else {
      return text;
    }
  }
}

void AddSentence(std::string_view paragraph, size_t begin, size_t end,
                 std::vector<SplitSentence>& sentences) {
  constexpr std::string_view kDash = "\xE2\x80\x94";
  std::string_view text = WithoutOuterQuotes(paragraph.substr(begin, end - begin));
  while (text.starts_with(kDash)) text = WithoutOuterQuotes(text.substr(kDash.size()));
  if (text.empty()) return;
  SplitSentence sentence;
  sentence.begin = static_cast<uint32_t>(text.data() - paragraph.data());
  sentence.end = sentence.begin + static_cast<uint32_t>(text.size());
  sentence.text = text;
  sentences.push_back(std::move(sentence));
}

}  // namespace

std::string PlainParagraph(std::string_view text) {
  const std::string valid = RepairUtf8(text);
  std::string out;
  const auto put = [&](std::string_view piece) {
    if (piece == " " && (out.empty() || out.back() == ' ')) return;
    out += piece;
  };
  for (size_t at = 0; at < valid.size();) {
    const DecodedCharacter character = DecodeUtf8(valid, at);
    const std::string_view bytes = std::string_view(valid).substr(at, character.byte_count);
    at += character.byte_count;
    switch (character.code_point) {
      case 0x2018:
      case 0x2019:
      case 0x201B:
      case 0x02BC:
        put("'");
        break;
      case 0x201C:
      case 0x201D:
      case 0x201F:
        put("\"");
        break;
      case 0x2013:
      case 0x2015:
        put("\xE2\x80\x94");
        break;
      case 0x2026:
        put("...");
        break;
      case 0x00A0:
      case '\t':
      case '\n':
      case '\r':
        put(" ");
        break;
      case '-':
        if (valid.compare(at, 1, "-") == 0) {
          while (valid.compare(at, 1, "-") == 0) ++at;
          put("\xE2\x80\x94");
        } else {
          put("-");
        }
        break;
      default:
        if (character.code_point >= 0x20 && character.code_point != 0x7F) put(bytes);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<SplitSentence> SplitSentences(std::string_view paragraph) {
  std::vector<SplitSentence> sentences;
  size_t begin = 0;
  for (size_t at = 0; at < paragraph.size(); ++at) {
    if (!IsStop(paragraph[at])) continue;
    if (paragraph[at] == '.' && IsAbbreviation(paragraph, begin, at)) continue;
    size_t end = at + 1;
    while (end < paragraph.size() && IsStop(paragraph[end])) ++end;
    while (end < paragraph.size() && IsClosing(paragraph[end])) ++end;
    if (!BeginsAnew(paragraph, end)) {
      at = end - 1;
      continue;
    }
    AddSentence(paragraph, begin, end, sentences);
    begin = end;
    at = end - 1;
  }
  AddSentence(paragraph, begin, paragraph.size(), sentences);
  return sentences;
}

}  // namespace meander
