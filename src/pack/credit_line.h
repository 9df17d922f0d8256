// Whose sounds these are, in one line that can be pasted beneath a beat.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "pack/sound_sections.h"

namespace meander {

struct CreditedSound {
  uint32_t item = 0;
  std::string name;
  Licence licence = Licence::kCc0;
};

// "Boot on stairs, Door by X, CC0-1.0 (package 1.2); Rain on tin, public domain (package 2)": what
// is one maker's under the same terms and from the same package stands together, in the order of
// the first of them.
std::string CreditLineOf(const Credits& credits, std::span<const CreditedSound> sounds);
// "X, Y (CC0-1.0), Z (CC-BY-SA-3.0)": makers alone, and packages where none is known.
std::string MakersOf(const Credits& credits, std::span<const CreditedSound> sounds);

}  // namespace meander
