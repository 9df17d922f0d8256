// See see_classes.h.
#include "cli/see_classes.h"

#include <charconv>
#include <vector>

namespace meander {
namespace {

std::string Lowered(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// "tabby cat (281), …" of the first few.
std::string Listed(std::span<const std::string> classes, const std::vector<int>& found) {
  std::string list;
  for (size_t i = 0; i < found.size() && i < 6; ++i) {
    if (i > 0) list += ", ";
    list += classes[static_cast<size_t>(found[i])] + " (" + std::to_string(found[i]) + ")";
  }
  return list;
}

}  // namespace

Result<int> ClassNamed(std::span<const std::string> classes, std::string_view text) {
  text = Trimmed(text);
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  if (is_number && number >= 0 && static_cast<size_t>(number) < classes.size()) return number;
  const std::string wanted = Lowered(text);
  std::vector<int> same, holding;
  for (size_t i = 0; i < classes.size(); ++i) {
    const std::string name = Lowered(classes[i]);
    if (name == wanted) same.push_back(static_cast<int>(i));
    if (!wanted.empty() && name.find(wanted) != std::string::npos) {
      holding.push_back(static_cast<int>(i));
    }
  }
  if (same.size() == 1) return same[0];
  const std::string quoted = "\"" + std::string(text) + "\"";
  if (same.size() > 1) {
    return Fail(ErrorCode::kInvalidInput, "More than one class is called " + quoted +
                                              "; take its number: " + Listed(classes, same) + ".");
  }
  return Fail(ErrorCode::kInvalidInput,
              "There is no class " + quoted +
                  (holding.empty() ? "; the numbers go from 0 to 999."
                                   : "; there are: " + Listed(classes, holding) + "."));
}

Result<ClassChoice> ClassesNamed(std::span<const std::string> classes, const std::string& text) {
  const Result<int> whole = ClassNamed(classes, text);
  if (whole) return ClassChoice{*whole, -1};
  const std::string_view view = text;
  for (size_t at = view.find('/'); at != std::string_view::npos; at = view.find('/', at + 1)) {
    const Result<int> a = ClassNamed(classes, view.substr(0, at));
    const Result<int> b = ClassNamed(classes, view.substr(at + 1));
    if (!a || !b) continue;
    if (*a == *b) return Fail(ErrorCode::kInvalidInput, "Both sides of / are the same class.");
    return ClassChoice{*a, *b};
  }
  const size_t only = view.find('/');
  if (only == std::string_view::npos) return std::unexpected(whole.error());
  // The side that is none says what would do.
  const Result<int> a = ClassNamed(classes, view.substr(0, only));
  return std::unexpected(a ? ClassNamed(classes, view.substr(only + 1)).error() : a.error());
}

}  // namespace meander
