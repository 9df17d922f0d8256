// Everything a pack of lines holds, before it is written.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/json_reader.h"
#include "make/lines_choose.h"
#include "make/lines_source.h"
#include "pack/line_sections.h"
#include "pack/sections.h"
#include "space/point.h"

namespace meander {

// Where an item comes from.
struct LineOrigin {
  uint32_t source = 0, work = 0,
           paragraph = 0;       // indices in sources, their works, their paragraphs
  uint32_t begin = 0, end = 0;  // bytes in the paragraph's text
};

struct LinesContent {
  std::vector<LineSource> sources;   // those that are here
  std::vector<std::string> missing;  // folders of those that are not
  std::vector<ChosenSource> chosen;  // what the rules said, lines taken out
  std::string licence;               // LICENSE.txt of the pack; may be empty
  std::string encoder_id;
  Shelves shelves;
  LineTable lines;
  std::vector<LineOrigin> origins;  // one a line
  CodeBook book;
  std::vector<uint8_t> codes;
  double code_recall = 0;  // of the ten nearest, see CodeRecall
  std::optional<GramTable> spelling, sound;
  PhoneBook phones;
  std::vector<Point2> places;
  std::vector<Region> regions;
};

// Fills shelves, lines and origins from sources and chosen; works without lines get no shelf.
// `pairs` are ids of shelves whose first and last sentence are offered as ends.
void ShelveLines(const std::vector<std::string>& pairs, LinesContent& content);

// Replaces `target` whole, or leaves it as it was.
Result<void> WriteLinesPack(const Json& recipe, const LinesContent& content,
                            const std::filesystem::path& target);

}  // namespace meander
