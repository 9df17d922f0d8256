// What ./meander see is asked, read and checked before anything is looked at.
#pragma once

#include <optional>
#include <string>

#include "cli/given_options.h"
#include "cli/see_photo.h"

namespace meander {

enum class SeeMethod { kExact, kIntegrated, kGradient, kOcclusion, kLime };
const char* NameOfMethod(SeeMethod method);
inline bool IsAtPicture(SeeMethod method) {
  return method == SeeMethod::kOcclusion || method == SeeMethod::kLime;
}

struct SeeAsked {
  bool has_layer = false;  // --layer
  int tensor = 0;          // where an attribution, a layer or groups are
  int groups = 0;          // --nmf; 0: none
  int stability = 0;       // chance starts of groups
  int flow_from = -1;      // the tensor whose groups flow through these; -1: none
  int flow_groups = 4;
  bool attributes = false;
  std::string classes;  // of --attribute
  SeeMethod method = SeeMethod::kExact;
  int steps = 32, samples = 200;
  uint64_t seed = 1;
  bool ghost = false, race = false;
  std::string cover;  // "grey", "blurred"; empty: each method's own
};
// kInvalidInput with one sentence for what does not go together.
Result<SeeAsked> ReadSeeAsked(const GivenOptions& given);

}  // namespace meander
