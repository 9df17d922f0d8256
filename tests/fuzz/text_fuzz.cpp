// Any bytes as typed text: normalised and repaired without a crash, every range inside the text.
#include <cstdlib>

#include "base/utf8.h"
#include "text/normalize.h"
#include "text/phones.h"
#include "text/spelling.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<NormalizedCharacter> characters;
  AppendNormalized(text, 0, size, characters);
  for (const NormalizedCharacter& character : characters) {
    if (character.begin >= character.end || character.end > size) std::abort();
  }
  const std::string repaired = RepairUtf8(text);
  if (RepairUtf8(repaired) != repaired) std::abort();
  uint32_t end = 0;
  for (const SpokenWord& word : Speak(PhoneBook(), text)) {
    if (word.begin < end || word.begin >= word.end || word.end > size) std::abort();
    end = word.end;
    for (const char phone : word.phones) {
      if (NameOfPhone(static_cast<uint8_t>(phone)).empty()) std::abort();
    }
    RhymeOf(word.phones);
  }
  for (const GramCount& gram : SpellingGrams(text)) {
    if (gram.bucket >= kGramBuckets || gram.count == 0) std::abort();
  }
  return 0;
}
