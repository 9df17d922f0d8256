// See word_vectors.h.
#include "net/attribution/word_vectors.h"

namespace meander {

Result<std::vector<double>> ReadUnit(Encoder& encoder, std::span<const int32_t> ids) {
  std::vector<float> unit(kWidth);
  TRY_VOID(encoder.Encode(ids, unit));
  return std::vector<double>(unit.begin(), unit.end());
}

Result<std::unique_ptr<WordVectors>> MakeWordVectors(const Insight& insight, const UnitText& text,
                                                     const VectorOptions& options) {
  if (options.depth < VectorOptions::kFromText || options.depth > kLayerCount) {
    return Fail(ErrorCode::kInvalidInput, "The encoder has layers 0 to 6.");
  }
  switch (options.method) {
    case PairMethod::kExact:
      return MakeExactVectors(insight, text, options.depth < 0 ? kLayerCount : options.depth);
    case PairMethod::kOcclusion:
      return MakeOcclusionVectors(insight, text, options.depth, options.hide);
    case PairMethod::kShapley:
      return MakeShapleyVectors(insight, text, options);
    case PairMethod::kIntegrated:
      return MakeIntegratedVectors(insight, text, options);
  }
  return Fail(ErrorCode::kInvalidInput, "There is no such method.");
}

}  // namespace meander
