// Which lines can stand by themselves: those that a reader of seventy gradients laughed at cannot,
// and their innocent neighbours can.
#include "make/lines_alone.h"

#include <gtest/gtest.h>

#include "make/lines_choose.h"

namespace meander {
namespace {

// In the form of WordNet's files.
std::string Data(std::initializer_list<const char*> words) {
  std::string data = "  1 This software and database is being provided to you\n";
  for (const char* word : words) {
    data += "00000001 29 v 02 " + std::string(word) + " 0 many_words 0 000 | what it means\n";
  }
  return data;
}

WordForms Forms() {
  const auto forms = WordForms::Read(
      Data({"rack",  "map",    "lift",  "dock",    "engrave", "break",  "make",    "pole",
            "slide", "knock",  "fish",  "light",   "fill",    "read",   "whisper", "go",
            "call",  "come",   "know",  "measure", "hurry",   "signal", "master",  "man",
            "dream", "retire", "lodge", "do",      "have",    "even",   "well",    "don",
            "fox",   "carry",  "speak", "answer",  "feel",    "laugh",  "dine",    "see",
            "say",   "time",   "heal",  "live",    "accept",  "trust",  "pass",    "people",
            "bathe", "listen", "stop",  "put"}),
      Data({"great", "hot(p)", "good", "unfriendly", "crazy", "old"}));
  EXPECT_TRUE(forms);
  return forms.value_or(WordForms());
}

TEST(WordForms, AreReadFromWordNetsFiles) {
  const WordForms forms = Forms();
  EXPECT_TRUE(forms.IsVerb("rack"));
  EXPECT_FALSE(forms.IsVerb("many_words"));
  EXPECT_FALSE(forms.IsVerb("software"));
  EXPECT_TRUE(forms.IsAdjective("hot"));
  for (const char* form :
       {"racks", "racked", "racking", "carried", "carries", "stopped", "makes", "making", "goeth",
        "knowest", "went", "lay", "answer'd", "hath", "we'll", "couldn't", "there's", "do't"}) {
    EXPECT_TRUE(forms.IsForm(form)) << form;
  }
  for (const char* other : {"king", "so", "too", "the", "king's", "thing", "his", "best"}) {
    EXPECT_FALSE(forms.IsForm(other)) << other;
  }
  EXPECT_TRUE(forms.IsPast("walked") || forms.IsPast("filled"));
  EXPECT_FALSE(forms.IsPast("put"));
  EXPECT_FALSE(WordForms::Read("", Data({"good"})));
}

TEST(IsOrder, KnowsTheDictionarysStubs) {
  const WordForms forms = Forms();
  for (const char* line :
       {"Rack a camera.", "Map one's future.", "Lift a ban.", "Dock the ships.", "Engrave a pen.",
        "Break a promise.", "Make good on promises.", "Pole barges on the river.",
        "Knock on the door.", "Time the clock.", "Slide the box into that empty space."}) {
    EXPECT_TRUE(IsOrder(line, forms)) << line;
  }
  for (const char* line :
       {"Fish are aquatic animals.", "Light filled the room.", "Do not break a promise.",
        "Don't rack a camera.", "Engrave a pen!", "Break a promise?", "Even the fox laughed.",
        "Well, lift a ban.", "Have no fear.", "The ship will dock.", "She dined alone."}) {
    EXPECT_FALSE(IsOrder(line, forms)) << line;
  }
}

TEST(LeansOnOthers, KnowsWhatWasSaidBefore) {
  const WordForms forms = Forms();
  for (const char* line :
       {"The latter was not going to retire.", "He preferred the former.",
        "Again he went out about the sixth and the ninth hour, and did likewise.",
        "But as Elizabeth could not receive comfort from any such expectation, she made no answer.",
        "Listen, but speak not to't.", "My body, man, not thee.", "For so he calls me.",
        "And that there is promised us an everlasting hope.", "Merely our own traitors.",
        "Or else I am lost.", "I know he did so.", "Is not she?", "Why was it?"}) {
    EXPECT_TRUE(LeansOnOthers(line, false, forms)) << line;
  }
  for (const char* line : {"There was no water in it.", "Fire has gone out of its branches.",
                           "Every male among the priests may eat of it.",
                           "Both the pelican and the porcupine will lodge in its capitals."}) {
    EXPECT_TRUE(LeansOnOthers(line, true, forms)) << line;
    EXPECT_FALSE(LeansOnOthers(line, false, forms)) << line;
  }
  for (const char* line :
       {"The former owner was here.", "Many foods must be refrigerated or else they will spoil.",
        "And that's a pity.", "What will come of it?", "I saw the formerly great man.",
        "Do so, and not thee alone.", "The latter part of the road is open.", "Why was it cold?",
        "How do you do?", "Who are you?", "Will that do?"}) {
    EXPECT_FALSE(LeansOnOthers(line, true, forms)) << line;
  }
}

TEST(IsFragment, HasNoVerbOrNoSubject) {
  const WordForms forms = Forms();
  for (const char* line :
       {"By the king.", "But not so.", "In great measure.", "Not too hot.", "Of my mistress, then.",
        "My master's man.", "No hurry for a signal at all.", "Eleven o'clock the hour.",
        "Had a crazy dream.", "Was not in the least unfriendly."}) {
    EXPECT_TRUE(IsFragment(line, forms)) << line;
  }
  for (const char* line :
       {"The people come.", "I am hot.", "There's the king.", "He maketh the old man laugh.",
        "The good man lives.", "We'll not be long.", "The king!", "Not so?", "It lay there.",
        "Had I known, I would not have come.", "He answer'd not the king.", "They know it.",
        "They all said the same thing.", "The king called the old man.", "No, trust me, sir.",
        "A great deal more passed at the other table.", "This filled the room.",
        "It re-filled peace and kindness.", "Is he hot? look at him."}) {
    EXPECT_FALSE(IsFragment(line, forms)) << line;
  }
  EXPECT_FALSE(IsFragment("By the king.", WordForms()));  // nothing is known of verbs
}

TEST(NeedsItsCast, KnowsStrangers) {
  NameBook names;
  for (const char* line :
       {"Then Emma saw Jane and Henry.", "Yes, Jane told Mr. Ferrars of Emma.", "I saw Alice.",
        "So the Gryphon met Alice.", "He lives in Bath.", "We met in Bath.", "They go to Bath.",
        "He whispered to the old queen.", "We met on a Sunday with Jane.", "I saw Maddox there."}) {
    names.Count(line);
  }
  for (const char* line :
       {"Does not she, Jane?", "We cannot mean the same Mr. Ferrars.", "Emma began to listen.",
        "Alice whispered to the Gryphon.", "Jane's face was red.",
        "Yes, Mr. Charles Maddox dined at my sister's one day, did not he, Henry?"}) {
    EXPECT_TRUE(NeedsItsCast(line, names)) << line;
  }
  for (const char* line :
       {"We cannot mean the same door.", "He went back to Bath.", "God knows, and I do not.",
        "It was a Sunday.", "Mr. and Mrs. were not at home.", "Jane went to Bath.",
        "There was nothing that Emma could do for the old man that day."}) {
    EXPECT_FALSE(NeedsItsCast(line, names)) << line;
  }
}

TEST(WordCounts, FindsWordsThatNobodyElseSays) {
  WordCounts counts;
  const char* lines[] = {"Ensile fodder for the cows.",
                         "She dances featly.",
                         "The judgment was rescindable.",
                         "The bee exserted its sting.",
                         "The bee was zibbed.",
                         "A zibbed bee.",
                         "Day-old bread.",
                         "Foot it featly.",
                         "So zibbed."};
  for (const char* line : lines) counts.Count(line);
  const std::unordered_set<std::string> common = {"the", "for", "was", "she", "its", "a", "day"},
                                        spoken = {"fodder", "cows",  "dances", "judgment",
                                                  "bee",    "sting", "old",    "bread"};
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(counts.HasRareWord(lines[i], common, spoken)) << i;
  for (int i = 4; i < 7; ++i) EXPECT_FALSE(counts.HasRareWord(lines[i], common, spoken)) << i;
}

TEST(ChooseLines, LeavesOutWhatCannotStandAlone) {
  LineSource dictionary, novel;
  dictionary.works.resize(1);
  novel.works.resize(1);
  dictionary.is_running = false;
  dictionary.keeps_names = false;
  dictionary.are_examples = true;
  novel.has_cast = true;
  dictionary.works[0].paragraphs = {{"", "", "Lift a ban."},
                                    {"", "", "She whispered featly."},
                                    {"", "", "He did likewise."},
                                    {"", "", "She whispered to me."}};
  novel.works[0].paragraphs = {
      {"", "",
       "Call me Jane. I saw Jane. By the king. We saw it. I call it so of it. Lift a ban."}};
  LineWords words{{"she", "to", "me", "he", "whispered", "did", "likewise"}, {}, Forms()};
  const auto chosen = ChooseLines({dictionary, novel}, {}, words);
  const auto fault = [&](size_t source, LineFault which) {
    return chosen[source].faults[static_cast<size_t>(which)];
  };
  EXPECT_EQ(fault(0, LineFault::kOrder), 1u);
  EXPECT_EQ(fault(0, LineFault::kRare), 1u);
  EXPECT_EQ(fault(0, LineFault::kLeaning), 1u);
  ASSERT_EQ(chosen[0].lines.size(), 1u);
  EXPECT_EQ(fault(1, LineFault::kCast), 1u);
  EXPECT_EQ(fault(1, LineFault::kFragment), 1u);
  EXPECT_EQ(fault(1, LineFault::kLeaning), 1u);
  ASSERT_EQ(chosen[1].lines.size(), 3u);
  EXPECT_EQ(chosen[1].lines[0].text, "Call me Jane.");  // a work's opening
  EXPECT_EQ(chosen[1].lines[2].text, "Lift a ban.");    // a novel may say so
  words.forms = {};
  EXPECT_EQ(ChooseLines({dictionary, novel}, {}, words)[0].lines.size(), 4u);
  EXPECT_STREQ(NameOfFault(LineFault::kCast), "cast");
  EXPECT_STREQ(NameOfFault(LineFault::kTwin), "twin");
}

}  // namespace
}  // namespace meander
