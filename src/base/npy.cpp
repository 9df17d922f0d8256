// See npy.h; the layout is described in NumPy's numpy.lib.format documentation.
#include "base/npy.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace meander {
namespace {

constexpr std::string_view kMagic("\x93NUMPY\x01\x00", 8);

// The integer after `key` in the header, or -1.
long long NumberAfter(std::string_view header, size_t at) {
  while (at < header.size() && (header[at] == ' ' || header[at] == '(' || header[at] == ',')) ++at;
  long long value = 0;
  bool any = false;
  for (; at < header.size() && header[at] >= '0' && header[at] <= '9' && value < (1LL << 40);
       ++at) {
    value = value * 10 + (header[at] - '0');
    any = true;
  }
  return any ? value : -1;
}

}  // namespace

std::vector<uint8_t> WriteNpy(const FloatMatrix& matrix) {
  char text[128];
  const int length = std::snprintf(text, sizeof(text),
                                   "{'descr': '<f4', 'fortran_order': False, 'shape': (%u, %u), }",
                                   matrix.rows, matrix.columns);
  std::string header(text, static_cast<size_t>(length));
  while ((kMagic.size() + 2 + header.size() + 1) % 64 != 0) header += ' ';
  header += '\n';
  ByteWriter writer;
  writer.PutBytes(AsBytes(kMagic));
  writer.Put(static_cast<uint16_t>(header.size()));
  writer.PutBytes(AsBytes(header));
  writer.PutBytes({reinterpret_cast<const uint8_t*>(matrix.values.data()),
                   matrix.values.size() * sizeof(float)});
  return writer.Take();
}

Result<FloatMatrix> ReadNpy(ByteSpan file) {
  ByteReader reader(file);
  const std::string_view magic = AsText(reader.GetBytes(kMagic.size()));
  if (magic != kMagic) return Fail(ErrorCode::kCorrupt, "This is not an npy file of format 1.0.");
  const std::string_view header = AsText(reader.GetBytes(reader.Get<uint16_t>()));
  if (!reader.ok()) return Fail(ErrorCode::kCorrupt, "The npy file ends inside its header.");
  const bool wanted =
      header.find("'<f4'") != header.npos && header.find("'fortran_order': False") != header.npos;
  const size_t shape = header.find("'shape': (");
  if (!wanted || shape == header.npos) {
    return Fail(ErrorCode::kInvalidInput, "The npy file does not hold rows of 32-bit floats.");
  }
  const long long rows = NumberAfter(header, shape + 10);
  const size_t comma = header.find(',', shape + 10);
  const long long columns = comma == header.npos ? -1 : NumberAfter(header, comma);
  if (rows < 0 || columns < 0 || (columns > 0 && rows > (1LL << 29) / columns) ||
      static_cast<uint64_t>(rows * columns) * 4 != reader.remaining()) {
    return Fail(ErrorCode::kCorrupt, "The npy file's length does not fit its shape.");
  }
  FloatMatrix matrix{static_cast<uint32_t>(rows), static_cast<uint32_t>(columns), {}};
  matrix.values.resize(static_cast<size_t>(rows * columns));
  if (!matrix.values.empty()) {
    std::memcpy(matrix.values.data(), file.data() + reader.position(), matrix.values.size() * 4);
  }
  return matrix;
}

}  // namespace meander
