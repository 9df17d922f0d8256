// See start_options.h.
#include "app/start_options.h"

namespace meander {

Result<StartOptions> ReadStartOptions(ByteSpan bytes) {
  ByteReader in(bytes);
  StartOptions options;
  options.room = in.GetText();
  options.pack_url = in.GetText();
  options.model_url = in.GetText();
  options.fragment = in.GetText();
  options.tour = in.GetText();
  options.prepared_url = in.GetText();
  options.page_address = in.GetText();
  options.click_bytes = in.Get<uint32_t>();
  options.font_urls.resize(in.Get<uint8_t>());
  for (std::string& url : options.font_urls) url = in.GetText();
  if (!in.ok() || !in.AtEnd()) {
    return Fail(ErrorCode::kCorrupt, "The page and its program do not belong together; reload.");
  }
  return options;
}

std::vector<uint8_t> WriteStartOptions(const StartOptions& options) {
  ByteWriter out;
  out.PutText(options.room);
  out.PutText(options.pack_url);
  out.PutText(options.model_url);
  out.PutText(options.fragment);
  out.PutText(options.tour);
  out.PutText(options.prepared_url);
  out.PutText(options.page_address);
  out.Put(options.click_bytes);
  out.Put(static_cast<uint8_t>(options.font_urls.size()));
  for (const std::string& url : options.font_urls) out.PutText(url);
  return out.Take();
}

std::string FolderOf(std::string_view url) {
  return std::string(url.substr(0, url.rfind('/') + 1));
}

}  // namespace meander
