// See phone_book.h.
#include "text/phone_book.h"

#include <algorithm>
#include <iterator>

namespace meander {

std::string NameOfPhone(uint8_t phone) {
  if (phone >= 1 && phone < kFirstVowel) return std::string(kConsonants[phone - 1]);
  if (!IsVowel(phone)) return "";
  const int at = phone - kFirstVowel;
  return std::string(kVowels[at / 3]) + static_cast<char>('0' + at % 3);
}

uint8_t PhoneNamed(std::string_view name) {
  int stress = 0;
  const bool has_stress = !name.empty() && name.back() >= '0' && name.back() <= '2';
  if (has_stress) {
    stress = name.back() - '0';
    name.remove_suffix(1);
  }
  const auto* vowel = std::find(std::begin(kVowels), std::end(kVowels), name);
  if (vowel != std::end(kVowels)) {
    return static_cast<uint8_t>(kFirstVowel + 3 * (vowel - std::begin(kVowels)) + stress);
  }
  const auto* consonant = std::find(std::begin(kConsonants), std::end(kConsonants), name);
  if (has_stress || consonant == std::end(kConsonants)) return 0;
  return static_cast<uint8_t>(1 + (consonant - std::begin(kConsonants)));
}

bool PhoneBook::Add(std::string_view word, std::string_view phones) {
  if (!ends_.empty() && word <= Word(size() - 1)) return false;
  words_ += word;
  phones_ += phones;
  ends_.push_back({static_cast<uint32_t>(words_.size()), static_cast<uint32_t>(phones_.size())});
  return true;
}

std::string_view PhoneBook::Word(uint32_t index) const {
  const uint32_t begin = index == 0 ? 0 : ends_[index - 1].word;
  return std::string_view(words_).substr(begin, ends_[index].word - begin);
}

std::string_view PhoneBook::Phones(uint32_t index) const {
  const uint32_t begin = index == 0 ? 0 : ends_[index - 1].phones;
  return std::string_view(phones_).substr(begin, ends_[index].phones - begin);
}

std::string_view PhoneBook::Find(std::string_view word) const {
  uint32_t low = 0, high = size();
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (Word(middle) < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < size() && Word(low) == word ? Phones(low) : std::string_view();
}

}  // namespace meander
