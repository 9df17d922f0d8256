// The names of the ways to weigh words and pairs, and what each says of itself.
#pragma once

#include <string_view>

#include "inside/state.h"

namespace meander {

std::string_view MethodName(InsideWordMethod method);
std::string_view MethodNote(InsideWordMethod method);  // "without that word"
std::string_view MethodHow(InsideWordMethod method);   // how it is worked out, a sentence
std::string_view PairWayName(PairWay way, int layer);
std::string_view PairWayHow(PairWay way, int layer);
// For actions: "leaving-out" … and back; kRollout + 1 kinds.
std::string_view MethodKey(InsideWordMethod method);
std::optional<InsideWordMethod> MethodOf(std::string_view key);
inline constexpr int kWordMethods = 6;

}  // namespace meander
