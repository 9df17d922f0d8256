// See source_switch.h.
#include "canvas/source_switch.h"

#include <utility>

#include "canvas/page_parts.h"
#include "canvas/words.h"

namespace meander {

PageNode SourceSwitchPart(LookedInto current) {
  PageNode part = Group("source", "segmented source-switch", "navigation");
  part.label = words::kPicturesSource;
  const auto add = [&](std::string_view key, std::string_view name, std::string_view href,
                       LookedInto which) {
    PageNode link = Node(PageKind::kLink, key, "segment", name);
    link.href = href;
    link.current = which == current;
    part.children.push_back(std::move(link));
  };
  add("sentences", words::kPicturesSourceSentences, "./inside.html", LookedInto::kSentences);
  add("photo", words::kPicturesSourcePhoto, "./pictures.html", LookedInto::kPhoto);
  add("drawing", words::kDrawingsSource, "./drawings.html", LookedInto::kDrawing);
  return part;
}

}  // namespace meander
