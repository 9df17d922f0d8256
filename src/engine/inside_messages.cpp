// See inside_messages.h, message_codec.h: `Both` puts or gets the fields in their order.
#include "engine/inside_messages.h"

#include "engine/message_codec.h"

namespace meander {
namespace {

constexpr FieldLimits kLimits{.most_text_bytes = 20000};

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
void Contexts(W& with, M& list) {
  with.List(list, 24, [](W& each, auto& context) {
    each(context.text);
    each(context.begin);
    each(context.end);
    each(context.title);
    each(context.id);
    each(context.is_line);
    each(context.strength);
    each(context.is_placed);
    each(context.x);
    each(context.y);
    each.Check(context.begin <= context.end && context.end <= context.text.size());
  });
}
template <class W, class M>
void Groups(W& with, M& list) {
  with.List(list, 1, [](W& each, auto& group) {
    each.List(group, 6, [](W& one, auto& neuron) {
      one(neuron.channel);
      one(neuron.weight);
    });
  });
}
template <class W, class M>
void Neuron(W& with, M& neuron) {
  with(neuron.layer);
  with(neuron.channel);
  for (auto* number : {&neuron.value, &neuron.strongest, &neuron.fires_on, &neuron.name_fits}) {
    with(*number);
  }
  with.List(neuron.name, 1, [](W& each, auto& word) { each(word); });
  Contexts(with, neuron.contexts);
  with.List(neuron.nearest, 8, [](W& each, auto& near) {
    each(near.layer);
    each(near.channel);
    each(near.cosine);
    each.List(near.name, 1, [](W& one, auto& word) { one(word); });
    each.Check(near.layer >= 1 && near.layer <= 6);
  });
  with.Check(neuron.layer >= 1 && neuron.layer <= 6);
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
    with(m.layer_from);
    with(m.groups_from);
    with.Check(m.layer < 6 && m.groups >= 2 && m.groups <= 12 && m.stability_seeds <= 20);
    with.Check(m.groups_from >= 2 && m.groups_from <= 12);
    with.Check(m.layer_from < m.layer || m.layer_from == InsideGroupQuestion::kNoLayer);
  } else if constexpr (Is<InsideEditQuestion, M>) {
    with(m.before);
    with(m.after);
    with(m.target);
    Reading(with, m.reading);
  } else if constexpr (Is<InsideDictionaryQuestion, M>) {
    with(m.text);
    Reading(with, m.reading);
    with(m.layer);
    with(m.unit);
    with(m.count);
    with.Check(m.layer <= 6 && m.count >= 1 && m.count <= 32);
  } else if constexpr (Is<InsideNeuronQuestion, M>) {
    with(m.layer);
    with(m.channel);
    with.Check(m.layer >= 1 && m.layer <= 6 && m.channel < 1536);
  } else if constexpr (Is<InsideInfluenceQuestion, M>) {
    with(m.text);
    Reading(with, m.reading);
    with(m.layer);
    with(m.unit);
    with.Check(m.layer <= 6);
  } else if constexpr (Is<InsideCheckQuestion, M>) {
    with(m.text);
    Floats(with, m.states);
  } else if constexpr (Is<InsideCheckAnswer, M>) {
    with.List(m.ids, 4, [](W& each, auto& id) { each(id); });
    Floats(with, m.largest);
    with(m.reach);
    with(m.largest_fast);
    with(m.cosine_fast);
    with.Check(m.largest.empty() || m.largest.size() == 7);
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
    for (auto* curve : {&m.curve, &m.reversed, &m.chance, &m.chance_low, &m.chance_high}) {
      Floats(with, *curve);
      with.Check(curve->size() == m.curve.size());
    }
    with(m.chance_orders);
    with.Check(m.weights.size() == m.units.size());
  } else if constexpr (Is<InsideGridAnswer, M>) {
    Units(with, m.units);
    Floats(with, m.norms);
    Floats(with, m.closeness);
    Contexts(with, m.labels);
    with.Check(m.norms.size() == 7 * m.units.size() && m.closeness.size() == m.norms.size());
    with.Check(m.labels.empty() || m.labels.size() == m.norms.size());
  } else if constexpr (Is<InsideGroupAnswer, M>) {
    Units(with, m.a);
    Units(with, m.b);
    for (auto* list : {&m.strengths, &m.effects, &m.stability, &m.without, &m.from_strengths,
                       &m.from_effects, &m.from_stability, &m.from_without, &m.flow}) {
      Floats(with, *list);
    }
    Groups(with, m.neurons);
    Groups(with, m.from_neurons);
    for (auto* number :
         {&m.relative_error, &m.cut_off, &m.cosine, &m.from_relative_error, &m.from_cut_off}) {
      with(*number);
    }
    const size_t groups = m.neurons.size(), from = m.from_neurons.size();
    const size_t units = m.a.size() + m.b.size();
    with.Check(m.strengths.size() == units * groups && m.from_strengths.size() == units * from);
    for (auto* list : {&m.effects, &m.stability, &m.without}) {
      with.Check(list->empty() || list->size() == groups);
    }
    for (auto* list : {&m.from_effects, &m.from_stability, &m.from_without}) {
      with.Check(list->empty() || list->size() == from);
    }
    with.Check(m.flow.empty() || m.flow.size() == from * groups);
  } else if constexpr (Is<InsideDictionaryAnswer, M>) {
    Units(with, m.units);
    with.List(m.neurons, 20, [](W& each, auto& neuron) { Neuron(each, neuron); });
    with(m.more);
    with(m.none_above);
    with(m.share_shown);
    with(m.texts);
    Floats(with, m.numbers);
  } else if constexpr (Is<InsideNeuronAnswer, M>) {
    Neuron(with, m.neuron);
    with(m.texts);
  } else if constexpr (Is<InsideInfluenceAnswer, M>) {
    Units(with, m.units);
    Floats(with, m.shares);
    Floats(with, m.rest);
    with.List(m.strands, 7, [](W& each, auto& strand) {
      each(strand.layer);
      each(strand.from);
      each(strand.to);
      each(strand.share);
    });
    with(m.strands_left_out);
    with.Check(m.shares.size() == 7 * m.units.size() && m.rest.size() == 7);
    for (const auto& strand : m.strands) {
      with.Check(strand.layer < 6 && strand.from < m.units.size() && strand.to < m.units.size());
    }
  } else {
    with(m.before);
    with(m.after);
    Floats(with, m.before_vector);
    Floats(with, m.after_vector);
    for (auto* place : {&m.before_place, &m.after_place, &m.target_place}) {
      with(place->is_known);
      with(place->x);
      with(place->y);
      with(place->title);
    }
  }
}

constexpr auto kBoth = [](auto& with, auto& m) { Both(with, m); };

}  // namespace

std::vector<uint8_t> WriteInsideQuestion(const InsideQuestion& question) {
  return WriteMessage(question, kBoth);
}
Result<InsideQuestion> ReadInsideQuestion(ByteSpan bytes) {
  return ReadMessage<InsideQuestion>(bytes, kLimits, kBoth);
}
std::vector<uint8_t> WriteInsideAnswer(const InsideAnswer& answer) {
  return WriteMessage(answer, kBoth);
}
Result<InsideAnswer> ReadInsideAnswer(ByteSpan bytes) {
  return ReadMessage<InsideAnswer>(bytes, kLimits, kBoth);
}

}  // namespace meander
