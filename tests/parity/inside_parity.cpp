// What looks into the encoder, natively and in the page: writes questions for the wasm engine, and
// says how far its answers are from the native engine's.
//   inside_parity ask QUESTIONS              u32 length and bytes of each RoomRequest's question
//   inside_parity compare MODEL PACK QUESTIONS ANSWERS   a line of JSON a question: kind, numbers,
//   worst
#include <cmath>
#include <cstdio>

#include "app/inprocess_engine.h"
#include "base/files.h"
#include "engine/inside_messages.h"

namespace meander {
namespace {

const char* const kTexts[] = {"The dog ran across the wet field.",
                              "A puppy was running over grass.",
                              "Stocks fell sharply on Monday.",
                              "The bank by the river was steep.",
                              "The bank refused the loan.",
                              "She did not like the film.",
                              "He liked the film.",
                              "Unbelievability!",
                              "A doctor wrote a prescription for antibiotics.",
                              "Man bites dog.",
                              "Dog bites man.",
                              "Snow lay on the hills all winter.",
                              "The recipe calls for two eggs and flour.",
                              "Whales are mammals, not fish.",
                              "What is the capital of France?",
                              "Paris has many museums.",
                              "yes",
                              "The orchestra played until midnight, and nobody left.",
                              "Quantum mechanics describes very small things.",
                              "Köln liegt am Rhein."};

std::vector<InsideQuestion> Questions() {
  std::vector<InsideQuestion> questions;
  const size_t count = std::size(kTexts);
  for (size_t i = 0; i < count; ++i) {
    const std::string text = kTexts[i], other = kTexts[(i + 1) % count];
    InsidePairQuestion pair{text, other, {}};
    pair.layer = static_cast<uint8_t>(i % 7);
    for (const auto method : {InsidePairMethod::kExact, InsidePairMethod::kOcclusion,
                              InsidePairMethod::kShapley, InsidePairMethod::kIntegrated}) {
      pair.method = method;
      pair.steps = 2;
      pair.orders = 1;
      // Shapley has more than ten words or few: both its ways are here, but 2¹⁰ readings are not.
      const bool is_long = text.size() > 36 || other.size() > 36;
      if (method == InsidePairMethod::kShapley && is_long) continue;
      if (method == InsidePairMethod::kIntegrated && pair.layer == 6) pair.layer = 5;
      questions.push_back(pair);
    }
    InsideWordQuestion words;
    words.text = text;
    words.target = other;
    words.samples = 24;
    words.steps = 3;
    words.orders = 1;
    words.reading.ghost = i % 5 == 4;
    for (int method = 0; method <= static_cast<int>(InsideWordMethod::kRollout); ++method) {
      words.method = static_cast<InsideWordMethod>(method);
      if (words.method == InsideWordMethod::kShapley && text.size() > 36) continue;
      words.with_curve = words.method == InsideWordMethod::kGradient && text.size() < 20;
      questions.push_back(words);
    }
    questions.push_back(InsideGridQuestion{text, {}});
    questions.push_back(InsideEditQuestion{text, other, kTexts[(i + 2) % count], {}});
    questions.push_back(InsideCheckQuestion{text, {}});
    const bool is_piece = i % 2 == 1;
    questions.push_back(InsideInfluenceQuestion{text, {is_piece}, uint8_t(1 + i % 6), 1});
    questions.push_back(InsideDictionaryQuestion{text, {is_piece}, uint8_t(1 + i % 6), 1});
    if (i % 4 == 0) {
      questions.push_back(InsideGroupQuestion{text, other, {}, 4, 3, 1, uint8_t(i % 4), 2});
    }
  }
  questions.push_back(InsideNeuronQuestion{3, 700});
  return questions;
}

// An answer as its numbers, and the rest of it in words.
struct Flat {
  std::vector<float> numbers;
  std::string words;

