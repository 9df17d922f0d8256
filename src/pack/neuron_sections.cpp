// See neuron_sections.h.
#include "pack/neuron_sections.h"

#include <algorithm>
#include <cmath>

#include "pack/damaged.h"
#include "pack/sections.h"
#include "pack/well_formed.h"

namespace meander {
namespace {

constexpr float kStrengthStep = 1.f / 2048;  // of a neuron's strongest activation
constexpr float kShareSteps = 16;            // a halving of fires_on
constexpr size_t kMaxTitleBytes = 300;

bool IsPlain(std::string_view text, size_t most_bytes) {
  return !text.empty() && text.size() <= most_bytes && IsWellFormed(text) &&
         std::ranges::none_of(text, [](char c) { return static_cast<uint8_t>(c) < 0x20; });
}

uint8_t CodeOfShare(float share) {
  return static_cast<uint8_t>(std::lround(std::clamp(share, 0.f, 1.f) * 255));
}

}  // namespace

std::vector<uint8_t> WriteSurvey(const NeuronSurvey& survey) {
  ByteWriter out;
  for (const uint32_t number : {survey.articles, survey.lines, survey.texts, survey.words}) {
    out.PutVarint(number);
  }
  return out.Take();
}

Result<NeuronSurvey> ReadSurvey(ByteSpan bytes) {
  ByteReader in(bytes);
  NeuronSurvey survey;
  bool fits = true;
  for (uint32_t* number : {&survey.articles, &survey.lines, &survey.texts, &survey.words}) {
    const uint64_t value = in.GetVarint();
    fits &= value <= UINT32_MAX;
    *number = static_cast<uint32_t>(value);
  }
  if (!in.ok() || !in.AtEnd() || !fits) return DamagedSection("the survey has the wrong length");
  return survey;
}

std::vector<uint8_t> WriteWindows(const KnownWindows& known) {
  ByteWriter out;
  out.PutVarint(known.sources.size());
  for (const KnownSource& source : known.sources) {
    out.Put<uint8_t>(source.is_shelf ? 1 : 0);
    out.PutText(source.title);
  }
  out.PutVarint(known.windows.size());
  uint32_t before = 0;
  for (const KnownWindow& window : known.windows) {
    out.PutVarint(window.source - before);
    before = window.source;
    if (known.sources[window.source].is_shelf) out.Put(window.id);
    out.PutText(window.text);
  }
  return out.Take();
}

Result<KnownWindows> ReadWindows(ByteSpan bytes) {
  ByteReader in(bytes);
  KnownWindows known;
  known.sources.resize(in.GetCount(3));
  for (KnownSource& source : known.sources) {
    const uint8_t kind = in.Get<uint8_t>();
    source.is_shelf = kind == 1;
    source.title = std::string(in.GetText());
    if (!in.ok() || kind > 1 || !IsPlain(source.title, kMaxTitleBytes)) {
      return DamagedSection("a source of the contexts has no title");
    }
  }
  known.windows.resize(in.GetCount(3));
  uint64_t at = 0;
  for (KnownWindow& window : known.windows) {
    at += std::min<uint64_t>(in.GetVarint(), UINT32_MAX);
    if (!in.ok() || at >= known.sources.size()) {
      return DamagedSection("a context comes from nowhere");
    }
    window.source = static_cast<uint32_t>(at);
    const KnownSource& source = known.sources[window.source];
    window.id = source.is_shelf ? in.Get<uint32_t>() : StableId(source.title);
    window.text = std::string(in.GetText());
    if (!in.ok() || !IsPlain(window.text, kMaxWindowBytes)) {
      return DamagedSection("a context has no text");
    }
  }
  if (!in.ok() || !in.AtEnd() || known.windows.size() >= kNothing) {
    return DamagedSection("the contexts have the wrong length");
  }
  return known;
}

std::vector<uint8_t> WriteNeurons(std::span<const NeuronRecord> records) {
  ByteWriter out;
  for (const NeuronRecord& record : records) {
    out.Put(static_cast<uint16_t>(
        std::lround(std::clamp(record.strongest / kStrengthStep, 0.f, 65535.f))));
    // 0: on every piece; each sixteen a halving.
    const float halvings = record.fires_on > 0 ? -std::log2(record.fires_on) : 16;
    out.Put(static_cast<uint8_t>(std::lround(std::clamp(halvings * kShareSteps, 0.f, 255.f))));
    for (const uint16_t piece : record.name) out.Put(piece);
    out.Put(CodeOfShare(record.name_fits));
    for (const NeuronRecord::Context& context : record.contexts) {
      out.Put(context.window);
      out.Put(context.begin);
      out.Put(context.end);
      out.Put(CodeOfShare(context.share));
    }
  }
  return out.Take();
}

Result<std::vector<NeuronRecord>> ReadNeurons(ByteSpan chunk, uint32_t item_count) {
  if (chunk.size() != size_t{item_count} * kNeuronBytes) {
    return DamagedSection("the neurons have the wrong length");
  }
  ByteReader in(chunk);
  std::vector<NeuronRecord> records(item_count);
  for (NeuronRecord& record : records) {
    record.strongest = static_cast<float>(in.Get<uint16_t>()) * kStrengthStep;
    record.fires_on = std::exp2(-static_cast<float>(in.Get<uint8_t>()) / kShareSteps);
    for (uint16_t& piece : record.name) piece = in.Get<uint16_t>();
    record.name_fits = static_cast<float>(in.Get<uint8_t>()) / 255;
    bool has_ended = false;
    for (NeuronRecord::Context& context : record.contexts) {
      context.window = in.Get<uint16_t>();
      context.begin = in.Get<uint8_t>();
      context.end = in.Get<uint8_t>();
      context.share = static_cast<float>(in.Get<uint8_t>()) / 255;
      const bool is_there = context.window != kNothing;
      if (is_there && (has_ended || context.begin >= context.end)) {
        return DamagedSection("a neuron's contexts are out of order");
      }
      has_ended |= !is_there;
    }
  }
  return records;
}

Result<void> CheckContexts(std::span<const NeuronRecord> records, const KnownWindows& known) {
  for (const NeuronRecord& record : records) {
    for (const NeuronRecord::Context& context : record.contexts) {
      if (context.window == kNothing) continue;
      if (context.window >= known.windows.size()) {
        return DamagedSection("a neuron fires in no known context");
      }
      const std::string& text = known.windows[context.window].text;
      if (context.end > text.size() || IsInsideCharacter(text, context.begin) ||
          IsInsideCharacter(text, context.end)) {
        return DamagedSection("a neuron fires on no word");
      }
    }
  }
  return {};
}

}  // namespace meander
