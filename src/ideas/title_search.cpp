// See title_search.h.
#include "ideas/title_search.h"

#include <algorithm>

#include "base/utf8.h"

namespace meander {
namespace {

// Base letters of U+00C0 … U+017F; '*' stays as it is.
constexpr std::string_view kLatinBase =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatinBase.size() == 0x180 - 0xC0);
// The same of U+1E00 … U+1EFF, most of it Vietnamese and transliterations, and what else of the
// Latin letters before U+0250 has a base.
constexpr std::string_view kLatinAdditionalBase =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy******aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy******";
static_assert(kLatinAdditionalBase.size() == 0x100);
constexpr std::string_view kLatinExtendedBase =
    "********************************oo*************uu***************"
    "*************aaiioouuuuuuuuuu*aaaa****ggkkoooo**j***gg**nnaa****"
    "aaaaeeeeiiiioooorrrruuuusstt**hh******aaeeooooooooyy************"
    "****************";
static_assert(kLatinExtendedBase.size() == 0x250 - 0x180);

char32_t WithoutAccent(char32_t c) {
  char base = '*';
  if (c >= 0xC0 && c < 0x180) base = kLatinBase[c - 0xC0];
  if (c >= 0x180 && c < 0x250) base = kLatinExtendedBase[c - 0x180];
  if (c >= 0x1E00 && c < 0x1F00) base = kLatinAdditionalBase[c - 0x1E00];
  return base == '*' ? c : static_cast<char32_t>(base);
}

// What stands inside a word without parting it: apostrophes (phones type the curly one) and full
// stops, as in "O'Brien" and "J.S."; accents of their own; what nobody sees.
bool IsPassedOver(char32_t c) {
  return c == '\'' || c == '.' || c == 0x2018 || c == 0x2019 || c == 0x2BB || c == 0x2BC ||
         (c >= 0x300 && c < 0x370) || c == 0xAD || (c >= 0x200B && c < 0x2010) || c == 0xFEFF;
}

// Letters and digits; beyond Latin everything but signs, where letters are not told from others.
bool IsKept(char32_t c) {
  if (c < 0x180) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  const bool is_sign =
      (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3040) || c == kReplacementCharacter;
  return !is_sign;
}

constexpr std::string_view kEmptyWords[] = {"a",   "an", "and",  "by",    "for", "in",
                                            "is",  "it", "of",   "on",    "or",  "that",
                                            "the", "to", "what", "which", "with"};

std::vector<std::string_view> WordsOf(std::string_view folded) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < folded.size();) {
    const size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Whether `typed` becomes a beginning of `title` by one insertion, deletion, replacement or swap of
// neighbours (Damerau 1964), compared over the title's first letters.
bool IsOneTypoAway(std::string_view typed, std::string_view title) {
  size_t same = 0;
  while (same < typed.size() && same < title.size() && typed[same] == title[same]) ++same;
  const std::string_view rest = typed.substr(same), title_rest = title.substr(same);
  if (rest.empty()) return true;
  const bool replaced = !title_rest.empty() && title_rest.substr(1).starts_with(rest.substr(1));
  const bool inserted = title_rest.starts_with(rest.substr(1));
  const bool dropped = !title_rest.empty() && title_rest.substr(1).starts_with(rest);
  const bool swapped = rest.size() >= 2 && title_rest.size() >= 2 && rest[0] == title_rest[1] &&
                       rest[1] == title_rest[0] && title_rest.substr(2).starts_with(rest.substr(2));
  return replaced || inserted || dropped || swapped;
}

// Smaller is better; -1: no match.
int RankOf(std::string_view typed, std::string_view title) {
  if (title == typed) return 0;
  size_t at = title.find(typed);
  if (at == 0) return title[typed.size()] == ' ' ? 1 : 2;
  if (at != title.npos) {
    while (at != title.npos && title[at - 1] != ' ') at = title.find(typed, at + 1);
    return at != title.npos ? 3 : 4;
  }
  if (typed.size() >= 4 && IsOneTypoAway(typed, title)) return 5;
  return -1;
}

struct Found {
  int rank;
  int importance;
  size_t length;
  uint32_t item;
};

std::vector<uint32_t> Best(std::vector<Found> found, size_t limit) {
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    if (a.importance != b.importance) return a.importance > b.importance;
    if (a.length != b.length) return a.length < b.length;
    return a.item < b.item;
  });
  std::vector<uint32_t> items;
  for (size_t i = 0; i < std::min(limit, found.size()); ++i) items.push_back(found[i].item);
  return items;
}

}  // namespace

std::string FoldForSearch(std::string_view text) {
  std::string folded;
  bool wants_space = false;
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter character = DecodeUtf8(text, at);
    at += character.byte_count;
    char32_t c = character.code_point;
    if (c >= 'A' && c <= 'Z') c += 32;
    c = WithoutAccent(c);
    if (IsPassedOver(c)) continue;
    if (!IsKept(c)) {
      wants_space = !folded.empty();
      continue;
    }
    if (wants_space) folded += ' ';
    wants_space = false;
    AppendUtf8(c, folded);
  }
  return folded;
}

TitleSearch::TitleSearch(std::span<const std::string> titles, std::span<const uint8_t> importance)
    : importance_(importance.begin(), importance.end()) {
  folded_.reserve(titles.size());
  for (const std::string& title : titles) folded_.push_back(FoldForSearch(title));
}

std::vector<uint32_t> TitleSearch::Find(std::string_view typed, size_t limit) const {
  const std::string wanted = FoldForSearch(typed);
  std::vector<Found> found;
  for (uint32_t item = 0; !wanted.empty() && item < folded_.size(); ++item) {
    const int rank = RankOf(wanted, folded_[item]);
    if (rank >= 0) found.push_back({rank, importance_[item], folded_[item].size(), item});
  }
  return Best(std::move(found), limit);
}

std::vector<uint32_t> TitleSearch::FindByWords(std::string_view typed, size_t limit) const {
  const std::string folded = FoldForSearch(typed);
  std::vector<std::string_view> wanted;
  for (const std::string_view word : WordsOf(folded)) {
    if (word.size() > 2 &&
        std::find(std::begin(kEmptyWords), std::end(kEmptyWords), word) == std::end(kEmptyWords)) {
      // The stem of a plural finds the singular.
      wanted.push_back(word.size() > 4 && word.back() == 's' ? word.substr(0, word.size() - 1)
                                                             : word);
    }
  }
  std::vector<Found> found;
  for (uint32_t item = 0; !wanted.empty() && item < folded_.size(); ++item) {
    int shared = 0;
    for (const std::string_view title_word : WordsOf(folded_[item])) {
      shared += std::any_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
        return title_word.starts_with(word) && title_word.size() <= word.size() + 2;
      });
    }
    if (shared > 0) found.push_back({-shared, importance_[item], folded_[item].size(), item});
  }
  return Best(std::move(found), limit);
}

}  // namespace meander