  void Add(float x) { numbers.push_back(x); }
  void Add(const std::vector<float>& list) {
    for (const float x : list) Add(x);
    Whole(list.size());
  }
  void Whole(uint64_t x) { words += std::to_string(x) + " "; }
  void Add(const std::vector<InsideUnit>& units) {
    for (const InsideUnit& unit : units) {
      for (const uint64_t x : {uint64_t{unit.begin}, uint64_t{unit.end}, uint64_t{unit.pieces}}) {
        Whole(x);
      }
    }
  }
  void Add(const std::vector<std::vector<InsideGroupAnswer::Neuron>>& groups) {
    for (const auto& group : groups) {
      for (const auto& neuron : group) {
        Whole(neuron.channel);
        Add(neuron.weight);
      }
    }
  }
  void Add(const InsideContext& context) {
    words += context.text + "/" + context.title + " ";
    for (const uint32_t x : {context.begin, context.end, context.id, uint32_t{context.is_placed},
                             uint32_t{context.x}, uint32_t{context.y}}) {
      Whole(x);
    }
    Add(context.strength);
  }
  void Add(const std::vector<InsideContext>& contexts) {
    Whole(contexts.size());
    for (const InsideContext& context : contexts) Add(context);
  }
  void Add(const InsidePlace& place) {
    words += place.title + " ";
    for (const uint16_t x : {uint16_t{place.is_known}, place.x, place.y}) Whole(x);
  }
  void Add(const InsideNeuron& neuron) {
    Add(neuron.contexts);
    Whole(neuron.channel);
    Add(neuron.value);
    for (const auto& near : neuron.nearest) {
      Whole(uint64_t{near.layer} * 10000 + near.channel);
      Add(near.cosine);
    }
  }
  template <class... Each>
  void All(const Each&... each) {
    (Add(each), ...);
  }
};
Flat FlatOf(const InsideAnswer& answer) {
  Flat flat;
  std::visit(
      [&](const auto& a) {
        using A = std::decay_t<decltype(a)>;
        if constexpr (std::is_same_v<A, InsidePairAnswer>) {
          flat.All(a.a, a.b, a.matrix, a.cosine, a.sum, a.gap);
        } else if constexpr (std::is_same_v<A, InsideWordAnswer>) {
          flat.All(a.units, a.weights, a.value, a.sum, a.base, a.gap, a.r2, a.curve, a.reversed,
                   a.chance, a.chance_low, a.chance_high);
        } else if constexpr (std::is_same_v<A, InsideGridAnswer>) {
          flat.All(a.units, a.norms, a.closeness, a.labels);
        } else if constexpr (std::is_same_v<A, InsideGroupAnswer>) {
          flat.All(a.a, a.b, a.strengths, a.effects, a.neurons, a.stability, a.relative_error,
                   a.cut_off, a.cosine, a.without, a.from_strengths, a.from_effects, a.from_neurons,
                   a.from_without, a.from_stability, a.flow);
        } else if constexpr (std::is_same_v<A, InsideDictionaryAnswer>) {
          flat.All(a.units, a.none_above, a.share_shown, a.numbers);
          for (const InsideNeuron& neuron : a.neurons) flat.Add(neuron);
        } else if constexpr (std::is_same_v<A, InsideNeuronAnswer>) {
          flat.Add(a.neuron);
        } else if constexpr (std::is_same_v<A, InsideInfluenceAnswer>) {
          flat.All(a.units, a.shares, a.rest);
        } else if constexpr (std::is_same_v<A, InsideCheckAnswer>) {
          for (const int32_t id : a.ids) flat.Whole(static_cast<uint64_t>(id));
        } else {
          flat.All(a.before, a.after, a.before_vector, a.after_vector, a.before_place,
                   a.after_place, a.target_place);
        }
      },
      answer);
  return flat;
}

std::vector<std::vector<uint8_t>> Records(const std::vector<uint8_t>& file) {
  std::vector<std::vector<uint8_t>> records;
  ByteReader in(file);
  while (in.ok() && !in.AtEnd()) {
    const ByteSpan bytes = in.GetBytes(in.Get<uint32_t>());
    records.emplace_back(bytes.begin(), bytes.end());
  }
  return records;
}

// The final reply to one request.
Result<ReplyBody> Ask(InProcessEngine& engine, RequestId id, RequestBody body) {
  engine.Ask(WriteRequest({id, std::move(body)}));
  for (bool more = true; more;) {
    for (const auto& bytes : engine.Work(more)) {
      TRY(Reply reply, ReadReply(bytes));
      if (reply.id != id || !reply.IsFinal()) continue;
      if (const auto* error = std::get_if<Error>(&reply.body)) return std::unexpected(*error);
      return std::move(reply.body);
    }
  }
  return Fail(ErrorCode::kUnavailable, "No answer.");
}

Result<void> Compare(const std::string& model, const std::string& pack, const std::string& asked,
                     const std::string& told) {
  TRY(const std::vector<uint8_t> questions, ReadFile(asked));
  TRY(const std::vector<uint8_t> answers, ReadFile(told));
  InProcessEngine engine;
  TRY(std::vector<uint8_t> known, ReadFile(pack + "/pack.meander"));
  TRY_VOID(Ask(engine, 100'000, OpenPackRequest{pack + "/", std::move(known)}));
  TRY(std::vector<uint8_t> head, ReadFile(model + "/model.meander"));
  TRY_VOID(Ask(engine, 1, OpenModelRequest{model + "/", std::move(head)}));
  const auto theirs = Records(answers);
  RequestId id = 1;
  for (const auto& question : Records(questions)) {
    if (id > theirs.size()) return Fail(ErrorCode::kInvalidInput, "An answer is missing.");
    TRY(const InsideQuestion read, ReadInsideQuestion(question));
    TRY(const InsideAnswer they, ReadInsideAnswer(theirs[id - 1]));
    ++id;
    TRY(const ReplyBody body, Ask(engine, id, RoomRequest{question}));
    TRY(const InsideAnswer we, ReadInsideAnswer(std::get<RoomReply>(body).answer));
    const Flat ours = FlatOf(we), page = FlatOf(they);
    double worst = ours.numbers.size() == page.numbers.size() ? 0 : 1e9;
    for (size_t i = 0; worst < 1e9 && i < ours.numbers.size(); ++i) {
      const double scale = std::max(1.0, std::fabs(double{ours.numbers[i]}));
      worst = std::max(worst, std::fabs(double{ours.numbers[i]} - page.numbers[i]) / scale);
    }
    std::printf(
        "{\"question\": %zu, \"answer\": %zu, \"numbers\": %zu, \"worst\": %.3g, \"same_words\": "
        "%s}\n",
        read.index(), we.index(), ours.numbers.size(), worst,
        ours.words == page.words ? "true" : "false");
  }
  return {};
}

Result<void> Write(const std::string& file) {
  ByteWriter out;
  for (const InsideQuestion& question : Questions()) {
    const std::vector<uint8_t> bytes = WriteInsideQuestion(question);
    out.Put(static_cast<uint32_t>(bytes.size()));
    out.PutBytes(bytes);
  }
  return WriteFile(file, out.bytes());
}

}  // namespace
}  // namespace meander

int main(int count, char** given) {
  const std::vector<std::string> arguments(given + 1, given + count);
  meander::Result<void> done = meander::Fail(meander::ErrorCode::kInvalidInput, "ask or compare?");
  if (arguments.size() == 2 && arguments[0] == "ask") done = meander::Write(arguments[1]);
  if (arguments.size() == 5 && arguments[0] == "compare") {
    done = meander::Compare(arguments[1], arguments[2], arguments[3], arguments[4]);
  }
  if (done) return 0;
  std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return 1;
}
