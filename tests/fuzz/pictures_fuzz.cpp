// Fuzzes what crosses between the room that looks into pictures and its engine: accepted bytes
// must be written back alike.
#include <cstdlib>

#include "engine/pictures_messages.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const ByteSpan bytes(data, size);
  if (const auto question = ReadPicturesQuestion(bytes)) {
    const auto once = WritePicturesQuestion(*question);
    const auto again = ReadPicturesQuestion(once);
    if (!again || WritePicturesQuestion(*again) != once) std::abort();
  }
  if (const auto answer = ReadPicturesAnswer(bytes)) {
    const auto once = WritePicturesAnswer(*answer);
    const auto again = ReadPicturesAnswer(once);
    if (!again || WritePicturesAnswer(*again) != once) std::abort();
  }
  return 0;
}
