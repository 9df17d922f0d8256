// Which words begin alike, and what a text is without them.
#include "text/spelled_alike.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

using Beginnings = std::vector<std::u32string>;

TEST(SpelledAlike, BeginningsOfThreeLettersOrMoreAreShared) {
  EXPECT_EQ(SharedBeginnings("Cartography", "Cart"), Beginnings{U"cart"});
  EXPECT_EQ(SharedBeginnings("Kharkiv", "Khartoum"), Beginnings{U"khar"});
  EXPECT_EQ(SharedBeginnings("Mole (unit)", "Mole cricket"), Beginnings{U"mole"});
  EXPECT_EQ(SharedBeginnings("Galápagos Islands", "Galaxiidae"), Beginnings{U"gala"});
  EXPECT_EQ(SharedBeginnings("Black pepper", "Sgt. Pepper's Lonely Hearts Club Band"),
            Beginnings{U"pepper"});
  EXPECT_EQ(SharedBeginnings("Meta-analysis", "Analgesic"), Beginnings{U"anal"});
}

TEST(SpelledAlike, OtherWordsShareNothing) {
  for (const auto& [a, b] : {std::pair{"Ocean", "Sea"},
                             {"Ox", "Oxygen"},
                             {"The Times", "Theory"},
                             {"Bread and butter", "Andes"},
                             {"", ""},
                             {"·", "·"}}) {
    EXPECT_EQ(SharedBeginnings(a, b), Beginnings{}) << a << ", " << b;
  }
}

TEST(SpelledAlike, AWholeWordIsSharedOnlyWhole) {
  EXPECT_TRUE(ShareAWord("Stem cell", "Plant stem"));
  EXPECT_TRUE(ShareAWord("Córdoba, Argentina", "Umayyad state of Cordoba"));
  EXPECT_FALSE(ShareAWord("Cart", "Cartography"));
  EXPECT_FALSE(ShareAWord("The Sea", "The Wall"));
}

TEST(SpelledAlike, WordsThatBeginSoAreLeftOut) {
  const Beginnings cart = SharedBeginnings("Cartography", "Cart");
  EXPECT_EQ(WithoutBeginnings("Cartography. Cartography is not à la carte, dis-carted or uncarted.",
                              cart),
            ".  is not à la , dis- or uncarted.");
  EXPECT_EQ(WithoutBeginnings("Galápagos, the GALAXY", {U"gala"}), ", the ");
  EXPECT_EQ(WithoutBeginnings("as it was", {U"cart"}), "as it was");
  EXPECT_EQ(WithoutBeginnings("as it was", {}), "as it was");
  EXPECT_EQ(WithoutBeginnings("", cart), "");
}

}  // namespace
}  // namespace meander
