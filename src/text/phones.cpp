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

bool IsOneOf(uint8_t phone, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (PhoneNamed(name) == phone) return true;
  }
  return false;
}

std::string WithPlural(std::string stem) {
  const auto last = static_cast<uint8_t>(stem.back());
  if (IsOneOf(last, {"S", "Z", "SH", "ZH", "CH", "JH"})) {
    stem += {static_cast<char>(PhoneNamed("IH0")), static_cast<char>(PhoneNamed("Z"))};
  } else {
    stem += static_cast<char>(PhoneNamed(IsOneOf(last, {"P", "T", "K", "F", "TH"}) ? "S" : "Z"));
  }
  return stem;
}

std::string WithPast(std::string stem) {
  const auto last = static_cast<uint8_t>(stem.back());
  if (IsOneOf(last, {"T", "D"})) {
    stem += {static_cast<char>(PhoneNamed("IH0")), static_cast<char>(PhoneNamed("D"))};
  } else {
    const bool is_soft = IsOneOf(last, {"P", "K", "F", "TH", "S", "SH", "CH"});
    stem += static_cast<char>(PhoneNamed(is_soft ? "T" : "D"));
  }
  return stem;
}

// The word's stem as the book has it, with an ending that the book does not have on it.
std::string ByStem(const PhoneBook& book, std::string_view word) {
  const auto stem = [&](size_t cut, std::string_view tail = "") -> std::string {
    if (word.size() < cut + 2) return "";
    return std::string(book.Find(std::string(word.substr(0, word.size() - cut)).append(tail)));
  };
  const auto append = [](std::string phones, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) phones += static_cast<char>(PhoneNamed(name));
    return phones;
  };
  std::string found;
  if (word.ends_with("'s") && !(found = stem(2)).empty()) return WithPlural(found);
  if (word.ends_with("ies") && !(found = stem(3, "y")).empty()) return WithPlural(found);
  if (word.ends_with("es") && !(found = stem(2)).empty()) return WithPlural(found);
  if (word.ends_with('s') && !word.ends_with("ss") && !(found = stem(1)).empty()) {
    return WithPlural(found);
  }
  if (word.ends_with("ied") && !(found = stem(3, "y")).empty()) return WithPast(found);
  if (word.ends_with("ed")) {
    if (!(found = stem(1)).empty() || !(found = stem(2)).empty()) return WithPast(found);
  }
  if (word.ends_with("ing")) {
    found = stem(3);
    if (found.empty()) found = stem(3, "e");
    if (!found.empty()) return append(found, {"IH0", "NG"});
  }
  if (word.ends_with("ly") && !(found = stem(2)).empty()) return append(found, {"L", "IY0"});
  if (word.ends_with("ness") && !(found = stem(4)).empty()) return append(found, {"N", "AH0", "S"});
  if (word.ends_with("less") && !(found = stem(4)).empty()) return append(found, {"L", "AH0", "S"});
  if (word.starts_with("un") && word.size() > 4) {
    found = std::string(book.Find(word.substr(2)));
    if (!found.empty()) return append("", {"AH2", "N"}) + found;
  }
  return "";
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
