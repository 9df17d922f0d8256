// See reader.h. The stream is the vocabulary, then the layers, then the word table's rows, a few
// files at a time so that an article asked for meanwhile does not wait behind twenty megabytes.
#include "engine/reader.h"

#include <algorithm>
#include <cstring>

#include "net/encoder.h"
#include "text/language.h"
#include "text/word_piece.h"

namespace meander {
namespace {

constexpr size_t kFilesAtOnce = 4;
constexpr size_t kLayerAlignment = 64;

// Where the model's files go, in the order they are fetched.
enum class Part : uint8_t { kVocabulary, kLayers, kWords };
struct Piece {
  Part part;
  ChunkRef chunk;
  size_t offset = 0;  // in the part, in bytes
};

}  // namespace

class Reader::Impl {
 public:
  explicit Impl(FileStore& files) : files_(files) {}
  ~Impl() { files_.Release(kNobody); }

  Result<void> Open(std::string base_url, ByteSpan head);
  Result<std::optional<TokenizedText>> Prepare(const std::string& text);
  Result<std::optional<Reading>> Read(const std::string& text);
  ProgressReply ProgressFor(const std::string& text) const;
  bool Step();
  void TryAgain() { failure_.reset(); }

  const Weights& weights() const { return *weights_; }

  bool is_open = false;
  std::string encoder_id;
  std::optional<WordPiece> wordpiece;
  std::optional<Encoder> encoder;

 private:
  // Appends the section's chunks to the stream; the section's bytes in all.
  Result<size_t> AddPieces(const PackHead& head, const char* section, Part part);
  Result<bool> Pump();
  Result<void> TakeIn(const Piece& piece, ByteSpan bytes);
  Result<void> Finish(Part part);
  // Which token of the text is the first whose row is missing; the number of tokens when none is.
  size_t FirstMissing(const TokenizedText& tokens) const;

  FileStore& files_;
  std::string base_url_;
  std::vector<Piece> pieces_;   // all, in order
  std::vector<uint8_t> taken_;  // one a piece
  size_t first_open_ = 0;       // every piece before it has been taken
  uint64_t bytes_total_ = 0, bytes_taken_ = 0;
  bool is_streaming_ = false;
  std::optional<Error> failure_;

