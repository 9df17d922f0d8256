// The question why two articles are near, and its answer; part of protocol.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meander {

// Which sentence and which words of each bring two articles together (net/why_near.h). Their titles
// come with the question: they are part of what was read. Progress counts readings; the sentences
// are told as soon as they are known.
struct WhyRequest {
  uint32_t a = 0, b = 0;
  std::string title_a, title_b;
};

struct WhyReply {
  struct Word {
    uint32_t begin = 0, end = 0;  // bytes of the sentence
    float brings = 0;             // closeness that goes without it
  };
  struct Side {
    std::string sentence;
    bool is_title = false;
    std::vector<Word> words;  // in order, not overlapping; seldom an empty one
  };
  struct Pair {
    uint32_t a = 0, b = 0;  // indices of words
    float brings = 0;
  };
  Side a, b;
  float closeness = 0;      // of the two articles
  float without = 0;        // of what is left when these sentences are left out
  float alone = 0;          // of the two sentences, read by themselves
  float sum_of_pairs = 0;   // what all pairs of words add up to; they need not reach `alone`
  std::vector<Pair> pairs;  // the strongest, best first
  // Where the two are near by spelling rather than by meaning: what is left of the closeness
  // without the words that begin alike.
  std::optional<float> by_spelling{};
  bool is_whole = false;  // false: the sentences; their words, `alone` and pairs are to follow
};

}  // namespace meander
