// The contents of the sections a pack of neurons is made of: an item is one feed-forward neuron of
// the encoder, layer by layer. Readers check all counts, indices and text and answer kCorrupt
// rather than trust a checksum.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

// "survey", a stream, first view: what was read to make the pack. Four varints.
inline constexpr std::string_view kSurveySection = "survey";

struct NeuronSurvey {
  uint32_t articles = 0;  // whose first sentences were read
  uint32_t lines = 0;     // of the sentence corpus; 0 where there was none
  uint32_t texts = 0;     // sentences and lines, each read alone
  uint32_t words = 0;     // pieces of all of them, without the two marks
};
std::vector<uint8_t> WriteSurvey(const NeuronSurvey& survey);
Result<NeuronSurvey> ReadSurvey(ByteSpan bytes);

}  // namespace meander
