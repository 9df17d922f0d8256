// The lines between two sentences.
#include <algorithm>

#include "base/sort.h"
#include "engine/answers.h"
#include "engine/line_words.h"

namespace meander {
namespace {

constexpr double kCosine = 1.0 / kCosineOne;

// Every word of both, in order.
bool SayTheSame(std::string_view a, std::string_view b) {
  return std::ranges::equal(WordsOf(a), WordsOf(b), {}, NumberOfWord, NumberOfWord);
}

Result<void> Check(const LineStore& store, const GradientRequest& request) {
  if (WordsOf(request.a).empty() || WordsOf(request.b).empty()) {
    return Fail(ErrorCode::kInvalidInput, "Both ends need a sentence.");
  }
  if (request.pins.empty() && SayTheSame(request.a, request.b)) {
    return Fail(ErrorCode::kInvalidInput, "Both ends say the same, so nothing lies between them.");
  }
  for (const LinePin& pin : request.pins) {
    const bool is_typed = pin.line.item == kNoLine;
    if (is_typed ? WordsOf(pin.line.text).empty() : !store.LineOf(pin.line.item)) {
      return Fail(ErrorCode::kNotFound, "One of the pinned lines is not here any more.");
    }
  }
  return {};
}

// The ends and the pins, by stop, read as the mix needs it; nullopt while the reader is coming.
Result<std::optional<std::vector<FixedLine>>> ReadFixed(Desk& desk, const GradientRequest& request,
                                                        bool& looks_english) {
  std::vector<FixedLine> fixed;
  fixed.push_back({-1, {}, request.a, kTypedLine});
  for (const LinePin& pin : request.pins) {
    const auto line = desk.lines.LineOf(pin.line.item);
    fixed.push_back({pin.stop,
                     {},
                     line ? std::string(desk.lines.TextOf(*line)) : pin.line.text,
                     line.value_or(kTypedLine)});
  }
  fixed.push_back({request.steps, {}, request.b, kTypedLine});
  for (FixedLine& line : fixed) {
    TRY(auto query, desk.ReadLine(line.text, SharesOf(request.mix), looks_english));
    if (!query) return std::nullopt;
    line.query = std::move(*query);
  }
  return fixed;
}

Result<std::optional<GradientQuestion>> Understand(Desk& desk, const GradientRequest& request,
                                                   RequestId id, bool& looks_english) {
  GradientQuestion question;
  question.shares = SharesOf(request.mix);
  question.steps = request.steps;
  question.weights = WeightsOf(request.scenic);
  TRY(question.ranges, RangesOf(desk.lines, request.stock, request.within_shelf));
  TRY(auto fixed, ReadFixed(desk, request, looks_english));
  const bool needs_sounds = std::ranges::any_of(
      request.vias, [](const std::string& via) { return via.starts_with(kRhymePrefix); });
  if (needs_sounds) {
    TRY(const bool has_sounds, desk.lines.PrepareSounds(id));
    if (!has_sounds) return std::nullopt;
  }
  if (!fixed) return std::nullopt;
  question.fixed = std::move(*fixed);
  for (const std::string& via : request.vias) {
    TRY(std::vector<uint32_t> lines, LinesWith(desk.lines, via, question.ranges));
    question.vias.push_back(std::move(lines));
  }
  for (const uint32_t item : request.banned) {
    if (const auto line = desk.lines.LineOf(item)) question.banned.push_back(*line);
  }
  SortNumbers(question.banned);
  return question;
}

GradientReply ReplyOf(const LineStore& store, const GradientRequest& request,
                      const FoundGradient& found, bool looks_english) {
  GradientReply reply;
  const auto place_of = [](const PlaceOnWay& place) {
    return WayPlace{static_cast<uint8_t>(place.progress), static_cast<int8_t>(place.across)};
  };
  for (size_t i = 0; i < found.stops.size(); ++i) {
    const FoundStop& stop = found.stops[i];
    GradientStop out;
    if (stop.line == kTypedLine) {
      const auto pin = std::ranges::find(request.pins, i, &LinePin::stop);
      out.line = {kNoLine, kNoShelf, pin->line.text};
    } else {
      out.line = ChoiceOf(store, stop.line);
    }
    out.to_a = static_cast<float>(stop.to_a * kCosine);
    out.to_b = static_cast<float>(stop.to_b * kCosine);
    out.step = static_cast<float>(RadiansOf(stop.step));
    out.place = place_of(stop.place);
    for (const uint32_t other : stop.others) out.others.push_back(ChoiceOf(store, other));
    reply.stops.push_back(std::move(out));
  }
  reply.last_step = static_cast<float>(RadiansOf(found.last_step));
  reply.a_to_b = static_cast<float>(found.a_to_b * kCosine);
  reply.weakest = static_cast<uint8_t>(found.weakest);
  for (const PlaceOnWay& place : found.shore) reply.shore.push_back(place_of(place));
  reply.looks_english = looks_english;
  return reply;
}

// The stops that a reader did not choose.
std::vector<uint32_t> OwnStops(const GradientRequest& request, const FoundGradient& found) {
  std::vector<uint32_t> lines;
  for (size_t i = 0; i < found.stops.size(); ++i) {
    const bool is_pinned = std::ranges::find(request.pins, i, &LinePin::stop) != request.pins.end();
    if (!is_pinned) lines.push_back(found.stops[i].line);
  }
  return lines;
}

void BeginSearch(Desk& desk, GradientJob& job) {
  GradientQuestion question = job.free_question ? *job.free_question : *job.question;
  for (const std::vector<uint32_t>& lines : job.passed_over) {
    question.banned.insert(question.banned.end(), lines.begin(), lines.end());
  }
  SortNumbers(question.banned);
  job.search.emplace(
      desk.lines.space(), desk.lines.small_words(),
      [&lines = desk.lines](uint32_t line) { return lines.TextOf(line); }, std::move(question));
}

// Pins may be lines that the best way of all leads through as it is. Then that way stays: holding a
// stop changes no other, here or for whoever opens the link. nullopt: nothing is to be tried.
std::optional<GradientQuestion> WithoutPins(const GradientRequest& request,
                                            const GradientQuestion& question) {
  const bool has_typed = std::ranges::any_of(
      request.pins, [](const LinePin& pin) { return pin.line.item == kNoLine; });
  if (request.pins.empty() || has_typed) return std::nullopt;
  GradientQuestion free = question;
  free.fixed = {question.fixed.front(), question.fixed.back()};
  return free;
}

bool HoldsPins(const LineStore& store, const GradientRequest& request,
               const Result<FoundGradient>& found) {
  return found && std::ranges::all_of(request.pins, [&](const LinePin& pin) {
           return pin.stop < found->stops.size() &&
                  found->stops[pin.stop].line == store.LineOf(pin.line.item);
         });
}

// Answers found before for the same question, of which the job may pass over the first.
void Remember(GradientMemory& memory, GradientRequest request, uint32_t own_count,
              GradientJob& job) {
  const size_t another = std::exchange(request.another, uint8_t{0});
  if (memory.question != request || memory.own_count != own_count) {
    memory = {std::move(request), own_count, {}};
  }
  const size_t known = std::min(memory.answers.size(), another);
  job.passed_over.assign(memory.answers.begin(),
                         memory.answers.begin() + static_cast<ptrdiff_t>(known));
}

}  // namespace

LineChoice ChoiceOf(const LineStore& store, uint32_t line) {
  return {store.ItemOf(line), store.ShelfOf(line), std::string(store.TextOf(line))};
}

Result<std::vector<AllowedLines::Range>> RangesOf(const LineStore& store, LineStock stock,
                                                  uint16_t within_shelf) {
  std::vector<AllowedLines::Range> ranges;
  const uint32_t pack = store.pack_count();
  if (stock != LineStock::kOwn && within_shelf == kNoShelf) ranges.emplace_back(0, pack);
  if (stock != LineStock::kOwn && within_shelf != kNoShelf) {
    if (within_shelf >= store.shelves().shelves.size()) {
      return Fail(ErrorCode::kNotFound, "There is no such shelf in this pack.");
    }
    const Shelf& shelf = store.shelves().shelves[within_shelf];
    ranges.emplace_back(shelf.first_item, shelf.first_item + shelf.item_count);
  }
  if (stock == LineStock::kShelves) return ranges;
  if (stock == LineStock::kOwn && store.own_count() == 0) {
    return Fail(ErrorCode::kNotFound, "There are no lines of your own yet.");
  }
  ranges.emplace_back(pack, pack + store.own_count());
  return ranges;
}

Result<std::optional<Reading>> Desk::ReadForLines(const std::string& text) {
  TRY(std::optional<Reading> reading, reader.Read(text));
  // The encoder may be here before the pack's book is.
  if (!reading || lines.space().book().parts == 0) return std::nullopt;
  if (reader.encoder_id() != library.head().encoder_id ||
      lines.space().book().dim != reading->vector.size()) {
    return Fail(ErrorCode::kMismatch, "This pack was read by another reader than the one here.");
  }
  return reading;
}

Result<std::optional<LineQuery>> Desk::ReadLine(const std::string& text, SpaceShares shares,
                                                bool& looks_english) {
  if (shares.meaning == 0) return lines.QueryOf(text, shares, {});
  TRY(const std::optional<Reading> reading, ReadForLines(text));
  if (!reading) return std::nullopt;
  looks_english &= reading->looks_english;
  return lines.QueryOf(text, shares, reading->vector);
}

Answer AnswerGradient(Desk& desk, const GradientRequest& request, RequestId id) {
  GradientJob& job = desk.gradients[id];
  if (!job.question) {
    // The pack and the reader come side by side.
    TRY(const bool is_ready, desk.lines.Prepare(SharesOf(request.mix), id, desk.again));
    if (request.mix.meaning > 0 && desk.reader.is_open()) {
      TRY([[maybe_unused]] const auto reading, desk.reader.Read(request.a));
    }
    if (!is_ready) return std::nullopt;
    TRY_VOID(Check(desk.lines, request));
    TRY(job.question, Understand(desk, request, id, job.looks_english));
    if (!job.question) return std::nullopt;
    Remember(desk.gradient_memory, request, desk.lines.own_count(), job);
    job.free_question.reset();
    if (job.passed_over.empty()) job.free_question = WithoutPins(request, *job.question);
    BeginSearch(desk, job);
  }
  desk.again = job.search->Step();
  if (!job.has_sketched && !job.free_question && job.passed_over.empty() &&
      !job.search->sketch().empty()) {
    job.has_sketched = true;
    GradientSketchReply sketch;
    for (const uint32_t line : job.search->sketch()) {
      if (line != kTypedLine) sketch.stops.push_back(ChoiceOf(desk.lines, line));
    }
    desk.sketches.push_back({0, std::move(sketch)});
  }
  if (desk.again) return std::nullopt;
  const bool was_free = job.free_question.has_value();
  job.free_question.reset();
  if (was_free && !HoldsPins(desk.lines, request, job.search->found())) {
    BeginSearch(desk, job);
    desk.again = true;
    return std::nullopt;
  }
  if (!job.search->found()) return std::unexpected(job.search->found().error());
  const FoundGradient& found = *job.search->found();
  if (job.passed_over.size() == desk.gradient_memory.answers.size()) {
    desk.gradient_memory.answers.push_back(OwnStops(request, found));
  }
  if (job.passed_over.size() < request.another) {
    job.passed_over.push_back(OwnStops(request, found));
    BeginSearch(desk, job);
    desk.again = true;
    return std::nullopt;
  }
  return ReplyOf(desk.lines, request, found, job.looks_english);
}

}  // namespace meander
