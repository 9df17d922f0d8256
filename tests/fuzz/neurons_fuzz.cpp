// Any bytes as every section of a pack of neurons: an answer, never a crash; what was accepted is
// written back as something that is accepted and the same.
#include <cstdlib>

#include "pack/idea_sections.h"
#include "pack/neuron_sections.h"

namespace {

using namespace meander;

void Hold(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const ByteSpan bytes(data, size);
  if (const auto survey = ReadSurvey(bytes)) {
    const auto once = WriteSurvey(*survey);
    const auto again = ReadSurvey(once);
    Hold(again && WriteSurvey(*again) == once);
  }
  const auto windows = ReadWindows(bytes);
  if (windows) {
    const auto once = WriteWindows(*windows);
    const auto again = ReadWindows(once);
    Hold(again && WriteWindows(*again) == once);
  }
  const auto neurons = ReadNeurons(bytes, static_cast<uint32_t>(size / kNeuronBytes));
  if (neurons) {
    const auto once = WriteNeurons(*neurons);
    const auto again = ReadNeurons(once, static_cast<uint32_t>(neurons->size()));
    Hold(again && WriteNeurons(*again) == once);
    if (windows) (void)CheckContexts(*neurons, *windows);
  }
  if (const auto places = ReadIdeaPlaces(bytes)) {
    Hold(WriteIdeaPlaces(*ReadIdeaPlaces(WriteIdeaPlaces(*places))) == WriteIdeaPlaces(*places));
  }
  if (const auto ideas = ReadIdeaCodes(bytes, "e")) {
    const auto once = WriteIdeaCodes(*ideas, "e");
    const auto again = ReadIdeaCodes(once, "e");
    Hold(again && WriteIdeaCodes(*again, "e") == once);
    const std::vector<float> unit(ideas->book.dim, 1);
    for (const Neighbor& one : ideas->Nearest(unit, 3)) Hold(one.item < ideas->titles.size());
  }
  if (const auto anchors = ReadAnchors(bytes, "e")) {
    const auto once = WriteAnchors(*anchors, "e");
    const auto again = ReadAnchors(once, "e");
    Hold(again && WriteAnchors(*again, "e") == once);
    const std::vector<double> state(anchors->book.dim, 1);
    const AnchorFound found = anchors->Nearest(anchors->means.size() - 1, state);
    Hold(found.anchor < anchors->words.size());
  }
  return 0;
}
