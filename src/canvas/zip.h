// Several files as one: a ZIP archive without compression, since pictures do not shrink.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace meander {

struct ZipFile {
  std::string name;  // plain letters, "folder/name.txt"
  std::vector<uint8_t> bytes;
};

// By APPNOTE.TXT 6.3; at most 4 GB and 65,535 files. Every file is dated the first day there is.
std::vector<uint8_t> WriteZip(const std::vector<ZipFile>& files);

}  // namespace meander
