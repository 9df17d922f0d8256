// Product quantisation (Jégou, Douze and Schmid 2011): a vector is cut into parts, and each part is
// stored as the number of the nearest of its 256 centroids. 384 numbers become 48 bytes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace meander {

inline constexpr uint32_t kCentroids = 256;  // a part: one byte says which

// How vectors become codes and back. A *centred* vector is one from which `mean` was taken away and
// which was made unit length again; a *turned* one is rotation · centred. Part p of it are its
// numbers [p·part_dim, (p+1)·part_dim); centroid c of part p is
// centroids[(p·256 + c)·part_dim …] · scales[p]. The centroids are whole numbers, so that products
// with a query of whole numbers can be summed in any order.
struct CodeBook {
  uint32_t dim = 0;                // of the vectors; parts · part_dim
  uint32_t parts = 0;              // bytes an item
  std::vector<float> mean;         // dim
  std::vector<float> turn_scales;  // dim: row i of the rotation is turn_codes[i·dim …] · this
  std::vector<int8_t> turn_codes;  // dim · dim; both empty: the vectors are not turned
  std::vector<float> scales;       // parts, > 0
  std::vector<int8_t> centroids;   // parts · 256 · part_dim

  uint32_t part_dim() const { return parts == 0 ? 0 : dim / parts; }
  std::span<const int8_t> Centroid(uint32_t part, uint32_t code) const {
    return std::span(centroids).subspan(size_t{part * kCentroids + code} * part_dim(), part_dim());
  }
};

// The centred vector of a unit one (dim floats each); all zero where nothing but the mean is left.
std::vector<float> CentredRow(const CodeBook& book, std::span<const float> unit);
// The turned vector of a centred one.
std::vector<float> TurnedRow(const CodeBook& book, std::span<const float> centred);
// parts codes of a turned vector: the nearest centroid of each part, ties to the smaller number.
std::vector<uint8_t> CodesOfRow(const CodeBook& book, std::span<const float> turned);
// The turned vector that codes stand for; its length is somewhat less than 1.
std::vector<float> RowOfCodes(const CodeBook& book, std::span<const uint8_t> codes);

}  // namespace meander
