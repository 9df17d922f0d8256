// See clean_text.h.
#include "make/clean_text.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace meander {
namespace {

constexpr std::string_view kGapMark = "\xE2\x80\xA6";  // …

// After these a phrase must go on, so a gap behind one is a hole in the sentence.
constexpr std::string_view kOpenWords[] = {
    "all",      "and",     "any",    "as",   "by",   "charge", "denoted",   "equality",   "equals",
    "equation", "every",   "factor", "for",  "form", "from",   "function",  "if",         "integer",
    "is",       "letter",  "number", "of",   "or",   "over",   "satisfies", "satisfying", "set",
    "symbol",   "symbols", "that",   "then", "to",   "where",  "with"};

bool IsSpace(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x202F || c == 0x3000 || c == 0xFEFF;
}
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

void ReplaceAll(std::string& text, std::string_view part, std::string_view by) {
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at)) {
    text.replace(at, part.size(), by);
  }
}

// Punctuation that ends something here: not the point of ".NET" or ".22".
bool IsClosingMark(std::string_view text, size_t at) {
  if (at >= text.size() || std::string_view(",.;:").find(text[at]) == std::string_view::npos) {
    return false;
  }
  return at + 1 == text.size() ||
         std::string_view(" \n,.;:)\"").find(text[at + 1]) != std::string_view::npos;
}

bool IsAfterOpenWord(std::string_view text, size_t gap) {
  size_t begin = gap;
  while (begin > 0 && (IsLower(text[begin - 1]) || IsUpper(text[begin - 1]))) --begin;
  std::string word(text.substr(begin, gap - begin));
  for (char& c : word) c = IsUpper(c) ? static_cast<char>(c + 32) : c;
  return std::find(std::begin(kOpenWords), std::end(kOpenWords), word) != std::end(kOpenWords);
}

// The end of the run of spaces at `gap` if that run is a place where something was taken out: two
// spaces or more, or one before a closing mark; else npos. A gap before a foreign word is none.
size_t EndOfGap(std::string_view text, size_t gap) {
  if (text[gap] != ' ' || (gap > 0 && text[gap - 1] == ' ')) return text.npos;
  size_t end = gap;
  while (end < text.size() && text[end] == ' ') ++end;
  if (end < text.size() && static_cast<uint8_t>(text[end]) >= 0x80) return text.npos;
  const bool is_gap = end - gap >= 2 || IsClosingMark(text, end);
  return is_gap && gap > 0 && text[gap - 1] != '\n' ? end : text.npos;
}

std::string MarkFormulaGaps(std::string_view text, std::string_view title) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t end = EndOfGap(text, at);
    const bool follows_title = title.size() + 8 >= at;
    const bool is_hole = end != text.npos && !follows_title &&
                         (IsAfterOpenWord(text, at) || !IsClosingMark(text, end));
    // A formula on a line of its own leaves an empty line in mid-sentence.
    const bool is_lost_line = text.substr(at, 2) == "\n\n" && at + 2 < text.size() &&
                              (IsLower(text[at + 2]) || text[at + 2] == ' ');
    if (!is_hole && !is_lost_line) {
      out += text[at];
      continue;
    }
    ((out += ' ') += kGapMark) += is_hole && IsClosingMark(text, end) ? "" : " ";
    at = (is_hole ? end : at + 2) - 1;
  }
  return out;
}

// One space between words, line breaks kept, control characters gone, well-formed UTF-8.
std::string WithPlainSpaces(std::string_view text) {
  std::string out;
  bool wants_space = false, wants_break = false;
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter character = DecodeUtf8(text, at);
    const char32_t c = character.code_point;
    if (c == '\n') {
      wants_break = true;
    } else if (IsSpace(c)) {
      wants_space = true;
    } else if (c >= 0x20 && c != 0x7F) {
      // A sentence does not begin with a small letter: such a line goes on from the one before.
      const bool goes_on = !out.empty() && c < 0x80 && IsLower(static_cast<char>(c)) &&
                           std::string_view(".!?;:").find(out.back()) == std::string_view::npos;
      if (wants_break && !out.empty()) out += goes_on ? ' ' : '\n';
      const bool is_tight = IsClosingMark(text, at) || c == ')';
      if (!wants_break && wants_space && !out.empty() && !is_tight) out += ' ';
      wants_space = wants_break = false;
      AppendUtf8(c, out);
    }
    at += character.byte_count;
  }
  return out;
}

// "elbaite.In" → "elbaite. In"
void PartGluedSentences(std::string& text) {
  for (size_t at = 2; at + 2 < text.size(); ++at) {
    if (text[at] == '.' && IsLower(text[at - 1]) && IsLower(text[at - 2]) &&
        IsUpper(text[at + 1]) && (IsLower(text[at + 2]) || text[at + 2] == ' ')) {
      text.insert(at + 1, " ");
    }
  }
}

// "Basalt; buh-SALT) is": the bracket that opened went with the markup inside it.
void OpenLostBracket(std::string& text) {
  const size_t close = text.find(')'), open = text.find('('), mark = text.find(';');
  if (close == text.npos || mark == text.npos || mark > close || open < close) return;
  text.replace(mark, 1, " (");
  ReplaceAll(text, "( ", "(");
}

void RemoveNoteMarks(std::string& text) {
  for (size_t at = text.find("[note"); at != text.npos; at = text.find("[note", at)) {
    const size_t end = text.find(']', at);
    if (end == text.npos || end - at > 12) return;
    text.erase(at, end + 1 - at);
  }
}

}  // namespace

std::string CleanText(std::string_view text) {
  std::string out = WithPlainSpaces(text);
  RemoveNoteMarks(out);
  OpenLostBracket(out);
  // A pronunciation that was taken out leaves its brackets and commas.
  constexpr std::string_view kRests[][2] = {
      {"( ", "("},  {"()", ""},   {"(, ", "("},  {"(; ", "("}, {"(,", "("}, {"(;", "("},
      {"()", ""},   {", )", ")"}, {",)", ")"},   {";)", ")"},  {",,", ","}, {";,", ";"},
      {", ;", ";"}, {"  ", " "},  {" , ", ", "}, {" . ", ". "}};
  for (const auto& [rest, by] : kRests) ReplaceAll(out, rest, by);
  PartGluedSentences(out);
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  return out;
}

std::string CleanArticleText(std::string_view text, std::string_view title, bool is_formal) {
  return CleanText(is_formal ? MarkFormulaGaps(text, title) : std::string(text));
}

int CountFormulaGaps(std::string_view text) {
  int count = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    count += EndOfGap(text, at) != text.npos && IsAfterOpenWord(text, at);
  }
  return count;
}

}  // namespace meander
