// See zip.h.
#include "canvas/zip.h"

#include "canvas/deflate.h"

namespace meander {
namespace {

constexpr int kFirstDay = 1 << 5 | 1;  // 1 January 1980

void Put(uint32_t value, int bytes, std::vector<uint8_t>& out) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<uint8_t>(value >> (8 * i) & 255));
}

// What both of a file's heads say of it, from "version needed" on.
void PutFacts(const ZipFile& file, std::vector<uint8_t>& out) {
  const auto size = static_cast<uint32_t>(file.bytes.size());
  Put(10, 2, out);
  Put(0, 2, out);  // no flags
  Put(0, 2, out);  // stored
  Put(0, 2, out);
  Put(kFirstDay, 2, out);
  Put(Crc32(file.bytes), 4, out);
  Put(size, 4, out);
  Put(size, 4, out);
  Put(static_cast<uint32_t>(file.name.size()), 2, out);
  Put(0, 2, out);
}

}  // namespace

std::vector<uint8_t> WriteZip(const std::vector<ZipFile>& files) {
  std::vector<uint8_t> out, list;
  for (const ZipFile& file : files) {
    const auto at = static_cast<uint32_t>(out.size());
    Put(0x04034B50, 4, out);
    PutFacts(file, out);
    out.insert(out.end(), file.name.begin(), file.name.end());
    out.insert(out.end(), file.bytes.begin(), file.bytes.end());
    Put(0x02014B50, 4, list);
    Put(10, 2, list);
    PutFacts(file, list);
    Put(0, 2, list);  // no comment
    Put(0, 2, list);  // on the first disk
    Put(0, 2, list);
    Put(0, 4, list);
    Put(at, 4, list);
    list.insert(list.end(), file.name.begin(), file.name.end());
  }
  const auto begin = static_cast<uint32_t>(out.size()), size = static_cast<uint32_t>(list.size());
  const auto count = static_cast<uint32_t>(files.size());
  out.insert(out.end(), list.begin(), list.end());
  Put(0x06054B50, 4, out);
  Put(0, 4, out);
  Put(count, 2, out);
  Put(count, 2, out);
  Put(size, 4, out);
  Put(begin, 4, out);
  Put(0, 2, out);
  return out;
}

}  // namespace meander
