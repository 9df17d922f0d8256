// See make_pack.h.
#include "make/make_pack.h"

#include "make/drawings_pack.h"
#include "make/lines_pack.h"
#include "make/neuron_pack.h"
#include "make/pictures_pack.h"
#include "make/recipe_file.h"
#include "make/sounds_pack.h"

namespace meander {

Result<void> MakePack(const MakeOptions& options) {
  TRY(const Json recipe, ReadRecipe(options.recipe));
  TRY(const std::string kind, JsonText(recipe, "kind"));
  if (kind == "neurons") return MakeNeurons(options);
  if (kind == "sounds") return MakeSounds(options);
  if (kind == "drawings") return MakeDrawings(options);
  if (kind == "photos") return MakePictures(options);
  return kind == "lines" ? MakeLines(options) : MakeIdeaMap(options);
}

}  // namespace meander
