// The tables of pictures on the GPU, by version: sent when they are first drawn, with mipmaps, and
// let go once nothing has drawn them for a while.
#pragma once

#include <imgui.h>

#include <memory>
#include <unordered_map>

#include "canvas/draw/gl.h"
#include "canvas/scene.h"

namespace meander {

// Names of textures that are tables of pictures, on draw lists.
inline constexpr ImTextureID kPictureTexture = ImTextureID{1} << 63;

// Whether there is anything to draw: as many pixels as it says.
bool IsWhole(const PictureTable& table);

class PicturePass {
 public:
  // Keeps the table for this frame and says what it is called on draw lists; ImTextureID_Invalid
  // where there is nothing in it, or more than this driver can hold.
  ImTextureID Use(const std::shared_ptr<const PictureTable>& table);
  // Binds it to unit 0 and returns the bytes sent for that.
  size_t Bind(ImTextureID name);
  // After everything is drawn: who was not used for a while goes.
  void EndFrame();
  void Forget() { entries_.clear(); }

 private:
  struct Entry {
    std::shared_ptr<const PictureTable> table;  // until it is sent
    std::unique_ptr<GlTexture> texture;
    int frames_unused = 0;
  };
  size_t Send(Entry& entry);

  std::unordered_map<ImTextureID, Entry> entries_;
  int greatest_side_ = 0;
};

}  // namespace meander
