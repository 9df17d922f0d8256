// See drawings_messages.h, message_codec.h: `DrawingQuestion` and `DrawingAnswer` put or get the
// fields in their order.
#include "engine/drawings_messages.h"

#include "engine/message_codec.h"

namespace meander {
namespace {

constexpr FieldLimits kDrawingLimits{.most_text_bytes = 100, .finite = true};

// A message is const when it is put.
void InkOf(PutFields& with, const Ink& ink) { PutInk(with.out, ink); }
void InkOf(GetFields& with, Ink& ink) {
  ink = GetInk(with.in);
  with.Check(!ink.empty());
}

template <class T, class M>
concept IsA = std::is_same_v<std::remove_const_t<M>, T>;

template <class W, class M>
void DrawingQuestion(W& with, M& m) {
  InkOf(with, m.ink);
  with(m.ghost);
  if constexpr (requires { m.a; }) {
    with(m.a);
    with(m.b);
    with.Check(m.a < kDrawnSignCount && (m.b < kDrawnSignCount || m.b == kNoSign) && m.a != m.b);
  }
  if constexpr (IsA<DrawingsGroupQuestion, M>) {
    for (auto* number : {&m.layer, &m.groups, &m.steps, &m.stability_seeds}) with(*number);
    with.Check(HasDrawingGroups(m.layer) && m.groups >= 2 && m.groups <= kMostDrawingGroups);
    with.Check(m.steps >= 1 && m.steps <= 64 && (m.steps & (m.steps - 1)) == 0);
    with.Check(m.stability_seeds <= 20);
  }
}

template <class W, class M>
void SignField(W& with, M& sign) {
  with(sign.index);
  with(sign.sign);
  with(sign.name);
  with(sign.share);
  with(sign.logit);
  with.Check(sign.index < kDrawnSignCount && sign.share >= 0 && sign.share <= 1);
}

template <class W, class M>
void DrawingAnswer(W& with, M& m) {
  if constexpr (IsA<DrawingsLookAnswer, M>) {
    with.List(m.signs, 12, [](W& each, auto& sign) { SignField(each, sign); });
    with.Check(!m.signs.empty());
    for (size_t i = 0; i < m.grids.size(); ++i) {
      const size_t places = ToldPlacesOfDrawing(i);
      with.All(m.grids[i].strength);
      with.All(m.grids[i].channels);
      with.All(m.grids[i].values);
      with.Check(m.grids[i].strength.size() == places && m.grids[i].channels.size() == 4 * places &&
                 m.grids[i].values.size() == 4 * places);
      for (const uint16_t channel : m.grids[i].channels) {
        with.Check(channel < kDrawingLayers[i].channels);
      }
    }
  } else if constexpr (IsA<DrawingsGroupAnswer, M>) {
    with.List(m.groups, 17, [](W& each, auto& group) {
      each(group.mass);
      each.All(group.strengths);
      for (auto* number : {&group.share, &group.without, &group.stability}) each(*number);
    });
    for (const auto& group : m.groups) {
      with.Check(group.strengths.size() == m.groups[0].strengths.size());
    }
    for (auto* number : {&m.relative_error, &m.sum, &m.value, &m.value_at_zero}) with(*number);
    with(m.done);
    with(m.in_all);
    with.Check(m.groups.size() <= kMostDrawingGroups && m.done <= m.in_all);
  } else {
    for (auto* number : {&m.value, &m.share, &m.empty_value}) with(*number);
    with(m.empty_sign);
    with(m.empty_name);
    with.List(m.losses, 25, [](W& each, auto& loss) {
      each(loss.stroke);
      for (auto* number : {&loss.value, &loss.loss, &loss.share}) each(*number);
      SignField(each, loss.top);
      each.Check(loss.stroke < kMostInkStrokes);
    });
    with(m.done);
    with(m.in_all);
    with.Check(m.losses.size() <= kMostInkStrokes && m.done <= m.in_all);
  }
}

constexpr auto kDrawingQuestion = [](auto& with, auto& m) { DrawingQuestion(with, m); };
constexpr auto kDrawingAnswer = [](auto& with, auto& m) { DrawingAnswer(with, m); };

}  // namespace

std::vector<uint8_t> WriteDrawingsQuestion(const DrawingsQuestion& question) {
  return WriteMessage(question, kDrawingQuestion);
}
Result<DrawingsQuestion> ReadDrawingsQuestion(ByteSpan bytes) {
  return ReadMessage<DrawingsQuestion>(bytes, kDrawingLimits, kDrawingQuestion);
}
std::vector<uint8_t> WriteDrawingsAnswer(const DrawingsAnswer& answer) {
  return WriteMessage(answer, kDrawingAnswer);
}
Result<DrawingsAnswer> ReadDrawingsAnswer(ByteSpan bytes) {
  return ReadMessage<DrawingsAnswer>(bytes, kDrawingLimits, kDrawingAnswer);
}

}  // namespace meander
