// What a Sentences link holds: both ends, the mix, steps, how far round, book, pins, words on the
// way, and of which lines the pins speak.
#pragma once

#include <string>
#include <string_view>

#include "canvas/room.h"
#include "pack/line_sections.h"

namespace meander {

struct SentencesLink {
  GradientRequest ask;
  int current = 1;               // the stop that was read
  bool is_other_corpus = false;  // made with other lines: pins are kept by their words
};

// A reader's own text is not in a link: its lines are words like typed ones.
std::string WriteSentencesLink(const SentencesLink& link, const PackHead& head,
                               const Shelves& shelves);
// kCorrupt, kTooNew: a sentence for the reader. A book that is not there is all books.
Result<SentencesLink> ReadSentencesLink(std::string_view payload, const PackHead& head,
                                        const Shelves& shelves);

// Two packs with the same lines in the same order have the same.
uint32_t CorpusIdOf(const PackHead& head);

}  // namespace meander
