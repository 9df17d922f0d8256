// A file that a reader has chosen, dropped or pasted, as the page tells rooms of it
// (web/host/kept_files.mjs): read without trust, and its name made fit to be shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meander {

// Characters of a name that is shown; of a longer one the middle is left out.
inline constexpr size_t kLongestFileName = 60;

struct BroughtFile {
  std::string_view address;  // "brought:3"
  uint64_t bytes = 0;
  std::string name;  // as FileNameShown gives it
};
// "brought:3 1234 rain.wav"; nothing for any other text.
std::optional<BroughtFile> ReadBroughtFile(std::string_view text);

// The name in one line that reads in one direction: whoever names a file may put anything into it,
// and it becomes the title of a page and a part of sentences. What turns the direction of writing,
// what cannot be seen and what controls is left out; the ending stays, however long the name.
std::string FileNameShown(std::string_view name);

// "4 cat.jpg": of several files given at once this one was taken, four others were not. The
// sentence for that; empty for any other text.
std::string OthersLeftOutSentence(std::string_view text);

}  // namespace meander
