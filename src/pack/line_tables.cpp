// The sections of a pack of lines that hold numbers and sounds; see line_sections.h.
#include <cmath>

#include "pack/damaged.h"
#include "pack/line_sections.h"

namespace meander {
namespace {

constexpr uint32_t kMostDimensions = 2064, kMostParts = 512, kMostBuckets = 1 << 16;
constexpr size_t kMaxWordBytes = 60, kMaxPhones = 60;

template <class T>
void PutAll(ByteWriter& writer, const std::vector<T>& values) {
  writer.PutBytes({reinterpret_cast<const uint8_t*>(values.data()), values.size() * sizeof(T)});
}

template <class T>
std::vector<T> GetAll(ByteReader& reader, uint64_t count) {
  const ByteSpan bytes = count > reader.remaining()
                             ? ByteSpan()
                             : reader.GetBytes(static_cast<size_t>(count) * sizeof(T));
  if (bytes.size() != count * sizeof(T)) {
    reader.MarkBad();
    return {};
  }
  std::vector<T> values(static_cast<size_t>(count));
  if (!values.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
  return values;
}

bool AllWithin(const std::vector<float>& values, float lowest, float highest) {
  for (const float value : values) {
    if (!(value >= lowest && value <= highest)) return false;
  }
  return true;
}

bool IsWord(std::string_view word) {
  if (word.empty() || word.size() > kMaxWordBytes) return false;
  for (const char c : word) {
    if (!(c >= 'a' && c <= 'z') && c != '\'') return false;
  }
  return true;
}

bool ArePhones(std::string_view phones) {
  if (phones.empty() || phones.size() > kMaxPhones) return false;
  for (const char c : phones) {
    if (static_cast<uint8_t>(c) < 1 || static_cast<uint8_t>(c) > kLastPhone) return false;
  }
  return true;
}

}  // namespace

std::vector<uint8_t> WriteCodeBook(const CodeBook& book, std::string_view encoder_id) {
  ByteWriter writer;
  writer.PutText(encoder_id);
  writer.PutVarint(book.dim);
  writer.PutVarint(book.parts);
  writer.Put(static_cast<uint8_t>(!book.turn_codes.empty()));
  PutAll(writer, book.mean);
  PutAll(writer, book.turn_scales);
  PutAll(writer, book.turn_codes);
  PutAll(writer, book.scales);
  PutAll(writer, book.centroids);
  return writer.Take();
}

Result<CodeBook> ReadCodeBook(ByteSpan bytes, std::string_view encoder_id) {
  ByteReader reader(bytes);
  CodeBook book;
  const std::string_view made_with = reader.GetText();
  const uint64_t dim = reader.GetVarint(), parts = reader.GetVarint();
  const uint8_t is_turned = reader.Get<uint8_t>();
  if (!reader.ok() || dim == 0 || dim > kMostDimensions || parts == 0 || parts > kMostParts ||
      dim % parts != 0 || is_turned > 1) {
    return DamagedSection("the book of meanings is not right");
  }
  if (made_with != encoder_id) {
    return Fail(ErrorCode::kMismatch, "These lines were read by another reader than this page's.");
  }
  book.dim = static_cast<uint32_t>(dim);
  book.parts = static_cast<uint32_t>(parts);
  book.mean = GetAll<float>(reader, dim);
  book.turn_scales = GetAll<float>(reader, is_turned * dim);
  book.turn_codes = GetAll<int8_t>(reader, is_turned * dim * dim);
  book.scales = GetAll<float>(reader, parts);
  book.centroids = GetAll<int8_t>(reader, dim * kCentroids);
  if (!reader.ok() || !reader.AtEnd()) {
    return DamagedSection("the book of meanings has the wrong length");
  }
  if (!AllWithin(book.mean, -1, 1) || !AllWithin(book.turn_scales, 0, 1) ||
      !AllWithin(book.scales, 1e-9f, 1)) {
    return DamagedSection("the book of meanings holds an impossible number");
  }
  return book;
}

Result<void> ReadMeaningCodes(ByteSpan chunk, uint32_t item_count, uint32_t parts,
                              std::vector<uint8_t>& codes) {
  if (uint64_t{item_count} * parts != chunk.size()) {
    return DamagedSection("the meanings have the wrong length");
  }
  codes.insert(codes.end(), chunk.begin(), chunk.end());
  return {};
}

std::vector<uint8_t> WriteGramTable(const GramTable& table) {
  ByteWriter writer;
  writer.PutVarint(table.buckets);
  writer.PutVarint(table.dim);
  PutAll(writer, table.scales);
  PutAll(writer, table.codes);
  return writer.Take();
}

Result<GramTable> ReadGramTable(ByteSpan bytes) {
  ByteReader reader(bytes);
  GramTable table;
  const uint64_t buckets = reader.GetVarint(), dim = reader.GetVarint();
  if (!reader.ok() || buckets == 0 || buckets > kMostBuckets || dim == 0 || dim > kMostDimensions) {
    return DamagedSection("a table of spellings or sounds is not right");
  }
  table.buckets = static_cast<uint32_t>(buckets);
  table.dim = static_cast<uint32_t>(dim);
  table.scales = GetAll<uint16_t>(reader, buckets);
  table.codes = GetAll<int8_t>(reader, buckets * dim);
  if (!reader.ok() || !reader.AtEnd()) {
    return DamagedSection("a table of spellings or sounds has the wrong length");
  }
  return table;
}

// Front coded, and in three streams, since like next to like packs best: how many letters a word
// shares with the one before it; the letters that are new, a newline after each word; the phones,
// a zero after each word.
std::vector<uint8_t> WritePhones(const PhoneBook& book) {
  ByteWriter shared, letters, phones;
  std::string_view before;
  for (uint32_t i = 0; i < book.size(); ++i) {
    const std::string_view word = book.Word(i);
    size_t same = 0;
    while (same < before.size() && same < word.size() && before[same] == word[same]) ++same;
    shared.Put(static_cast<uint8_t>(same));
    letters.PutBytes(AsBytes(word.substr(same)));
    letters.Put(uint8_t{'\n'});
    phones.PutBytes(AsBytes(book.Phones(i)));
    phones.Put(uint8_t{0});
    before = word;
  }
  ByteWriter writer;
  writer.PutVarint(book.size());
  writer.PutBytes(shared.bytes());
  writer.PutBytes(letters.bytes());
  writer.PutBytes(phones.bytes());
  return writer.Take();
}

Result<PhoneBook> ReadPhones(ByteSpan bytes) {
  ByteReader reader(bytes);
  const size_t count = reader.GetCount(4);
  const ByteSpan shared = reader.GetBytes(count);
  std::string_view rest = AsText(reader.GetBytes(reader.remaining()));
  if (!reader.ok()) return DamagedSection("the sounds of words have the wrong length");
  std::vector<std::string> words;
  words.reserve(count);
  for (const uint8_t same : shared) {
    const size_t end = rest.find('\n');
    if (end == rest.npos || (words.empty() ? 0 : words.back().size()) < same) {
      return DamagedSection("a word is not right");
    }
    words.push_back((words.empty() ? "" : words.back().substr(0, same)) +
                    std::string(rest.substr(0, std::min(end, kMaxWordBytes + 1))));
    rest.remove_prefix(end + 1);
    if (!IsWord(words.back())) return DamagedSection("a word is not right");
  }
  PhoneBook book;
  for (const std::string& word : words) {
    const size_t end = rest.find('\0');
    if (end == rest.npos || !ArePhones(rest.substr(0, end)) ||
        !book.Add(word, rest.substr(0, end))) {
      return DamagedSection("the sound of a word is not right");
    }
    rest.remove_prefix(end + 1);
  }
  if (!rest.empty()) return DamagedSection("the sounds of words have the wrong length");
  return book;
}

}  // namespace meander
