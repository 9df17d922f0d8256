// "Why here?", unfolded below a row: the two sentences with what each word does, the words that go
// together, and what all this leaves unexplained.
#include <algorithm>
#include <cmath>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page_parts.h"

namespace meander {
namespace {

constexpr size_t kPairsShown = 3;
// Shares of the strongest word from which a word is marked, and marked more strongly. Below the
// floor nothing is: two decimals would call it nothing.
constexpr float kMarked = 0.12f, kMiddling = 0.3f, kStrong = 0.6f, kFloor = 0.005f;
// A smaller change than this is not worth the name.
constexpr float kLittle = 0.02f;

float StrongestOf(const WhyReply& why) {
  float most = kFloor;
  for (const WhyReply::Side* side : {&why.a, &why.b}) {
    for (const WhyReply::Word& word : side->words) most = std::max(most, std::abs(word.brings));
  }
  return most;
}

// 0: not marked; 1 to 3: how strongly.
int LevelOf(float brings, float strongest) {
  const float share = std::abs(brings) / strongest;
  if (std::abs(brings) < kFloor || share < kMarked) return 0;
  return share >= kStrong ? 3 : share >= kMiddling ? 2 : 1;
}

std::string WordOf(const WhyReply::Side& side, const WhyReply::Word& word) {
  return side.sentence.substr(word.begin, word.end - word.begin);
}

std::string Signed(float value) {
  const std::string digits = TwoDecimals(std::abs(value));
  return (digits == "0.00" ? "" : value < 0 ? "−" : "+") + digits;
}

PageNode SentencePart(std::string_view key, const WhyReply::Side& side, float strongest) {
  PageNode part = Paragraph(key, "why-sentence", {});
  size_t at = 0;
  const auto add = [&](size_t end, std::string_view style) {
    if (end <= at) return;
    part.children.push_back(Node(PageKind::kText, "t" + std::to_string(at), style,
                                 std::string_view(side.sentence).substr(at, end - at)));
    at = end;
  };
  for (const WhyReply::Word& word : side.words) {
    const int level = LevelOf(word.brings, strongest);
    if (level == 0) continue;
    add(word.begin, {});
    add(word.end, (word.brings > 0 ? "plus plus-" : "minus minus-") + std::to_string(level));
  }
  add(side.sentence.size(), {});
  return part;
}

// What the marks show, in words.
std::string MirrorOf(const WhyReply::Side& side, const std::string& title, float strongest) {
  std::string words;
  for (const WhyReply::Word& word : side.words) {
    if (LevelOf(word.brings, strongest) == 0) continue;
    words += (words.empty() ? "" : ", ") + WordOf(side, word) + " " + Signed(word.brings);
  }
  return words.empty() ? std::string()
                       : Fill(words::kWhyMirror, {{"title", title}, {"words", words}});
}

void AddSide(const std::string& key, const WhyReply::Side& side, const std::string& title,
             float strongest, PageNode& into) {
  const std::string name = side.is_title ? Fill(words::kWhyItsTitle, {{"title", title}}) : title;
  into.children.push_back(Paragraph(key + "-title", "small why-title", name));
  into.children.push_back(SentencePart(key, side, strongest));
  const std::string mirror = MirrorOf(side, title, strongest);
  if (mirror.empty()) return;
  PageNode words = Paragraph(key + "-mirror", {}, mirror);
  words.show = PageShow::kReaderOnly;
  into.children.push_back(std::move(words));
}

PageNode LegendPart() {
  PageNode legend = Paragraph("legend", "small why-legend", {});
  legend.children.push_back(Node(PageKind::kText, "plus", "plus plus-2", words::kWhyTogether));
  legend.children.push_back(Node(PageKind::kText, "minus", "minus minus-2", words::kWhyApart));
  return legend;
}

void AddPairs(const WhyReply& why, PageNode& into) {
  PageNode list = Node(PageKind::kList, "pairs", "why-pairs");
  list.label = words::kWhyPairs;
  for (const WhyReply::Pair& pair : why.pairs) {
    const std::string a = WordOf(why.a, why.a.words[pair.a]);
    const std::string b = WordOf(why.b, why.b.words[pair.b]);
    if (a.empty() || b.empty() || pair.brings < kFloor) continue;
    if (list.children.size() == kPairsShown) break;
    PageNode row =
        Node(PageKind::kItem, std::to_string(pair.a) + "-" + std::to_string(pair.b), "why-pair");
    row.children.push_back(
        Node(PageKind::kText, "words", {}, Fill(words::kWhyPair, {{"a", a}, {"b", b}})));
    row.children.push_back(Node(PageKind::kText, "number", "number", Signed(pair.brings)));
    list.children.push_back(std::move(row));
  }
  if (list.children.empty()) return;
  into.children.push_back(Paragraph("pairs-title", "small why-title", words::kWhyPairs));
  into.children.push_back(std::move(list));
}

// With a minus sign of print, not a hyphen.
std::string Plain(float value) {
  const std::string digits = TwoDecimals(std::abs(value));
  return (value < 0 && digits != "0.00" ? "−" : "") + digits;
}

// Sums that a reader can follow: the difference of what is printed, not of what was rounded.
std::string SumLine(const WhyReply& why) {
  const auto hundredths = [](float value) { return std::lround(value * 100); };
  const long rest = hundredths(why.alone) - hundredths(why.sum_of_pairs);
  return Fill(rest < 0 ? words::kWhySumOver : words::kWhySum,
              {{"alone", Plain(why.alone)},
               {"sum", Plain(why.sum_of_pairs)},
               {"rest", TwoDecimals(static_cast<float>(std::labs(rest)) / 100)}});
}

void AddAnswer(const IdeasState& state, PageNode& into) {
  const WhyReply& why = *state.why.reply;
  const float closeness = state.why.closeness.value_or(why.closeness);
  const bool is_little = closeness - why.without < kLittle;
  into.children.push_back(
      Paragraph("lead", "why-lead",
                Fill(is_little ? words::kWhyLittle : words::kWhyWithout,
                     {{"close", TwoDecimals(closeness)}, {"without", TwoDecimals(why.without)}})));
  if (why.by_spelling) {
    into.children.push_back(
        Paragraph("spelling", "why-spelling",
                  Fill(words::kWhySpelling, {{"left", Plain(std::max(*why.by_spelling, 0.f))}})));
  }
  const float strongest = StrongestOf(why);
  AddSide("a", why.a, state.map.TitleOf(state.why.from), strongest, into);
  AddSide("b", why.b, state.map.TitleOf(state.why.to), strongest, into);
  if (!why.is_whole) return;
  into.children.push_back(LegendPart());
  AddPairs(why, into);
  into.children.push_back(Paragraph("sum", "small", SumLine(why)));
  into.children.push_back(Paragraph("limits", "small", words::kWhyLimits));
}

void AddProgress(const ProgressReply& progress, PageNode& into) {
  if (progress.readings_in_all == 0) {
    into.children.push_back(
        Paragraph("fetching", "small",
                  Fill(words::kSearchFetching, {{"done", Megabytes(progress.bytes_done)},
                                                {"size", Megabytes(progress.bytes_total)}})));
    return;
  }
  into.children.push_back(
      Paragraph("reading", "small",
                Fill(words::kWhyReading, {{"done", std::to_string(progress.readings_done)},
                                          {"count", std::to_string(progress.readings_in_all)}})));
  PageNode bar = Node(PageKind::kBar, "bar", "why-bar");
  bar.value = std::min(
      static_cast<float>(progress.readings_done) / static_cast<float>(progress.readings_in_all),
      1.f);
  into.children.push_back(std::move(bar));
}

}  // namespace

void AddWhy(const IdeasState& state, WhyPlace place, uint32_t from, uint32_t to,
            std::string_view argument, PageNode& row) {
  constexpr std::string_view kOpens[] = {"why-nearest", "why-stop", "why-step"};
  const bool is_open = state.why.IsAt(place, from, to);
  PageNode button =
      Button("why", "why", words::kWhyAsk, kOpens[static_cast<size_t>(place)], argument);
  button.label =
      Fill(words::kWhyAskLabel, {{"from", state.map.TitleOf(from)}, {"to", state.map.TitleOf(to)}});
  button.pressed = is_open;
  row.children.push_back(std::move(button));
  if (!is_open) return;
  row.style += " unfolded";
  PageNode part = Group("why-part", "why-part", "group");
  part.label = button.label;
  part.on_escape = "why-close";
  if (state.why.asks_to_fetch) {
    part.children.push_back(
        Paragraph("ask", "small", Fill(words::kWhyFetch, {{"size", Megabytes(kModelBytes)}})));
    part.children.push_back(Button("fetch", "button", words::kSearchFetchButton, "why-fetch"));
  }
  if (state.why.reply) AddAnswer(state, part);
  if (state.why.request != 0) AddProgress(state.why.progress, part);
  if (!state.why.error.empty()) {
    part.children.push_back(Paragraph("error", "small", state.why.error));
    part.children.push_back(Button("again", "button", words::kErrorTryAgain, "why-again"));
  }
  row.children.push_back(std::move(part));
}

}  // namespace meander
