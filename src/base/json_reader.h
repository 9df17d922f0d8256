// The one door to nlohmann/json: parsing that never throws or aborts, and field access that returns
// a Result with the field's name in the sentence.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/error.h"

namespace meander {

using Json = nlohmann::ordered_json;  // ordered: what we write keeps the order we wrote it in

// `what` names the text in the error sentence ("The recipe", …). Depth is limited to 64.
Result<Json> ParseJson(std::string_view text, std::string_view what);

Result<std::string> JsonText(const Json& object, const char* field);
Result<double> JsonNumber(const Json& object, const char* field);
Result<int64_t> JsonInteger(const Json& object, const char* field);
// A pointer into `object`, an array or object respectively.
Result<const Json*> JsonArray(const Json& object, const char* field);
Result<const Json*> JsonObject(const Json& object, const char* field);

// Serialises without ever throwing: ill-formed UTF-8 becomes U+FFFD. indent -1 = one line.
std::string WriteJson(const Json& value, int indent = -1);

}  // namespace meander
