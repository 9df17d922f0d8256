// A line as its sounds: what the sound space and rhymes are made of. Phones are phone_book.h's
// bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "space/gram_code.h"
#include "text/phone_book.h"

namespace meander {

struct SpokenWord {
  uint32_t begin = 0, end = 0;  // bytes in the text
  std::string phones;
};

// The words of a text (letters with apostrophes inside, or one digit) and how each is said: by the
// book; by the book's stem and an ending ('s, s, ed, ing …); else by letter_rules.h.
std::vector<SpokenWord> Speak(const PhoneBook& book, std::string_view text);

// Runs of 1, 2 and 3 phones, without stress and across the gaps between words: "ice cream" and
// "I scream" are one.
std::vector<GramCount> SoundGrams(std::span<const SpokenWord> words);

// From the last stressed vowel on, stress dropped; from the last vowel where none is stressed;
// empty for a word without vowels. Words rhyme when this is the same.
std::string RhymeOf(std::string_view phones);
// A number for a rhyme, never 0; 0 for an empty one.
uint32_t RhymeNumber(std::string_view rhyme);

// "HH AH0 L OW1".
std::string NamesOfPhones(std::string_view phones);

}  // namespace meander
