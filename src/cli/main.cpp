// The native command line's door: finds the verb, gives --help everywhere, and turns an Error into
// one sentence on stderr and an exit code.
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "cli/verbs.h"

namespace meander {
namespace {

void PrintList(std::FILE* to) {
  std::fputs("Usage: meander VERB …   (meander VERB --help says more)\n\n", to);
  for (const Verb* verb : Verbs()) {
    if (verb->summary[0] != '\0') std::fprintf(to, "  %-10s %s\n", verb->name, verb->summary);
  }
}

int Run(const Verb& verb, const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (argument != "--help" && argument != "-h") continue;
    std::printf("Usage: meander %s\n\n%s", verb.usage, verb.help);
    return 0;
  }
  const Result<void> result = verb.run(arguments);
  if (result && std::fflush(stdout) == 0) return 0;
  const std::string sentence =
      result ? "Standard output cannot be written." : result.error().message;
  std::fprintf(stderr, "%s\n", sentence.c_str());
  // 2 for what the caller can put right in the call, 1 for the rest, as usual on the command line.
  return !result && result.error().code == ErrorCode::kInvalidInput ? 2 : 1;
}

int Main(int argument_count, char** arguments) {
  if (argument_count < 2) {
    PrintList(stderr);
    return 2;
  }
  const std::string_view name = arguments[1];
  if (name == "--help" || name == "-h" || name == "help") {
    PrintList(stdout);
    return 0;
  }
  for (const Verb* verb : Verbs()) {
    if (name == verb->name) return Run(*verb, {arguments + 2, arguments + argument_count});
  }
  std::fprintf(stderr, "There is no verb \"%s\"; \"meander help\" lists them.\n", arguments[1]);
  return 2;
}

}  // namespace
}  // namespace meander

int main(int argument_count, char** arguments) { return meander::Main(argument_count, arguments); }