  std::vector<uint8_t> vocabulary_;
  std::unique_ptr<uint8_t[]> layer_storage_;
  std::span<uint8_t> layers_;          // aligned, inside layer_storage_
  size_t pieces_left_[3] = {0, 0, 0};  // by part
  std::optional<Weights> weights_;
};

Result<size_t> Reader::Impl::AddPieces(const PackHead& head, const char* section, Part part) {
  const SectionRef* found = head.Find(section);
  if (found == nullptr) {
    return Fail(ErrorCode::kCorrupt,
                "The reader has no part called \"" + std::string(section) + "\".");
  }
  size_t bytes = 0;
  for (const ChunkRef& chunk : found->chunks) {
    pieces_.push_back({part, chunk, bytes});
    bytes += chunk.byte_count;
  }
  pieces_left_[static_cast<size_t>(part)] = found->chunks.size();
  bytes_total_ += bytes;
  return bytes;
}

Result<void> Reader::Impl::Open(std::string base_url, ByteSpan bytes) {
  TRY(const PackHead head, ReadPackHead(bytes));
  if (is_open) return {};  // the same encoder serves every pack of a session
  if (head.encoder_id != kEncoderId) {
    return Fail(ErrorCode::kMismatch, "This page does not know that kind of reader; reload it.");
  }
  pieces_.clear();
  bytes_total_ = 0;
  TRY(const size_t vocabulary_size, AddPieces(head, "vocabulary", Part::kVocabulary));
  TRY(const size_t layers_size, AddPieces(head, "layers", Part::kLayers));
  TRY([[maybe_unused]] const size_t words_size, AddPieces(head, "words", Part::kWords));
  // Checked before anything is reserved: the sizes come from a file.
  if (layers_size != kModelLayout.byte_count || vocabulary_size > (size_t{1} << 22)) {
    return Fail(ErrorCode::kCorrupt, "The reader's files do not have the expected sizes.");
  }
  vocabulary_.resize(vocabulary_size);
  taken_.assign(pieces_.size(), false);
  base_url_ = std::move(base_url);
  encoder_id = head.encoder_id;
  is_open = true;
  return {};
}

Result<void> Reader::Impl::TakeIn(const Piece& piece, ByteSpan bytes) {
  switch (piece.part) {
    case Part::kVocabulary:
      std::memcpy(vocabulary_.data() + piece.offset, bytes.data(), bytes.size());
      break;
    case Part::kLayers:
      if (layers_.empty()) {
        layer_storage_ =
            std::make_unique_for_overwrite<uint8_t[]>(kModelLayout.byte_count + kLayerAlignment);
        const auto address = reinterpret_cast<uintptr_t>(layer_storage_.get());
        const size_t skip = (kLayerAlignment - address % kLayerAlignment) % kLayerAlignment;
        layers_ = {layer_storage_.get() + skip, kModelLayout.byte_count};
      }
      std::memcpy(layers_.data() + piece.offset, bytes.data(), bytes.size());
      break;
    case Part::kWords:
      TRY_VOID(weights_->PutWordRows(piece.chunk.first_item, bytes));
      break;
  }
  if (--pieces_left_[static_cast<size_t>(piece.part)] == 0) return Finish(piece.part);
  return {};
}

Result<void> Reader::Impl::Finish(Part part) {
  if (part == Part::kVocabulary) {
    TRY(WordPiece opened, WordPiece::Open(std::string(AsText(vocabulary_))));
    wordpiece.emplace(std::move(opened));
    vocabulary_ = {};
  } else if (part == Part::kLayers) {
    TRY(Weights weights, Weights::Open(layers_));
    weights_.emplace(std::move(weights));
    encoder.emplace(*weights_);
  }
  return {};
}

// Keeps a few files wanted, in order, and takes in at most one that is here. Word rows wait for the
// layers before them: they have no place to go until then.
Result<bool> Reader::Impl::Pump() {
  size_t waiting = 0;
  for (size_t i = first_open_; i < pieces_.size() && waiting < kFilesAtOnce; ++i) {
    if (taken_[i]) continue;
    const Piece& piece = pieces_[i];
    const std::string url = base_url_ + piece.chunk.file;
    TRY(const std::vector<uint8_t>* bytes, files_.Get(url, piece.chunk, kNobody));
    const bool has_place = piece.part != Part::kWords || weights_.has_value();
    if (bytes == nullptr || !has_place) {
      ++waiting;
      continue;
    }
    TRY_VOID(TakeIn(piece, *bytes));
    bytes_taken_ += bytes->size();
    files_.Drop(url);
    taken_[i] = true;
    while (first_open_ < taken_.size() && taken_[first_open_]) ++first_open_;
    return true;
  }
  return false;
}

bool Reader::Impl::Step() {
  if (!is_streaming_) return false;
  const Result<bool> took_one = Pump();
  if (took_one) {
    if (first_open_ == pieces_.size()) is_streaming_ = false;
    return *took_one;
  }
  failure_ = took_one.error();
  is_streaming_ = false;
  files_.Release(kNobody);
  return false;
}

size_t Reader::Impl::FirstMissing(const TokenizedText& tokens) const {
  const auto at =
      std::ranges::find_if(tokens.ids, [&](int32_t id) { return !weights_->HasWord(id); });
  return static_cast<size_t>(at - tokens.ids.begin());
}

// nullopt while something it needs is coming.
Result<std::optional<TokenizedText>> Reader::Impl::Prepare(const std::string& text) {
  if (!is_open) return Fail(ErrorCode::kNotFound, "No reader has been opened yet.");
  if (failure_) return std::unexpected(*failure_);
  if (first_open_ < pieces_.size()) is_streaming_ = true;
  if (!weights_ || !wordpiece) return std::nullopt;
  TokenizedText tokens = wordpiece->Tokenize(text);
  if (FirstMissing(tokens) < tokens.ids.size()) return std::nullopt;
  return tokens;
}

Result<std::optional<Reading>> Reader::Impl::Read(const std::string& text) {
  TRY(const std::optional<TokenizedText> prepared, Prepare(text));
  if (!prepared) return std::nullopt;
  const TokenizedText& tokens = *prepared;
  Reading reading;
  reading.vector.resize(kWidth);
  TRY_VOID(encoder->Encode(tokens.ids, reading.vector));
  reading.looks_english = LooksEnglish(*wordpiece, text);
  reading.truncated = tokens.truncated;
  return reading;
}

ProgressReply Reader::Impl::ProgressFor(const std::string& text) const {
  ProgressReply progress;
  progress.bytes_done = bytes_taken_;
  progress.bytes_total = bytes_total_;
  if (!weights_ || !wordpiece) return progress;
  const TokenizedText tokens = wordpiece->Tokenize(text);
  if (const size_t missing = FirstMissing(tokens); missing < tokens.ids.size()) {
    const auto [begin, end] = tokens.ranges[missing];
    progress.waiting_for = text.substr(begin, end - begin);
  }
  return progress;
}

Reader::Reader(FileStore& files) : impl_(std::make_unique<Impl>(files)) {}
Reader::~Reader() = default;

Result<void> Reader::Open(std::string base_url, ByteSpan head) {
  return impl_->Open(std::move(base_url), head);
}
bool Reader::is_open() const { return impl_->is_open; }
const std::string& Reader::encoder_id() const { return impl_->encoder_id; }
Result<std::optional<Reading>> Reader::Read(const std::string& text) { return impl_->Read(text); }
Result<bool> Reader::CanRead(const std::string& text) {
  TRY(const std::optional<TokenizedText> prepared, impl_->Prepare(text));
  return prepared.has_value();
}
const WordPiece& Reader::pieces() const { return *impl_->wordpiece; }
Encoder& Reader::encoder() { return *impl_->encoder; }
const Weights& Reader::weights() const { return impl_->weights(); }
ProgressReply Reader::ProgressFor(const std::string& text) const {
  return impl_->ProgressFor(text);
}
bool Reader::Step() { return impl_->Step(); }
void Reader::TryAgain() { impl_->TryAgain(); }

}  // namespace meander
