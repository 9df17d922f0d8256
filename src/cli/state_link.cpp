// See state_link.h.
#include "cli/state_link.h"

#include <unistd.h>

#include <cstdlib>

#include "app/native_options.h"
#include "app/rooms.h"
#include "base/files.h"
#include "canvas/link.h"
#include "canvas/share_text.h"
#include "canvas/words.h"
#include "cli/cli.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestLink = 20000;

bool IsPlainName(std::string_view name) {
  if (name.empty() || name.size() > 24) return false;
  for (const char c : name) {
    if (c < 'a' || c > 'z') return false;
  }
  return true;
}

std::string Quoted(const fs::path& path) {
  std::string out = "'";
  for (const char c : path.string()) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

Result<StateLink> ReadStateLink(const std::string& link) {
  const auto refuse = [] { return Fail(ErrorCode::kInvalidInput, std::string(words::kErrorLink)); };
  if (link.size() > kLongestLink) return refuse();
  StateLink found;
  const size_t hash = link.find('#');
  const std::string address = hash == link.npos ? link : link.substr(0, hash);
  const bool is_address = address.starts_with("https://") || address.starts_with("http://");
  if (is_address) found.base = BaseOfPage(address.substr(0, address.find('?')));
  std::string fragment;
  if (hash != link.npos) {
    fragment = link.substr(hash + 1);
  } else if (!is_address && !IsPlainName(link)) {
    fragment = link;
  }
  if (!fragment.empty()) {
    const Result<DecodedLink> decoded = DecodeLink(fragment);
    if (!decoded && decoded.error().code != ErrorCode::kNotFound) {
      return Fail(ErrorCode::kInvalidInput, decoded.error().message);
    }
    if (decoded) {
      found.room = decoded->room;
      found.fragment = EncodeLink(decoded->room, decoded->payload);
    }
  }
  if (found.room.empty()) {
    // "https://x/ideas.html", "https://x/embed.html?room=ideas&theme=dark", or the name alone.
    std::string name = is_address ? address.substr(0, address.find('?')) : link;
    if (is_address) name = name.substr(name.rfind('/') + 1);
    if (name.ends_with(".html")) name.resize(name.size() - 5);
    constexpr std::string_view kAsked = "room=";
    if (const size_t asked = address.find(kAsked); name == "embed" && asked != address.npos) {
      name = address.substr(asked + kAsked.size());
      name.resize(std::min(name.find('&'), name.size()));
    }
    if (!IsPlainName(name)) return refuse();
    found.room = name;
  }
  if (!MakeRoom(found.room)) {
    return Fail(ErrorCode::kInvalidInput, "There is no room \"" + found.room + "\".");
  }
  return found;
}

Result<StartOptions> OptionsOf(const StateLink& link, const std::string& pack) {
  const std::string name = pack.empty() ? std::string(StillsOf(link.room).pack) : pack;
  TRY(const fs::path folder, FindPack(name));
  StartOptions options = NativeOptions({});
  options.room = link.room;
  options.pack_url = (folder / kHeadFile).string();
  options.fragment = link.fragment;
  return options;
}

PreparedAnswers KnownBefore(const StartOptions& options) {
  const fs::path packs = fs::path(options.pack_url).parent_path().parent_path();
  const auto bytes = ReadFile(packs.parent_path() / "posters" / options.room / "prepared.bin");
  if (!bytes) return {};
  return PreparedAnswers::Read(*bytes).value_or(PreparedAnswers());
}

Result<std::unique_ptr<StillStage>> OpenState(const StillSize& size, bool dark,
                                              const StartOptions& options,
                                              const PreparedAnswers& known) {
  TRY(auto stage, StillStage::Open(size, dark, options, known));
  TRY_VOID(stage->RunUntilComplete());
  // What the picture has besides: lengths, names.
  stage->RunUntilIdle(StillsOf(options.room).turns_for_the_rest);
  TRY(const Page page, stage->LastPage());
  const std::string text = PageText(page);
  for (const std::string_view sentence : {words::kErrorLink, words::kErrorLinkNew}) {
    if (text.find(sentence) == text.npos) continue;
    return Fail(ErrorCode::kInvalidInput, std::string(sentence));
  }
  return stage;
}

Result<AskedSize> ReadSize(const std::string& text) {
  const auto refuse = [] {
    return Fail(ErrorCode::kInvalidInput,
                "--size is written as 600x400, each side from 120 to 2400.");
  };
  const size_t cross = text.find('x');
  if (cross == text.npos) return refuse();
  AskedSize size;
  const auto width = WholeNumber("--size", text.substr(0, cross), 120, 2400);
  const auto height = WholeNumber("--size", text.substr(cross + 1), 120, 2400);
  if (!width || !height) return refuse();
  return AskedSize{*width, *height};
}

Result<std::vector<uint8_t>> WebpOf(ByteSpan png, int quality) {
  const fs::path python = CacheFolder() / "python" / "bin" / "python";
  if (!Exists(python)) {
    return Fail(ErrorCode::kUnavailable,
                "WebP needs the Python that ./meander setup makes; PNG and SVG do not.");
  }
  std::error_code ignored;
  const fs::path from =
      fs::temp_directory_path(ignored) /
      ("meander-" + std::to_string(getpid()) + "-" + std::to_string(png.size()) + ".png");
  const fs::path to = from.string() + ".webp";
  TRY_VOID(WriteFile(from, png));
  const std::string command =
      Quoted(python) +
      " -c 'import sys; from PIL import Image; Image.open(sys.argv[1]).convert(\"RGB\")"
      ".save(sys.argv[2], \"WEBP\", quality=int(sys.argv[3]), method=6)' " +
      Quoted(from) + " " + Quoted(to) + " " + std::to_string(quality) + " 2>/dev/null";
  const bool finished = std::system(command.c_str()) == 0;
  fs::remove(from, ignored);
  if (!finished) return Fail(ErrorCode::kUnavailable, "The picture could not be written as WebP.");
  auto bytes = ReadFile(to);
  fs::remove(to, ignored);
  return bytes;
}

}  // namespace meander
