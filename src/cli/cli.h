// The native command line: one file a verb. The answer and nothing else goes to stdout, everything
// else to stderr; bad input is one sentence and an exit code that is not 0.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "base/error.h"

namespace meander {

struct Verb {
  const char* name;     // "tokenize"
  const char* usage;    // "tokenize FILE.jsonl"
  const char* summary;  // one line for the list
  const char* help;     // what --help prints below the usage
  Result<void> (*run)(std::span<const std::string> arguments);  // without the verb's own name
};

// Each is defined in the file of its name and listed in main.cpp.
extern const Verb kTokenizeVerb;
extern const Verb kEmbedVerb;
extern const Verb kNeighborsVerb;
extern const Verb kWalkVerb;
extern const Verb kGradientVerb;
extern const Verb kWhyVerb;
extern const Verb kExplainVerb;
extern const Verb kAttributeVerb;
extern const Verb kNmfVerb;
extern const Verb kTapVerb;
extern const Verb kBeatVerb;
extern const Verb kSeeVerb;
extern const Verb kDrawVerb;
extern const Verb kIconsVerb;
extern const Verb kPackVerb;
extern const Verb kSoundVerb;
extern const Verb kCheckVerb;
extern const Verb kCheckWordVerb;
extern const Verb kHowVerb;  // hidden: `site` calls it for "How this was worked out"
extern const Verb kPosterVerb;
extern const Verb kFigureVerb;

// Where set-up put the encoder: $MEANDER_CACHE/model (see tools/). Also --model DIR everywhere.
std::filesystem::path DefaultModelFolder();
std::filesystem::path CacheFolder();
// Where data/ lies: $MEANDER_ROOT, or here.
std::filesystem::path ProjectFolder();
// A path that exists, or a recipe's name: the pack that `./meander pack NAME` made last
// (build/packs/NAME). kNotFound with a sentence otherwise.
Result<std::filesystem::path> FindPack(const std::string& path_or_name);
// Whether something is there; what cannot be asked (a name too long, no permission) is not.
bool Exists(const std::filesystem::path& path);
// All of `text` as a whole number in [lowest, highest], else "`option` takes a number from … to …."
Result<int> WholeNumber(const std::string& option, const std::string& text, int lowest,
                        int highest);

// "1,234 of 10,033, 12 s left" on stderr for anything over two seconds; redrawn on a terminal, a
// line every tenth otherwise.
class ProgressLine {
 public:
  explicit ProgressLine(std::string what);
  void Show(double share_done);  // 0..1
  ~ProgressLine();

 private:
  std::string what_;
  double started_s_ = 0;
  double shown_s_ = 0;
  int part_ = -1;
};

}  // namespace meander
