// See article_link.h; the payload is the first version of ideas/link.h's.
#include "canvas/article_link.h"

#include "base/bytes.h"
#include "canvas/link.h"
#include "pack/sections.h"

namespace meander {

std::string ArticleAddress(std::string_view title) {
  ByteWriter out;
  out.Put<uint8_t>(1);  // version
  out.Put<uint8_t>(0);  // flags
  out.PutVarint(1);     // stops
  out.Put(StableId(title));
  out.PutVarint(0);  // no parent
  out.PutVarint(0);  // the current one
  return "./ideas.html#" + EncodeLink("ideas", AsText(out.bytes()));
}

}  // namespace meander
