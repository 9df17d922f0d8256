// See parts.h.
#include "text/parts.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace meander {
namespace {

constexpr std::string_view kAbbreviations[] = {
    "approx", "b",    "bc",  "c",   "ca",  "cf", "col", "d",   "dr",  "e.g", "est", "etc",
    "fl",     "gen",  "i.e", "jr",  "lit", "lt", "mr",  "mrs", "ms",  "mt",  "no",  "pp",
    "pron",   "prof", "r",   "rev", "sgt", "sr", "st",  "u.k", "u.s", "v",   "vol", "vs"};

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// What stands between the last space or bracket and the full stop at `at`, in lower case.
std::string WordBefore(std::string_view text, size_t at, size_t from) {
  size_t begin = at;
  while (begin > from && !IsSpace(text[begin - 1]) && text[begin - 1] != '(' &&
         text[begin - 1] != '\n') {
    --begin;
  }
  std::string word;
  for (const char c : text.substr(begin, at - begin)) {
    word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return word;
}

bool MayBegin(std::string_view text, size_t at) {
  const char c = text[at];
  if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '"' || c == '(') return true;
  // Capitals beyond ASCII are not told from small letters here; other scripts have neither.
  return static_cast<unsigned char>(c) >= 0x80;
}

// Whether the sign at `at` ends a sentence; `next` is where the following one would begin.
bool EndsSentence(std::string_view text, size_t at, size_t from, size_t& next) {
  if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
  next = at + 1;
  // Closing quotes and brackets still belong to it.
  while (next < text.size() && (text[next] == '"' || text[next] == '\'' || text[next] == ')')) {
    ++next;
  }
  const size_t after = next;
  while (next < text.size() && IsSpace(text[next])) ++next;
  if (next == text.size()) return true;
  if (next == after || !MayBegin(text, next)) return false;
  if (text[at] != '.') return true;
  const std::string word = WordBefore(text, at, from);
  const bool is_initial = word.size() == 1 || (word.size() > 2 && word[word.size() - 2] == '.');
  return !is_initial && std::ranges::find(kAbbreviations, word) == std::end(kAbbreviations);
}

// Where each sentence of text[from, to) ends, in bytes.
std::vector<uint32_t> EndsOf(std::string_view text, uint32_t from, uint32_t to) {
  std::vector<uint32_t> ends;
  int depth = 0;
  for (size_t at = from; at < to; ++at) {
    size_t next = at + 1;
    if (text[at] == '\n') {
      depth = 0;
    } else {
      if (text[at] == '(') ++depth;
      if (text[at] == ')') depth = std::max(depth - 1, 0);
      if (depth > 0 || !EndsSentence(text.substr(0, to), at, from, next)) continue;
    }
    ends.push_back(static_cast<uint32_t>(next));
    at = next - 1;
  }
  if (ends.empty() || ends.back() < to) ends.push_back(to);
  return ends;
}

}  // namespace

std::vector<TextPart> SentencesOf(std::string_view text, const TokenizedText& tokens,
                                  uint32_t head_bytes) {
  std::vector<TextPart> sentences;
  const auto last = static_cast<uint32_t>(tokens.ids.size()) - 1;  // [SEP]
  if (last <= 1) return sentences;
  const auto size = static_cast<uint32_t>(text.size());
  const uint32_t head = std::min(head_bytes, size);
  std::vector<uint32_t> ends = EndsOf(text, head, size);
  if (head > 0) ends.insert(ends.begin(), head);
  uint32_t piece = 1;
  for (const uint32_t end : ends) {
    TextPart sentence;
    sentence.first_piece = piece;
    while (piece < last && tokens.ranges[piece].begin < end) ++piece;
    sentence.one_past_pieces = piece;
    if (sentence.piece_count() == 0) continue;
    sentence.begin = tokens.ranges[sentence.first_piece].begin;
    sentence.end = tokens.ranges[piece - 1].end;
    sentences.push_back(sentence);
  }
  return sentences;
}

std::vector<TextPart> WordsOf(const WordPiece& pieces, const TokenizedText& tokens,
                              const TextPart& part) {
  std::vector<TextPart> words;
  for (uint32_t piece = part.first_piece; piece < part.one_past_pieces; ++piece) {
    const std::string_view name = pieces.Piece(tokens.ids[piece]);
    const auto range = tokens.ranges[piece];
    const bool goes_on = name.starts_with("##") && name.size() > 2;
    if (goes_on && !words.empty() && words.back().one_past_pieces == piece) {
      words.back().end = std::max(words.back().end, range.end);
      words.back().one_past_pieces = piece + 1;
    } else if (!IsPunctuation(DecodeUtf8(name, 0).code_point)) {
      words.push_back({range.begin, range.end, piece, piece + 1});
    }
  }
  return words;
}

std::vector<int32_t> IdsWithout(const TokenizedText& tokens, const TextPart& part) {
  std::vector<int32_t> ids(tokens.ids.begin(), tokens.ids.begin() + part.first_piece);
  ids.insert(ids.end(), tokens.ids.begin() + part.one_past_pieces, tokens.ids.end());
  return ids;
}

}  // namespace meander
