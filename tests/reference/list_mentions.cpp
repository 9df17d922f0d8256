// list_mentions PACK [COUNT SEED]: every place where a text names another article, and whether it
// means it, as JSON lines; with COUNT and SEED that many of them, drawn uniformly. What
// link_labels_* was drawn with; built by hand only (ninja list_mentions).
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/json_reader.h"
#include "base/rng.h"
#include "cli/opened_pack.h"
#include "make/text_links.h"

namespace meander {
namespace {

constexpr size_t kContext = 160;  // bytes, marks and all

bool IsInsideCharacter(char c) { return (static_cast<uint8_t>(c) & 0xC0) == 0x80; }

std::string ContextOf(const std::string& text, const Mention& mention) {
  const size_t marked = mention.end - mention.begin + 4;
  const size_t reach = marked < kContext ? (kContext - marked) / 2 : 0;
  size_t begin = mention.begin > reach ? mention.begin - reach : 0;
  size_t end = std::min(text.size(), mention.end + reach);
  while (begin > 0 && IsInsideCharacter(text[begin])) ++begin;
  while (end < text.size() && IsInsideCharacter(text[end])) --end;
  return text.substr(begin, mention.begin - begin) + "[[" +
         text.substr(mention.begin, mention.end - mention.begin) + "]]" +
         text.substr(mention.end, end - mention.end);
}

int Run(const char* folder, size_t count, uint64_t seed) {
  const Result<OpenedPack> pack = OpenPack(folder);
  if (!pack) {
    std::fprintf(stderr, "%s\n", pack.error().message.c_str());
    return 1;
  }
  std::vector<SourceArticle> articles;
  for (size_t i = 0; i < pack->titles.size(); ++i)
    articles.push_back({pack->titles[i], pack->articles[i].text, pack->articles[i].description});
  const auto cosine = [&](uint32_t a, uint32_t b) { return CosineOfRows(pack->vectors, a, b); };
  const std::vector<std::vector<JudgedMention>> mentions =
      JudgeMentions(articles, pack->neighbors, cosine);
  std::vector<std::pair<uint32_t, JudgedMention>> all;
  for (uint32_t item = 0; item < mentions.size(); ++item) {
    for (const JudgedMention& mention : mentions[item]) all.push_back({item, mention});
  }
  std::fprintf(stderr, "%zu mentions in %zu articles\n", all.size(), articles.size());
  count = count == 0 ? all.size() : std::min(count, all.size());
  Rng rng(seed);
  for (size_t i = 0; i < count; ++i) {
    if (seed != 0) std::swap(all[i], all[i + rng.Below(static_cast<uint32_t>(all.size() - i))]);
    const auto& [item, judged] = all[i];
    const auto& [mention, closeness, is_meant] = judged;
    const Json line = {{"article", articles[item].title},
                       {"target", articles[mention.target].title},
                       {"begin", mention.begin},
                       {"end", mention.end},
                       {"cosine", closeness},
                       {"writing", static_cast<int>(mention.writing)},
                       {"is_doubtful", mention.is_doubtful},
                       {"is_meant", is_meant},
                       {"context", ContextOf(articles[item].text, mention)}};
    std::printf("%s\n", WriteJson(line).c_str());
  }
  return 0;
}

}  // namespace
}  // namespace meander

int main(int count, char** arguments) {
  if (count != 2 && count != 4) {
    std::fputs("Usage: list_mentions PACK [COUNT SEED]\n", stderr);
    return 2;
  }
  const bool draws = count == 4;
  return meander::Run(arguments[1], draws ? std::strtoul(arguments[2], nullptr, 10) : 0,
                      draws ? std::strtoull(arguments[3], nullptr, 10) : 0);
}
