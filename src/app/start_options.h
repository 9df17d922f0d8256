// What the page (or the window) tells the program at its start: which room, and where things lie.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

struct StartOptions {
  std::string room;
  std::string pack_url;   // the head file
  std::string model_url;  // the encoder's head file; fetched only when somebody searches by meaning
  std::string fragment;   // the page's, without '#'
  std::string tour;       // what `?tour=` in the page's address says; as hostile as any link
  std::string prepared_url;  // answers worked out when the site was made (app/prepared.h), or ""
  std::string page_address;  // the page's own, without query and fragment; may be empty
  // What a figure of this room fetches after a click, as it travels; 0: nobody counted.
  uint32_t click_bytes = 0;
  std::vector<std::string> font_urls;  // as many as `enum class Face`, in its order
};

// From web/host/start.mjs.
Result<StartOptions> ReadStartOptions(ByteSpan bytes);
std::vector<uint8_t> WriteStartOptions(const StartOptions& options);

// "https://x/packs/a/head.bin" → "https://x/packs/a/".
std::string FolderOf(std::string_view url);

}  // namespace meander
