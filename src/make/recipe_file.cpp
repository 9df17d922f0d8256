// See recipe_file.h.
#include "make/recipe_file.h"

namespace meander {

Result<Json> ReadWholeRecipe(const std::filesystem::path& project,
                             const std::filesystem::path& file,
                             const std::vector<const char*>& lists) {
  TRY(Json recipe, ReadRecipe(file));
  if (!recipe.is_object() || !recipe.contains("adds_to")) return recipe;
  TRY(const std::string other, JsonText(recipe, "adds_to"));
  TRY(Json whole, ReadRecipe(project / other));
  for (const char* name : lists) {
    TRY(const Json* before, JsonArray(whole, name));
    TRY(const Json* after, JsonArray(recipe, name));
    Json both = *before;
    for (const Json& one : *after) both.push_back(one);
    recipe[name] = std::move(both);
  }
  for (const auto& [field, value] : recipe.items()) {
    if (value.is_object() && whole.contains(field) && whole[field].is_object()) {
      for (const auto& [inner, one] : value.items()) whole[field][inner] = one;
    } else {
      whole[field] = value;
    }
  }
  return whole;
}

}  // namespace meander
