// See lines_source.h.
#include "make/lines_source.h"

#include <algorithm>

#include "base/files.h"
#include "base/hash.h"
#include "make/lines_split.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

Result<bool> JsonFlag(const Json& object, const char* field) {
  const auto found = object.find(field);
  if (found == object.end() || !found->is_boolean()) {
    return Fail(ErrorCode::kInvalidInput,
                std::string("The recipe's \"") + field + "\" must be true or false.");
  }
  return found->get<bool>();
}

Result<LineWork> ReadWork(const Json& entry, const std::string& license,
                          const std::string& package) {
  LineWork work;
  TRY(work.key, JsonText(entry, "work"));
  TRY(work.shelf.id, JsonText(entry, "id"));
  TRY(work.shelf.title, JsonText(entry, "title"));
  TRY(work.shelf.author, JsonText(entry, "author"));
  TRY(const int64_t year, JsonInteger(entry, "year"));
  if (year < 0 || year > 9999) {
    return Fail(ErrorCode::kInvalidInput, "The recipe's year of " + work.key + " is impossible.");
  }
  work.shelf.year = static_cast<uint32_t>(year);
  work.shelf.license = license;
  work.shelf.package = package;
  return work;
}

Result<LineSource> ReadSource(const Json& entry) {
  LineSource source;
  TRY(source.reader, JsonText(entry, "reader"));
  TRY(source.folder, JsonText(entry, "folder"));
  TRY(const std::string license, JsonText(entry, "license"));
  TRY(const std::string package, JsonText(entry, "package"));
  TRY(source.is_optional, JsonFlag(entry, "optional"));
  TRY(source.is_running, JsonFlag(entry, "running"));
  TRY(source.keeps_names, JsonFlag(entry, "names"));
  if (entry.contains("examples")) {
    TRY(source.are_examples, JsonFlag(entry, "examples"));
  }
  if (entry.contains("cast")) {
    TRY(source.has_cast, JsonFlag(entry, "cast"));
  }
  TRY(const bool is_book, JsonFlag(entry, "book"));
  TRY(const int64_t most, JsonInteger(entry, "most"));
  if (most < 0 || most > 1'000'000) {
    return Fail(ErrorCode::kInvalidInput, "The recipe's \"most\" must be from 0 to 1,000,000.");
  }
  source.most_lines = static_cast<uint32_t>(most);
  TRY(const Json* works, JsonArray(entry, "works"));
  for (const Json& each : *works) {
    TRY(LineWork work, ReadWork(each, license, package));
    work.shelf.is_book = is_book;
    work.shelf.has_passages = source.is_running;
    source.works.push_back(std::move(work));
  }
  if (source.works.empty()) return Fail(ErrorCode::kInvalidInput, "A source names no work.");
  return source;
}

}  // namespace

Result<std::vector<LineSource>> ReadLineSources(const Json& recipe) {
  TRY(const Json* entries, JsonArray(recipe, "sources"));
  std::vector<LineSource> sources;
  for (const Json& entry : *entries) {
    TRY(LineSource source, ReadSource(entry));
    sources.push_back(std::move(source));
  }
  if (sources.empty()) return Fail(ErrorCode::kInvalidInput, "The recipe names no source.");
  return sources;
}

Result<void> FillWorks(std::string_view jsonl, LineSource& source) {
  size_t number = 0;
  for (size_t at = 0; at < jsonl.size();) {
    const size_t end = std::min(jsonl.find('\n', at), jsonl.size());
    const std::string where = "Line " + std::to_string(++number) + " of " + source.folder;
    TRY(const Json line, ParseJson(jsonl.substr(at, end - at), where));
    at = end + 1;
    TRY(const std::string key, JsonText(line, "work"));
    TRY(const std::string text, JsonText(line, "text"));
    TRY(const std::string place, JsonText(line, "place"));
    const auto work = std::find_if(source.works.begin(), source.works.end(),
                                   [&](const LineWork& each) { return each.key == key; });
    if (work == source.works.end()) {
      return Fail(ErrorCode::kCorrupt, where + " is of a work the recipe does not name: " + key);
    }
    LineParagraph paragraph{PlainParagraph(place), "", PlainParagraph(text)};
    if (line.contains("lead")) {
      TRY(const std::string lead, JsonText(line, "lead"));
      paragraph.lead = PlainParagraph(lead);
    }
    if (!paragraph.text.empty()) work->paragraphs.push_back(std::move(paragraph));
  }
  for (const LineWork& work : source.works) {
    if (work.paragraphs.empty()) {
      return Fail(ErrorCode::kCorrupt, "The source " + source.folder + " has no " + work.key + ".");
    }
  }
  return {};
}

Result<uint64_t> HashOfFolder(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end;
       at.increment(failed)) {
    if (at->is_regular_file(failed)) files.push_back(at->path());
  }
  if (files.empty()) {
    return Fail(ErrorCode::kNotFound,
                "The source " + folder.filename().string() +
                    " is not there; ./meander pack fetches what a recipe names.");
  }
  std::sort(files.begin(), files.end());
  ByteWriter all;
  for (const fs::path& file : files) {
    TRY(const std::vector<uint8_t> bytes, ReadFile(file));
    all.PutText(file.lexically_relative(folder).string());
    all.Put(Hash64(bytes));
  }
  return Hash64(all.bytes());
}

}  // namespace meander
