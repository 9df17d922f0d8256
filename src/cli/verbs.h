// The list of verbs this build has.
#pragma once

#include <span>

#include "cli/cli.h"

namespace meander {

std::span<const Verb* const> Verbs();

}  // namespace meander
