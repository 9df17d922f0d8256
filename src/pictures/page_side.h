// The blocks of the column beside the stage, those that stand in a file of their own.
#pragma once

#include "pictures/page_parts.h"

namespace meander {

// Groups, and why a rather than b.
PageNode PictureWhyPart(const PicturesState& state);
// How many groups, and whether an earlier layer's flow in.
PageNode PictureGroupCountPart(const PicturesState& state);
// The pinned group's effect on each kind; what an earlier layer's groups bring (FlowSeen has it).
PageNode PictureEffectsPart(const PicturesState& state);
PageNode PictureSourcesPart(const PicturesState& state);
// The same for the list twin: every strand, what goes past, what there is in all.
PageNode FlowTable(const PicturesState& state);
// What can be done with the pinned group, or the first.
void AddChosenGroup(const PicturesState& state, PageNode& block);
// What a place is made of.
PageNode PicturePlacePart(const PicturesState& state);
PageNode PictureEntriesPart(const PicturesState& state);
PageNode PictureMadeFromPart(const PicturesState& state);
PageNode PictureFeedsPart(const PicturesState& state);
// Which channels speak for it, and the quick guess beside the truth.
PageNode PictureChannelsPart(const PicturesState& state);
PageNode PictureQuickPart(const PicturesState& state);
// Ways of weighing, by how soon they find what matters.
PageNode PictureRacePart(const PicturesState& state);
PageNode PicturePiecesPart(const PicturesState& state);
// One channel: where it fires, its neighbours, its address.
PageNode PictureUnitPart(const PicturesState& state);
PageNode PictureUnitLinkPart(const PicturesState& state);
PageNode PictureOtherUnitsPart(const PicturesState& state);

}  // namespace meander
