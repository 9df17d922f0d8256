// The views of ./meander see that cover parts of the picture: occlusion, LIME, and races.
#pragma once

#include "cli/see_asked.h"
#include "cli/see_maps.h"

namespace meander {

// Both fill maps["shares"], [224, 224].
SeenView SeeOcclusion(Sight& sight, const ClassChoice& choice, const SeeAsked& asked);
SeenView SeeLime(Sight& sight, const ClassChoice& choice, const SeeAsked& asked);
// What becomes of the class when places of the picture go in the map's order, beside chance.
SeenView SeeRace(Sight& sight, const ClassChoice& choice, const SeeAsked& asked,
                 const SeenMap& map);

}  // namespace meander
