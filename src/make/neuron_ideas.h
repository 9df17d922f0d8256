// The map of ideas as a pack of neurons carries it along: places, and vectors in few bytes.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "make/open_model.h"
#include "pack/idea_sections.h"
#include "pack/neuron_sections.h"

namespace meander {

struct CarriedIdeas {
  IdeaPlaces places;
  IdeaCodes codes;
  // Of a sample of the windows, those of articles and those of lines: the share that the codes
  // place within a fortieth of the map's width of where the whole vectors do. 1 where there are
  // none.
  double same_place_articles = 1, same_place_lines = 1;
};
// nullopt: `articles` is the folder of a pack without a map, or of another encoder's.
Result<std::optional<CarriedIdeas>> CarryIdeas(const std::filesystem::path& articles,
                                               const KnownWindows& windows,
                                               const OpenedModel& model, int threads,
                                               const std::function<bool(double share)>& progress);

}  // namespace meander
