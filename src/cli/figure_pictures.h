// A figure's pictures for letters: one still, one that moves.
#pragma once

#include <cstdint>
#include <vector>

#include "canvas/share_text.h"
#include "cli/still_sizes.h"
#include "cli/still_stage.h"

namespace meander {

// As the live chart is now; a room whose chart alone is no picture of its state is set as a whole,
// in this size.
Result<Picture> PosterPicture(StillStage& stage, const Stills& stills, ShareSize size, float scale,
                              ThemeKind theme);
// 1200 × 630 with a palette, as light as a letter asks for; says title, words and address.
Result<std::vector<uint8_t>> LetterPng(StillStage& stage, const ShareFigure& figure);
Result<std::vector<uint8_t>> LetterGif(StillStage& stage);

}  // namespace meander
