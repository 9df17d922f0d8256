// Where Fill used to live; it is every room's now.
#pragma once

#include "canvas/fill.h"
