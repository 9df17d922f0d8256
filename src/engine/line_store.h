// The lines a gradient may be made of, as the engine keeps them: those of the open pack and those
// of the reader's own text behind them, in one row of numbers. What a question needs of the pack is
// fetched when it is first asked; spelling and sound codes are worked out here, a slice at a time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/library.h"
#include "engine/line_questions.h"
#include "pack/line_sections.h"
#include "space/line_space.h"
#include "text/phones.h"
#include "text/word_set.h"

namespace meander {

class LineStore {
 public:
  explicit LineStore(Library& library) : library_(library) {}

  // Another pack is open: nothing of the old one is kept, the reader's own text included.
  void Reset();

  // Everything that questions in this mix need, or everything about sounds. False: files are coming
  // or, where `again` is set, there is more to work out at once. kNotFound: no pack of lines is
  // open.
  Result<bool> Prepare(SpaceShares shares, RequestId who, bool& again);
  Result<bool> PrepareSounds(RequestId who);
  // Texts and shelves alone.
  Result<bool> PrepareLines(RequestId who);

  // Of lines by their number here: the pack's first, own ones behind.
  uint32_t pack_count() const { return lines_.size(); }
  uint32_t own_count() const { return own_.size(); }
  std::string_view TextOf(uint32_t line) const;
  uint16_t ShelfOf(uint32_t line) const;  // kNoShelf for own lines
  const Shelves& shelves() const { return shelves_; }
  const LineSpace& space() const { return space_; }
  const SmallWords& small_words() const { return small_words_; }
  const PhoneBook& phones() const { return phones_; }

  // A line's number, from and to what the protocol calls it.
  uint32_t ItemOf(uint32_t line) const;
  std::optional<uint32_t> LineOf(uint32_t item) const;

  // A text in the spaces of `shares`; `vector`: the encoder's, where meaning counts.
  LineQuery QueryOf(std::string_view text, SpaceShares shares, std::span<const float> vector) const;

  // The reader's own text. Prepared for meaning, `vector` is the encoder's.
  void ForgetOwn();
  void AddOwn(std::string_view line, std::span<const float> vector);

  // Where a line of the pack stands; nullopt while files are coming.
  Result<std::optional<std::string>> PlaceOf(uint32_t line, RequestId who);
  struct Passage {
    std::string text;
    uint32_t begin = 0, end = 0;  // the line in it; equal where there is none
  };
  Result<std::optional<Passage>> PassageOf(uint32_t line, RequestId who);

 private:
  Result<bool> PrepareMeaning(RequestId who);
  Result<bool> PrepareTable(std::string_view section, GramTable& table, RequestId who);
  void CodeSome(bool spelling, bool& again);
  void Code(uint32_t line, bool spelling);

  Library& library_;
  Shelves shelves_;
  LineTable lines_, own_;
  bool has_lines_ = false, has_meaning_ = false, has_phones_ = false;
  LineSpace space_;
  SmallWords small_words_;
  PhoneBook phones_;
  GramTable spelling_, sound_;
  uint32_t spelled_ = 0, sounded_ = 0;  // lines coded so far, of the pack and then of the own ones
};

}  // namespace meander
