// What a person calls the signs that the network knows (data/drawings/sign_names.txt).
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "../../source_dir.h"
#include "base/files.h"
#include "make/drawings_pack.h"
#include "net/pennet/pen_layout.h"

namespace meander {
namespace {

std::string Table() {
  auto text = ReadTextFile(std::filesystem::path(kSourceDir) / "data/drawings/sign_names.txt");
  EXPECT_TRUE(text.has_value());
  return text.value_or("");
}
std::vector<PenSign> SignsOf(std::string_view table) {
  std::vector<PenSign> signs;
  for (size_t at = 0; at < table.size(); at = table.find('\n', at) + 1) {
    signs.push_back({"s", std::string(table.substr(at, table.find(' ', at) - at))});
  }
  return signs;
}

TEST(SignNames, AllAreNamedAndNoTwoAlike) {
  const std::string table = Table();
  ASSERT_TRUE(table.ends_with('\n'));
  const std::vector<PenSign> signs = SignsOf(table);
  EXPECT_EQ(signs.size(), size_t{kSignCount});
  const auto named = NameSigns(signs, table);
  ASSERT_TRUE(named.has_value()) << named.error().message;
  std::set<std::string> typst, ours;
  std::string list;
  for (size_t i = 0; i < signs.size(); ++i) {
    typst.insert(signs[i].name);
    ours.insert((*named)[i].name);
    list += "s " + (*named)[i].name + "\n";
  }
  EXPECT_EQ(typst.size(), signs.size()) << "a sign stands there twice";
  EXPECT_EQ(ours.size(), signs.size()) << "two signs are called the same";
  EXPECT_TRUE(ReadSigns(list).has_value()) << "a pack can hold them";
}

TEST(SignNames, TheyAreWordsThatOneSays) {
  const std::string table = Table();
  const auto named = NameSigns(SignsOf(table), table);
  ASSERT_TRUE(named.has_value());
  const std::set<std::string> abbreviations = {"eq",  "lt",  "gt",   "neq",  "alt",  "rev", "op",
                                               "sq",  "tri", "prec", "succ", "bot",  "div", "prop",
                                               "inv", "co",  "cw",   "ccw",  "equiv"};
  for (const PenSign& sign : *named) {
    EXPECT_EQ(sign.name.find('.'), std::string::npos) << sign.name;
    for (size_t at = 0; at < sign.name.size();) {
      const size_t end = std::min(sign.name.find(' ', at), sign.name.size());
      EXPECT_FALSE(abbreviations.contains(sign.name.substr(at, end - at))) << sign.name;
      at = end + 1;
    }
  }
}

TEST(SignNames, OneThatIsLeftOutIsNamed) {
  const std::vector<PenSign> signs = {{"≤", "lt.eq"}, {"∑", "sum"}};
  const auto named = NameSigns(signs, "sum sum\nlt.eq less or equal\n");
  ASSERT_TRUE(named.has_value());
  EXPECT_EQ((*named)[0].sign, "≤");
  EXPECT_EQ((*named)[0].name, "less or equal");
  for (const char* table : {"", "sum sum\n", "sum sum\nlt.eq\n", "sum sum\nlt.eq \n"}) {
    const auto lost = NameSigns(signs, table);
    ASSERT_FALSE(lost.has_value()) << table;
    EXPECT_NE(lost.error().message.find("\"lt.eq\""), std::string::npos) << lost.error().message;
  }
}

}  // namespace
}  // namespace meander
