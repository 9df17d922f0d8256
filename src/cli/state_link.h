// A link as somebody gives it to the command line (a whole address or what stands after its #), and
// its state opened without a screen.
#pragma once

#include <memory>
#include <string>

#include "cli/still_sizes.h"
#include "cli/still_stage.h"

namespace meander {

struct StateLink {
  std::string room;
  std::string fragment;  // without '#'; empty: the room as it opens by itself
  std::string base;      // of an address: the folder of its site, else empty
};
// "https://x/y/ideas.html#ideas.AQ…", "ideas.AQ…", or "ideas" for what that room shows at first.
// What is no whole link is refused with the sentence of the page.
Result<StateLink> ReadStateLink(const std::string& link);

// Where its pack, the encoder and the faces lie; `pack` is a path or a name, or empty: the room's.
Result<StartOptions> OptionsOf(const StateLink& link, const std::string& pack);

// What was worked out when the site was made, beside the packs of this checkout; else nothing.
PreparedAnswers KnownBefore(const StartOptions& options);

// Run until its first picture is whole. A payload that the room does not take is refused with the
// sentence that the page would show.
Result<std::unique_ptr<StillStage>> OpenState(const StillSize& size, bool dark,
                                              const StartOptions& options,
                                              const PreparedAnswers& known);

// "600x400", each side from 120 to 2400.
struct AskedSize {
  int width = 600, height = 400;
};
Result<AskedSize> ReadSize(const std::string& text);

// A PNG as WebP, by the Python that set-up made (a fraction of the bytes at the same look).
Result<std::vector<uint8_t>> WebpOf(ByteSpan png, int quality);

}  // namespace meander
