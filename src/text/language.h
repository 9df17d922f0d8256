// A cheap guess whether typed text is English, the language the encoder reads: it only decides
// whether the page says so beside the answer, never whether there is one.
#pragma once

#include <string_view>

#include "text/word_piece.h"

namespace meander {

// False when most letters are not Latin, or when a text of four words or more falls to pieces (many
// word pieces a word) and holds none of the commonest English words.
bool LooksEnglish(const WordPiece& pieces, std::string_view text);

}  // namespace meander
