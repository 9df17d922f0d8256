// See npy.h; the layout is described in NumPy's numpy.lib.format documentation.
#include "base/npy.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <system_error>

namespace meander {
namespace {

constexpr size_t kMostNumbers = size_t{1} << 29;
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

std::vector<uint8_t> WriteShaped(std::string shape, std::span<const float> values) {
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
  while ((kMagic.size() + 2 + header.size() + 1) % 64 != 0) header += ' ';
  header += '\n';
  ByteWriter writer;
  writer.PutBytes(AsBytes(kMagic));
  writer.Put(static_cast<uint16_t>(header.size()));
  writer.PutBytes(AsBytes(header));
  writer.PutBytes({reinterpret_cast<const uint8_t*>(values.data()), values.size() * sizeof(float)});
  return writer.Take();
}

// An IEEE 754 half as a float.
float HalfToFloat(uint16_t half) {
  const float sign = (half & 0x8000) != 0 ? -1.f : 1.f;
  const int exponent = half >> 10 & 31, fraction = half & 1023;
  if (exponent == 31) return sign * (fraction == 0 ? HUGE_VALF : NAN);
  if (exponent == 0) return sign * std::ldexp(static_cast<float>(fraction), -24);
  return sign * std::ldexp(static_cast<float>(1024 + fraction), exponent - 25);
}

// The axes between "'shape': (" and ")"; empty when they are not plain numbers.
std::vector<size_t> ShapeOf(std::string_view header) {
  const size_t open = header.find("'shape': (");
  const size_t close = open == header.npos ? header.npos : header.find(')', open);
  if (close == header.npos) return {};
  std::vector<size_t> shape;
  std::string_view inside = header.substr(open + 10, close - open - 10);
  while (inside.find_first_not_of(" ,") != inside.npos) {
    const size_t begin = inside.find_first_not_of(" ");
    const size_t end = std::min(inside.find(',', begin), inside.size());
    size_t axis = 0;
    const char* const last = inside.data() + end;
    const auto [stopped, failed] = std::from_chars(inside.data() + begin, last, axis);
    if (failed != std::errc{} || stopped != last) return {};
    shape.push_back(axis);
    inside.remove_prefix(std::min(end + 1, inside.size()));
  }
  return shape;
}

// Where the numbers begin, and the header; nullopt for what is no npy file.
struct NpyHead {
  std::string_view header;
  size_t data_at = 0;
};
std::optional<NpyHead> HeadOf(ByteSpan file) {
  ByteReader reader(file);
  if (AsText(reader.GetBytes(6)) != kMagic.substr(0, 6)) return std::nullopt;
  const auto major = reader.Get<uint8_t>();
  reader.Get<uint8_t>();
  if (major < 1 || major > 3) return std::nullopt;
  const size_t size = major == 1 ? reader.Get<uint16_t>() : reader.Get<uint32_t>();
  const std::string_view header = AsText(reader.GetBytes(size));
  if (!reader.ok()) return std::nullopt;
  return NpyHead{header, reader.position()};
}

}  // namespace

std::vector<uint8_t> WriteNpy(const FloatMatrix& matrix) {
  return WriteShaped(std::to_string(matrix.rows) + ", " + std::to_string(matrix.columns),
                     matrix.values);
}

std::vector<uint8_t> WriteNpy(const FloatArray& array) {
  std::string shape;
  for (const size_t axis : array.shape) {
    shape += (shape.empty() ? "" : ", ") + std::to_string(axis);
  }
  if (array.shape.size() == 1) shape += ",";
  return WriteShaped(std::move(shape), array.values);
}

Result<FloatArray> ReadNpyArray(ByteSpan file) {
  const std::optional<NpyHead> head = HeadOf(file);
  if (!head) return Fail(ErrorCode::kCorrupt, "This is not an npy file.");
  const std::string_view header = head->header;
  const bool is_float = header.find("'<f4'") != header.npos,
             is_double = header.find("'<f8'") != header.npos,
             is_half = header.find("'<f2'") != header.npos;
  if ((!is_float && !is_double && !is_half) ||
      header.find("'fortran_order': False") == header.npos) {
    return Fail(ErrorCode::kInvalidInput,
                "The npy file must hold floats (f2, f4 or f8, little-endian) in C order.");
  }
  FloatArray array{ShapeOf(header), {}};
  const size_t width = is_float ? 4 : is_double ? 8 : 2;
  size_t count = 1;
  bool fits = !array.shape.empty() && array.shape.size() <= 8;
  for (const size_t axis : array.shape) {
    fits = fits && (axis == 0 || count <= kMostNumbers / axis);
    count = fits ? count * axis : 0;
  }
  const ByteSpan data = file.subspan(head->data_at);
  if (!fits || count * width != data.size()) {
    return Fail(ErrorCode::kCorrupt, "The npy file's length does not fit its shape.");
  }
  array.values.resize(count);
  for (size_t i = 0; i < count; ++i) {
    if (is_float) {
      std::memcpy(&array.values[i], &data[i * 4], 4);
    } else if (is_double) {
      double value;
      std::memcpy(&value, &data[i * 8], 8);
      array.values[i] = static_cast<float>(value);
    } else {
      uint16_t value;
      std::memcpy(&value, &data[i * 2], 2);
      array.values[i] = HalfToFloat(value);
    }
  }
  return array;
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
