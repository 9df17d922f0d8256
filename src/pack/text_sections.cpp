// The sections that hold text: regions, titles, articles; see sections.h.

#include "pack/cosine_code.h"
#include "pack/damaged.h"
#include "pack/sections.h"
#include "pack/well_formed.h"

namespace meander {
namespace {

constexpr size_t kMaxNameBytes = 300;

bool IsName(std::string_view text) {
  return !text.empty() && text.size() <= kMaxNameBytes && IsWellFormed(text);
}

Result<TextLink> ReadLink(ByteReader& reader, std::string_view text, size_t previous_end,
                          uint32_t pack_item_count) {
  TextLink link;
  const uint64_t begin = previous_end + reader.GetVarint();
  const uint64_t length = reader.GetVarint();
  const uint64_t target = reader.GetVarint();
  link.cosine = CosineOfCode(reader.Get<uint8_t>());
  if (!reader.ok()) return DamagedSection("a link is cut short");
  if (begin > text.size() || length == 0 || length > text.size() - begin ||
      IsInsideCharacter(text, begin) || IsInsideCharacter(text, begin + length)) {
    return DamagedSection("a link lies outside its text");
  }
  if (target >= pack_item_count) return DamagedSection("a link leads nowhere");
  link.begin = static_cast<uint32_t>(begin);
  link.end = static_cast<uint32_t>(begin + length);
  link.target = static_cast<uint32_t>(target);
  return link;
}

}  // namespace

std::vector<uint8_t> WriteRegions(std::span<const Region> regions) {
  ByteWriter writer;
  writer.PutVarint(regions.size());
  for (const Region& region : regions) {
    writer.Put(region.level);
    writer.Put(region.topic);
    writer.PutVarint(region.anchor);
    writer.Put(region.importance);
    writer.PutText(region.name);
  }
  return writer.Take();
}

Result<std::vector<Region>> ReadRegions(ByteSpan chunk, uint32_t item_count, uint32_t topic_count) {
  ByteReader reader(chunk);
  std::vector<Region> regions(reader.GetCount(8));
  for (Region& region : regions) {
    region.level = reader.Get<uint8_t>();
    region.topic = reader.Get<uint8_t>();
    const uint64_t anchor = reader.GetVarint();
    region.importance = reader.Get<float>();
    region.name = reader.GetText();
    if (!reader.ok() || anchor >= item_count || region.topic >= topic_count || region.level > 7 ||
        !std::isfinite(region.importance) || !IsName(region.name)) {
      return DamagedSection("a region's name is not right");
    }
    region.anchor = static_cast<uint32_t>(anchor);
  }
  if (!reader.ok() || !reader.AtEnd()) return DamagedSection("the regions have the wrong length");
  return regions;
}

std::vector<uint8_t> WriteTitles(std::span<const std::string> titles) {
  ByteWriter writer;
  for (const std::string& title : titles) writer.PutText(title);
  return writer.Take();
}

Result<std::vector<std::string>> ReadTitles(ByteSpan chunk, uint32_t item_count) {
  if (chunk.size() < item_count) return DamagedSection("the titles have the wrong length");
  ByteReader reader(chunk);
  std::vector<std::string> titles(item_count);
  for (std::string& title : titles) {
    title = reader.GetText();
    if (!reader.ok() || !IsName(title)) return DamagedSection("a title is not right");
  }
  if (!reader.AtEnd()) return DamagedSection("the titles have the wrong length");
  return titles;
}

std::vector<uint8_t> WriteTexts(std::span<const Article> articles) {
  ByteWriter writer;
  for (const Article& article : articles) {
    writer.PutText(article.description);
    writer.PutText(article.text);
    writer.PutText(article.address);
    writer.PutVarint(article.links.size());
    size_t previous_end = 0;
    for (const TextLink& link : article.links) {
      writer.PutVarint(link.begin - previous_end);
      writer.PutVarint(link.end - link.begin);
      writer.PutVarint(link.target);
      writer.Put(CodeOfCosine(link.cosine));
      previous_end = link.end;
    }
  }
  return writer.Take();
}

Result<std::vector<Article>> ReadTexts(ByteSpan chunk, uint32_t item_count,
                                       uint32_t pack_item_count) {
  if (chunk.size() / 4 < item_count) return DamagedSection("the texts have the wrong length");
  ByteReader reader(chunk);
  std::vector<Article> articles(item_count);
  for (Article& article : articles) {
    article.description = reader.GetText();
    article.text = reader.GetText();
    article.address = reader.GetText();
    const size_t link_count = reader.GetCount(4);
    if (!reader.ok() || !IsWellFormed(article.description) || !IsWellFormed(article.text)) {
      return DamagedSection("a text is not right");
    }
    if (!article.address.empty() &&
        (!article.address.starts_with("https://") || !IsWellFormed(article.address))) {
      return DamagedSection("an address is not right");
    }
    size_t previous_end = 0;
    for (size_t i = 0; i < link_count; ++i) {
      TRY(const TextLink link, ReadLink(reader, article.text, previous_end, pack_item_count));
      previous_end = link.end;
      article.links.push_back(link);
    }
  }
  if (!reader.AtEnd()) return DamagedSection("the texts have the wrong length");
  return articles;
}

}  // namespace meander
