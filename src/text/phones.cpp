// See phones.h.
#include "text/phones.h"

#include <array>

#include "base/hash.h"
#include "text/letter_rules.h"

namespace meander {
namespace {

constexpr size_t kLongestGram = 3;
constexpr size_t kLongestWord = 60;  // letters that are read of a word

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<std::string_view, 10> kDigits = {"zero", "one", "two",   "three", "four",
                                                      "five", "six", "seven", "eight", "nine"};

// The letter that a character of Latin-1's upper half is written over, or that Windows' and
// typesetters' apostrophe stands for; `bytes`: how many it takes. 0: none.
char BaseLetter(std::string_view text, size_t at, size_t& bytes) {
  bytes = 1;
  const char c = text[at];
  if (IsLetter(c) || c == '\'') return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (text.substr(at).starts_with("\u2019")) {
    bytes = 3;
    return '\'';
  }
  if (static_cast<uint8_t>(c) != 0xC3 || at + 1 >= text.size()) return 0;
  // À … ÿ, a row a case.
  constexpr std::string_view kBases =
      "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty";
  const auto index = static_cast<size_t>(static_cast<uint8_t>(text[at + 1])) - 0x80;
  if (index >= kBases.size() || kBases[index] == '.') return 0;
  bytes = 2;
  return kBases[index];
}

struct FoundWord {
  uint32_t begin, end;
  std::string letters;  // small, with apostrophes inside
};

std::vector<FoundWord> FindWords(std::string_view text) {
  std::vector<FoundWord> words;
  size_t at = 0;
  while (at < text.size()) {
    size_t bytes = 1;
    if (IsDigit(text[at])) {
      words.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1),
                       std::string(kDigits[static_cast<size_t>(text[at] - '0')])});
      ++at;
      continue;
    }
    FoundWord word{static_cast<uint32_t>(at), static_cast<uint32_t>(at), ""};
    size_t apostrophes = 0;  // at the end so far; not the word's unless a letter follows
    while (at < text.size()) {
      const char letter = BaseLetter(text, at, bytes);
      if (letter == 0 || (letter == '\'' && word.letters.empty())) break;
      at += bytes;
      word.letters += letter;
      apostrophes = letter == '\'' ? apostrophes + 1 : 0;
      if (letter != '\'') word.end = static_cast<uint32_t>(at);
    }
    word.letters.resize(word.letters.size() - apostrophes);
    if (word.letters.empty()) {
      at += bytes;
      continue;
    }
    if (word.letters.size() > kLongestWord) word.letters.resize(kLongestWord);
    words.push_back(std::move(word));
  }
  return words;
}

// Phones by their bytes: see phone_book.h.
constexpr uint8_t kD = 3, kL = 10, kN = 12, kNg = 13, kS = 16, kT = 18, kZ = 23, kAh = 31, kIh = 52,
                  kIy = 55;
constexpr std::string_view kHissing = "\x10\x17\x11\x18\x02\x08";            // S Z SH ZH CH JH
constexpr std::string_view kVoiceless = "\x0E\x12\x09\x05\x13\x10\x11\x02";  // P T K F TH S SH CH
constexpr std::string_view kStopped = "\x12\x03";                            // T D

enum class Tail : uint8_t { kPlural, kPast, kIng, kLy, kNess, kLess };

// Hangs an ending on the phones of a stem.
void Hang(Tail tail, std::string& phones) {
  const char last = phones.back();
  const auto is_in = [&](std::string_view set) { return set.find(last) != std::string_view::npos; };
  const auto add = [&](std::initializer_list<uint8_t> more) {
    for (const uint8_t phone : more) phones += static_cast<char>(phone);
  };
  switch (tail) {
    case Tail::kPlural:
      if (is_in(kHissing)) add({kIh});
      return add({!is_in(kHissing) && is_in(kVoiceless) ? kS : kZ});
    case Tail::kPast:
      if (is_in(kStopped)) add({kIh});
      return add({!is_in(kStopped) && is_in(kVoiceless) ? kT : kD});
    case Tail::kIng:
      return add({kIh, kNg});
    case Tail::kLy:
      return add({kL, kIy});
    case Tail::kNess:
      return add({kN, kAh, kS});
    case Tail::kLess:
      return add({kL, kAh, kS});
  }
}

