// The actions that change what is looked at, said or taken along, and what actions carry as text,
// read without trust.
#pragma once

#include <string_view>
#include <utility>

#include "canvas/whole_number.h"
#include "sentences/state.h"

namespace meander {

// "3 17" → 3 and the rest.
std::pair<int, std::string_view> StopAndRest(std::string_view text);
// A number between −100 and 100; 0 for anything that is none.
float ShareIn(std::string_view text);
// Between the ends.
bool IsStop(const SentencesState& state, int stop);

// The actions that change what is looked at, not what is wished; false: not one of them.
bool ApplyToView(SentencesState& state, std::string_view action, std::string_view argument,
                 Effects& effects);

}  // namespace meander
