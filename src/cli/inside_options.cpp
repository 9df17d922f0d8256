// See inside_options.h.
#include "cli/inside_options.h"

namespace meander {

Result<std::unique_ptr<OpenedInsight>> OpenedInsight::Open(bool ghost, uint64_t seed) {
  TRY(OpenedModel model, OpenModel(DefaultModelFolder()));
  std::unique_ptr<OpenedInsight> opened(new OpenedInsight(std::move(model)));
  if (ghost) {
    TRY(opened->ghost_, MakeGhost(opened->model_.weights, seed));
  }
  opened->encoder_.emplace(opened->weights());
  return opened;
}

Json UnitTexts(const UnitText& text) {
  Json texts = Json::array();
  for (const TextUnit& unit : text.units) texts.push_back(unit.text);
  return texts;
}

Json PieceIds(const UnitText& text) {
  Json ids = Json::array();
  for (const TextUnit& unit : text.units) {
    Json of_unit = Json::array();
    for (uint32_t piece = unit.first_piece; piece < unit.one_past_pieces; ++piece) {
      of_unit.push_back(text.ids[piece]);
    }
    ids.push_back(of_unit);
  }
  return ids;
}

}  // namespace meander
