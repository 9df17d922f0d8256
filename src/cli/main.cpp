// The native command line's door: finds the verb, gives --help everywhere, and turns an Error into
// one sentence on stderr and an exit code.
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "cli/verbs.h"

namespace meander {
namespace {

// The exit code once everything has been said: an answer that nobody got is no answer.
int Answered() {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return 0;
  std::fputs("Standard output cannot be written.\n", stderr);
  return 1;
}

void PrintList(std::FILE* to) {
  std::fputs("Usage: meander VERB …   (meander VERB --help says more)\n\n", to);
  for (const Verb* verb : Verbs()) {
    if (verb->summary[0] != '\0') std::fprintf(to, "  %-10s %s\n", verb->name, verb->summary);
  }
}

// A stream that the caller closed would be taken by the first file that is opened, and answers
// would go into it. Input and complaints then go nowhere; an answer must not, so its writing fails.
void OpenClosedStreams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) == -1) [[maybe_unused]]
      const int opened = open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY);
  }
}

[[noreturn]] void StopWith(const char* sentence) {
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, sentence, std::strlen(sentence));
  _exit(1);
}

// One line that a terminal shows as it is: what the caller typed may hold anything.
std::string OneLine(std::string sentence) {
  constexpr size_t kLongest = 600, kEnd = 150;
  if (sentence.size() > kLongest) {
    sentence.replace(kLongest - kEnd, sentence.size() - kLongest, " … ");
  }
  for (char& c : sentence) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return sentence;
}

int Run(const Verb& verb, const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (argument != "--help" && argument != "-h") continue;
    std::printf("Usage: meander %s\n\n%s", verb.usage, verb.help);
    return Answered();
  }
  const Result<void> result = verb.run(arguments);
  if (result) return Answered();
  std::fprintf(stderr, "%s\n", OneLine(result.error().message).c_str());
  // 2 for what the caller can put right in the call, 1 for the rest, as usual on the command line.
  return result.error().code == ErrorCode::kInvalidInput ? 2 : 1;
}

int Main(int argument_count, char** arguments) {
  if (argument_count < 2) {
    PrintList(stderr);
    return 2;
  }
  const std::string_view name = arguments[1];
  if (name == "--help" || name == "-h" || name == "help") {
    PrintList(stdout);
    return Answered();
  }
  for (const Verb* verb : Verbs()) {
    if (name == verb->name) return Run(*verb, {arguments + 2, arguments + argument_count});
  }
  const std::string sentence =
      "There is no verb \"" + std::string(name) + "\"; \"meander help\" lists them.";
  std::fprintf(stderr, "%s\n", OneLine(sentence).c_str());
  return 2;
}

}  // namespace
}  // namespace meander

int main(int argument_count, char** arguments) {
  std::set_new_handler([] { meander::StopWith("There is not enough memory for this.\n"); });
  // There are no exceptions here; the standard library's own end up in this.
  std::set_terminate([] {
    meander::StopWith("The system refused this program something it needs, such as a thread.\n");
  });
  meander::OpenClosedStreams();
  return meander::Main(argument_count, arguments);
}
