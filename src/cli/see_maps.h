// What the views of ./meander see are told in: lines, JSON, arrays, and maps in letters and as
// pictures.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/json_reader.h"
#include "base/npy.h"
#include "cli/see_classes.h"
#include "cli/see_photo.h"

namespace meander {

struct SeenMap {
  int side = 0;
  std::vector<double> values;  // [side, side]
};
// One view, worked out.
struct SeenView {
  std::string words;  // lines for a terminal
  Json json;
  std::map<std::string, FloatArray> arrays;  // by file name, without .npy
  std::map<std::string, SeenMap> maps;       // by file name, without .png
};

template <class... Values>
std::string LineOf(const char* format, Values... values) {
  char text[400];
  std::snprintf(text, sizeof(text), format, values...);
  return text;
}

// "image", a layer's name, "logits".
std::string NameOfTensor(int tensor);
Json LayerJson(int tensor);
Json NumbersJson(const std::vector<double>& values);
// "ox rather than Great Dane (…)".
std::string ChoiceWords(const Sight& sight, const ClassChoice& choice);

// A map in letters: how much of the greatest a place has, below zero with other signs. Large maps
// are left to --out.
std::string LettersOfMap(const std::vector<double>& places, int side);
// A map as a PNG of the network's picture's size, in the colours for and against; places that it is
// coarser by are even squares.
std::vector<uint8_t> PictureOfMap(const SeenMap& map);

}  // namespace meander
