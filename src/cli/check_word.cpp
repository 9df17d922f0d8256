// ./meander check-word WORD…: whether a word is barred from every line, without a list anybody
// could read.
#include <cstdio>

#include "base/files.h"
#include "base/hash.h"
#include "cli/cli.h"
#include "make/lines_rules.h"

namespace meander {
namespace {

Result<void> RunCheckWord(std::span<const std::string> arguments) {
  const bool as_line = !arguments.empty() && arguments[0] == "--line";
  if (as_line) arguments = arguments.subspan(1);
  if (arguments.empty()) return Fail(ErrorCode::kInvalidInput, "Name a word: check-word WORD.");
  TRY(const std::string text, ReadTextFile(ProjectFolder() / "data" / "lines" / "barred.txt"));
  TRY(const BarList bars, BarList::Read(text));
  for (const std::string& argument : arguments) {
    const bool barred = as_line ? bars.BarsLine(argument) : bars.BarsWord(argument);
    std::printf("%s: %s (%s %s)\n", argument.c_str(), barred ? "barred" : "allowed",
                as_line ? "line" : "word", HexOf(HashOfBarred(argument)).c_str());
  }
  return {};
}

}  // namespace

const Verb kCheckWordVerb{
    "check-word", "check-word [--line] WORD…", "say whether a word may stand in a line",
    "data/lines/barred.txt holds the words, and with --line whole lines, that no pack of lines "
    "may\n"
    "have, as hashes. What is printed in parentheses is what to add there to bar it.\n",
    RunCheckWord};

}  // namespace meander
