// The encoder of the set-up, opened once.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "make/open_model.h"

namespace meander {

inline std::filesystem::path ModelFolder() {
  if (const char* cache = std::getenv("MEANDER_CACHE"))
    return std::filesystem::path(cache) / "model";
  if (const char* cache = std::getenv("XDG_CACHE_HOME"))
    return std::filesystem::path(cache) / "meander/model";
  return std::filesystem::path(std::getenv("HOME")) / ".cache/meander/model";
}

inline const OpenedModel& Model() {
  static const Result<OpenedModel>* const model = new Result<OpenedModel>(OpenModel(ModelFolder()));
  EXPECT_TRUE(model->has_value()) << model->error().message;
  return **model;
}

}  // namespace meander
