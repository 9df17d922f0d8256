// See mentions.h.
#include "make/mentions.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace meander {
namespace {

constexpr size_t kMostWords = 8;

struct Word {
  uint32_t begin, end;
  std::string folded;  // lower case
  bool is_capital;
  bool starts_sentence;
};

bool IsWordByte(char c) {
  const auto byte = static_cast<uint8_t>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || byte == '\'';
}

std::vector<Word> WordsOf(std::string_view text) {
  std::vector<Word> words;
  bool starts_sentence = true;
  for (size_t at = 0; at < text.size();) {
    if (!IsWordByte(text[at])) {
      if (text[at] == '.' || text[at] == '\n' || text[at] == '!' || text[at] == '?')
        starts_sentence = true;
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && IsWordByte(text[end])) ++end;
    // A possessive is not part of the name.
    if (end - at > 2 && text.substr(end - 2, 2) == "'s") end -= 2;
    Word word{static_cast<uint32_t>(at), static_cast<uint32_t>(end), {}, false, starts_sentence};
    for (const char c : text.substr(at, end - at)) {
      word.folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    word.is_capital = text[at] >= 'A' && text[at] <= 'Z';
    words.push_back(std::move(word));
    starts_sentence = false;
    at = std::max(end, at + 1);
    if (end < text.size() && text.substr(end).starts_with("'s")) at = end + 2;
  }
  return words;
}

std::string KeyOf(std::span<const Word> words) {
  std::string key;
  for (const Word& word : words) key += (key.empty() ? "" : " ") + word.folded;
  return key;
}

std::string Singular(std::string key) {
  if (key.ends_with("ies") && key.size() > 5) return key.substr(0, key.size() - 3) + "y";
  for (const char* ending : {"ches", "shes", "xes", "sses"}) {
    if (key.ends_with(ending)) return key.substr(0, key.size() - 2);
  }
  if (key.ends_with("s") && !key.ends_with("ss") && key.size() > 3)
    return key.substr(0, key.size() - 1);
  return {};
}

struct Title {
  uint32_t item;
  bool needs_parenthesis;
};
using Titles = std::unordered_map<std::string, Title>;

Titles IndexTitles(std::span<const SourceArticle> articles) {
  Titles titles;
  // Plain titles first: "Work" wins its word over "Work (physics)".
  for (const bool with_parenthesis : {false, true}) {
    for (uint32_t item = 0; item < articles.size(); ++item) {
      const std::string& title = articles[item].title;
      const size_t parenthesis = title.find(" (");
      if ((parenthesis != title.npos) != with_parenthesis) continue;
      std::string key = KeyOf(WordsOf(std::string_view(title).substr(0, parenthesis)));
      if (key.size() < 3) continue;
      titles.try_emplace(key, Title{item, with_parenthesis});
      if (key.starts_with("the ")) titles.try_emplace(key.substr(4), Title{item, with_parenthesis});
    }
  }
  return titles;
}

const Title* FindTitle(const Titles& titles, const std::string& key) {
  const auto found = titles.find(key);
  if (found != titles.end()) return &found->second;
  const std::string singular = Singular(key);
  const auto by_singular = singular.empty() ? titles.end() : titles.find(singular);
  return by_singular == titles.end() ? nullptr : &by_singular->second;
}

// A capital inside a sentence, and not a piece of a longer name ("Republic of Nowhere", "Straw
// Hats").
bool IsNameAlone(std::span<const Word> words, size_t at) {
  const Word& word = words[at];
  if (!word.is_capital || word.starts_sentence) return false;
  const auto is_near = [&](size_t a, size_t b) { return words[b].begin - words[a].end == 1; };
  const bool is_after_name =
      at > 0 && words[at - 1].is_capital && !words[at - 1].starts_sentence && is_near(at - 1, at);
  if (at + 1 == words.size() || !is_near(at, at + 1)) return !is_after_name;
  const bool is_before_of =
      words[at + 1].folded == "of" && at + 2 < words.size() && words[at + 2].is_capital;
  return !is_after_name && !words[at + 1].is_capital && !is_before_of;
}

std::vector<Mention> MentionsIn(const Titles& titles, uint32_t item, std::string_view text) {
  std::vector<Mention> mentions;
  const std::vector<Word> words = WordsOf(text);
  for (size_t at = 0; at < words.size();) {
    const Title* title = nullptr;
    size_t count = std::min(kMostWords, words.size() - at);
    for (; count > 0; --count) {
      // A title does not run across the end of a sentence.
      const auto run = std::span(words).subspan(at, count);
      const bool is_whole = std::none_of(run.begin() + 1, run.end(),
                                         [](const Word& word) { return word.starts_sentence; });
      title = is_whole ? FindTitle(titles, KeyOf(run)) : nullptr;
      if (title != nullptr) break;
    }
    if (title == nullptr) {
      ++at;
      continue;
    }
    const bool is_name = count > 1 || IsNameAlone(words, at);
    if (title->item != item) {
      mentions.push_back({words[at].begin, words[at + count - 1].end, title->item, is_name,
                          title->needs_parenthesis});
    }
    at += count;
  }
  return mentions;
}

}  // namespace

std::vector<std::vector<Mention>> FindMentions(std::span<const SourceArticle> articles) {
  const Titles titles = IndexTitles(articles);
  std::vector<std::vector<Mention>> mentions;
  for (uint32_t item = 0; item < articles.size(); ++item) {
    mentions.push_back(MentionsIn(titles, item, articles[item].text));
  }
  return mentions;
}

}  // namespace meander
