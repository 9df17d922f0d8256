// See strip.h.
#include "sentences/strip.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "canvas/page_parts.h"
#include "canvas/text_metrics.h"

namespace meander {
namespace {

// The measures of web/pages/sentences.css, by size of page.
struct RowMeasures {
  float text_width_px, end_width_px;
  float end_size_px, end_line_px, size_px, line_px;
  float top_px;        // above the first end's words, its label included
  float after_end_px;  // from there to the first row
  float row_above_px, row_below_px, least_row_px;
  float before_last_px;  // from the last row to the last end's words, label included
  float actions_px;  // of what can be done with the current line, where that has a row of its own
};

RowMeasures MeasuresFor(float width_px, float height_px, bool is_figure) {
  // A figure is small whatever its size (tools/site_embed.mjs).
  const bool is_small = is_figure || height_px <= 520;
  if (is_small && width_px <= 400) {
    return {width_px - 72, width_px - 72, 20, 23.6f, 16.5f, 20.5f, 22, 21, 8, 22, 52, 16, 0};
  }
  if (is_small && (is_figure || width_px <= 700)) {
    return {width_px - 100, width_px - 100, 20, 24, 16.5f, 20.5f, 16, 7, 4, 16, 43, 8, 0};
  }
  if (width_px <= 640) {
    return {width_px - 110, width_px - 110, 20, 24, 16.5f, 20.5f, 46, 23, 8, 25, 50, 24, 20};
  }
  const float strip = width_px < 1024 ? 180 : 274;
  const float controls = width_px < 1024 ? 0 : 308;
  const float column = width_px - strip - controls - 34 - 24;
  return {column - 124 - 24, column, 24, 28, 19, 23, 51, 25, 6.5f, 31, 63.5f, 44, 0};
}

// Lines that a text takes when it is broken at its spaces.
int LinesOf(Face face, float size_px, std::string_view text, float width_px) {
  // The page sets it a little lighter than the face measured here.
  constexpr float kLighter = 0.985f;
  const size_t lines = BrokenLines(face, size_px * kLighter, text, width_px).size();
  return std::max(static_cast<int>(lines), 1);
}

// Spreads `value` over its last digit's width, so that many dots do not stand in rows.
float Jitter(size_t i, uint32_t salt) {
  uint32_t hash = static_cast<uint32_t>(i) * 2654435761u + salt;
  hash ^= hash >> 15;
  hash *= 2246822519u;
  hash ^= hash >> 13;
  return static_cast<float>(hash & 0xFFFF) / 65536.f - 0.5f;
}

// How far from the straight way most of the shore lies: what fills the strip to two thirds.
float UsualDeparture(const GradientReply& reply) {
  std::vector<int> shore;
  for (const WayPlace& place : reply.shore) shore.push_back(std::abs(int{place.departure}));
  if (shore.empty()) return 20;
  const auto at = shore.begin() + static_cast<std::ptrdiff_t>(shore.size() * 8 / 10);
  std::nth_element(shore.begin(), at, shore.end());
  return std::max(static_cast<float>(*at), 3.f);
}

// What the disc of the current stop takes beside its place, with its white edge.
constexpr float kDiscRoom_px = 14;

// The few that are far out are drawn nearer, so that all stay in the strip and in their order.
float AcrossPx(const StripFrame& strip, float departure, float usual) {
  float reach = strip.width_px * (strip.width_px < 100 ? 0.3f : 0.42f);
  if (strip.is_slim()) reach = std::min(reach, strip.width_px / 2 - kDiscRoom_px);
  const float share = departure / usual;
  return strip.middle_px() + reach * share / std::sqrt(1 + share * share);
}

// How far along each stop is, ends included, never falling.
std::vector<float> ProgressOf(const GradientReply& reply) {
  std::vector<float> along{0};
  for (const GradientStop& stop : reply.stops) {
    along.push_back(std::max(along.back() + 0.5f, static_cast<float>(stop.place.progress)));
  }
  along.push_back(std::max(along.back() + 0.5f, 255.f));
  return along;
}

}  // namespace

int RowsShown(const SentencesState& state, const View& view) {
  const int all = std::max(state.stop_count(), 1);
  if (view.page_width_px <= 0) return all;
  const bool is_slim = view.page_width_px <= 400;
  if (IsFigure(view)) {
    // What both ends and the bar leave; where words are many to a line's width, a line is two.
    const float left_px = view.page_height_px - (is_slim ? 181.f : 155.f);
    return std::clamp(static_cast<int>(left_px / (is_slim ? 80.f : 43.f)), 1, all);
  }
  const bool is_small = view.page_height_px <= 520 && view.page_width_px <= 700;
  return is_small ? std::min(all, is_slim ? 3 : 5) : all;
}

bool IsRowShown(const SentencesState& state, int stop, int rows) {
  const int all = state.stop_count();
  const int middle = std::clamp(state.current(), 1, std::max(all, 1));
  const int first = std::clamp(middle - rows / 2, 1, std::max(all - rows + 1, 1));
  return stop >= first && stop < first + rows;
}

std::vector<float> EstimatedHeights(const SentencesState& state, const View& view) {
  const RowMeasures rows = MeasuresFor(view.page_width_px, view.page_height_px, IsFigure(view));
  const int shown = RowsShown(state, view);
  const int last = state.stop_count() + 1;
  std::vector<float> heights(static_cast<size_t>(last) + 1, -1);
  float y = rows.top_px;
  for (int stop = 0; stop <= last; ++stop) {
    const bool is_end = stop == 0 || stop == last;
    if (!is_end && !IsRowShown(state, stop, shown)) continue;
    if (stop == last) y += rows.before_last_px;
    const float line = is_end ? rows.end_line_px : rows.line_px;
    const float words =
        line * static_cast<float>(LinesOf(
                   Face::kWordMedium, is_end ? rows.end_size_px : rows.size_px,
                   LineAt(state, stop).text, is_end ? rows.end_width_px : rows.text_width_px));
    // An end has its dashed line below it.
    heights[static_cast<size_t>(stop)] = y + (is_end ? 1.5f : rows.row_above_px) + words / 2;
    y += is_end ? words
                : std::max(rows.row_above_px + words + rows.row_below_px, rows.least_row_px) +
                      (stop == state.current() ? rows.actions_px : 0);
    if (stop == 0) y += rows.after_end_px;
  }
  return heights;
}

StripFrame StripOf(const SentencesState& state, const View& view) {
  StripFrame strip{{view.viewport.width_px, view.viewport.height_px}, {}};
  const size_t count = static_cast<size_t>(state.stop_count()) + 2;
  const std::vector<float>& measured = state.measured_y_px;
  const bool is_measured = measured.size() >= count && measured[0] > 0 && measured[count - 1] > 0;
  strip.y_px = is_measured ? std::vector<float>(measured.begin(),
                                                measured.begin() + static_cast<long>(count))
                           : EstimatedHeights(state, view);
  // Stops whose rows are not there lie evenly between those that are.
  for (size_t i = 1; i + 1 < count; ++i) {
    if (strip.y_px[i] > 0) continue;
    size_t next = i;
    while (next + 1 < count && strip.y_px[next] <= 0) ++next;
    const float step = (strip.y_px[next] - strip.y_px[i - 1]) / static_cast<float>(next - i + 1);
    strip.y_px[i] = strip.y_px[i - 1] + step;
  }
  return strip;
}

std::vector<Point2> StopPlaces(const SentencesState& state, const StripFrame& strip) {
  std::vector<Point2> places;
  if (!state.shown || strip.y_px.size() != static_cast<size_t>(state.stop_count()) + 2)
    return places;
  const GradientReply& reply = state.shown->reply;
  const float usual = UsualDeparture(reply);
  places.push_back({strip.middle_px(), strip.y_px.front()});
  for (size_t i = 0; i < reply.stops.size(); ++i) {
    places.push_back({AcrossPx(strip, reply.stops[i].place.departure, usual), strip.y_px[i + 1]});
  }
  places.push_back({strip.middle_px(), strip.y_px.back()});
  return places;
}

std::shared_ptr<const PointTable> ShoreDots(const SentencesState& state, const StripFrame& strip,
                                            uint64_t version) {
  auto table = std::make_shared<PointTable>();
  table->version = version;
  table->palette = Palette::kPlain;
  if (!state.shown || strip.y_px.size() != static_cast<size_t>(state.stop_count()) + 2)
    return table;
  const GradientReply& reply = state.shown->reply;
  const std::vector<float> along = ProgressOf(reply);
  const float usual = UsualDeparture(reply);
  for (size_t i = 0; i < reply.shore.size(); ++i) {
    const float progress = reply.shore[i].progress + Jitter(i, 17);
    const auto after = std::ranges::upper_bound(along, progress);
    const auto hop = static_cast<size_t>(std::clamp<std::ptrdiff_t>(
        after - along.begin() - 1, 0, static_cast<std::ptrdiff_t>(along.size()) - 2));
    const float share = (progress - along[hop]) / (along[hop + 1] - along[hop]);
    const float step_px = strip.y_px[hop + 1] - strip.y_px[hop];
    // Two hops of unlike length would show an edge where they meet.
    const float y = strip.y_px[hop] + share * step_px + 44 * Jitter(i, 92821);
    const float x = AcrossPx(strip, reply.shore[i].departure + Jitter(i, 4711), usual);
    const Point2 world = strip.WorldOf(Point2{x, y});
    if (std::fabs(world.x) > 1 || std::fabs(world.y) > 1) continue;
    table->codes.push_back(static_cast<uint16_t>(std::lround((world.x + 1) * 32767.5f)));
    table->codes.push_back(static_cast<uint16_t>(std::lround((world.y + 1) * 32767.5f)));
    table->hues.push_back(0);
    // Where there is little room most of them recede, or the land would be covered.
    table->flags.push_back(i % (strip.width_px < 100 ? 12 : 4) == 0 ? 0 : kDimmedFlag);
  }
  return table;
}

}  // namespace meander
