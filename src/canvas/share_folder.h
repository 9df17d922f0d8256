// The texts among the files of a whole hand-over, alike from the Share dialog and from
// `./meander figure`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canvas/share_text.h"

namespace meander {

struct HandOverText {
  std::string_view file;  // "component.html"
  std::string text;
};
// What is pasted where code is let in and where it is not, what goes into letters, and the same as
// data. `lettered`: the figure with the picture of a letter.
std::vector<HandOverText> HandOverTexts(const ShareFigure& figure, const ShareFigure& lettered,
                                        const ShareChoices& choices);

}  // namespace meander
