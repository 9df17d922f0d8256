// See inside_messages.h. One description of each message serves writing and reading: `Both` puts or
// gets the fields in their order.
#include "engine/inside_messages.h"

#include <cmath>

namespace meander {
namespace {

constexpr size_t kMostTextBytes = 20000;

class Put {
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
  template <class T, class Each>
  void List(const std::vector<T>& list, size_t, Each each) {
    out.PutVarint(list.size());
    for (const T& item : list) each(*this, item);
  }
  void Check(bool) {}
  ByteWriter out;
};

class Get {
 public:
  explicit Get(ByteSpan bytes) : in(bytes) {}
  template <class T>
    requires(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>)
  void operator()(T& value) {
    value = in.Get<T>();
  }
  void operator()(bool& value) {
    const uint8_t byte = in.Get<uint8_t>();
    if (byte > 1) in.MarkBad();
    value = byte == 1;
  }
  void operator()(std::string& text) {
    text = std::string(in.GetText());
    if (text.size() > kMostTextBytes) in.MarkBad();
  }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(E& value, E last) {
    const uint8_t byte = in.Get<uint8_t>();
    if (byte > static_cast<uint8_t>(last)) in.MarkBad();
    value = static_cast<E>(byte);
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
};

// M is the message, const when it is put.
template <class W, class M>
void Units(W& with, M& list) {
  with.List(list, 10, [](W& each, auto& unit) {
    each(unit.begin);
    each(unit.end);
    each(unit.pieces);
    each(unit.is_mark);
    each.Check(unit.begin <= unit.end);
  });
}
template <class W, class M>
void Floats(W& with, M& list) {
  with.List(list, 4, [](W& each, auto& value) { each(value); });
}
template <class W, class M>
void Reading(W& with, M& reading) {
  with(reading.by_piece);
  with(reading.ghost);
  with(reading.mask);
  with(reading.seed);
}

template <class T, class M>
concept Is = std::is_same_v<std::remove_const_t<M>, T>;

template <class W, class M>
void Both(W& with, M& m) {
  if constexpr (Is<InsidePairQuestion, M>) {
    with(m.a);
    with(m.b);
    Reading(with, m.reading);
    with(m.method, InsidePairMethod::kIntegrated);
    with(m.layer);
    with(m.steps);
    with(m.orders);
    with.Check(m.layer <= 6 || m.layer == InsidePairQuestion::kFromText);
    with.Check(m.steps >= 1 && m.steps <= 64 && (m.steps & (m.steps - 1)) == 0 && m.orders >= 1);
  } else if constexpr (Is<InsideWordQuestion, M>) {
    with(m.text);
    with(m.target);
    with(m.versus);
    Reading(with, m.reading);
    with(m.method, InsideWordMethod::kRollout);
    with(m.samples);
    with(m.steps);
    with(m.orders);
    with(m.with_curve);
    with.Check(m.samples >= 2 && m.steps >= 1 && m.orders >= 1);
  } else if constexpr (Is<InsideGridQuestion, M>) {
    with(m.text);
    Reading(with, m.reading);
  } else if constexpr (Is<InsideGroupQuestion, M>) {
    with(m.a);
    with(m.b);
    Reading(with, m.reading);
    with(m.layer);
    with(m.groups);
    with(m.stability_seeds);
    with.Check(m.layer < 6 && m.groups >= 2 && m.groups <= 12 && m.stability_seeds <= 20);
  } else if constexpr (Is<InsideEditQuestion, M>) {
    with(m.before);
    with(m.after);
    with(m.target);
    Reading(with, m.reading);
  } else if constexpr (Is<InsidePairAnswer, M>) {
    Units(with, m.a);
    Units(with, m.b);
    Floats(with, m.matrix);
    with(m.cosine);
    with(m.sum);
    with(m.gap);
    with(m.steps_a);
    with(m.steps_b);
    with.Check(m.matrix.size() == m.a.size() * m.b.size());
  } else if constexpr (Is<InsideWordAnswer, M>) {
    Units(with, m.units);
    Floats(with, m.weights);
    for (auto* number : {&m.value, &m.sum, &m.base, &m.gap, &m.r2}) with(*number);
    for (auto* curve : {&m.curve, &m.reversed, &m.chance}) Floats(with, *curve);
    with.Check(m.weights.size() == m.units.size());
    with.Check(m.reversed.size() == m.curve.size() && m.chance.size() == m.curve.size());
  } else if constexpr (Is<InsideGridAnswer, M>) {
    Units(with, m.units);
    Floats(with, m.norms);
    Floats(with, m.closeness);
    with.Check(m.norms.size() == 7 * m.units.size() && m.closeness.size() == m.norms.size());
  } else if constexpr (Is<InsideGroupAnswer, M>) {
    Units(with, m.a);
    Units(with, m.b);
    for (auto* list : {&m.strengths, &m.effects, &m.stability}) Floats(with, *list);
    with.List(m.neurons, 1, [](W& each, auto& group) {
      each.List(group, 6, [](W& one, auto& neuron) {
        one(neuron.channel);
        one(neuron.weight);
      });
    });
    for (auto* number : {&m.relative_error, &m.cut_off, &m.cosine}) with(*number);
    const size_t groups = m.neurons.size();
    with.Check(m.strengths.size() == (m.a.size() + m.b.size()) * groups);
    with.Check((m.effects.empty() || m.effects.size() == groups) &&
               (m.stability.empty() || m.stability.size() == groups));
  } else {
    with(m.before);
    with(m.after);
    Floats(with, m.before_vector);
    Floats(with, m.after_vector);
  }
}

template <class Variant>
std::vector<uint8_t> Write(const Variant& message) {
  Put put;
  put.out.Put(static_cast<uint8_t>(message.index()));
  std::visit([&](const auto& body) { Both(put, body); }, message);
  return put.out.Take();
}

template <class Variant, size_t kAt = 0>
void ReadAlternative(Get& get, uint8_t kind, Variant& message) {
  if constexpr (kAt < std::variant_size_v<Variant>) {
    if (kind == kAt) return Both(get, message.template emplace<kAt>());
    ReadAlternative<Variant, kAt + 1>(get, kind, message);
  } else {
    get.in.MarkBad();
  }
}

template <class Variant>
Result<Variant> Read(ByteSpan bytes) {
  Get get(bytes);
  Variant message;
  ReadAlternative(get, get.in.Get<uint8_t>(), message);
  if (get.in.ok() && get.in.AtEnd()) return message;
  return Fail(ErrorCode::kCorrupt, "The page and its engine do not understand each other; reload.");
}

}  // namespace

std::vector<uint8_t> WriteInsideQuestion(const InsideQuestion& question) { return Write(question); }
Result<InsideQuestion> ReadInsideQuestion(ByteSpan bytes) { return Read<InsideQuestion>(bytes); }
std::vector<uint8_t> WriteInsideAnswer(const InsideAnswer& answer) { return Write(answer); }
Result<InsideAnswer> ReadInsideAnswer(ByteSpan bytes) { return Read<InsideAnswer>(bytes); }

}  // namespace meander
