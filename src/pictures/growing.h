// Watching one form: growing, pausing, going on, going back to a still. The engine grows a step at
// a time and keeps what is broken off; this end keeps pictures.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pictures/state.h"

namespace meander {

// Of the unit that Units shows; null: none has been begun.
const WatchedForm* FormSeen(const PicturesState& state);
// What stands for the unit's picture: the still that is looked at, else what has grown so far; who
// wants no motion is shown stills alone. Null: there is none.
std::shared_ptr<const PictureTable> FormShown(const PicturesState& state);
// The ghost grows nothing.
bool CanGrow(const PicturesState& state);

// Begins, pauses, goes on, or begins another where it is whole.
Effects GrowForm(PicturesState& state);
// "0" … "4": that still; once more, or anything else: what has grown so far.
Effects LookAtStill(PicturesState& state, std::string_view argument);
// The next still that is here, or the one before.
Effects StepStill(PicturesState& state, int by);
// Stops what grows for a unit that is not looked at any more.
Effects RestFormUnlessSeen(PicturesState& state);
// nullopt: no answer about a form.
std::optional<Effects> TakeFormReply(PicturesState& state, const Reply& reply);

// "Step 64, fires 2.1"; of one that is still to come, that it is.
std::string StillInWords(const WatchedForm& form, size_t still);
// "fires 4.9, and rising"; empty: nothing has grown.
std::string FormFires(const WatchedForm& form);

}  // namespace meander
