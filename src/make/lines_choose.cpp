// See lines_choose.h.
#include "make/lines_choose.h"

#include <algorithm>
#include <tuple>

#include "base/hash.h"
#include "make/lines_alone.h"
#include "make/lines_split.h"
#include "pack/sections.h"

namespace meander {
namespace {

std::vector<SplitSentence> SentencesOf(const LineSource& source, std::string_view text) {
  if (source.is_running) return SplitSentences(text);
  SplitSentence whole{0, static_cast<uint32_t>(text.size()), std::string(text)};
  return {whole};
}

template <class Visit>
void ForEachSentence(const LineSource& source, const Visit& visit) {
  for (uint32_t work = 0; work < source.works.size(); ++work) {
    const auto& paragraphs = source.works[work].paragraphs;
    for (uint32_t paragraph = 0; paragraph < paragraphs.size(); ++paragraph) {
      for (SplitSentence& sentence : SentencesOf(source, paragraphs[paragraph].text)) {
        visit(ChosenLine{std::move(sentence.text), work, paragraph, sentence.begin, sentence.end});
      }
    }
  }
}

class Chooser {
 public:
  Chooser(const std::vector<LineSource>& sources, const BarList& bars, const LineWords& words)
      : bars_(bars), words_(words) {
    for (const LineSource& source : sources) {
      ForEachSentence(source, [&](ChosenLine line) {
        names_.Count(line.text);
        counts_.Count(line.text);
      });
    }
  }

  LineFault FaultOf(const LineSource& source, const ChosenLine& line) {
    if (const LineFault shape = FaultOfShape(line.text); shape != LineFault::kNone) return shape;
    if (bars_.BarsLine(line.text)) return LineFault::kBarred;
    if (!source.keeps_names && names_.HasName(line.text)) return LineFault::kNames;
    if (const LineFault alone = FaultAlone(source, line); alone != LineFault::kNone) return alone;
    if (!twins_.insert(TwinKey(line.text, names_)).second) return LineFault::kTwin;
    if (!ids_.insert(StableId(line.text)).second) return LineFault::kTwin;
    return LineFault::kNone;
  }

 private:
  // What keeps it from standing by itself.
  LineFault FaultAlone(const LineSource& source, const ChosenLine& line) const {
    const WordForms& forms = words_.forms;
    if (forms.empty()) return LineFault::kNone;
    if (source.are_examples) {
      if (IsOrder(line.text, forms)) return LineFault::kOrder;
      if (counts_.HasRareWord(line.text, words_.common, words_.spoken)) return LineFault::kRare;
    }
    if (LeansOnOthers(line.text, source.is_running, forms)) return LineFault::kLeaning;
    if (IsFragment(line.text, forms)) return LineFault::kFragment;
    const bool is_opening = line.paragraph == 0 && line.begin <= 3;  // a quotation mark at most
    if (source.has_cast && !is_opening && NeedsItsCast(line.text, names_)) return LineFault::kCast;
    return LineFault::kNone;
  }

  const BarList& bars_;
  const LineWords& words_;
  NameBook names_;
  WordCounts counts_;
  std::unordered_set<std::string> twins_;
  std::unordered_set<uint32_t> ids_;
};

uint64_t OddWordsOf(std::string_view line, const std::unordered_set<std::string>& common) {
  uint64_t odd = 0;
  for (const std::string_view word : WordsOfLine(line)) odd += !common.contains(SmallLetters(word));
  return odd;
}

void Thin(std::vector<ChosenLine>& lines, uint32_t most,
          const std::unordered_set<std::string>& common) {
  if (most == 0 || lines.size() <= most) return;
  std::vector<std::tuple<uint64_t, uint64_t, size_t>> ranked;
  for (size_t i = 0; i < lines.size(); ++i) {
    ranked.emplace_back(OddWordsOf(lines[i].text, common), Hash64(AsBytes(lines[i].text)), i);
  }
  std::nth_element(ranked.begin(), ranked.begin() + most, ranked.end());
  std::vector<size_t> kept;
  for (size_t i = 0; i < most; ++i) kept.push_back(std::get<2>(ranked[i]));
  std::sort(kept.begin(), kept.end());
  std::vector<ChosenLine> some;
  for (const size_t i : kept) some.push_back(std::move(lines[i]));
  lines = std::move(some);
}

}  // namespace

std::vector<ChosenSource> ChooseLines(const std::vector<LineSource>& sources, const BarList& bars,
                                      const LineWords& words) {
  Chooser chooser(sources, bars, words);
  std::vector<ChosenSource> chosen(sources.size());
  for (size_t i = 0; i < sources.size(); ++i) {
    ForEachSentence(sources[i], [&](ChosenLine line) {
      const LineFault fault = chooser.FaultOf(sources[i], line);
      chosen[i].faults[static_cast<size_t>(fault)] += 1;
      if (fault == LineFault::kNone) chosen[i].lines.push_back(std::move(line));
    });
    Thin(chosen[i].lines, sources[i].most_lines, words.common);
  }
  return chosen;
}

}  // namespace meander
