// See known_contexts.h.
#include "engine/known_contexts.h"

#include <algorithm>

#include "net/model_layout.h"
#include "pack/place_code.h"
#include "space/place_among.h"

namespace meander {
namespace {

std::vector<std::string> NameOf(const WordPiece& pieces, const NeuronRecord& record) {
  std::vector<std::string> name;
  for (const uint16_t piece : record.name) {
    if (piece < pieces.size()) name.emplace_back(pieces.Piece(piece));
  }
  return name;
}

}  // namespace

Result<bool> KnownContexts::Prepare(Library& library, RequestId who) {
  if (!library.is_open() || library.head().Find(kNeuronsSection) == nullptr) {
    return Fail(ErrorCode::kNotFound, "This pack knows no neurons.");
  }
  if (library.base_url() != base_url_) {
    *this = {};
    base_url_ = library.base_url();
  }
  if (is_ready_) return true;
  if (library.head().encoder_id != kEncoderId ||
      library.head().item_count != uint32_t{kLayerCount} * kInnerWidth) {
    return Fail(ErrorCode::kMismatch, "This pack knows the neurons of another encoder.");
  }
  // All are asked for before any is waited for.
  TRY(const auto survey, library.Joined(kSurveySection, who));
  if (survey) {
    TRY(survey_, ReadSurvey(*survey));
  }
  if (!windows_) {
    TRY(const auto bytes, library.Joined(kWindowsSection, who));
    if (bytes) {
      TRY(windows_, ReadWindows(*bytes));
    }
  }
  if (!records_) {
    TRY(const auto bytes, library.Joined(kNeuronsSection, who));
    if (bytes) {
      TRY(records_, ReadNeurons(*bytes, library.head().item_count));
    }
  }
  if (!anchors_) {
    TRY(const auto bytes, library.Joined(kAnchorsSection, who));
    if (bytes) {
      TRY(anchors_, ReadAnchors(*bytes, kEncoderId));
    }
  }
  const bool has_map = library.head().Find(kIdeaMapSection) != nullptr;
  if (has_map && !places_) {
    TRY(const auto bytes, library.Joined(kIdeaMapSection, who));
    if (bytes) {
      TRY(places_, ReadIdeaPlaces(*bytes));
    }
  }
  if (!windows_ || !records_ || !anchors_ || survey_.texts == 0 || (has_map && !places_)) {
    return false;
  }
  TRY_VOID(CheckContexts(*records_, *windows_));
  TRY_VOID(CheckAnchors(*anchors_, *windows_));
  if (anchors_->means.size() != kLayerCount + 1 || anchors_->book.dim != kWidth) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: its anchors have another shape.");
  }
  if (places_ && places_->windows.count() != windows_->windows.size()) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: its contexts lie nowhere.");
  }
  return is_ready_ = true;
}

InsideContext KnownContexts::ContextOf(uint16_t window, uint8_t begin, uint8_t end,
                                       float strength) const {
  const KnownWindow& known = windows_->windows[window];
  const KnownSource& source = windows_->sources[known.source];
  InsideContext context{known.text, begin, end, source.title, known.id, source.is_shelf, strength};
  if (places_) {
    context.is_placed = true;
    context.x = places_->windows.codes[2 * size_t{window}];
    context.y = places_->windows.codes[2 * size_t{window} + 1];
  }
  return context;
}

const NeuronRecord& KnownContexts::RecordOf(int layer, int channel) const {
  return (*records_)[size_t(layer - 1) * kInnerWidth + size_t(channel)];
}

void KnownContexts::Describe(const WordPiece& pieces, InsideNeuron& neuron) const {
  const NeuronRecord& record = RecordOf(neuron.layer, neuron.channel);
  neuron.strongest = record.strongest;
  neuron.fires_on = record.fires_on;
  neuron.name_fits = record.name_fits;
  neuron.name = NameOf(pieces, record);
  for (InsideNeuron::Near& near : neuron.nearest) {
    near.name = NameOf(pieces, RecordOf(near.layer, near.channel));
  }
  neuron.contexts.clear();
  for (const NeuronRecord::Context& context : record.contexts) {
    if (context.window == kNothing) continue;
    neuron.contexts.push_back(
        ContextOf(context.window, context.begin, context.end, context.share * record.strongest));
  }
}

InsideContext KnownContexts::Nearest(int depth, std::span<const double> cell) const {
  const AnchorFound found = anchors_->Nearest(static_cast<size_t>(depth), cell);
  const Anchors::Word& word = anchors_->words[found.anchor];
  return ContextOf(word.window, word.begin, word.end, found.closeness);
}

Result<bool> KnownIdeas::Prepare(Library& library, RequestId who) {
  if (!library.is_open() || library.head().Find(kIdeaCodesSection) == nullptr ||
      library.head().Find(kIdeaMapSection) == nullptr) {
    return Fail(ErrorCode::kNotFound, "This pack carries no map along.");
  }
  if (library.base_url() != base_url_) {
    *this = {};
    base_url_ = library.base_url();
  }
  if (places_ && codes_) return true;
  // Each is kept as soon as it is here: what was joined is fetched anew if it is asked for again.
  if (!places_) {
    TRY(const auto bytes, library.Joined(kIdeaMapSection, who));
    if (bytes) {
      TRY(places_, ReadIdeaPlaces(*bytes));
    }
  }
  if (!codes_) {
    TRY(const auto bytes, library.Joined(kIdeaCodesSection, who));
    if (bytes) {
      TRY(codes_, ReadIdeaCodes(*bytes, kEncoderId));
    }
  }
  if (!places_ || !codes_) return false;
  if (codes_->book.dim != kWidth || codes_->titles.size() != places_->articles.count()) {
    *this = {};
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: its map has another shape.");
  }
  return true;
}

InsidePlace KnownIdeas::PlaceOf(std::span<const float> unit) const {
  const std::vector<Neighbor> nearest = codes_->Nearest(unit, kPlacingNeighbors);
  const std::optional<Point2> at = PlaceAmong(places_->articles, nearest);
  if (!at) return {};
  // Named after the nearest article that lies there; the very nearest may lie elsewhere.
  const auto there = std::ranges::find_if(nearest, [&](const Neighbor& one) {
    return Distance(places_->articles.At(one.item), *at) <= kReachOfPlace;
  });
  const Neighbor& named = there == nearest.end() ? nearest.front() : *there;
  const PlaceCode code = CodeOfPlace(*at);
  return {true, code.x, code.y, codes_->titles[named.item]};
}

}  // namespace meander
