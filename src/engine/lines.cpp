// What else can be asked about lines: the cloud around one, its place, its sounds, a pair of them,
// and a text of the reader's own.
#include <algorithm>

#include "base/rng.h"
#include "base/utf8.h"
#include "engine/answers.h"

namespace meander {
namespace {

constexpr double kCosine = 1.0 / kCosineOne;
constexpr uint32_t kOwnLinesATold = 8;  // between two words about progress
constexpr size_t kMostOwnLines = 60'000;

Result<std::string> TextOfName(const LineStore& store, const LineName& name) {
  if (name.item == kNoLine) return name.text;
  const auto line = store.LineOf(name.item);
  if (!line) return Fail(ErrorCode::kNotFound, "That line is not here any more.");
  return std::string(store.TextOf(*line));
}

CosinePairs CosinesTo(const LineStore& store, const LineQuery& a, const LineQuery& b,
                      SpaceShares shares, const AllowedLines& allowed) {
  CosinePairs cosines;
  for (const auto& [first, last] : allowed.ranges()) {
    store.space().CosinesToTwo(a, b, shares, first, last, cosines);
  }
  return cosines;
}

// A line that a stranger can begin with: some words, no name, a plain end.
bool IsGoodEnd(std::string_view text) {
  const size_t words = WordsOf(text).size();
  const bool is_plain = text.find_first_of(";:\"") == std::string_view::npos;
  return words >= 4 && words <= 9 && is_plain && text.ends_with('.') && !HasName(text);
}

// Searches that run over the reader's own lines begin again when these go.
void ForgetOwn(Desk& desk) {
  desk.lines.ForgetOwn();
  desk.gradient_memory = {};
  for (auto& [id, job] : desk.gradients) {
    job.search.reset();
    job.question.reset();
  }
}

}  // namespace

Answer AnswerCloud(Desk& desk, const CloudRequest& request, RequestId id) {
  const SpaceShares shares = SharesOf(request.mix);
  TRY(const bool is_ready, desk.lines.Prepare(shares, id, desk.again));
  if (!is_ready) return std::nullopt;
  TRY(const std::string text, TextOfName(desk.lines, request.line));
  bool looks_english = true;
  TRY(auto middle, desk.ReadLine(text, shares, looks_english));
  const bool has_way = !request.a.empty() && !request.b.empty();
  std::optional<LineQuery> a, b;
  if (has_way) {
    TRY(a, desk.ReadLine(request.a, shares, looks_english));
    TRY(b, desk.ReadLine(request.b, shares, looks_english));
  }
  if (!middle || (has_way && (!a || !b))) return std::nullopt;
  TRY(auto ranges, RangesOf(desk.lines, request.stock, request.within_shelf));
  const AllowedLines allowed(std::move(ranges));
  const CosinePairs cosines = CosinesTo(desk.lines, *middle, *middle, shares, allowed);
  const auto words_of = [&](std::string_view line) {
    return WordSetOf(line, &desk.lines.small_words());
  };
  std::vector<WordSet> said{words_of(text)};
  const MixedRow middle_row = desk.lines.space().RowOf(*middle, shares);
  std::optional<Way> way;
  MixedRow row_a, row_b;
  if (has_way) {
    row_a = desk.lines.space().RowOf(*a, shares);
    row_b = desk.lines.space().RowOf(*b, shares);
    way.emplace(CosineOf(row_a, row_b), middle_row, CosineOf(middle_row, row_a),
                CosineOf(middle_row, row_b));
  }
  CloudReply reply;
  for (const uint32_t index : PointOnWay(1, 0).Nearest(cosines, size_t{8} * request.count)) {
    if (reply.lines.size() == request.count) break;
    const uint32_t line = allowed.LineAt(index);
    const WordSet words = words_of(desk.lines.TextOf(line));
    if (std::ranges::any_of(said, [&](const WordSet& other) { return AreTwins(other, words); })) {
      continue;
    }
    said.push_back(words);
    CloudLine out{
        ChoiceOf(desk.lines, line), static_cast<float>(cosines[index].first * kCosine), {}};
    if (way) {
      const MixedRow row = desk.lines.space().RowOf(line, shares);
      const PlaceOnWay place = way->PlaceOf(CosineOf(row, row_a), CosineOf(row, row_b), row);
      out.place = {static_cast<uint8_t>(place.progress), static_cast<int8_t>(place.across)};
    }
    reply.lines.push_back(std::move(out));
  }
  return reply;
}

Answer AnswerLinePlace(Desk& desk, const LinePlaceRequest& request, RequestId id) {
  TRY(const bool is_ready, desk.lines.PrepareLines(id));
  if (!is_ready) return std::nullopt;
  const auto line = desk.lines.LineOf(request.item);
  if (!line) return Fail(ErrorCode::kNotFound, "That line is not here any more.");
  LinePlaceReply reply;
  reply.line = ChoiceOf(desk.lines, *line);
  if (*line >= desk.lines.pack_count()) return reply;
  TRY(auto place, desk.lines.PlaceOf(*line, id));
  TRY(auto passage, desk.lines.PassageOf(*line, id));
  if (!place || !passage) return std::nullopt;
  reply.place = std::move(*place);
  reply.passage = std::move(passage->text);
  reply.begin = passage->begin;
  reply.end = passage->end;
  return reply;
}

Answer AnswerLineSounds(Desk& desk, const LineSoundsRequest& request, RequestId id) {
  TRY(const bool is_ready, desk.lines.PrepareSounds(id));
  if (!is_ready) return std::nullopt;
  LineSoundsReply reply;
  for (const std::string& text : request.texts) {
    std::vector<WordSound>& words = reply.lines.emplace_back();
    for (const SpokenWord& word : Speak(desk.lines.phones(), text)) {
      words.push_back(
          {word.begin, word.end, NamesOfPhones(word.phones), RhymeNumber(RhymeOf(word.phones))});
    }
  }
  return reply;
}

Answer AnswerLinePair(Desk& desk, const LinePairRequest& request, RequestId id) {
  TRY(const bool is_ready, desk.lines.PrepareLines(id));
  if (!is_ready) return std::nullopt;
  TRY(auto ranges, RangesOf(desk.lines, LineStock::kShelves, request.within_shelf));
  const AllowedLines allowed(std::move(ranges));
  constexpr int kTries = 2000;
  Rng rng(request.seed);
  std::vector<uint32_t> ends;
  for (int i = 0; i < kTries && ends.size() < 2; ++i) {
    const uint32_t line = allowed.LineAt(rng.Below(allowed.size()));
    const bool is_near = !ends.empty() && request.within_shelf == kNoShelf &&
                         desk.lines.ShelfOf(line) == desk.lines.ShelfOf(ends[0]) &&
                         desk.lines.shelves().shelves.size() > 1;
    const bool is_first = ends.empty() || ends[0] == line;
    if (is_near || (!ends.empty() && is_first) || !IsGoodEnd(desk.lines.TextOf(line))) continue;
    ends.push_back(line);
  }
  if (ends.size() < 2)
    return Fail(ErrorCode::kNotFound, "There are too few lines here for a pair.");
  return LinePairReply{ChoiceOf(desk.lines, ends[0]), ChoiceOf(desk.lines, ends[1])};
}

Answer AnswerOwnText(Desk& desk, const OwnTextRequest& request, RequestId id) {
  if (request.bytes.empty()) {
    TRY(const bool is_ready, desk.lines.PrepareLines(id));
    if (!is_ready) return std::nullopt;
    ForgetOwn(desk);
    return OwnTextReply{};
  }
  const auto [at, is_new] = desk.own_texts.try_emplace(id);
  OwnTextJob& job = at->second;
  if (is_new) {
    TRY(PlainText plain, PlainTextOf(request.bytes));
    job.text = std::move(plain.text);
    job.was_latin_1 = plain.was_latin_1;
    job.sentences = FindSentences(job.text);
    if (job.sentences.lines.empty()) {
      return Fail(ErrorCode::kInvalidInput, "There is no sentence of 3 to 16 words in that text.");
    }
    if (job.sentences.lines.size() > kMostOwnLines) {
      job.sentences.skipped += static_cast<uint32_t>(job.sentences.lines.size() - kMostOwnLines);
      job.sentences.lines.resize(kMostOwnLines);
    }
  }
  if (job.next == 0) {
    TRY(const bool is_ready, desk.lines.Prepare({100, 0, 0}, id, desk.again));
    if (!is_ready) return std::nullopt;
  }
  const auto [begin, end] = job.sentences.lines[job.next];
  const std::string line = job.text.substr(begin, end - begin);
  TRY(const std::optional<Reading> reading, desk.ReadForLines(line));
  if (!reading) return std::nullopt;
  if (job.next == 0) ForgetOwn(desk);
  desk.lines.AddOwn(line, reading->vector);
  ++job.next;
  const auto total = static_cast<uint32_t>(job.sentences.lines.size());
  if (job.next < total) {
    if (job.next % kOwnLinesATold == 1) {
      desk.sketches.push_back({0, OwnTextProgressReply{static_cast<uint32_t>(job.next), total}});
    }
    desk.again = true;
    return std::nullopt;
  }
  return OwnTextReply{total, job.sentences.skipped, job.was_latin_1};
}

}  // namespace meander
