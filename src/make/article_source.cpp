// See article_source.h.
#include "make/article_source.h"

#include <algorithm>
#include <set>

#include "base/json_reader.h"
#include "base/utf8.h"

namespace meander {
namespace {

constexpr std::string_view kTopics[] = {"People",
                                        "History",
                                        "Geography",
                                        "Arts",
                                        "Philosophy & religion",
                                        "Everyday life",
                                        "Society",
                                        "Biology & health",
                                        "Physical sciences",
                                        "Technology",
                                        "Mathematics"};

bool IsSpace(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x202F || c == 0x3000;
}

void RemoveAll(std::string& text, std::string_view part, std::string_view by) {
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at)) {
    text.replace(at, part.size(), by);
  }
}

}  // namespace

std::string CleanText(std::string_view text) {
  std::string out;
  bool wants_space = false, wants_break = false;
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter character = DecodeUtf8(text, at);
    at += character.byte_count;
    const char32_t c = character.code_point;
    if (c == '\n') {
      wants_break = true;
    } else if (IsSpace(c)) {
      wants_space = true;
    } else if (c >= 0x20 && c != 0x7F) {
      const bool closes =
          c == ',' || c == '.' || c == ';' || c == ':' || c == ')' || c == '!' || c == '?';
      if (wants_break && !out.empty()) out += '\n';
      if (!wants_break && wants_space && !out.empty() && !closes && out.back() != '(') out += ' ';
      wants_space = wants_break = false;
      AppendUtf8(c, out);
    }
  }
  // A pronunciation or a formula that was taken out leaves its brackets and commas.
  for (const char* rest : {"()", "(,", "(;", "(:"}) {
    RemoveAll(out, rest, std::string_view(rest) == "()" ? "" : "(");
  }
  for (const char* rest : {",)", ";)"}) RemoveAll(out, rest, ")");
  RemoveAll(out, "()", "");
  RemoveAll(out, ",,", ",");
  RemoveAll(out, "  ", " ");
  RemoveAll(out, " ,", ",");
  RemoveAll(out, " .", ".");
  return out;
}

Result<std::vector<SourceArticle>> ReadArticles(std::string_view jsonl, size_t limit) {
  std::vector<SourceArticle> articles;
  std::set<uint32_t> ids;
  size_t number = 0;
  for (size_t at = 0; at < jsonl.size();) {
    const size_t end = std::min(jsonl.find('\n', at), jsonl.size());
    ++number;
    const std::string where = "Line " + std::to_string(number) + " of the articles";
    TRY(const Json line, ParseJson(jsonl.substr(at, end - at), where));
    at = end + 1;
    SourceArticle article;
    TRY(const std::string title, JsonText(line, "title"));
    TRY(const std::string text, JsonText(line, "text"));
    TRY(const std::string description, JsonText(line, "description"));
    TRY(const std::string topic, JsonText(line, "topic"));
    article.title = CleanText(title);
    article.text = CleanText(text);
    article.description = CleanText(description);
    const auto* found = std::find(std::begin(kTopics), std::end(kTopics), topic);
    if (found != std::end(kTopics)) article.topic = static_cast<int>(found - std::begin(kTopics));
    if (article.title.empty()) return Fail(ErrorCode::kCorrupt, where + " has no title.");
    if (!ids.insert(StableId(article.title)).second) {
      return Fail(ErrorCode::kCorrupt,
                  where + " has a title whose id is taken: " + article.title + ".");
    }
    articles.push_back(std::move(article));
  }
  if (articles.empty()) return Fail(ErrorCode::kCorrupt, "The source holds no articles.");
  if (limit > 0 && articles.size() > limit) {
    std::vector<SourceArticle> some;
    for (size_t i = 0; i < limit; ++i)
      some.push_back(std::move(articles[i * articles.size() / limit]));
    articles = std::move(some);
  }
  return articles;
}

}  // namespace meander
