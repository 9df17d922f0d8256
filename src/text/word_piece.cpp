// See word_piece.h. The steps and their order are those of the reference: marks such as [SEP] in
// the raw text stay whole, the rest is normalised, split at spaces and punctuation, and each word
// is cut greedily into the longest pieces of the vocabulary.
#include "text/word_piece.h"

#include <algorithm>

#include "base/utf8.h"

namespace meander {
namespace {

constexpr size_t kMostWordCharacters = 100;
constexpr int32_t kVocabularySize = 30522;
constexpr size_t kSlotCount = 1 << 16;

struct Mark {
  std::string_view text;
  int32_t id;
};
constexpr Mark kMarks[] = {
    {"[PAD]", 0}, {"[UNK]", 100}, {"[CLS]", 101}, {"[SEP]", 102}, {"[MASK]", 103}};

// Canonical ordering may have put a later mark first, so both ends are looked for.
TokenizedText::Range SpanOf(const NormalizedCharacter* first, size_t count) {
  TokenizedText::Range range{first->begin, first->end};
  for (size_t i = 1; i < count; ++i) {
    range.begin = std::min(range.begin, first[i].begin);
    range.end = std::max(range.end, first[i].end);
  }
  return range;
}

// Where a token's search begins. A step a byte (FNV-1a), so that Open reads the vocabulary once.
struct Slot {
  uint32_t hash = 0x811c9dc5;
  void Add(char byte) { hash = (hash ^ static_cast<uint8_t>(byte)) * 0x01000193; }
  size_t first() const { return (hash ^ (hash >> 16)) % kSlotCount; }
};

const Mark* MarkAt(std::string_view text, size_t at) {
  if (text[at] != '[') return nullptr;
  for (const Mark& mark : kMarks) {
    if (text.substr(at).starts_with(mark.text)) return &mark;
  }
  return nullptr;
}

}  // namespace

Result<WordPiece> WordPiece::Open(std::string vocabulary) {
  WordPiece pieces;
  pieces.vocabulary_ = std::move(vocabulary);
  const std::string& text = pieces.vocabulary_;
  pieces.slots_.assign(kSlotCount, -1);
  pieces.starts_.reserve(kVocabularySize + 1);
  for (size_t at = 0; at < text.size();) {
    Slot begin;
    size_t end = at;
    for (; end < text.size() && text[end] != '\n'; ++end) begin.Add(text[end]);
    const auto id = static_cast<int32_t>(pieces.starts_.size());
    if (id >= kVocabularySize) break;
    size_t slot = begin.first();
    while (pieces.slots_[slot] >= 0) slot = (slot + 1) % kSlotCount;
    pieces.slots_[slot] = id;
    pieces.starts_.push_back(static_cast<uint32_t>(at));
    at = end + 1;
  }
  pieces.starts_.push_back(static_cast<uint32_t>(text.size()));
  bool is_whole = pieces.size() == kVocabularySize && text.ends_with('\n');
  for (const Mark& mark : kMarks) is_whole = is_whole && pieces.Find(mark.text) == mark.id;
  if (!is_whole) return Fail(ErrorCode::kCorrupt, "The reader's vocabulary arrived damaged.");
  return pieces;
}

std::string_view WordPiece::Piece(int32_t id) const {
  const auto index = static_cast<size_t>(id);
  return std::string_view(vocabulary_)
      .substr(starts_[index], starts_[index + 1] - starts_[index] - 1);
}

int32_t WordPiece::Find(std::string_view token) const {
  Slot begin;
  for (const char byte : token) begin.Add(byte);
  for (size_t slot = begin.first(); slots_[slot] >= 0; slot = (slot + 1) % kSlotCount) {
    if (Piece(slots_[slot]) == token) return slots_[slot];
  }
  return -1;
}

// False when the text is full.
bool WordPiece::Append(int32_t id, TokenizedText::Range range, TokenizedText& out) const {
  if (out.ids.size() == kMostTokens - 1) {
    out.truncated = true;
    return false;
  }
  out.ids.push_back(id);
  out.ranges.push_back(range);
  return true;
}

bool WordPiece::AppendWord(const NormalizedCharacter* first, size_t count,
                           TokenizedText& out) const {
  const TokenizedText::Range whole = SpanOf(first, count);
  if (count > kMostWordCharacters) return Append(kUnknownToken, whole, out);
  std::string word = "##";
  std::vector<size_t> ends;  // byte end of each character in `word`
  for (size_t i = 0; i < count; ++i) {
    AppendUtf8(first[i].code_point, word);
    ends.push_back(word.size());
  }
  struct Cut {
    int32_t id;
    TokenizedText::Range range;
  };
  std::vector<Cut> cuts;
  for (size_t at = 0; at < count;) {
    const size_t from = at == 0 ? 2 : ends[at - 1] - 2;
    if (at > 0) word[from] = word[from + 1] = '#';  // overwrites what has been cut off already
    size_t end = count;
    int32_t id = -1;
    for (; end > at && id < 0; --end) {
      id = Find(std::string_view(word).substr(from, ends[end - 1] - from));
    }
    if (id < 0) return Append(kUnknownToken, whole, out);
    cuts.push_back({id, SpanOf(first + at, end + 1 - at)});
    at = end + 1;
  }
  for (const Cut& cut : cuts) {
    if (!Append(cut.id, cut.range, out)) return false;
  }
  return true;
}

bool WordPiece::AppendSegment(std::string_view text, size_t from, size_t to,
                              TokenizedText& out) const {
  std::vector<NormalizedCharacter> characters;
  AppendNormalized(text, from, to, characters);
  for (size_t at = 0; at < characters.size();) {
    const char32_t code_point = characters[at].code_point;
    size_t end = at + 1;
    if (code_point == ' ') {
      at = end;
      continue;
    }
    if (!IsPunctuation(code_point)) {
      while (end < characters.size() && characters[end].code_point != ' ' &&
             !IsPunctuation(characters[end].code_point)) {
        ++end;
      }
    }
    if (!AppendWord(&characters[at], end - at, out)) return false;
    at = end;
  }
  return true;
}

TokenizedText WordPiece::Tokenize(std::string_view text) const {
  TokenizedText out;
  out.ids.push_back(kClassToken);
  out.ranges.push_back({});
  bool has_room = true;
  size_t from = 0;
  for (size_t at = 0; at < text.size() && has_room; ++at) {
    const Mark* mark = MarkAt(text, at);
    if (mark == nullptr) continue;
    const size_t end = at + mark->text.size();
    has_room = AppendSegment(text, from, at, out) &&
               Append(mark->id, {static_cast<uint32_t>(at), static_cast<uint32_t>(end)}, out);
    from = end;
    at = end - 1;
  }
  if (has_room) AppendSegment(text, from, text.size(), out);
  out.ids.push_back(kSeparatorToken);
  out.ranges.push_back({});
  return out;
}

}  // namespace meander
