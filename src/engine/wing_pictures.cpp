// The engine of the room that looks into pictures.
#include "engine/pictures_wing.h"

namespace meander {

std::unique_ptr<Wing> MakeWing() { return MakePicturesWing(); }

}  // namespace meander
