// What the sources of a pack of lines say, paragraph by paragraph, and the works they belong to.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json_reader.h"
#include "pack/line_sections.h"

namespace meander {

struct LineParagraph {
  std::string place;  // "Chapter 36. The Quarter-Deck"
  std::string lead;   // who speaks; shown when reading on, no part of any line
  std::string text;   // as PlainParagraph makes it
};

struct LineWork {
  std::string key;  // what the reader calls it
  Shelf shelf;      // without its items
  std::vector<LineParagraph> paragraphs;
};

// One entry of a recipe's "sources".
struct LineSource {
  std::string reader;         // data/sources/….py
  std::string folder;         // below the cache's sources/
  bool is_optional = false;   // may be missing on this machine
  bool is_running = true;     // sentences are to be found in its paragraphs; else each is one
  bool keeps_names = true;    // lines with names in them are wanted
  bool are_examples = false;  // a dictionary's: orders and rare words are not wanted
  bool has_cast = false;      // of persons who are strangers elsewhere
  uint32_t most_lines = 0;    // 0: all
  std::vector<LineWork> works;
};

// A recipe's "sources", read whole and checked.
Result<std::vector<LineSource>> ReadLineSources(const Json& recipe);
// The reader's JSONL into the works it names; kCorrupt with the line's number, also when a work is
// unknown or stays empty.
Result<void> FillWorks(std::string_view jsonl, LineSource& source);
// Of every file below `folder`: names and contents. kNotFound when there is none.
Result<uint64_t> HashOfFolder(const std::filesystem::path& folder);

}  // namespace meander
