// What can be wrong with a network of the reader's own, a sentence each. The page tells a code, and
// behind a semicolon what it found (web/host/network_worker.mjs).
#include <algorithm>

#include "base/utf8.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/other_network.h"

namespace meander {
namespace {

struct NetworkFault {
  std::string_view code, sentence;
};
constexpr NetworkFault kFaults[] = {
    {"network-absent", words::kPicturesNetworkAbsent},
    {"network-card", words::kPicturesNetworkCard},
    {"network-fails", words::kPicturesNetworkFails},
    {"network-gone", words::kPicturesNetworkGone},
    {"network-inputs", words::kPicturesNetworkInputs},
    {"network-json", words::kPicturesNetworkJson},
    {"network-labels", words::kPicturesNetworkLabels},
    {"network-memory", words::kPicturesNetworkMemory},
    {"network-nan", words::kPicturesNetworkNan},
    {"network-not", words::kPicturesNetworkNot},
    {"network-operator", words::kPicturesNetworkOperator},
    {"network-output", words::kPicturesNetworkOutput},
    {"network-outside", words::kPicturesNetworkOutside},
    {"network-program", words::kPicturesNetworkProgram},
    {"network-refused", words::kPicturesNetworkRefused},
    {"network-shape", words::kPicturesNetworkShape},
    {"network-shares", words::kPicturesNetworkShares},
    {"network-stopped", words::kInsideStopped},
    {"network-type", words::kPicturesNetworkType},
};

}  // namespace

std::string NetworkFaultSentence(std::string_view code, const OtherNetwork& other) {
  const size_t end = std::min(code.find(';'), code.size());
  const std::string_view found = code.substr(std::min(end + 1, code.size()));
  const std::string whole = RepairUtf8(found);
  const auto at = std::ranges::find(kFaults, code.substr(0, end), &NetworkFault::code);
  return Fill(at == std::end(kFaults) ? words::kPicturesNetworkFails : at->sentence,
              {{"found", std::string(Utf8Prefix(whole, 200))},
               {"file", other.model.name},
               {"json", other.card.name},
               {"count", WithCommas(other.labels.size())}});
}

}  // namespace meander
