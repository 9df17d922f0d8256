// See list.h: which rows, in which order.
#include "ideas/list.h"

#include <algorithm>
#include <numeric>

#include "ideas/state.h"

namespace meander {
namespace {

void RankTitles(IdeasState& state) {
  const uint32_t count = state.map.item_count();
  if (state.list.title_rank.size() == count) return;
  std::vector<std::string> folded;
  for (const std::string& title : state.map.titles()) folded.push_back(FoldForSearch(title));
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, [&](uint32_t a, uint32_t b) { return folded[a] < folded[b]; });
  state.list.title_rank.resize(count);
  for (uint32_t rank = 0; rank < count; ++rank) state.list.title_rank[order[rank]] = rank;
}

// Closeness that the article's own neighbours and links tell, before the engine tells all of it.
void LearnNear(IdeasState& state) {
  IdeaList& list = state.list;
  if (list.close_to != state.pane.item || list.closeness.size() != state.map.item_count()) {
    list.close_to = state.pane.item;
    list.closeness.assign(state.map.item_count(), kUnknownCloseness);
    list.knows_near = list.knows_all = false;
    ++list.knows;
    // Around another article other rows come first.
    if (SortedBy(state) == ListColumn::kClose) list.top = 0;
  }
  if (list.close_to == kNoItem || list.knows_near || list.knows_all || !state.pane.reply) return;
  for (const Neighbor& neighbor : state.pane.reply->neighbors) {
    list.closeness[neighbor.item] = neighbor.cosine;
  }
  for (const TextLink& link : state.pane.reply->article.links) {
    list.closeness[link.target] = link.cosine;
  }
  list.knows_near = true;
  ++list.knows;
}

bool IsWithin(const std::optional<Rect>& box, Point2 at) {
  return !box ||
         (at.x >= box->low.x && at.x <= box->high.x && at.y >= box->low.y && at.y <= box->high.y);
}

// What rows are compared by: smaller comes first, nullopt last whichever way round.
std::optional<float> SortValue(const IdeasState& state, ListColumn column, uint32_t item) {
  switch (column) {
    case ListColumn::kTitle:
      return static_cast<float>(state.list.title_rank[item]);
    case ListColumn::kClose:
      if (item == state.list.close_to) return -2.f;  // before all others
      if (state.list.closeness[item] == kUnknownCloseness) return std::nullopt;
      return -state.list.closeness[item];
    case ListColumn::kLinks:
      return -static_cast<float>(state.map.LinksOf(item));
    case ListColumn::kKept:
      return -static_cast<float>(state.map.TrustOf(item));
    case ListColumn::kTopic:
      return static_cast<float>(state.map.TopicOf(item));
  }
  return std::nullopt;
}

void Sort(IdeasState& state, ListColumn column) {
  struct Row {
    uint32_t item;
    std::optional<float> value;
  };
  std::vector<Row> rows;
  for (const uint32_t item : state.list.rows)
    rows.push_back({item, SortValue(state, column, item)});
  const std::vector<uint32_t>& rank = state.list.title_rank;
  std::ranges::sort(rows, [&](const Row& a, const Row& b) {
    if (a.value.has_value() != b.value.has_value()) return a.value.has_value();
    if (a.value != b.value)
      return state.list.is_reversed ? *a.value > *b.value : *a.value < *b.value;
    return rank[a.item] < rank[b.item];
  });
  std::ranges::transform(rows, state.list.rows.begin(), &Row::item);
}

}  // namespace

bool HasCloseness(const IdeasState& state) { return state.pane.item != kNoItem; }

ListColumn SortedBy(const IdeasState& state) {
  const ListColumn sort = state.list.sort;
  const bool is_there = sort == ListColumn::kClose   ? HasCloseness(state)
                        : sort == ListColumn::kLinks ? state.map.has_links()
                                                     : true;
  return is_there ? sort : ListColumn::kTitle;
}

void ArrangeList(IdeasState& state) {
  IdeaList& list = state.list;
  if (!state.shows_list || !state.map.is_complete()) return;
  LearnNear(state);
  ListQuestion question{list.frozen ? list.frozen : list.seen,
                        SortedBy(state),
                        list.is_reversed,
                        FoldForSearch(list.find),
                        state.topic_filter,
                        state.map.places_version(),
                        list.knows};
  if (list.arranged == question) return;
  RankTitles(state);
  list.rows.clear();
  list.in_view = 0;
  for (uint32_t item = 0; item < state.map.item_count(); ++item) {
    if (!IsWithin(question.within, state.map.PlaceOf(item))) continue;
    ++list.in_view;
    if (!IsWanted(state, item)) continue;
    if (!question.find.empty() &&
        FoldForSearch(state.map.TitleOf(item)).find(question.find) == std::string::npos) {
      continue;
    }
    list.rows.push_back(item);
  }
  Sort(state, question.sort);
  list.arranged = std::move(question);
  if (list.top >= list.rows.size()) list.top = 0;
}

size_t CursorPlace(const IdeasState& state) {
  const auto at = std::ranges::find(state.list.rows, state.list.cursor);
  return at == state.list.rows.end() ? 0 : static_cast<size_t>(at - state.list.rows.begin());
}

Effects TendList(IdeasState& state) {
  IdeaList& list = state.list;
  if (!state.shows_list || !state.map.is_complete()) return {};
  ArrangeList(state);
  Effects effects;
  if (!list.asked_links && state.head.Find(kLinkCountsSection) != nullptr) {
    list.asked_links = true;
    effects.push_back(FetchEffect{std::string(kLinkCountsSection), 0});
  }
  const uint32_t item = state.pane.item;
  const bool is_needed = item != kNoItem && !list.knows_all && list.refused != item;
  // Some megabytes of vectors, once: not uninvited.
  const bool may_ask = list.was_asked_for && (!state.asks_first || list.may_fetch);
  if (list.request != 0 && list.asked != item) {
    effects.push_back(CancelEngineEffect{std::exchange(list.request, 0)});
  }
  if (!is_needed || !may_ask || list.request != 0) return effects;
  CosinesRequest all;
  for (uint32_t other = 0; other < state.map.item_count(); ++other) {
    all.pairs.emplace_back(item, other);
  }
  list.request = NextRequestId();
  list.asked = item;
  effects.push_back(AskEngineEffect{{list.request, std::move(all)}});
  return effects;
}

bool TakeListReply(IdeasState& state, const Reply& reply) {
  IdeaList& list = state.list;
  if (reply.id != list.request || list.request == 0) return false;
  if (!reply.IsFinal()) return true;
  list.request = 0;
  const auto* cosines = std::get_if<CosinesReply>(&reply.body);
  if (cosines == nullptr || cosines->cosines.size() != state.map.item_count()) {
    list.refused = list.asked;  // what the neighbours tell stays
  } else if (list.asked == list.close_to) {
    list.closeness = cosines->cosines;
    list.knows_all = true;
    ++list.knows;
  }
  return true;
}

Effects ToggleList(IdeasState& state) {
  IdeaList& list = state.list;
  state.shows_list = !state.shows_list;
  list.focus = state.shows_list ? ListFocus::kRow : ListFocus::kToggle;
  if (!state.shows_list) return {};
  list.was_asked_for = true;
  list.frozen = list.seen;
  list.tab = ListTab::kRows;
  list.shows_topics = false;
  list.top = 0;
  list.cursor = kNoItem;
  return TendList(state);
}

}  // namespace meander
