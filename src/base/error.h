// Error and Result: how every failure travels in this project. There are no exceptions, so what can
// fail says so in its signature; the message is one sentence a reader may see.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace meander {

// Names follow what the caller can do about it, not where it happened.
enum class ErrorCode {
  kInvalidInput,  // the reader's or caller's input cannot be used
  kNotFound,      // the named thing does not exist
  kCorrupt,       // bytes are truncated, altered, or not what they claim to be
  kTooOld,        // made by an older version: rebuild it
  kTooNew,        // made by a newer version: reload the page or update the tool
  kUnavailable,   // network, storage, GPU or a tool is missing; trying again may help
  kCancelled,     // the reader asked for it to stop
  kMismatch,      // two things that must belong together do not (another encoder's vectors, …)
  kNeedsConsent,  // megabytes would have to be fetched, and the reader has not been asked
};

struct Error {
  ErrorCode code = ErrorCode::kInvalidInput;
  std::string message;  // one sentence, capitalised, with its full stop

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> Fail(ErrorCode code, std::string message) {
  return std::unexpected<Error>(Error{code, std::move(message)});
}
// Out of line: most failures are a fixed sentence, and making its string at every place costs bytes
// that travel.
std::unexpected<Error> Fail(ErrorCode code, const char* message);

// Evaluates `expression` (a Result); on failure returns its Error from the enclosing function, else
// declares `variable` holding the value: `TRY(const auto table, ReadTable(bytes));`
#define MEANDER_JOIN_(a, b) a##b
#define MEANDER_JOIN(a, b) MEANDER_JOIN_(a, b)
#define TRY_NAMED_(temporary, declaration, expression)                              \
  auto temporary = (expression);                                                    \
  if (!temporary.has_value()) return std::unexpected(std::move(temporary).error()); \
  declaration = std::move(temporary).value()
#define TRY(declaration, expression) \
  TRY_NAMED_(MEANDER_JOIN(try_result_, __LINE__), declaration, expression)

// The same for a Result<void>.
#define TRY_VOID(expression)                                                                      \
  do {                                                                                            \
    auto try_void_result = (expression);                                                          \
    if (!try_void_result.has_value()) return std::unexpected(std::move(try_void_result).error()); \
  } while (false)

}  // namespace meander
