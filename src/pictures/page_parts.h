// The parts of the room's page, each in a file of its own.
#pragma once

#include "canvas/page_parts.h"
#include "canvas/stage_parts.h"
#include "pictures/state.h"

namespace meander {

PageNode PicturesRailPart(const PicturesState& state);  // depth: seven stops and play
PageNode PicturesStagePart(const PicturesState& state, const View& view);
PageNode PicturesSidePart(const PicturesState& state, const View& view);
PageNode PicturesTrustPart(const PicturesState& state);
PageNode PicturesFigureBar(const PicturesState& state, const View& view);
PageNode PicturesListPart(const PicturesState& state);  // the views as tables and lists
// Whichever is open; PictureDialog::kNone must not be asked for.
PageNode PicturesDialogPart(const PicturesState& state);
// Under the chart: other pictures, the reader's own, and what to cut the layer into.
PageNode PicturesChoicePart(const PicturesState& state);
// Takes a file of the reader's own; `kinds` as in HTML's accept.
PageNode OwnFilePart(std::string_view key, std::string_view style, std::string_view text,
                     std::string_view kinds);
// Asks for a network of the reader's own; which one looks, once there is one.
PageNode NetworkTakePart();
PageNode NetworkPart(const PicturesState& state);
// Watching one form: the way it has come, its stills, and how to go on.
PageNode PictureGrowingPart(const PicturesState& state);
// The four picks of the sentence above the stage.
std::vector<PickList> PicturePicks(const PicturesState& state);

// "1 4 97", as "point" and "pin" read it.
std::string PictureTargetText(const PictureTarget& target);

}  // namespace meander
