// See json_reader.h. With exceptions off nlohmann aborts on a wrong type, so every access is
// checked before it is made.
#include "base/json_reader.h"

namespace meander {
namespace {

// The library's parser recurses, so depth is bounded before it sees the text.
bool TooDeep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (depth > 64) return true;
  }
  return false;
}

Result<const Json*> Field(const Json& object, const char* field) {
  if (!object.is_object() || !object.contains(field)) {
    return Fail(ErrorCode::kCorrupt, std::string("The field \"") + field + "\" is missing.");
  }
  return &object.find(field).value();
}

std::unexpected<Error> WrongType(const char* field, const char* wanted) {
  return Fail(ErrorCode::kCorrupt,
              std::string("The field \"") + field + "\" is not " + wanted + ".");
}

}  // namespace

Result<Json> ParseJson(std::string_view text, std::string_view what) {
  if (TooDeep(text)) {
    return Fail(ErrorCode::kCorrupt, std::string(what) + " is nested too deeply to be read.");
  }
  Json value = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded()) {
    return Fail(ErrorCode::kCorrupt, std::string(what) + " is not valid JSON.");
  }
  return value;
}

Result<std::string> JsonText(const Json& object, const char* field) {
  TRY(const Json* value, Field(object, field));
  if (!value->is_string()) return WrongType(field, "a text");
  return value->get<std::string>();
}

Result<double> JsonNumber(const Json& object, const char* field) {
  TRY(const Json* value, Field(object, field));
  if (!value->is_number()) return WrongType(field, "a number");
  return value->get<double>();
}

Result<int64_t> JsonInteger(const Json& object, const char* field) {
  TRY(const Json* value, Field(object, field));
  if (!value->is_number_integer()) return WrongType(field, "a whole number");
  return value->get<int64_t>();
}

Result<const Json*> JsonArray(const Json& object, const char* field) {
  TRY(const Json* value, Field(object, field));
  if (!value->is_array()) return WrongType(field, "a list");
  return value;
}

Result<const Json*> JsonObject(const Json& object, const char* field) {
  TRY(const Json* value, Field(object, field));
  if (!value->is_object()) return WrongType(field, "an object");
  return value;
}

std::string WriteJson(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace meander
