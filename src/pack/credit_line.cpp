// See credit_line.h.
#include "pack/credit_line.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace meander {
namespace {

// What is said behind names, with the names it is said of, in the order of the first.
using Grouped = std::vector<std::pair<std::string, std::vector<std::string>>>;

void Add(Grouped& groups, const std::string& behind, const std::string& name) {
  auto found = std::ranges::find(groups, behind, &Grouped::value_type::first);
  if (found == groups.end()) {
    groups.push_back({behind, {}});
    found = groups.end() - 1;
  }
  if (std::ranges::find(found->second, name) == found->second.end()) {
    found->second.push_back(name);
  }
}

std::string Joined(const std::vector<std::string>& names) {
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : ", ") + name;
  return line;
}

}  // namespace

std::string CreditLineOf(const Credits& credits, std::span<const CreditedSound> sounds) {
  Grouped groups;
  for (const CreditedSound& sound : sounds) {
    Add(groups, CreditInWords(credits, sound.item, sound.licence), sound.name);
  }
  std::string line;
  for (const auto& [behind, names] : groups) {
    line += (line.empty() ? "" : "; ") + Joined(names) + " " + behind;
  }
  return line;
}

std::string MakersOf(const Credits& credits, std::span<const CreditedSound> sounds) {
  Grouped groups;
  for (const CreditedSound& sound : sounds) {
    const Credit& credit = credits.clips[sound.item];
    const std::string& maker =
        credit.author.empty() ? credits.packages[credit.package].name : credit.author;
    Add(groups, " (" + std::string(NameOf(sound.licence)) + ")", maker);
  }
  std::string line;
  for (const auto& [behind, makers] : groups) {
    line += (line.empty() ? "" : ", ") + Joined(makers) + behind;
  }
  return line;
}

}  // namespace meander
