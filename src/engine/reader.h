// The reader: the encoder with its weights still coming in. Files stream in one fixed order, layers
// first, then the word table's rows from the commonest word to the rarest, and on to the end
// whatever was typed: nobody who watches the requests learns a word of it. A text is read as soon
// as the rows it needs are here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "engine/file_store.h"
#include "engine/protocol.h"
#include "net/encoder.h"
#include "text/word_piece.h"

namespace meander {

struct Reading {
  std::vector<float> vector;  // unit
  bool looks_english = true;
  bool truncated = false;
};

class Reader {
 public:
  explicit Reader(FileStore& files);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // Checks the head; fetches nothing yet.
  Result<void> Open(std::string base_url, ByteSpan head);
  bool is_open() const;
  const std::string& encoder_id() const;

  // nullopt while weights are coming; the first call starts the stream. An error stays until
  // TryAgain().
  Result<std::optional<Reading>> Read(const std::string& text);
  // The same for those who read pieces of their own: true once every piece of `text` can be read.
  // From then on pieces() and encoder() are there.
  Result<bool> CanRead(const std::string& text);
  const WordPiece& pieces() const;
  Encoder& encoder();
  const Weights& weights() const;
  // Forgets a failed delivery: the next Read() goes on where the stream broke off.
  void TryAgain();
  // How much of the reader has come, and which word of `text` is still missing.
  ProgressReply ProgressFor(const std::string& text) const;

  // Takes in one file that has arrived and asks for the next; true while there are more here.
  bool Step();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace meander
