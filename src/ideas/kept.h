// The journeys kept on this device: every journey of two stops or more is kept as it grows, so that
// closing the page loses nothing. What is kept is the room's own link, nothing else. Part of
// state.h's Apply.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "ideas/journey.h"

namespace meander {

struct IdeasState;

struct KeptJourney {
  uint32_t id = 0;      // of this list, never used twice
  std::string payload;  // as in a link, without a view
  friend bool operator==(const KeptJourney&, const KeptJourney&) = default;
};

struct Kept {
  std::vector<KeptJourney> journeys;   // newest first
  uint32_t current_id = 0;             // the one that grows now; 0: none yet
  std::vector<KeptJourney> forgotten;  // for Undo
  std::vector<uint32_t> read;          // articles of all kept journeys, ascending, each once
  double forgotten_at_s = -1e9;
  std::string
      let_go;  // the open journey's payload when it was forgotten: kept again once it changes
  std::string pasted;  // in the dialog's field
  std::string pasted_error;
};

inline constexpr size_t kMostKept = 40;
inline constexpr std::string_view kKeptKey = "ideas.journeys";

// The text that storage holds: a line a journey, "id link". Lines that are no journey are left out.
std::string WriteKept(const std::vector<KeptJourney>& journeys);
std::vector<KeptJourney> ReadKept(std::string_view text);

// Keeps the journey as it is now; nothing where nothing has changed.
Effects KeepJourney(IdeasState& state);
// Keeps a journey that is not the open one, as it is.
Effects KeepThis(IdeasState& state, const Journey& journey);
// A pasted address or fragment, or the text of a journey's file, understood; else a sentence.
Result<Journey> JourneyIn(const IdeasState& state, std::string_view text);
// Makes `journey` the reader's own; the one before stays in the list. `id`: its own there, 0: none.
Effects TakeJourney(IdeasState& state, Journey journey, uint32_t id);
inline constexpr size_t kMostPasted = 1 << 20;
// Brings `read` up to date, when the list has changed or the map has come.
void NoteRead(IdeasState& state);
// The journey of a kept entry, as this map understands it.
std::optional<Journey> JourneyOf(const IdeasState& state, const KeptJourney& kept);
// What lies in storage, in bytes.
size_t KeptBytes(const IdeasState& state);

// Names of actions begin with "kept-".
Effects ApplyKept(IdeasState& state, std::string_view action, std::string_view argument);

}  // namespace meander
