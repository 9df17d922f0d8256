// The design's look for Dear ImGui: colours from the tokens, measures, and the four faces. Nothing
// of the library's default look is left. Call inside a Dear ImGui context.
#pragma once

#include <imgui.h>

#include <string_view>

#include "base/bytes.h"
#include "canvas/colors.h"
#include "canvas/scene.h"

namespace meander {

// TTF bytes of the faces, in the order of `enum class Face`; they must outlive the context.
struct FontFiles {
  ByteSpan ui, ui_bold, region_italic, word_medium;
};

struct TextStyle {
  Face face = Face::kUi;
  float size_px = 13.5f;  // to the em, as in the page
};
inline constexpr TextStyle kUiText{Face::kUi, 13.5f};
inline constexpr TextStyle kHeadingText{Face::kUiBold, 13.5f};
inline constexpr TextStyle kSmallText{Face::kUi, 12.f};
inline constexpr TextStyle kNumeralText{Face::kUiBold, 10.5f};
inline constexpr TextStyle kRegionText{Face::kRegionItalic, 19.f};
inline constexpr TextStyle kCardTitleText{Face::kRegionItalic, 17.5f};
inline constexpr TextStyle kWordText{Face::kWordMedium, 23.f};

// What widgets must know that Dear ImGui does not; kept in the context's io.UserData.
struct UiSettings {
  ThemeKind theme = ThemeKind::kLight;
  bool touch = false;  // hit areas of at least 44 px
};
const UiSettings& CurrentUi();

// False when a face cannot be read.
bool LoadFaces(const FontFiles& fonts);
ImFont* FontOf(Face face);
// Once at the start of a frame: letters of every face are drawn at the frame's own pixel ratio.
void SetFaceDensity();

// Sets every style variable and colour of the design's table.
void ApplyTheme(ThemeKind theme);

ImU32 UiColor(Token token, float opacity = 1);

// One line of text, its left end and baseline given; no wrapping. Snaps to device pixels.
void DrawText(ImDrawList* list, TextStyle style, Point2 baseline_px, ImU32 color,
              std::string_view text);
// The same with a halo all round: copies of the letters on two circles.
void DrawHaloText(ImDrawList* list, TextStyle style, Point2 baseline_px, ImU32 color, ImU32 halo,
                  float halo_px, std::string_view text);

}  // namespace meander
