// See idea_places.h.
#include "inside/idea_places.h"

#include "canvas/article_link.h"
#include "canvas/fill.h"
#include "canvas/words.h"
#include "inside/numbers.h"
#include "inside/wishes.h"
#include "pack/place_code.h"

namespace meander {

using Kind = InsideTarget::Kind;

EditPlaces PlacesOf(const InsideState& state) {
  EditPlaces places;
  const auto known = [](const InsidePlace& place) { return place.is_known ? &place : nullptr; };
  if (const auto* edit = AnswerTo<InsideEditAnswer>(state, EditWish(state, false))) {
    places.before = known(edit->before_place);
    places.after = known(edit->after_place);
    places.a = known(edit->target_place);
  }
  if (const auto* edit = AnswerTo<InsideEditAnswer>(state, EditWish(state, true))) {
    places.b = known(edit->target_place);
  }
  return places;
}

const InsidePlace* PlaceNow(const InsideState& state) { return PlacesOf(state).after; }

std::string AddressInIdeas(const InsidePlace* place) {
  return place == nullptr || place->title.empty() ? std::string() : ArticleAddress(place->title);
}

std::string MoveSentence(const InsideState& state) {
  const EditPlaces places = PlacesOf(state);
  if (places.before == nullptr || places.after == nullptr) return {};
  if (state.edited.empty()) return Fill(words::kIdeaMapNear, {{"title", places.after->title}});
  if (places.before->title == places.after->title) {
    return Fill(words::kIdeaMapStays, {{"title", places.after->title}});
  }
  return Fill(words::kIdeaMapMoved,
              {{"before", places.before->title}, {"after", places.after->title}});
}

std::optional<WordWay> WayOfWord(const InsideState& state) {
  const InsideTarget target = state.pointed();
  const bool second = target.kind == Kind::kSecond || target.kind == Kind::kCellSecond;
  if (!second && target.kind != Kind::kFirst && target.kind != Kind::kCellFirst) return {};
  const auto* grid = AnswerTo<InsideGridAnswer>(state, GridWish(state, second));
  if (grid == nullptr || target.a >= grid->units.size() || grid->labels.empty()) return {};
  WordWay way{WordsOfUnit(second ? state.b : state.a, grid->units[target.a]), {}, {}};
  for (size_t layer = 0; layer <= kLastLayer; ++layer) {
    const InsideContext& context = grid->labels[layer * grid->units.size() + target.a];
    if (!context.is_placed) return {};
    way.places.push_back(PlaceOfCode({context.x, context.y}));
    way.contexts.push_back(&context);
  }
  return way;
}

std::string WaySentence(const InsideState& state) {
  const std::optional<WordWay> way = WayOfWord(state);
  if (!way) return {};
  std::string said = Fill(words::kIdeaMapWay, {{"word", way->word}}) + ":";
  for (size_t layer = 0; layer < way->contexts.size(); ++layer) {
    const InsideContext& context = *way->contexts[layer];
    said += " " + std::to_string(layer) + ", “" + context.text + "” (" + context.title + ")";
    said += layer + 1 < way->contexts.size() ? ";" : ".";
  }
  return said;
}

}  // namespace meander
