// Any bytes as typed text: normalised and repaired without a crash, every range inside the text.
#include <cstdlib>

#include "base/utf8.h"
#include "text/normalize.h"

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
  return 0;
}
