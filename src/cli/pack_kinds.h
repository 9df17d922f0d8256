// The kinds of packs that a program can make and check besides maps of ideas, and the networks that
// it can convert. Which those are is for the program to say: kinds_every.cpp is linked with the
// command line, kinds_first.cpp with the tool that a first ./meander waits for.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "base/error.h"
#include "base/json_reader.h"
#include "make/idea_map.h"
#include "pack/format.h"

namespace meander {

// A network that set-up unpacked as a folder of tensors, made into a folder of our own form.
struct NetworkKind {
  std::string_view option;  // of `pack`: --model for the encoder
  Result<void> (*make)(const std::filesystem::path& tensors, const std::filesystem::path& model);
};
std::span<const NetworkKind> NetworkKinds();

// A kind without a map of ideas, known by a section that no other has: verified, and what `check`
// says of it.
struct CheckedKind {
  std::string_view section;
  Result<Json> (*check)(const std::filesystem::path& folder, const PackHead& head);
};
std::span<const CheckedKind> CheckedKinds();

// By the recipe's kind; kInvalidInput for one that this program cannot make.
Result<void> MakePackHere(const MakeOptions& options);

}  // namespace meander
