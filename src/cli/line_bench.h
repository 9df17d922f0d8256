// A pack of lines opened for measuring: gradients and the two plain searches beside them, scored
// with the lines' true vectors rather than the codes that the search goes by.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/gradient_panel.h"
#include "engine/answers.h"

namespace meander {

struct SentencePair {
  std::string a, b;
};
// Objects {"a", "b"}, one a line.
Result<std::vector<SentencePair>> ReadPairs(const std::filesystem::path& file);

// One way of finding lines between two ends.
struct FoundLines {
  std::vector<std::string> lines;
  GradientScores scores;
};
struct ComparedPair {
  FoundLines nearest;  // to each point of the way
  FoundLines skip;     // the same, passing over lines already used
  FoundLines ours;
};

class LineBench {
 public:
  static Result<std::unique_ptr<LineBench>> Open(const std::filesystem::path& pack,
                                                 const std::filesystem::path& model);
  // kNotFound: there is no way.
  Result<ComparedPair> Compare(const SentencePair& pair, SpaceShares shares);
  uint32_t line_count() const { return desk_.lines.pack_count(); }

 private:
  Result<LineQuery> Query(const std::string& text);
  // Calls `attempt` (an Answer-like function) until it has something, serving files from the disk.
  template <class Attempt>
  auto Insist(Attempt attempt) -> decltype(attempt());

  Desk desk_;
  std::map<std::string, LineQuery> queries_;
  bool has_reader_ = false;
};

}  // namespace meander
