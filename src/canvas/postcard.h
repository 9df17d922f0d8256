// What makes a room's picture a postcard: below it a foot with the titles in their order, whose
// work it shows, and the address at which it can be walked, for print and as a link.
#pragma once

#include <string>

#include "canvas/figure.h"

namespace meander {

// The page's own address and fragment as somebody may type it; empty where there is none.
std::string AddressWith(const std::string& page_address, const std::string& fragment);

// Makes the figure higher by its foot, in which figure.titles, figure.credits and figure.address
// stand; what is empty takes no room. Does nothing where all are.
void AddFoot(Figure& figure);

}  // namespace meander
