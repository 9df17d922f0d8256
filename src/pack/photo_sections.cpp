// See photo_sections.h.
#include "pack/photo_sections.h"

#include <algorithm>

#include "net/convnet/convnet_layout.h"
#include "pack/damaged.h"

namespace meander {
namespace {

constexpr uint8_t kMark = 0xFF, kStart = 0xD8, kEnd = 0xD9, kScan = 0xDA;
constexpr size_t kMostAnswers = 64, kMostSheets = 16;

// What a file of the pack may be called: it becomes part of an address.
bool IsPlainName(std::string_view name) {
  return !name.empty() && name.size() <= 120 && name[0] != '.' &&
         std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                  c == '.';
         });
}

uint16_t BigEndian(ByteSpan bytes, size_t at) {
  return static_cast<uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}
// A frame's header: baseline, extended or progressive; not the tables' 0xC4, 0xC8 and 0xCC.
bool IsFrame(uint8_t mark) { return mark >= 0xC0 && mark <= 0xC2; }

}  // namespace

// The segments before the first scan (ITU T.81, annex B): a mark, two bytes of length, what it
// says.
Result<uint16_t> ReadShownPhoto(ByteSpan chunk) {
  const auto damaged = [] { return DamagedSection("a photo is no picture"); };
  if (chunk.size() < 4 || chunk[0] != kMark || chunk[1] != kStart ||
      chunk[chunk.size() - 2] != kMark || chunk[chunk.size() - 1] != kEnd) {
    return damaged();
  }
  uint16_t side = 0;
  for (size_t at = 2; at + 4 <= chunk.size();) {
    const uint8_t mark = chunk[at + 1];
    const size_t length = BigEndian(chunk, at + 2);
    if (chunk[at] != kMark || length < 2 || length > chunk.size() - at - 2) return damaged();
    if (mark == kScan) return side > 0 ? Result<uint16_t>(side) : damaged();
    if (IsFrame(mark)) {
      if (length < 7) return damaged();
      const uint16_t height = BigEndian(chunk, at + 5), width = BigEndian(chunk, at + 7);
      if (side > 0 || width != height || width == 0 || width > kMostShownSide) return damaged();
      side = width;
    }
    at += 2 + length;
  }
  return damaged();
}

Result<void> CheckLook(ByteSpan chunk, uint32_t item_count) {
  if (item_count == 1 && chunk.size() == kLookBytes) return {};
  return DamagedSection("what the network is given of a photo has the wrong length");
}

std::vector<uint8_t> WritePhotoFacts(std::span<const PhotoFacts> photos) {
  ByteWriter out;
  for (const PhotoFacts& photo : photos) {
    for (const uint16_t number : {photo.width, photo.height, photo.left, photo.top, photo.side}) {
      out.Put(number);
    }
    out.Put(static_cast<uint8_t>(photo.licence));
  }
  return out.Take();
}

Result<std::vector<PhotoFacts>> ReadPhotoFacts(ByteSpan chunk, uint32_t item_count) {
  if (chunk.size() != size_t{item_count} * kPhotoFactBytes) {
    return DamagedSection("what is known of its photos has the wrong length");
  }
  ByteReader in(chunk);
  std::vector<PhotoFacts> photos(item_count);
  for (PhotoFacts& photo : photos) {
    for (uint16_t* number : {&photo.width, &photo.height, &photo.left, &photo.top, &photo.side}) {
      *number = in.Get<uint16_t>();
    }
    const auto licence = in.Get<uint8_t>();
    if (photo.side == 0 || photo.left + photo.side > photo.width ||
        photo.top + photo.side > photo.height || licence >= kLicenceCount) {
      return DamagedSection("a photo is not what it can be");
    }
    photo.licence = static_cast<Licence>(licence);
  }
  return photos;
}

std::vector<uint8_t> WriteKnownAnswers(std::span<const KnownAnswer> answers) {
  ByteWriter out;
  out.PutVarint(answers.size());
  for (const KnownAnswer& known : answers) {
    for (const std::vector<uint8_t>* bytes : {&known.question, &known.answer}) {
      out.PutVarint(bytes->size());
      out.PutBytes(*bytes);
    }
  }
  return out.Take();
}

Result<std::vector<KnownAnswer>> ReadKnownAnswers(ByteSpan chunk) {
  ByteReader in(chunk);
  const size_t count = in.GetCount(2);
  std::vector<KnownAnswer> answers;
  for (size_t i = 0; i < count && count <= kMostAnswers && in.ok(); ++i) {
    KnownAnswer& known = answers.emplace_back();
    for (std::vector<uint8_t>* bytes : {&known.question, &known.answer}) {
      const ByteSpan read = in.GetBytes(in.GetCount(1));
      bytes->assign(read.begin(), read.end());
    }
    if (known.question.empty() || known.answer.empty()) in.MarkBad();
  }
  if (!in.ok() || !in.AtEnd() || answers.size() != count) {
    return DamagedSection("its prepared answers cannot be read");
  }
  return answers;
}

std::vector<uint8_t> WriteIconSheets(std::span<const IconSheet> sheets) {
  ByteWriter out;
  out.PutVarint(sheets.size());
  for (const IconSheet& sheet : sheets) {
    out.PutText(sheet.tensor);
    out.PutText(sheet.file);
    out.Put(sheet.byte_count);
    out.Put(sheet.hash);
  }
  return out.Take();
}

Result<std::vector<IconSheet>> ReadIconSheets(ByteSpan bytes) {
  ByteReader in(bytes);
  std::vector<IconSheet> sheets(in.GetCount(14));
  bool is_well = sheets.size() <= kMostSheets;
  for (IconSheet& sheet : sheets) {
    sheet.tensor = std::string(in.GetText());
    sheet.file = std::string(in.GetText());
    sheet.byte_count = in.Get<uint32_t>();
    sheet.hash = in.Get<uint64_t>();
    is_well &= IsPlainName(sheet.tensor) && IsPlainName(sheet.file) && sheet.byte_count > 0 &&
               sheet.byte_count <= kMostSheetBytes;
  }
  if (!in.ok() || !in.AtEnd() || !is_well) {
    return DamagedSection("its sheets of icons cannot be found");
  }
  return sheets;
}

Result<std::vector<std::string>> ReadClassNames(std::string_view text) {
  std::vector<std::string> names;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    names.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (names.size() != kClassCount) {
    return Fail(ErrorCode::kCorrupt, "The list of classes does not hold 1,000 names.");
  }
  const auto is_plain = [](const std::string& name) {
    return !name.empty() && std::ranges::none_of(name, [](char c) {
      return static_cast<unsigned char>(c) < 32 || c == 127;
    });
  };
  if (!std::ranges::all_of(names, is_plain)) {
    return Fail(ErrorCode::kCorrupt, "The list of classes holds a line that is no name.");
  }
  return names;
}

}  // namespace meander
