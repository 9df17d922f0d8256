// See sounds_source.h.
#include "make/sounds_source.h"

#include <map>
#include <set>

#include "audio/decode.h"
#include "audio/trim.h"
#include "base/files.h"
#include "base/hash.h"
#include "make/source_reader.h"
#include "make/step_bytes.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

Result<std::vector<SourceSound>> ListSounds(const std::string& package, uint32_t number,
                                            const SoundSourceOptions& options) {
  const fs::path folder = options.sources / ("sounds-" + package);
  TRY(const std::vector<uint8_t> jsonl,
      RunReader({options.python, options.reader, folder,
                 options.scratch / ("sounds-" + package + ".jsonl")}));
  std::vector<SourceSound> sounds;
  std::string_view rest = AsText(jsonl);
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    TRY(const Json row, ParseJson(rest.substr(0, end), "The list of sounds"));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    SourceSound sound;
    sound.package = number;
    TRY(sound.path, JsonText(row, "path"));
    TRY(sound.words, JsonText(row, "words"));
    TRY(sound.number, JsonText(row, "number"));
    TRY(sound.author, JsonText(row, "author"));
    TRY(sound.source, JsonText(row, "source"));
    // A page links to nothing that could be changed on the way; the hosts that makers name by their
    // old addresses answer both.
    for (const std::string_view host :
         {"http://freesound.org/", "http://www.freesound.org/", "http://soundbible.com/"}) {
      if (sound.source.starts_with(host)) sound.source.insert(4, "s");
    }
    if (!sound.source.starts_with("https://")) sound.source.clear();
    TRY(const std::string licence, JsonText(row, "licence"));
    TRY(sound.licence, LicenceNamed(licence));
    sounds.push_back(std::move(sound));
  }
  return sounds;
}

// Reads one into `sound`; counts why it is left out otherwise.
bool Hear(const fs::path& file, FeatureReader& reader, SoundSources& into, SourceSound& sound) {
  const auto bytes = ReadFile(file);
  if (!bytes) return ++into.unreadable, false;
  auto decoded = DecodeSound(*bytes);
  if (!decoded) {
    return ++(decoded.error().code == ErrorCode::kNotFound ? into.silent : into.unreadable), false;
  }
  if (static_cast<float>(decoded->samples.size()) > kLongestSource_s * kSampleRate_hz) {
    return ++into.too_long, false;
  }
  sound.clip = Trimmed(*decoded);
  sound.features = reader.Of(sound.clip);
  return true;
}

std::string Capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

}  // namespace

Result<SoundSources> ReadSounds(const Json& packages, const SoundSourceOptions& options) {
  SoundSources all;
  FeatureReader reader;
  std::set<uint64_t> heard;
  std::map<uint32_t, std::string> ids;
  for (size_t p = 0; p < packages.size(); ++p) {
    TRY(const std::string name, JsonText(packages[p], "name"));
    TRY(const std::string registry, JsonText(packages[p], "registry"));
    const fs::path folder = options.sources / ("sounds-" + name);
    if (!fs::exists(folder / "version") && packages[p].value("may_be_missing", false)) {
      all.missing.push_back(name);
      continue;
    }
    TRY(std::string version, ReadTextFile(folder / "version"));
    while (version.ends_with('\n')) version.pop_back();
    const auto number = static_cast<uint32_t>(all.packages.size());
    all.packages.push_back({name, version, registry});
    TRY(std::vector<SourceSound> listed, ListSounds(name, number, options));
    const size_t most = packages[p].value("most", size_t{1'000'000});
    size_t kept = 0;
    for (size_t i = 0; i < listed.size() && kept < most; ++i) {
      const double done = static_cast<double>(i) / static_cast<double>(listed.size());
      if (options.progress && !options.progress((static_cast<double>(p) + done) /
                                                static_cast<double>(packages.size()))) {
        return Fail(ErrorCode::kCancelled, "Stopped.");
      }
      if (!Hear(folder / listed[i].path, reader, all, listed[i])) continue;
      if (!heard.insert(Hash64(BytesOf(listed[i].clip.samples))).second) {
        ++all.twins;
        continue;
      }
      const auto [at, is_new] = ids.try_emplace(ClipId(name, listed[i].path), listed[i].path);
      if (!is_new) {
        return Fail(ErrorCode::kInvalidInput, "The sounds " + at->second + " and " +
                                                  listed[i].path +
                                                  " would have one name in links; leave one out.");
      }
      all.sounds.push_back(std::move(listed[i]));
      ++kept;
    }
  }
  NameSounds(all.sounds);
  return all;
}

void NameSounds(std::vector<SourceSound>& sounds) {
  std::map<std::string, std::vector<SourceSound*>> alike;
  for (SourceSound& sound : sounds) alike[sound.words].push_back(&sound);
  std::set<std::string> taken;
  for (const auto& [words, group] : alike) {
    if (group.size() == 1) taken.insert(group[0]->name = Capital(words));
  }
  for (const auto& [words, group] : alike) {
    if (group.size() == 1) continue;
    int next = 1;
    for (SourceSound* sound : group) {
      std::string name = sound->number.empty() ? words : words + " " + sound->number;
      while (!taken.insert(Capital(name)).second) name = words + " " + std::to_string(++next);
      sound->name = Capital(name);
    }
  }
}

}  // namespace meander
