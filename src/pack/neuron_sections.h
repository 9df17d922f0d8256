// The contents of the sections a pack of neurons is made of: an item is one feed-forward neuron of
// the encoder, layer by layer. Readers check all counts, indices and text and answer kCorrupt
// rather than trust a checksum.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "space/code_book.h"

namespace meander {

inline constexpr std::string_view kSurveySection = "survey", kWindowsSection = "windows",
                                  kNeuronsSection = "neurons", kAnchorsSection = "anchors";

// "survey", a stream, first view: what was read to make the pack. Four varints.
struct NeuronSurvey {
  uint32_t articles = 0;  // whose first sentences were read
  uint32_t lines = 0;     // of the sentence corpus; 0 where there was none
  uint32_t texts = 0;     // sentences and lines, each read alone
  uint32_t words = 0;     // pieces of all of them, without the two marks
};
std::vector<uint8_t> WriteSurvey(const NeuronSurvey& survey);
Result<NeuronSurvey> ReadSurvey(ByteSpan bytes);

// "windows", a stream: the known contexts, each a few words of a text that was read.
inline constexpr size_t kMaxWindowBytes = 200;
struct KnownSource {
  bool is_shelf = false;  // a shelf of lines; else an article
  std::string title;
};
struct KnownWindow {
  uint32_t source = 0;  // index in sources
  uint32_t id = 0;      // StableId of the article's title or of the whole line
  std::string text;
};
struct KnownWindows {
  std::vector<KnownSource> sources;
  std::vector<KnownWindow> windows;  // by source, in order
};
std::vector<uint8_t> WriteWindows(const KnownWindows& known);
// An article's id is not written: it is found from its title.
Result<KnownWindows> ReadWindows(ByteSpan bytes);

// "neurons", items: what fires each. kNeuronBytes an item.
inline constexpr uint16_t kNothing = 0xFFFF;
inline constexpr size_t kContextsKept = 3, kNameWords = 3;
struct NeuronRecord {
  float strongest = 0;  // activation over everything that was read; 0: it never fired
  float fires_on = 0;   // share of the pieces, at least 2^-16
  // Pieces of the vocabulary that fire it most often among its strongest firings; kNothing: none.
  std::array<uint16_t, kNameWords> name = {kNothing, kNothing, kNothing};
  float name_fits = 0;  // share of its strongest firings that are on one of them
  struct Context {
    uint16_t window = kNothing;
    uint8_t begin = 0, end = 0;  // bytes of the window's text: the word that fires
    float share = 0;             // of `strongest`
  };
  std::array<Context, kContextsKept> contexts;  // strongest first, those that are there
};
inline constexpr uint32_t kNeuronBytes = 2 + 1 + 2 * kNameWords + 1 + 5 * kContextsKept;
std::vector<uint8_t> WriteNeurons(std::span<const NeuronRecord> records);
Result<std::vector<NeuronRecord>> ReadNeurons(ByteSpan chunk, uint32_t item_count);
// kCorrupt unless every context names a window and a whole word of it.
Result<void> CheckContexts(std::span<const NeuronRecord> records, const KnownWindows& known);

// "anchors", a stream: known words whose hidden states are coded on every depth, so that a state is
// compared with all of them.
struct AnchorFound {
  uint32_t anchor = 0;
  float closeness = 0;  // about the cosine, what is common to all of that depth taken away
};
class Anchors {
 public:
  struct Word {
    uint16_t window = 0;
    uint8_t begin = 0, end = 0;  // bytes of the window's text
  };
  std::vector<Word> words;                // by window, in order
  std::vector<std::vector<float>> means;  // one a depth, book.dim each
  CodeBook book;
  std::vector<uint8_t> codes;  // [depths, words, book.parts]

  // `state`: book.dim numbers.
  AnchorFound Nearest(size_t depth, std::span<const double> state) const;
};
std::vector<uint8_t> WriteAnchors(const Anchors& anchors, std::string_view encoder_id);
Result<Anchors> ReadAnchors(ByteSpan bytes, std::string_view encoder_id);
// kCorrupt unless every anchor is a whole word of a window.
Result<void> CheckAnchors(const Anchors& anchors, const KnownWindows& known);
// A state as the book codes it: less the depth's mean, at unit length.
std::vector<float> CentredState(std::span<const double> state, std::span<const float> mean);

}  // namespace meander
