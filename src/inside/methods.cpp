// See methods.h.
#include "inside/methods.h"

#include "canvas/words.h"

namespace meander {
namespace {

struct Said {
  std::string_view key, name, note, how;
};
constexpr Said kMethods[kWordMethods] = {
    {"leaving-out", words::kMethodLeavingOut, words::kMethodLeavingOutNote,
     words::kMethodLeavingOutHow},
    {"lime", words::kMethodLime, words::kMethodLimeNote, words::kMethodLimeHow},
    {"shapley", words::kMethodShapley, words::kMethodShapleyNote, words::kMethodShapleyHow},
    {"gradient", words::kMethodGradient, words::kMethodGradientNote, words::kMethodGradientHow},
    {"ig", words::kMethodSummed, words::kMethodSummedNote, words::kMethodSummedHow},
    {"rollout", words::kMethodAttention, words::kMethodAttentionNote, words::kMethodAttentionHow},
};
const Said& Of(InsideWordMethod method) { return kMethods[static_cast<size_t>(method)]; }

}  // namespace

std::string_view MethodName(InsideWordMethod method) { return Of(method).name; }
std::string_view MethodNote(InsideWordMethod method) { return Of(method).note; }
std::string_view MethodHow(InsideWordMethod method) { return Of(method).how; }
std::string_view MethodKey(InsideWordMethod method) { return Of(method).key; }

std::optional<InsideWordMethod> MethodOf(std::string_view key) {
  for (int i = 0; i < kWordMethods; ++i) {
    if (kMethods[i].key == key) return static_cast<InsideWordMethod>(i);
  }
  return std::nullopt;
}

std::string_view PairWayName(PairWay way, int layer) {
  switch (way) {
    case PairWay::kBest:
      return layer == kLastLayer ? words::kWayExact : words::kMethodSummed;
    case PairWay::kLeavingOut:
      return words::kMethodLeavingOut;
    case PairWay::kFairShares:
      return words::kMethodShapley;
  }
  return {};
}

std::string_view PairWayHow(PairWay way, int layer) {
  switch (way) {
    case PairWay::kBest:
      return layer == kLastLayer ? words::kWayExactHow : words::kMethodSummedHow;
    case PairWay::kLeavingOut:
      return words::kMethodLeavingOutHow;
    case PairWay::kFairShares:
      return words::kMethodShapleyHow;
  }
  return {};
}

}  // namespace meander
