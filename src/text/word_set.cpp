// See word_set.h.
#include "text/word_set.h"

#include <algorithm>
#include <string>

#include "base/sort.h"

namespace meander {
namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
// Every byte beyond ASCII counts as a letter of some kind.
bool IsLetter(char c) {
  return IsUpper(c) || (c >= 'a' && c <= 'z') || static_cast<uint8_t>(c) >= 0x80;
}
char SmallOf(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::string_view kCurly = "\u2019";

// Small letters, straight apostrophes.
std::string Plain(std::string_view word) {
  std::string plain;
  for (size_t at = 0; at < word.size(); ++at) {
    if (word.substr(at).starts_with(kCurly)) {
      plain += '\'';
      at += kCurly.size() - 1;
    } else {
      plain += SmallOf(word[at]);
    }
  }
  return plain;
}

// FNV-1a.
uint32_t Number(std::string_view plain) {
  uint32_t hash = 2166136261u;
  for (const char c : plain) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  return hash;
}

uint32_t NumberOfPlain(std::string_view plain) {
  if (plain == "she") return Number("he");
  if (plain == "her" || plain == "hers") return Number("his");
  return Number(plain);
}

void AddWord(const std::string& plain, WordSet& set) {
  struct Ending {
    std::string_view letters, word;
  };
  constexpr Ending kEndings[] = {{"n't", "not"},  {"'ll", "will"}, {"'re", "are"}, {"'m", "am"},
                                 {"'ve", "have"}, {"'d", "had"},   {"'s", "is"}};
  constexpr Ending kWhole[] = {{"won't", "will"}, {"can't", "can"}, {"shan't", "shall"}};
  for (const auto& [letters, word] : kWhole) {
    if (plain != letters) continue;
    set.push_back(Number(word));
    set.push_back(Number("not"));
    return;
  }
  if (plain == "cannot") {
    set.push_back(Number("can"));
    set.push_back(Number("not"));
    return;
  }
  for (const auto& [letters, word] : kEndings) {
    if (plain.size() <= letters.size() || !plain.ends_with(letters)) continue;
    set.push_back(NumberOfPlain(std::string_view(plain).substr(0, plain.size() - letters.size())));
    set.push_back(Number(word));
    return;
  }
  set.push_back(NumberOfPlain(plain));
}

bool IsPronounI(std::string_view word) {
  return word == "I" || word.starts_with("I'") || word.starts_with("I\u2019") || word == "O";
}

// Whether a sentence begins at `word` of `line`: nothing but signs before it since the last stop.
bool BeginsSentence(std::string_view line, std::string_view word) {
  auto at = static_cast<size_t>(word.data() - line.data());
  while (at > 0 && !IsLetter(line[at - 1])) {
    const char c = line[at - 1];
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == '"') return true;
    --at;
  }
  return at == 0;
}

}  // namespace

std::vector<std::string_view> WordsOf(std::string_view line) {
  std::vector<std::string_view> words;
  // Bytes of the sign or letter at `at`: typographic signs are those of three that begin alike.
  const auto is_sign = [&](size_t at) { return line.substr(at).starts_with("\xE2\x80"); };
  const auto is_letter = [&](size_t at) {
    return at < line.size() && IsLetter(line[at]) && !is_sign(at);
  };
  size_t at = 0;
  while (at < line.size()) {
    if (!is_letter(at)) {
      at += is_sign(at) ? std::min<size_t>(3, line.size() - at) : 1;
      continue;
    }
    size_t end = at;
    while (is_letter(end) || (end < line.size() && line[end] == '\'' && is_letter(end + 1)) ||
           (line.substr(end).starts_with(kCurly) && is_letter(end + kCurly.size()))) {
      end += is_sign(end) ? kCurly.size() : 1;
    }
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

uint32_t NumberOfWord(std::string_view word) { return Number(Plain(word)); }

void SmallWords::Note(std::string_view line) {
  for (const std::string_view word : WordsOf(line)) {
    if (!IsUpper(word[0])) numbers_.push_back(NumberOfWord(word));
  }
  // Sorted now and then, so that a long text takes no more room than its words.
  if (numbers_.size() > 2 * sorted_ + 4096) Sort();
}

void SmallWords::Sort() {
  SortNumbers(numbers_);
  const auto rest = std::ranges::unique(numbers_);
  numbers_.erase(rest.begin(), rest.end());
  sorted_ = numbers_.size();
}

bool SmallWords::Has(uint32_t number) const { return std::ranges::binary_search(numbers_, number); }

WordSet WordSetOf(std::string_view line, const SmallWords* small) {
  WordSet set;
  for (const std::string_view word : WordsOf(line)) {
    bool is_name = IsUpper(word[0]) && !IsPronounI(word);
    if (is_name && BeginsSentence(line, word)) {
      is_name = small != nullptr && !small->Has(NumberOfWord(word));
    }
    AddWord(is_name ? "\x01" : Plain(word), set);
  }
  SortNumbers(set);
  const auto rest = std::ranges::unique(set);
  set.erase(rest.begin(), rest.end());
  return set;
}

namespace {

size_t CountShared(const WordSet& a, const WordSet& b) {
  size_t shared = 0, i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    const uint32_t x = a[i], y = b[j];
    shared += x == y;
    i += x <= y;
    j += y <= x;
  }
  return shared;
}

}  // namespace

int SharedWords(const WordSet& a, const WordSet& b) {
  const size_t shared = CountShared(a, b);
  const size_t either = a.size() + b.size() - shared;
  return either == 0 ? 0 : static_cast<int>(shared * 100 / either);
}

bool AreTwins(const WordSet& a, const WordSet& b) {
  const size_t shared = CountShared(a, b);
  const size_t either = a.size() + b.size() - shared;
  const size_t shorter = std::min(a.size(), b.size());
  return shared > 0 && (shared * 2 >= either || (shorter >= 3 && shared * 5 >= shorter * 4));
}

bool HasName(std::string_view line) {
  return std::ranges::any_of(WordsOf(line), [&](std::string_view word) {
    return IsUpper(word[0]) && !IsPronounI(word) && !BeginsSentence(line, word);
  });
}

}  // namespace meander
