// See lines_recipe.h.
#include "make/lines_recipe.h"

#include <algorithm>

#include "make/recipe_file.h"

namespace meander {
namespace {

Result<void> Thin(const Json& thinned, Json& sources) {
  for (const auto& [folder, most] : thinned.items()) {
    const auto source = std::ranges::find_if(sources, [&folder = folder](const Json& each) {
      return each.is_object() && each.contains("folder") && each["folder"] == folder;
    });
    if (source == sources.end()) {
      return Fail(ErrorCode::kInvalidInput,
                  "The recipe thins " + folder + ", which the one it adds to does not have.");
    }
    (*source)["most"] = most;
  }
  return {};
}

}  // namespace

Result<Json> ReadLinesRecipe(const std::filesystem::path& project,
                             const std::filesystem::path& file) {
  TRY(Json whole, ReadWholeRecipe(project, file, {"sources"}));
  if (whole.is_object() && whole.contains("adds_to") && whole.contains("thinned")) {
    TRY(const Json* thinned, JsonObject(whole, "thinned"));
    TRY_VOID(Thin(*thinned, whole["sources"]));
  }
  return whole;
}

Result<std::string> ReadLicence(const Json& recipe, const std::filesystem::path& sources) {
  if (!recipe.contains("licence")) return std::string();
  TRY(const Json* licence, JsonObject(recipe, "licence"));
  TRY(std::string text, JsonText(*licence, "says"));
  TRY(const Json* files, JsonArray(*licence, "files"));
  for (const Json& name : *files) {
    if (!name.is_string()) {
      return Fail(ErrorCode::kInvalidInput, "The recipe's licence files are names.");
    }
    TRY(const std::string words, ReadTextFile(sources / name.get<std::string>()));
    text += "\n\n---- " + name.get<std::string>() + "\n\n" + words;
  }
  return text;
}

}  // namespace meander
