// See idea_sections.h.
#include "pack/idea_sections.h"

#include <algorithm>

#include "pack/damaged.h"
#include "pack/line_sections.h"
#include "pack/well_formed.h"
#include "space/coded_query.h"
#include "space/place_among.h"

namespace meander {
namespace {

constexpr size_t kMostTitleBytes = 300;

}  // namespace

std::vector<uint8_t> WriteIdeaPlaces(const IdeaPlaces& places) {
  ByteWriter out;
  for (const Positions* positions : {&places.articles, &places.windows}) {
    out.PutVarint(positions->count());
    out.PutBytes(WritePositions(*positions));
  }
  return out.Take();
}

Result<IdeaPlaces> ReadIdeaPlaces(ByteSpan bytes) {
  ByteReader in(bytes);
  IdeaPlaces places;
  for (Positions* positions : {&places.articles, &places.windows}) {
    const size_t count = in.GetCount(4);
    const ByteSpan codes = in.GetBytes(count * 4);
    if (!in.ok()) break;
    TRY(*positions, ReadPositions(codes, static_cast<uint32_t>(count)));
  }
  if (!in.ok() || !in.AtEnd() || places.articles.count() == 0) {
    return DamagedSection("the places of the articles have the wrong length");
  }
  return places;
}

std::optional<Point2> PlaceAmong(const Positions& articles, std::span<const Neighbor> nearest) {
  std::vector<PlacedNeighbor> placed;
  for (const Neighbor& one : nearest) placed.push_back({articles.At(one.item), one.cosine});
  return PlaceAmong(placed);
}

std::vector<Neighbor> IdeaCodes::Nearest(std::span<const float> unit, uint32_t k) const {
  const CodedQuery query(book, unit);
  std::vector<Neighbor> all(titles.size());
  for (uint32_t item = 0; item < all.size(); ++item) {
    all[item] = {item,
                 query.To(std::span(codes).subspan(size_t{item} * book.parts, book.parts)).cosine};
  }
  const size_t kept = std::min<size_t>(k, all.size());
  std::ranges::partial_sort(all, all.begin() + static_cast<ptrdiff_t>(kept),
                            [](const Neighbor& a, const Neighbor& b) {
                              return a.cosine != b.cosine ? a.cosine > b.cosine : a.item < b.item;
                            });
  all.resize(kept);
  return all;
}

std::vector<uint8_t> WriteIdeaCodes(const IdeaCodes& codes, std::string_view encoder_id) {
  ByteWriter out;
  const std::vector<uint8_t> book = WriteCodeBook(codes.book, encoder_id);
  out.PutVarint(book.size());
  out.PutBytes(book);
  out.PutVarint(codes.titles.size());
  for (const std::string& title : codes.titles) out.PutText(title);
  out.PutBytes(codes.codes);
  return out.Take();
}

Result<IdeaCodes> ReadIdeaCodes(ByteSpan bytes, std::string_view encoder_id) {
  ByteReader in(bytes);
  IdeaCodes codes;
  const ByteSpan book = in.GetBytes(in.GetCount(1));
  if (!in.ok()) return DamagedSection("the articles' codes have no book");
  TRY(codes.book, ReadCodeBook(book, encoder_id));
  codes.titles.resize(in.GetCount(1 + size_t{codes.book.parts}));
  for (std::string& title : codes.titles) {
    title = std::string(in.GetText());
    if (!in.ok() || title.empty() || title.size() > kMostTitleBytes || !IsWellFormed(title)) {
      return DamagedSection("a coded article has no title");
    }
  }
  const ByteSpan all = in.GetBytes(codes.titles.size() * codes.book.parts);
  if (!in.ok() || !in.AtEnd() || codes.titles.empty()) {
    return DamagedSection("the articles' codes have the wrong length");
  }
  codes.codes.assign(all.begin(), all.end());
  return codes;
}

}  // namespace meander
