// A small made-up pack of lines for the engine's tests: 300 lines on two shelves, tables of random
// rows, a few pronunciations.
#pragma once

#include <set>
#include <string>

#include "fake_server.h"
#include "pack/line_sections.h"
#include "space/gram_code.h"

namespace meander {

inline constexpr uint32_t kTinyLines = 300, kTinyShelfLines = 200;

inline GramTable RandomTable(uint64_t seed) {
  GramTable table{kGramBuckets, kGramDim, std::vector<uint16_t>(kGramBuckets, 7),
                  std::vector<int8_t>(size_t{kGramBuckets} * kGramDim)};
  Rng rng(seed);
  for (int8_t& code : table.codes)
    code = static_cast<int8_t>(static_cast<int>(rng.Below(201)) - 100);
  return table;
}

inline std::string PhonesNamed(std::string_view names) {
  std::string phones;
  while (!names.empty()) {
    const size_t end = std::min(names.find(' '), names.size());
    phones += static_cast<char>(PhoneNamed(names.substr(0, end)));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return phones;
}

inline TinyPack MakeTinyLines() {
  TinyPack pack;
  pack.head.name = "tiny-lines";
  pack.head.encoder_id = "made-up";
  pack.head.item_count = kTinyLines;
  const char* words[] = {"ship",  "sail",  "storm", "night",  "house",  "garden", "rose",  "king",
                         "queen", "crown", "bread", "wine",   "song",   "dance",  "river", "stone",
                         "light", "lamp",  "snow",  "winter", "summer", "bird",   "wing",  "cloud",
                         "rain",  "field", "horse", "road",   "dust",   "sea"};
  Rng rng(6);
  LineTable lines;
  std::set<std::string> said;
  while (lines.size() < kTinyLines) {
    const std::string line = std::string(words[rng.Below(30)]) + ", " + words[rng.Below(30)] +
                             " or " + words[rng.Below(30)] + ".";
    if (said.insert(line).second) lines.Add(line);
  }
  const auto add = [&](std::string_view name, std::vector<uint8_t> bytes) {
    SectionRef section{std::string(name), 1, false, {}};
    for (size_t at = 0; at < bytes.size(); at += 200'000) {
      const auto begin = bytes.begin() + static_cast<ptrdiff_t>(at);
      const auto count = static_cast<ptrdiff_t>(std::min<size_t>(200'000, bytes.size() - at));
      AddChunk(pack, section, 0, 0, {begin, begin + count});
    }
    pack.head.sections.push_back(section);
  };
  Shelves shelves;
  shelves.shelves = {{"sea-book", "The Sea", "A. Sailor", 1851, "Public domain", "none", true, true,
                      0, kTinyShelfLines},
                     {"examples", "Examples", "", 0, "MIT", "none", false, false, kTinyShelfLines,
                      kTinyLines - kTinyShelfLines}};
  shelves.writer_count = 1;
  add(kShelvesSection, WriteShelves(shelves));
  SectionRef texts{std::string(kLinesSection), 1, false, {}};
  AddChunk(pack, texts, 0, 150, WriteLines(lines, 0, 150));
  AddChunk(pack, texts, 150, 150, WriteLines(lines, 150, 150));
  pack.head.sections.push_back(texts);
  SectionRef places{std::string(kPlacesSection), 1, false, {}};
  AddChunk(pack, places, 0, kTinyLines,
           WritePlaces(std::vector<PlaceRange>{{100, "Chapter 1"}, {100, "Chapter 2"}, {100, ""}}));
  pack.head.sections.push_back(places);
  Passages passages;
  for (uint32_t line = 0; line < kTinyLines; ++line) {
    if (line >= kTinyShelfLines) {
      passages.ranges.push_back({0, 0});
      continue;
    }
    passages.text += line % 3 == 0 ? "\nSo it went. " : " ";
    const auto begin = static_cast<uint32_t>(passages.text.size());
    passages.text += lines.At(line);
    passages.ranges.push_back({begin, static_cast<uint32_t>(passages.text.size())});
  }
  SectionRef running{std::string(kPassagesSection), 1, false, {}};
  AddChunk(pack, running, 0, kTinyLines, WritePassages(passages));
  pack.head.sections.push_back(running);
  add(kSpellingTableSection, WriteGramTable(RandomTable(1)));
  add(kSoundTableSection, WriteGramTable(RandomTable(2)));
  PhoneBook book;
  book.Add("key", PhonesNamed("K IY1"));
  book.Add("night", PhonesNamed("N AY1 T"));
  book.Add("sea", PhonesNamed("S IY1"));
  book.Add("tree", PhonesNamed("T R IY1"));
  add(kPhonesSection, WritePhones(book));
  pack.head_bytes = WritePackHead(pack.head);
  return pack;
}

}  // namespace meander