// An ending that the book may not have on a word: without it, and with `instead` in its place, the
// stem is looked up.
struct Ending {
  std::string_view letters, instead;
  Tail tail;
};
constexpr Ending kEndings[] = {
    {"'s", "", Tail::kPlural}, {"ies", "y", Tail::kPlural}, {"es", "", Tail::kPlural},
    {"s", "", Tail::kPlural},  {"ied", "y", Tail::kPast},   {"ed", "e", Tail::kPast},
    {"ed", "", Tail::kPast},   {"ing", "", Tail::kIng},     {"ing", "e", Tail::kIng},
    {"ly", "", Tail::kLy},     {"ness", "", Tail::kNess},   {"less", "", Tail::kLess}};

// The word's stem as the book has it, with an ending that the book does not have on it.
std::string ByStem(const PhoneBook& book, std::string_view word) {
  for (const Ending& ending : kEndings) {
    const bool is_double = ending.letters == "s" && word.ends_with("ss");
    if (is_double || word.size() < ending.letters.size() + 2) continue;
    if (!word.ends_with(ending.letters)) continue;
    std::string stem(word.substr(0, word.size() - ending.letters.size()));
    stem += ending.instead;
    std::string phones(book.Find(stem));
    if (phones.empty()) continue;
    Hang(ending.tail, phones);
    return phones;
  }
  if (!word.starts_with("un") || word.size() <= 4) return "";
  std::string phones(book.Find(word.substr(2)));
  if (phones.empty()) return "";
  return std::string{static_cast<char>(kAh + 2), static_cast<char>(kN)} + phones;
}

std::string PhonesOf(const PhoneBook& book, std::string_view word) {
  if (const std::string_view known = book.Find(word); !known.empty()) return std::string(known);
  if (std::string phones = ByStem(book, word); !phones.empty()) return phones;
  return PhonesByRule(word);
}

}  // namespace

std::vector<SpokenWord> Speak(const PhoneBook& book, std::string_view text) {
  std::vector<SpokenWord> spoken;
  for (const FoundWord& word : FindWords(text)) {
    spoken.push_back({word.begin, word.end, PhonesOf(book, word.letters)});
  }
  return spoken;
}

std::vector<GramCount> SoundGrams(std::span<const SpokenWord> words) {
  std::vector<uint32_t> phones;
  for (const SpokenWord& word : words) {
    for (const char phone : word.phones)
      phones.push_back(WithoutStress(static_cast<uint8_t>(phone)));
  }
  GramCounter counter;
  for (size_t length = 1; length <= kLongestGram; ++length) {
    for (size_t at = 0; at + length <= phones.size(); ++at) {
      counter.Add(std::span(phones).subspan(at, length));
    }
  }
  return counter.Take();
}

std::string RhymeOf(std::string_view phones) {
  size_t from = std::string_view::npos;
  bool is_stressed = false;
  for (size_t i = 0; i < phones.size(); ++i) {
    const auto phone = static_cast<uint8_t>(phones[i]);
    if (!IsVowel(phone)) continue;
    if (StressOf(phone) == 0 && is_stressed) continue;
    is_stressed = StressOf(phone) != 0;
    from = i;
  }
  if (from == std::string_view::npos) return "";
  std::string rhyme(phones.substr(from));
  for (char& phone : rhyme) phone = static_cast<char>(WithoutStress(static_cast<uint8_t>(phone)));
  return rhyme;
}

uint32_t RhymeNumber(std::string_view rhyme) {
  if (rhyme.empty()) return 0;
  const auto number = static_cast<uint32_t>(Hash64(AsBytes(rhyme)));
  return number == 0 ? 1 : number;
}

std::string NamesOfPhones(std::string_view phones) {
  std::string names;
  for (const char phone : phones) {
    if (!names.empty()) names += ' ';
    names += NameOfPhone(static_cast<uint8_t>(phone));
  }
  return names;
}

}  // namespace meander
