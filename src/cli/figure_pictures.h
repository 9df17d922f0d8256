// A figure's pictures: as large as it is, for letters, and what its Play will ask for.
#pragma once

#include <cstdint>
#include <vector>

#include "canvas/share_text.h"
#include "cli/still_sizes.h"
#include "cli/still_stage.h"

namespace meander {

// Whether the live chart is all of a figure, but for what lies over it.
bool FillsItsFrame(const StillStage& stage);
// As large as the figure: the live chart where that fills it, else what Share saves, which stands
// where the live one will.
Result<Picture> PosterPicture(StillStage& stage, ShareSize size, float scale, ThemeKind theme);
// Presses what Play leads to, one after another, so that all of it is asked.
void GoAsPlayDoes(StillStage& stage, const Stills& stills);
// 1200 × 630 with a palette, as light as a letter asks for; says title, words and address.
Result<std::vector<uint8_t>> LetterPng(StillStage& stage, const ShareFigure& figure);
Result<std::vector<uint8_t>> LetterGif(StillStage& stage);

}  // namespace meander
