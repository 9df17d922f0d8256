// See neuron_sections.h.
#include "pack/neuron_sections.h"

#include "pack/damaged.h"

namespace meander {

std::vector<uint8_t> WriteSurvey(const NeuronSurvey& survey) {
  ByteWriter out;
  for (const uint32_t number : {survey.articles, survey.lines, survey.texts, survey.words}) {
    out.PutVarint(number);
  }
  return out.Take();
}

Result<NeuronSurvey> ReadSurvey(ByteSpan bytes) {
  ByteReader in(bytes);
  NeuronSurvey survey;
  bool fits = true;
  for (uint32_t* number : {&survey.articles, &survey.lines, &survey.texts, &survey.words}) {
    const uint64_t value = in.GetVarint();
    fits &= value <= UINT32_MAX;
    *number = static_cast<uint32_t>(value);
  }
  if (!in.ok() || !in.AtEnd() || !fits) return DamagedSection("the survey has the wrong length");
  return survey;
}

}  // namespace meander
