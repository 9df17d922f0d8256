// How words sound: the pronunciations a pack carries, one a word. A phone is one byte, 1 to 69:
// consonants 1–24, then vowels 25–69 by threes (no stress, first, second), in the order of kPhones.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meander {

inline constexpr std::string_view kConsonants[] = {"B",  "CH", "D",  "DH", "F",  "G", "HH", "JH",
                                                   "K",  "L",  "M",  "N",  "NG", "P", "R",  "S",
                                                   "SH", "T",  "TH", "V",  "W",  "Y", "Z",  "ZH"};
inline constexpr std::string_view kVowels[] = {"AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER",
                                               "EY", "IH", "IY", "OW", "OY", "UH", "UW"};
inline constexpr uint8_t kFirstVowel = 25, kLastPhone = 69;

inline bool IsVowel(uint8_t phone) { return phone >= kFirstVowel && phone <= kLastPhone; }
// 0, 1 (first) or 2 (second); of a vowel.
inline int StressOf(uint8_t vowel) { return (vowel - kFirstVowel) % 3; }
// The vowel without its stress; other phones as they are.
inline uint8_t WithoutStress(uint8_t phone) {
  return IsVowel(phone) ? static_cast<uint8_t>(phone - (phone - kFirstVowel) % 3) : phone;
}
// "DH", "AH1"; empty for what is no phone.
std::string NameOfPhone(uint8_t phone);
// The phone of "DH", "AH" or "AH1"; 0 for what is none.
uint8_t PhoneNamed(std::string_view name);

// Words in byte order, lower case, letters and apostrophes.
class PhoneBook {
 public:
  // False, and nothing is added, unless `word` comes after every word before it.
  bool Add(std::string_view word, std::string_view phones);
  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }
  std::string_view Word(uint32_t index) const;
  std::string_view Phones(uint32_t index) const;
  // The phones of `word`, empty where the book does not have it.
  std::string_view Find(std::string_view word) const;

 private:
  struct Ends {
    uint32_t word, phones;
  };
  std::string words_, phones_;
  std::vector<Ends> ends_;
};

}  // namespace meander
