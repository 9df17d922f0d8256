// Any bytes as every section of a pack of photos: an answer, never a crash; what was accepted is
// written back as something that is accepted and the same.
#include <algorithm>
#include <cstdlib>

#include "pack/photo_sections.h"

namespace {

void Hold(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace meander;
  const ByteSpan bytes(data, size);
  if (const auto side = ReadShownPhoto(bytes)) Hold(*side >= 1 && *side <= kMostShownSide);
  const auto count = static_cast<uint32_t>(size / kPhotoFactBytes);
  if (const auto facts = ReadPhotoFacts(bytes, count)) {
    const auto once = WritePhotoFacts(*facts);
    Hold(std::equal(once.begin(), once.end(), bytes.begin(), bytes.end()));
  }
  if (const auto answers = ReadKnownAnswers(bytes)) {
    const auto once = WriteKnownAnswers(*answers);
    const auto again = ReadKnownAnswers(once);
    Hold(again && WriteKnownAnswers(*again) == once);
  }
  if (const auto sheets = ReadIconSheets(bytes)) {
    const auto once = WriteIconSheets(*sheets);
    const auto again = ReadIconSheets(once);
    Hold(again && WriteIconSheets(*again) == once);
  }
  return 0;
}
