// Why two articles are near: their texts and the reader first, then one reading a slice.
#include "engine/answers.h"

namespace meander {
namespace {

constexpr size_t kMostTitleBytes = 1000;
constexpr size_t kPairsTold = 5;

WhyReply::Side SideOf(const WhyNear& why, int side, bool with_words) {
  const WhySide& of = why.side(side);
  const TextPart& sentence = of.sentences[of.chosen];
  WhyReply::Side out;
  out.sentence = why.text(side).text.substr(sentence.begin, sentence.end - sentence.begin);
  out.is_title = sentence.end <= why.text(side).head_bytes;
  if (!with_words) return out;
  // Text whose marks stand before their letters has pieces that overlap; such a word is told empty.
  uint32_t end = sentence.begin;
  for (const WhyWord& word : of.words) {
    const bool is_apart = word.part.begin >= end && word.part.end <= sentence.end;
    const uint32_t begin = is_apart ? word.part.begin : end;
    if (is_apart) end = word.part.end;
    out.words.push_back({begin - sentence.begin, end - sentence.begin, word.brings});
  }
  return out;
}

WhyReply ReplyOf(const WhyNear& why, std::optional<float> by_spelling) {
  WhyReply reply;
  reply.by_spelling = by_spelling;
  reply.is_whole = why.is_whole();
  reply.a = SideOf(why, 0, reply.is_whole);
  reply.b = SideOf(why, 1, reply.is_whole);
  reply.closeness = why.closeness();
  reply.without = why.without();
  reply.alone = why.alone();
  reply.sum_of_pairs = why.sum_of_pairs();
  for (const WhyPair& pair : why.StrongestWords(kPairsTold)) {
    reply.pairs.push_back({pair.a, pair.b, pair.brings});
  }
  return reply;
}

}  // namespace

Answer AnswerWhy(Desk& desk, const WhyRequest& request, RequestId id) {
  if (!desk.reader.is_open()) return Fail(ErrorCode::kNotFound, "No reader has been opened yet.");
  if (std::max(request.title_a.size(), request.title_b.size()) > kMostTitleBytes) {
    return Fail(ErrorCode::kInvalidInput, "No article has a title as long as that.");
  }
  const auto spelling = desk.library.SpellingOf(id);  // a mark less is no reason not to answer
  std::unique_ptr<WhyNear>& why = desk.whys[id];
  if (why == nullptr) {
    if (desk.library.is_open() && desk.library.head().encoder_id != desk.reader.encoder_id()) {
      return Fail(ErrorCode::kMismatch, "This map was read by another reader than the one here.");
    }
    // Both texts and the reader come side by side.
    std::string texts[2];
    bool all_here = true;
    for (int side = 0; side < 2; ++side) {
      TRY(const Article* article, desk.library.ArticleOf(side == 0 ? request.a : request.b, id));
      if (article != nullptr) texts[side] = article->text;
      all_here &= article != nullptr;
    }
    const std::string* titles[] = {&request.title_a, &request.title_b};
    for (int side = 0; side < 2; ++side) {
      TRY(const bool can_read, desk.reader.CanRead(*titles[side] + ". " + texts[side]));
      all_here &= can_read;
    }
    if ((spelling && *spelling == nullptr) || !all_here) return std::nullopt;
    const WordPiece& pieces = desk.reader.pieces();
    why = std::make_unique<WhyNear>(pieces, MakeWhyText(pieces, request.title_a, texts[0]),
                                    MakeWhyText(pieces, request.title_b, texts[1]));
  }
  const bool had_sentences = why->has_sentences();
  TRY(const bool more, why->Step(desk.reader.encoder()));
  std::optional<float> by_spelling;
  if (spelling && *spelling != nullptr) {
    by_spelling = SpellingLeft(**spelling, request.a, request.b);
  }
  if (!more) return ReplyOf(*why, by_spelling);
  if (why->has_sentences() && !had_sentences) {
    desk.sketches.push_back({0, ReplyOf(*why, by_spelling)});
  }
  desk.again = true;
  return std::nullopt;
}

ProgressReply WhyProgress(const Desk& desk, RequestId id) {
  ProgressReply progress = desk.reader.ProgressFor("");
  const auto at = desk.whys.find(id);
  if (at == desk.whys.end() || at->second == nullptr) return progress;
  progress.readings_done = static_cast<uint32_t>(at->second->readings_done());
  progress.readings_in_all = static_cast<uint32_t>(at->second->readings_in_all());
  return progress;
}

}  // namespace meander
