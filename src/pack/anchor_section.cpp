// See neuron_sections.h: the anchors.
#include <cmath>

#include "pack/damaged.h"
#include "pack/line_sections.h"
#include "pack/neuron_sections.h"
#include "pack/well_formed.h"
#include "space/coded_query.h"

namespace meander {

std::vector<float> CentredState(std::span<const double> state, std::span<const float> mean) {
  std::vector<float> centred(state.size());
  double square = 0;
  for (size_t i = 0; i < state.size(); ++i) {
    const double apart = state[i] - mean[i];
    centred[i] = static_cast<float>(apart);
    square += apart * apart;
  }
  const auto scale = static_cast<float>(1 / std::sqrt(std::max(square, 1e-12)));
  for (float& value : centred) value *= scale;
  return centred;
}

AnchorFound Anchors::Nearest(size_t depth, std::span<const double> state) const {
  const CodedQuery query(book, CentredState(state, means[depth]));
  AnchorFound best;
  float most = -2;
  const auto here = std::span(codes).subspan(depth * words.size() * book.parts);
  for (uint32_t anchor = 0; anchor < words.size(); ++anchor) {
    const auto [dot, cosine] = query.To(here.subspan(size_t{anchor} * book.parts, book.parts));
    if (cosine <= most) continue;
    most = cosine;
    best = {anchor, dot};
  }
  return best;
}

std::vector<uint8_t> WriteAnchors(const Anchors& anchors, std::string_view encoder_id) {
  ByteWriter out;
  const std::vector<uint8_t> book = WriteCodeBook(anchors.book, encoder_id);
  out.PutVarint(book.size());
  out.PutBytes(book);
  out.PutVarint(anchors.means.size());
  for (const std::vector<float>& mean : anchors.means) {
    for (const float value : mean) out.Put(value);
  }
  out.PutVarint(anchors.words.size());
  uint16_t before = 0;
  for (const Anchors::Word& word : anchors.words) {
    out.PutVarint(static_cast<uint16_t>(word.window - before));
    before = word.window;
    out.Put(word.begin);
    out.Put(word.end);
  }
  out.PutBytes(anchors.codes);
  return out.Take();
}

Result<Anchors> ReadAnchors(ByteSpan bytes, std::string_view encoder_id) {
  constexpr size_t kMostDepths = 64;
  ByteReader in(bytes);
  Anchors anchors;
  const ByteSpan book = in.GetBytes(in.GetCount(1));
  if (!in.ok()) return DamagedSection("the anchors have no book");
  TRY(anchors.book, ReadCodeBook(book, encoder_id));
  const uint32_t dim = anchors.book.dim;
  const size_t depths = in.GetCount(size_t{dim} * sizeof(float));
  if (!in.ok() || depths == 0 || depths > kMostDepths) {
    return DamagedSection("the anchors have no depths");
  }
  anchors.means.assign(depths, std::vector<float>(dim));
  for (std::vector<float>& mean : anchors.means) {
    for (float& value : mean) {
      value = in.Get<float>();
      if (!(std::fabs(value) < 1e6f)) return DamagedSection("a mean of the anchors is no number");
    }
  }
  anchors.words.resize(in.GetCount(3 + depths * anchors.book.parts));
  uint64_t window = 0;
  for (Anchors::Word& word : anchors.words) {
    window += in.GetVarint();
    if (!in.ok() || window >= kNothing) return DamagedSection("an anchor lies in no context");
    word.window = static_cast<uint16_t>(window);
    word.begin = in.Get<uint8_t>();
    word.end = in.Get<uint8_t>();
  }
  const ByteSpan codes = in.GetBytes(depths * anchors.words.size() * anchors.book.parts);
  if (!in.ok() || !in.AtEnd() || anchors.words.empty()) {
    return DamagedSection("the anchors have the wrong length");
  }
  anchors.codes.assign(codes.begin(), codes.end());
  return anchors;
}

Result<void> CheckAnchors(const Anchors& anchors, const KnownWindows& known) {
  for (const Anchors::Word& word : anchors.words) {
    if (word.window >= known.windows.size()) return DamagedSection("an anchor lies nowhere");
    const std::string& text = known.windows[word.window].text;
    if (word.begin >= word.end || word.end > text.size() || IsInsideCharacter(text, word.begin) ||
        IsInsideCharacter(text, word.end)) {
      return DamagedSection("an anchor is no word");
    }
  }
  return {};
}

}  // namespace meander
