// ./meander why PACK A B: which sentence and which words of each bring two articles together.
#include <cstdio>
#include <optional>

#include "base/json_reader.h"
#include "cli/cli.h"
#include "cli/opened_pack.h"
#include "make/open_model.h"
#include "net/why_near.h"

namespace meander {
namespace {

constexpr size_t kPairsShown = 5;

std::string Part(const WhyNear& why, int side, const TextPart& part) {
  return why.text(side).text.substr(part.begin, part.end - part.begin);
}

double Rounded(float value) {
  char text[32];
  std::snprintf(text, sizeof(text), "%.4f", static_cast<double>(value));
  return std::atof(text);
}

Json SideOf(const WhyNear& why, int side, const std::string& title) {
  const WhySide& of = why.side(side);
  Json sentences = Json::array(), words = Json::array();
  for (const TextPart& sentence : of.sentences) sentences.push_back(Part(why, side, sentence));
  for (const WhyWord& word : of.words) {
    words.push_back({{"word", Part(why, side, word.part)}, {"brings", Rounded(word.brings)}});
  }
  return {{"title", title}, {"sentences", sentences}, {"chosen", of.chosen}, {"words", words}};
}

Json AnswerOf(const WhyNear& why, const std::string& a, const std::string& b,
              std::optional<float> by_spelling) {
  Json without = Json::array(), word_pairs = Json::array();
  for (size_t i = 0; i < why.side(0).sentences.size(); ++i) {
    Json row = Json::array();
    for (size_t j = 0; j < why.side(1).sentences.size(); ++j) {
      row.push_back(Rounded(why.Without(i, j)));
    }
    without.push_back(row);
  }
  for (const WhyPair& pair : why.StrongestWords(kPairsShown)) {
    word_pairs.push_back({{"a", Part(why, 0, why.side(0).words[pair.a].part)},
                          {"b", Part(why, 1, why.side(1).words[pair.b].part)},
                          {"brings", Rounded(pair.brings)}});
  }
  Json answer{{"closeness", Rounded(why.closeness())},
              {"without_these_sentences", Rounded(why.without())},
              {"these_sentences_alone", Rounded(why.alone())},
              {"sum_of_word_pairs", Rounded(why.sum_of_pairs())},
              {"unexplained", Rounded(why.alone() - why.sum_of_pairs())},
              {"a", SideOf(why, 0, a)},
              {"b", SideOf(why, 1, b)},
              {"without", without},
              {"word_pairs", word_pairs}};
  if (by_spelling) answer["by_spelling"] = Rounded(*by_spelling);
  return answer;
}

void Print(const WhyNear& why, const std::string& a, const std::string& b,
           std::optional<float> by_spelling) {
  const std::string* titles[] = {&a, &b};
  std::printf("Closeness %.4f; without these two sentences %.4f.\n",
              static_cast<double>(why.closeness()), static_cast<double>(why.without()));
  if (by_spelling) {
    std::printf(
        "Near by spelling more than by meaning: without the words that begin alike the two texts "
        "are %.2f close.\n",
        static_cast<double>(*by_spelling));
  }
  for (int side = 0; side < 2; ++side) {
    const WhySide& of = why.side(side);
    std::printf("%s\n  %s\n ", titles[side]->c_str(),
                Part(why, side, of.sentences[of.chosen]).c_str());
    for (const WhyWord& word : of.words) {
      std::printf(" %s %+.3f", Part(why, side, word.part).c_str(),
                  static_cast<double>(word.brings));
    }
    std::printf("\n");
  }
  std::printf(
      "Read alone these two are %.4f close; their pairs of words add up to %.4f, %.4f is "
      "left unexplained.\n",
      static_cast<double>(why.alone()), static_cast<double>(why.sum_of_pairs()),
      static_cast<double>(why.alone() - why.sum_of_pairs()));
  for (const WhyPair& pair : why.StrongestWords(kPairsShown)) {
    std::printf("%+.4f  %s with %s\n", static_cast<double>(pair.brings),
                Part(why, 0, why.side(0).words[pair.a].part).c_str(),
                Part(why, 1, why.side(1).words[pair.b].part).c_str());
  }
}

Result<void> RunWhy(std::span<const std::string> arguments) {
  std::vector<std::string> places;
  bool json = false;
  for (const std::string& argument : arguments) {
    if (argument == "--json") {
      json = true;
    } else if (argument.starts_with("--")) {
      return Fail(ErrorCode::kInvalidInput,
                  "\"" + argument + "\" is not understood; see why --help.");
    } else {
      places.push_back(argument);
    }
  }
  if (places.size() != 3) {
    return Fail(ErrorCode::kInvalidInput, "Name a pack and two articles: why PACK A B.");
  }
  TRY(const std::filesystem::path folder, FindPack(places[0]));
  TRY(const OpenedPack pack, OpenPack(folder));
  TRY(const uint32_t a, ItemOfTitle(pack, places[1]));
  TRY(const uint32_t b, ItemOfTitle(pack, places[2]));
  TRY(const OpenedModel model, OpenModel(DefaultModelFolder()));
  WhyNear why(model.pieces, MakeWhyText(model.pieces, pack.titles[a], pack.articles[a].text),
              MakeWhyText(model.pieces, pack.titles[b], pack.articles[b].text));
  Encoder encoder(model.weights);
  ProgressLine line("Reading them again, each time without one part");
  for (bool more = true; more;) {
    TRY(more, why.Step(encoder));
    line.Show(static_cast<double>(why.readings_done()) /
              static_cast<double>(why.readings_in_all()));
  }
  const std::optional<float> by_spelling = SpellingLeft(pack.spelling, a, b);
  if (json) {
    std::printf("%s\n",
                WriteJson(AnswerOf(why, pack.titles[a], pack.titles[b], by_spelling)).c_str());
  } else {
    Print(why, pack.titles[a], pack.titles[b], by_spelling);
  }
  return {};
}

}  // namespace

const Verb kWhyVerb{
    "why", "why PACK A B [--json]", "which sentences and words bring two articles together",
    "Leaves out one sentence of each and reads again: the two are named without which the "
    "articles\n"
    "would be farthest apart. Then each word of those two: the number after it is the closeness "
    "that\n"
    "goes (+) or comes (-) without it. Pairs of words need not add up to the whole; what is left\n"
    "unexplained is said. The same answer as \"Why?\" on the page.\n",
    RunWhy};

}  // namespace meander
