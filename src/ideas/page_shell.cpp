// The shell: the mark and the few buttons that work everywhere.
#include "canvas/words.h"
#include "ideas/page_parts.h"

namespace meander {

PageNode ShellPart(const IdeasState& state, const View& view) {
  return RoomShellPart(view, {"ideas",
                              words::kShellSkip,
                              !state.journey.is_empty(),
                              {IconButton("search", "icon-button phone-only", "search",
                                          words::kSearchOpen, "search-open")}});
}

}  // namespace meander
