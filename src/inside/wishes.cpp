// See wishes.h.
#include "inside/wishes.h"

#include <algorithm>

#include "canvas/words.h"

namespace meander {
namespace {

constexpr size_t kMostKnown = 96;  // answers kept, the latest
constexpr uint8_t kSteps = 16;     // of an integral: fewer mislead at the first layers
constexpr uint8_t kStabilitySeeds = 10;

InsideReading ReadingOf(const InsideState& state, bool ghost) {
  return {state.look.by_piece, ghost, false, state.look.seed};
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool IsWanted(const std::vector<InsideQuestion>& wishes, const std::vector<uint8_t>& question) {
  return std::ranges::any_of(
      wishes, [&](const InsideQuestion& wish) { return WriteInsideQuestion(wish) == question; });
}

}  // namespace

InsideQuestion PairWish(const InsideState& state, int layer, bool ghost) {
  InsidePairQuestion question{state.a, state.b, ReadingOf(state, ghost)};
  question.layer = static_cast<uint8_t>(layer);
  question.steps = kSteps;
  switch (state.look.pair_way) {
    case PairWay::kBest:
      question.method =
          layer == kLastLayer ? InsidePairMethod::kExact : InsidePairMethod::kIntegrated;
      break;
    case PairWay::kLeavingOut:
      question.method = InsidePairMethod::kOcclusion;
      break;
    case PairWay::kFairShares:
      question.method = InsidePairMethod::kShapley;
      question.layer = kLastLayer;
      break;
  }
  return question;
}

InsideQuestion WordWish(const InsideState& state, size_t row, bool ghost) {
  InsideWordQuestion question;
  question.text = state.look.of_second ? state.b : state.a;
  question.target = state.look.of_second ? state.a : state.b;
  question.reading = ReadingOf(state, ghost);
  question.method = state.look.methods[row];
  question.samples = 300;
  question.with_curve = true;
  return question;
}

InsideQuestion WhyWish(const InsideState& state, InsideWordMethod method) {
  InsideWordQuestion question;
  question.text = state.a;
  question.target = state.b;
  question.versus = state.c;
  question.reading = ReadingOf(state, state.look.ghost);
  question.method = method;
  question.samples = 300;
  return question;
}

InsideQuestion EditWish(const InsideState& state, bool to_third) {
  return InsideEditQuestion{state.a, state.edited.empty() ? state.a : state.edited,
                            to_third ? state.c : state.b, ReadingOf(state, state.look.ghost)};
}

InsideQuestion GridWish(const InsideState& state, bool second) {
  return InsideGridQuestion{second ? state.b : state.a, ReadingOf(state, state.look.ghost)};
}

std::optional<InsideCell> CellOf(const InsideState& state) {
  using Kind = InsideTarget::Kind;
  const InsideTarget& pinned = state.pinned;
  const bool second = pinned.kind == Kind::kSecond || pinned.kind == Kind::kCellSecond;
  const bool is_word = second || pinned.kind == Kind::kFirst || pinned.kind == Kind::kCellFirst;
  const auto* grid = AnswerTo<InsideGridAnswer>(state, GridWish(state, second));
  if (grid == nullptr) return std::nullopt;
  if (is_word && pinned.a < grid->units.size()) return InsideCell{second, pinned.a};
  InsideCell cell{second, 0};
  float most = -1;
  for (size_t unit = 0; unit < grid->units.size(); ++unit) {
    const float norm = grid->norms[state.look.layer * grid->units.size() + unit];
    if (grid->units[unit].is_mark || norm <= most) continue;
    most = norm;
    cell.unit = static_cast<uint16_t>(unit);
  }
  return cell;
}

InsideQuestion DictionaryWish(const InsideState& state, InsideCell cell) {
  return InsideDictionaryQuestion{cell.second ? state.b : state.a,
                                  ReadingOf(state, state.look.ghost), state.look.layer, cell.unit,
                                  4};
}
InsideQuestion InfluenceWish(const InsideState& state, InsideCell cell) {
  return InsideInfluenceQuestion{cell.second ? state.b : state.a,
                                 ReadingOf(state, state.look.ghost), state.look.layer, cell.unit};
}

InsideQuestion CardWish(const InsideState& state) {
  return InsideNeuronQuestion{state.look.card_layer, state.look.card_channel};
}

std::optional<size_t> HiddenGroup(const InsideState& state) {
  const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
  const bool is_one = state.look.hides && state.look.view == InsideView::kGroups &&
                      state.pinned.kind == InsideTarget::Kind::kGroup && groups != nullptr &&
                      state.pinned.a < groups->without.size();
  return is_one ? std::optional<size_t>(state.pinned.a) : std::nullopt;
}

int GroupLayer(const InsideState& state) { return std::clamp(state.look.layer - 1, 0, 5); }

InsideQuestion GroupWish(const InsideState& state) { return GroupWish(state, GroupLayer(state)); }

InsideQuestion GroupWish(const InsideState& state, int encoder_layer) {
  InsideGroupQuestion question{state.a, state.b, ReadingOf(state, state.look.ghost)};
  question.layer = static_cast<uint8_t>(encoder_layer);
  question.groups = state.look.groups;
  question.stability_seeds = kStabilitySeeds;
  // What these are put together from: groups of a layer three before.
  if (encoder_layer >= 1) {
    question.layer_from = static_cast<uint8_t>(std::max(encoder_layer - 3, 0));
    question.groups_from = static_cast<uint8_t>(std::min(state.look.groups + 1, 12));
  }
  return question;
}

namespace {

// What one view shows, the most wanted first.
void AddView(const InsideState& state, InsideView view, std::vector<InsideQuestion>& wishes) {
  const InsideLook& look = state.look;
  switch (view) {
    case InsideView::kBridge:
      wishes.push_back(PairWish(state, look.layer, look.ghost));
      break;
    case InsideView::kWords:
      // In the order of their speed.
      for (const InsideWordMethod method :
           {InsideWordMethod::kGradient, InsideWordMethod::kRollout, InsideWordMethod::kOcclusion,
            InsideWordMethod::kIntegrated, InsideWordMethod::kLime, InsideWordMethod::kShapley}) {
        for (size_t row = 0; row < look.methods.size(); ++row) {
          if (look.methods[row] == method) wishes.push_back(WordWish(state, row, look.ghost));
        }
      }
      break;
    case InsideView::kGrid:
      wishes.push_back(GridWish(state, false));
      wishes.push_back(GridWish(state, true));
      wishes.push_back(GroupWish(state));
      break;
    case InsideView::kGroups:
      wishes.push_back(GroupWish(state));
      break;
    case InsideView::kDictionary:
    case InsideView::kInfluence:
      for (const bool second : {false, true}) wishes.push_back(GridWish(state, second));
      if (const std::optional<InsideCell> cell = CellOf(state)) {
        wishes.push_back(DictionaryWish(state, *cell));
        wishes.push_back(InfluenceWish(state, *cell));
      }
      if (look.card_layer > 0) wishes.push_back(CardWish(state));
      break;
    case InsideView::kWhy:
    case InsideView::kWhatIf:
      if (IsBlank(state.c)) break;
      for (const bool to_third : {false, true}) wishes.push_back(EditWish(state, to_third));
      wishes.push_back(WhyWish(state, look.why_method));
      // What truly happens without each word: what the report card marks the forecasts by.
      wishes.push_back(WhyWish(state, InsideWordMethod::kOcclusion));
      break;
  }
}

}  // namespace

std::vector<InsideQuestion> WishesOf(const InsideState& state) {
  if (IsBlank(state.a) || IsBlank(state.b)) return {};
  const InsideLook& look = state.look;
  std::vector<InsideQuestion> wishes;
  const auto add_view = [&](InsideView view) { AddView(state, view, wishes); };
  add_view(look.view);
  if (look.view == InsideView::kBridge) {
    add_view(InsideView::kGrid);
    // What the other of encoder and ghost makes of the two.
    wishes.push_back(PairWish(state, kLastLayer, !look.ghost));
    // The next layers on either side, so that going deeper has something to show.
    const int reach = state.is_example || state.is_playing ? kLastLayer : 1;
    for (int layer = std::max(look.layer - reach, 0);
         layer <= std::min(look.layer + reach, kLastLayer); ++layer) {
      wishes.push_back(PairWish(state, layer, look.ghost));
    }
  }
  if (look.view == InsideView::kWords) wishes.push_back(WordWish(state, look.leader, !look.ghost));
  if (look.view == InsideView::kGroups || look.view == InsideView::kGrid) {
    for (const bool ghost : {look.ghost, !look.ghost}) {
      wishes.push_back(PairWish(state, kLastLayer, ghost));
    }
  }
  // The first visit's answers are worked out when the site is made: every view's, then.
  if (state.is_example && look == InsideLook{}) {
    add_view(InsideView::kWords);
    add_view(InsideView::kWhy);
    add_view(InsideView::kDictionary);
    for (int layer = 0; layer < kLastLayer; ++layer) wishes.push_back(GroupWish(state, layer));
    wishes.push_back(WordWish(state, look.leader, true));
  }
  return wishes;
}

bool IsForView(const InsideState& state) {
  std::vector<InsideQuestion> wishes;
  AddView(state, state.look.view, wishes);
  return state.request != 0 && IsWanted(wishes, state.asked);
}

const InsideKnown* KnownOf(const InsideState& state, const InsideQuestion& question) {
  const std::vector<uint8_t> bytes = WriteInsideQuestion(question);
  const auto at = std::ranges::find(state.known, bytes, &InsideKnown::question);
  return at == state.known.end() ? nullptr : &*at;
}

const InsideWordAnswer* WordAnswer(const InsideState& state, size_t row) {
  return AnswerTo<InsideWordAnswer>(state, WordWish(state, row, state.look.ghost));
}
const InsideWordAnswer* LeadAnswer(const InsideState& state) {
  return WordAnswer(state, state.look.leader);
}
const InsideWordAnswer* WhyAnswer(const InsideState& state) {
  return AnswerTo<InsideWordAnswer>(state, WhyWish(state, state.look.why_method));
}
const InsideWordAnswer* WhyTruth(const InsideState& state) {
  return AnswerTo<InsideWordAnswer>(state, WhyWish(state, InsideWordMethod::kOcclusion));
}

Effects AskNext(InsideState& state) {
  const std::vector<InsideQuestion> wishes = WishesOf(state);
  Effects effects;
  const SectionRef* map = state.head.Find(kIdeaMapSection);
  if (map != nullptr && ShowsMap(state) && !std::exchange(state.map_asked, true)) {
    for (uint32_t part = 0; part < map->chunks.size(); ++part) {
      effects.push_back(FetchEffect{std::string(kIdeaMapSection), part});
    }
  }
  const auto stop = [&] {
    if (state.request != 0) effects.push_back(CancelEngineEffect{std::exchange(state.request, 0)});
    state.progress = {};
  };
  if (state.request != 0 && !IsWanted(wishes, state.asked)) stop();
  const auto next = std::ranges::find_if(wishes, [&](const InsideQuestion& wish) {
    const InsideKnown* known = KnownOf(state, wish);
    return known == nullptr || (!known->is_whole && known->problem.empty());
  });
  if (next == wishes.end()) return effects;
  std::vector<uint8_t> question = WriteInsideQuestion(*next);
  // What came with the site is answered in any case; the rest only once the reader has agreed.
  const bool is_held = state.is_careful && !state.may_fetch;
  state.asks_to_fetch = is_held && state.not_here == question;
  if (state.asks_to_fetch) {
    stop();
    return effects;
  }
  // What is under way is let finish, unless the reader waits for something else.
  const bool is_first = next == wishes.begin();
  if (state.request != 0 && (state.asked == question || !is_first)) return effects;
  stop();
  state.request = NextRequestId();
  state.asked = question;
  state.asked_s = state.now_s;
  effects.push_back(AskEngineEffect{{state.request, RoomRequest{std::move(question)}}, is_held});
  if (state.known.size() > kMostKnown) {
    const auto old = std::ranges::find_if(
        state.known, [&](const InsideKnown& known) { return !IsWanted(wishes, known.question); });
    if (old != state.known.end()) state.known.erase(old);
  }
  return effects;
}

bool HasAll(const InsideState& state) {
  return std::ranges::all_of(WishesOf(state), [&](const InsideQuestion& wish) {
    const InsideKnown* known = KnownOf(state, wish);
    return known != nullptr && (known->is_whole || !known->problem.empty());
  });
}

std::string ProblemOf(const InsideState& state) {
  if (IsBlank(state.a) || IsBlank(state.b)) return std::string(words::kInsideEmpty);
  if (ShowsThird(state) && IsBlank(state.c)) return std::string(words::kWhyNeedsSecond);
  const std::vector<InsideQuestion> wishes = WishesOf(state);
  const InsideKnown* known = wishes.empty() ? nullptr : KnownOf(state, wishes.front());
  return known == nullptr ? std::string() : known->problem;
}

}  // namespace meander
