// See line_bench.h.
#include "cli/line_bench.h"

#include "base/files.h"
#include "base/json_reader.h"
#include "cli/disk_engine.h"
#include "cli/head_file.h"

namespace meander {
namespace {

constexpr RequestId kId = 1;

}  // namespace

Result<std::vector<SentencePair>> ReadPairs(const std::filesystem::path& file) {
  TRY(const std::string text, ReadTextFile(file));
  std::vector<SentencePair> pairs;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    TRY(const Json json, ParseJson(line, "A pair"));
    const bool is_pair = json.is_object() && json.contains("a") && json.contains("b") &&
                         json["a"].is_string() && json["b"].is_string();
    if (!is_pair) {
      return Fail(ErrorCode::kInvalidInput,
                  "Every line of a file of pairs is {\"a\": …, \"b\": …}.");
    }
    pairs.push_back({json["a"].get<std::string>(), json["b"].get<std::string>()});
  }
  return pairs;
}

template <class Attempt>
auto LineBench::Insist(Attempt attempt) -> decltype(attempt()) {
  for (;;) {
    auto answer = attempt();
    if (!answer || *answer) return answer;
    while (desk_.reader.Step()) {
    }
    for (const FileWanted& file : desk_.files.TakeWanted()) {
      desk_.files.Deliver(file.file_id, ReadFile(file.url));
    }
  }
}

Result<std::unique_ptr<LineBench>> LineBench::Open(const std::filesystem::path& pack,
                                                   const std::filesystem::path& model) {
  auto bench = std::make_unique<LineBench>();
  Desk& desk = bench->desk_;
  TRY(HeadOnDisk head, ReadHeadOnDisk(pack, kPackHead));
  TRY([[maybe_unused]] const auto opened,
      AnswerOpenPack(desk, {head.folder, std::move(head.bytes)}, kId));
  if (Result<HeadOnDisk> reader = ReadHeadOnDisk(model, kModelHead)) {
    TRY([[maybe_unused]] const auto read,
        AnswerOpenModel(desk, {reader->folder, std::move(reader->bytes)}, kId));
    bench->has_reader_ = true;
  }
  const SpaceShares all{bench->has_reader_ ? 34 : 0, 33, 33};
  TRY([[maybe_unused]] const bool ready, bench->Insist([&]() -> Result<bool> {
    bool again = false;
    return desk.lines.Prepare(all, kId, again);
  }));
  return bench;
}

Result<LineQuery> LineBench::Query(const std::string& text) {
  if (const auto at = queries_.find(text); at != queries_.end()) return at->second;
  const SpaceShares all{has_reader_ ? 34 : 0, 33, 33};
  bool looks_english = true;
  TRY(auto query, Insist([&] { return desk_.ReadLine(text, all, looks_english); }));
  return queries_[text] = std::move(*query);
}

Result<ComparedPair> LineBench::Compare(const SentencePair& pair, SpaceShares shares) {
  GradientQuestion question;
  question.shares = shares;
  question.weights = WeightsOf(kUsualScenic);
  question.steps = kUsualStops;
  question.ranges = {{0, line_count()}};
  TRY(LineQuery a, Query(pair.a));
  TRY(LineQuery b, Query(pair.b));
  question.fixed = {{-1, a, pair.a, kTypedLine}, {kUsualStops, b, pair.b, kTypedLine}};
  GradientSearch search(
      desk_.lines.space(), desk_.lines.small_words(),
      [&](uint32_t line) { return desk_.lines.TextOf(line); }, std::move(question));
  while (search.Step()) {
  }
  if (!search.found()) return std::unexpected(search.found().error());
  const auto score = [&](const std::vector<uint32_t>& lines) -> Result<FoundLines> {
    FoundLines found;
    MeasuredGradient measured{{pair.a}, {desk_.lines.space().RowOf(a, shares)}};
    for (const uint32_t line : lines) {
      found.lines.emplace_back(desk_.lines.TextOf(line));
      TRY(const LineQuery query, Query(found.lines.back()));
      measured.texts.push_back(found.lines.back());
      measured.rows.push_back(desk_.lines.space().RowOf(query, shares));
    }
    measured.texts.push_back(pair.b);
    measured.rows.push_back(desk_.lines.space().RowOf(b, shares));
    found.scores = Measure(measured);
    return found;
  };
  std::vector<uint32_t> nearest, ours;
  for (const std::vector<uint32_t>& candidates : search.candidates()) {
    nearest.push_back(candidates.front());
  }
  for (const FoundStop& stop : search.found()->stops) ours.push_back(stop.line);
  ComparedPair compared;
  TRY(compared.nearest, score(nearest));
  TRY(compared.skip, score(search.sketch()));
  TRY(compared.ours, score(ours));
  return compared;
}

}  // namespace meander
