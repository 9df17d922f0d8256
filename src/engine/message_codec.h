// How the messages of a room and its wing of the engine become bytes: one description of each
// message, a function `both(with, message)`, is run with PutFields to write and with GetFields to
// read, so that the two cannot part. Private to the files that are such codecs.
#pragma once

#include <cmath>
#include <cstring>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

class PutFields {
 public:
  template <class T>
    requires(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>)
  void operator()(const T& value) {
    out.Put(value);
  }
  void operator()(const bool& value) { out.Put<uint8_t>(value); }
  void operator()(const std::string& text) { out.PutText(text); }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(const E& value, E) {
    out.Put(static_cast<uint8_t>(value));
  }
  // Bytes, or numbers, all at once: pictures and grids are large.
  template <class T>
  void All(const std::vector<T>& list) {
    out.PutVarint(list.size());
    out.PutBytes({reinterpret_cast<const uint8_t*>(list.data()), list.size() * sizeof(T)});
  }
  template <class T, class Each>
  void List(const std::vector<T>& list, size_t, Each each) {
    out.PutVarint(list.size());
    for (const T& item : list) each(*this, item);
  }
  void Check(bool) {}
  ByteWriter out;
};

// What a room asks of the numbers and texts that it reads.
struct FieldLimits {
  size_t most_text_bytes = 0;
  bool finite = false;  // no other numbers are well
};

class GetFields {
 public:
  GetFields(ByteSpan bytes, FieldLimits limits) : in(bytes), limits_(limits) {}
  template <class T>
    requires(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>)
  void operator()(T& value) {
    value = in.Get<T>();
    if constexpr (std::is_floating_point_v<T>) CheckNumber(value);
  }
  void operator()(bool& value) {
    const uint8_t byte = in.Get<uint8_t>();
    if (byte > 1) in.MarkBad();
    value = byte == 1;
  }
  void operator()(std::string& text) {
    text = std::string(in.GetText());
    if (text.size() > limits_.most_text_bytes) in.MarkBad();
  }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(E& value, E last) {
    const uint8_t byte = in.Get<uint8_t>();
    if (byte > static_cast<uint8_t>(last)) in.MarkBad();
    value = static_cast<E>(byte);
  }
  template <class T>
  void All(std::vector<T>& list) {
    list.resize(in.GetCount(sizeof(T)));
    const ByteSpan bytes = in.GetBytes(list.size() * sizeof(T));
    if (!bytes.empty()) std::memcpy(list.data(), bytes.data(), bytes.size());
    if constexpr (std::is_floating_point_v<T>) {
      for (const T& value : list) CheckNumber(value);
    }
  }
  template <class T, class Each>
  void List(std::vector<T>& list, size_t least_bytes, Each each) {
    list.resize(in.GetCount(least_bytes));
    for (T& item : list) each(*this, item);
  }
  void Check(bool is_well) {
    if (!is_well) in.MarkBad();
  }
  ByteReader in;

 private:
  template <class T>
  void CheckNumber(T value) {
    if (limits_.finite) Check(std::isfinite(value));
  }
  const FieldLimits limits_;
};

// The variant's alternative, then its fields.
template <class Variant, class Both>
std::vector<uint8_t> WriteMessage(const Variant& message, Both both) {
  PutFields put;
  put.out.Put(static_cast<uint8_t>(message.index()));
  std::visit([&](const auto& body) { both(put, body); }, message);
  return put.out.Take();
}

// kCorrupt for anything but what WriteMessage gives.
template <class Variant, class Both>
Result<Variant> ReadMessage(ByteSpan bytes, FieldLimits limits, Both both) {
  GetFields get(bytes, limits);
  Variant message;
  const auto kind = get.in.Get<uint8_t>();
  const bool is_known = [&]<size_t... kAt>(std::index_sequence<kAt...>) {
    return ((kind == kAt && (both(get, message.template emplace<kAt>()), true)) || ...);
  }(std::make_index_sequence<std::variant_size_v<Variant>>());
  if (is_known && get.in.ok() && get.in.AtEnd()) return message;
  return Fail(ErrorCode::kCorrupt, "The page and its engine do not understand each other; reload.");
}

}  // namespace meander
