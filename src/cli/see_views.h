// The views of ./meander see: what a layer holds, what it does for a class, and its groups; each as
// JSON, as words, and as arrays for --out.
#pragma once

#include "cli/see_asked.h"
#include "cli/see_classes.h"
#include "cli/see_maps.h"
#include "cli/see_photo.h"

namespace meander {

// The classes with the greatest shares.
SeenView SeeClasses(const Sight& sight, int count);
// Every place by its strongest channels.
SeenView SeeLayer(const Sight& sight, int tensor);

// What each place and channel of a tensor does for a class. kExact is for the head alone.
SeenView SeeShares(Sight& sight, int tensor, const ClassChoice& choice, SeeMethod method,
                   int steps);
// Groups; `starts` > 0 adds how many of so many chance starts find each again, `choice` what the
// network would see without each.
SeenView SeeGroups(Sight& sight, int tensor, size_t count, int starts, const ClassChoice* choice);

// What of an earlier tensor's groups passes through a later one's to a class.
SeenView SeeFlow(Sight& sight, int earlier, size_t from, int later, size_t to,
                 const ClassChoice& choice);

}  // namespace meander
