// See sentences.h.
#include "text/sentences.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/word_set.h"

namespace meander {
namespace {

// Bytes that are looked through for the end of a link's target or of a tag.
constexpr size_t kLongestTarget = 2000, kLongestTag = 200;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Of Windows-1252's 0x80 … 0x9F; the rest of it is Latin-1.
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string FromWindows(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<uint8_t>(c);
    const bool is_windows = byte >= 0x80 && byte < 0xA0;
    AppendUtf8(is_windows ? kWindows[byte - 0x80] : byte, text);
  }
  return text;
}

bool LooksBinary(std::string_view text) {
  size_t controls = 0;
  for (const char c : text) {
    const auto byte = static_cast<uint8_t>(c);
    if (byte == 0) return true;
    controls += byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }
  return controls * 50 > text.size();
}

// What a Markdown line begins with that is no text: marks of headings, quotes and lists.
std::string_view WithoutLead(std::string_view line, bool& begins_paragraph) {
  for (;;) {
    while (!line.empty() && IsSpace(line.front())) line.remove_prefix(1);
    if (line.empty()) return line;
    const size_t hashes = line.find_first_not_of('#');
    if (line[0] == '#' && hashes != std::string_view::npos && line[hashes] == ' ') {
      begins_paragraph = true;
      line.remove_prefix(hashes);
    } else if (line[0] == '>') {
      line.remove_prefix(1);
    } else if (line.size() > 1 && std::string_view("-*+").find(line[0]) != std::string_view::npos &&
               line[1] == ' ') {
      begins_paragraph = true;
      line.remove_prefix(2);
    } else {
      const size_t digits = line.find_first_not_of("0123456789");
      const bool is_numbered = IsDigit(line[0]) && digits <= 3 && digits + 1 < line.size() &&
                               (line[digits] == '.' || line[digits] == ')') &&
                               line[digits + 1] == ' ';
      if (!is_numbered) return line;
      begins_paragraph = true;
      line.remove_prefix(digits + 2);
    }
  }
}

// The line without emphasis, code marks, tags and the targets of links.
void AppendProse(std::string_view line, std::string& out) {
  for (size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '*' || c == '`' || c == '[' || c == '~') continue;
    const bool is_inner_underscore = c == '_' && at > 0 && at + 1 < line.size() &&
                                     !IsSpace(line[at - 1]) && !IsSpace(line[at + 1]);
    if (c == '_' && !is_inner_underscore) continue;
    if (c == '!' && at + 1 < line.size() && line[at + 1] == '[') continue;
    if (c == ']') {
      const size_t end = line.substr(at, kLongestTarget).find(')');
      if (at + 1 < line.size() && line[at + 1] == '(' && end != std::string_view::npos) at += end;
      continue;
    }
    if (c == '<') {
      const size_t end = line.substr(at, kLongestTag).find('>');
      if (end != std::string_view::npos) {
        at += end;
        continue;
      }
    }
    const bool is_control = static_cast<uint8_t>(c) < 0x20 || c == 0x7F;
    const char kept = is_control || IsSpace(c) ? ' ' : c;
    if (kept == ' ' && (out.empty() || out.back() == ' ' || out.back() == '\n')) continue;
    out += kept;
  }
}

bool IsRule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-=*_ ") == std::string_view::npos;
}

class Paragraphs {
 public:
  void Add(std::string_view line) {
    while (!line.empty() && IsSpace(line.back())) line.remove_suffix(1);
    const bool is_fence = line.starts_with("```") || line.starts_with("~~~");
    if (is_fence) is_code_ = !is_code_;
    if (is_fence || is_code_ || line.empty() || IsRule(line) || line.front() == '|') return Break();
    bool begins = false;
    line = WithoutLead(line, begins);
    if (begins) Break();
    if (!text_.empty() && text_.back() != '\n') text_ += ' ';
    AppendProse(line, text_);
    if (begins && line.size() < 80 && line.find_last_of(".!?") == std::string_view::npos) Break();
  }
  std::string Take() {
    Break();
    return std::move(text_);
  }

 private:
  void Break() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }
  std::string text_;
  bool is_code_ = false;
};

constexpr std::string_view kShortenings[] = {"Mr",  "Mrs", "Ms",  "Dr",  "St",  "Prof", "Capt",
                                             "Esq", "vs",  "etc", "e.g", "i.e", "cf"};

// The bytes of what may close behind a stop: quotes and brackets. 0: nothing.
size_t ClosingBytes(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (std::string_view("\"')]").find(text[at]) != std::string_view::npos) return 1;
  for (const std::string_view sign : {"\u201d", "\u2019", "\u00bb"}) {
    if (text.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

bool IsShortening(std::string_view text, size_t begin, size_t stop) {
  size_t from = stop;
  while (from > begin && text[from - 1] != ' ') --from;
  std::string_view word = text.substr(from, stop - from);
  while (!word.empty() && ClosingBytes(word, 0) == 1) word.remove_prefix(1);
  if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return word[0] != 'I';
  return std::ranges::find(kShortenings, word) != std::end(kShortenings);
}

}  // namespace

Result<PlainText> PlainTextOf(ByteSpan bytes) {
  if (bytes.size() > kMostTextBytes) {
    return Fail(ErrorCode::kInvalidInput, "That text is larger than 5 MB; try a part of it.");
  }
  std::string_view raw = AsText(bytes);
  if (raw.starts_with("\xEF\xBB\xBF")) raw.remove_prefix(3);
  if (LooksBinary(raw)) {
    return Fail(ErrorCode::kInvalidInput, "That file is no plain text; save it as text first.");
  }
  PlainText plain;
  plain.was_latin_1 = RepairUtf8(raw) != raw;
  const std::string decoded = plain.was_latin_1 ? FromWindows(raw) : std::string(raw);
  Paragraphs paragraphs;
  for (size_t at = 0; at < decoded.size();) {
    const size_t end = std::min(decoded.find('\n', at), decoded.size());
    paragraphs.Add(std::string_view(decoded).substr(at, end - at));
    at = end + 1;
  }
  plain.text = paragraphs.Take();
  if (WordsOf(std::string_view(plain.text).substr(0, 10000)).empty()) {
    return Fail(ErrorCode::kInvalidInput, "There are no words in that text.");
  }
  return plain;
}

FoundSentences FindSentences(std::string_view text) {
  FoundSentences found;
  const auto take = [&](size_t begin, size_t end) {
    while (begin < end && text[begin] == ' ') ++begin;
    while (begin < end && text[end - 1] == ' ') --end;
    if (begin == end) return;
    const bool is_short_enough = end - begin <= kLongestLineBytes;
    const size_t words = is_short_enough ? WordsOf(text.substr(begin, end - begin)).size() : 0;
    if (words < kFewestLineWords || words > kMostLineWords) {
      ++found.skipped;
      return;
    }
    found.lines.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  };
  size_t begin = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') {
      take(begin, at);
      begin = at + 1;
      continue;
    }
    const bool is_dots = text.substr(at).starts_with("\u2026");
    if (text[at] != '.' && text[at] != '!' && text[at] != '?' && !is_dots) continue;
    size_t end = at + (is_dots ? 3 : 1);
    while (const size_t bytes = ClosingBytes(text, end)) end += bytes;
    const bool is_end = end >= text.size() || text[end] == ' ' || text[end] == '\n';
    if (!is_end || (text[at] == '.' && IsShortening(text, begin, at))) continue;
    take(begin, end);
    begin = end;
    at = end - 1;
  }
  take(begin, text.size());
  return found;
}

}  // namespace meander
