// Style tables and setting type on draw lists.
#include "canvas/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "canvas/text_metrics.h"

namespace meander {
namespace {

void SetMeasures(ImGuiStyle& style) {
  style.WindowPadding = {16, 14};
  style.WindowRounding = style.PopupRounding = style.ChildRounding = 14;
  style.WindowBorderSize = style.PopupBorderSize = style.FrameBorderSize = style.ChildBorderSize =
      0;
  style.WindowMinSize = {1, 1};
  style.FramePadding = {13, 8};
  style.FrameRounding = style.GrabRounding = 17;
  style.ItemSpacing = {10, 8};
  style.ItemInnerSpacing = {8, 6};
  style.IndentSpacing = 0;
  style.ScrollbarSize = 6;
  style.ScrollbarRounding = 3;
  style.GrabMinSize = CurrentUi().touch ? 24.f : 16.f;
  style.Alpha = 1;
  style.DisabledAlpha = 0.45f;
  style.AntiAliasedLines = style.AntiAliasedFill = true;
  style.CurveTessellationTol = 0.3f;
  style.CircleTessellationMaxError = 0.15f;
  style.HoverStationaryDelay = 0;
  style.HoverDelayNormal = 0.12f;
  style.FontSizeBase = kUiText.size_px;
}

}  // namespace

const UiSettings& CurrentUi() {
  static const UiSettings kDefault;
  const void* data = ImGui::GetIO().UserData;
  return data != nullptr ? *static_cast<const UiSettings*>(data) : kDefault;
}

bool LoadFaces(const FontFiles& fonts) {
  const std::array<ByteSpan, 4> files = {fonts.ui, fonts.ui_bold, fonts.region_italic,
                                         fonts.word_medium};
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  for (size_t i = 0; i < files.size(); ++i) {
    if (files[i].empty()) return false;
    const FaceMetrics& metrics = MetricsOf(static_cast<Face>(i));
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // Dear ImGui's sizes are ascent to descent; this makes them the em, as everywhere else.
    config.ExtraSizeScale = static_cast<float>(metrics.ascent - metrics.descent) /
                            static_cast<float>(metrics.units_per_em);
    auto* bytes = const_cast<uint8_t*>(files[i].data());
    if (atlas->AddFontFromMemoryTTF(bytes, static_cast<int>(files[i].size()), kUiText.size_px,
                                    &config) == nullptr) {
      return false;
    }
  }
  return true;
}

ImFont* FontOf(Face face) { return ImGui::GetIO().Fonts->Fonts[static_cast<int>(face)]; }

void SetFaceDensity() {
  // Dear ImGui does this for the current font only.
  const ImGuiIO& io = ImGui::GetIO();
  for (ImFont* font : io.Fonts->Fonts)
    font->CurrentRasterizerDensity = io.DisplayFramebufferScale.x;
}

ImU32 UiColor(Token token, float opacity) {
  return Faded(ColorOf(token, CurrentUi().theme), opacity);
}

void ApplyTheme(ThemeKind theme) {
  ImGuiStyle& style = ImGui::GetStyle();
  SetMeasures(style);
  const auto set = [&](ImGuiCol slot, Token token, float opacity = 1) {
    style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(ColorOf(Paint{token, opacity}, theme));
  };
  for (int slot = 0; slot < ImGuiCol_COUNT; ++slot) set(slot, Token::kRule);
  set(ImGuiCol_Text, Token::kInk);
  set(ImGuiCol_TextDisabled, Token::kInk3);
  set(ImGuiCol_WindowBg, Token::kRaised);
  set(ImGuiCol_PopupBg, Token::kRaised);
  set(ImGuiCol_ChildBg, Token::kRaised, 0);
  set(ImGuiCol_FrameBg, Token::kLand1);
  set(ImGuiCol_Button, Token::kRaised, 0);
  set(ImGuiCol_ButtonHovered, Token::kLand1);
  set(ImGuiCol_SliderGrab, Token::kRaised);
  set(ImGuiCol_SliderGrabActive, Token::kAccent);
  set(ImGuiCol_CheckMark, Token::kInk);
  set(ImGuiCol_PlotLines, Token::kInk);
  set(ImGuiCol_PlotHistogram, Token::kInk);
  set(ImGuiCol_Header, Token::kAccentSoft);
  set(ImGuiCol_HeaderHovered, Token::kLand1);
  set(ImGuiCol_HeaderActive, Token::kLand1);
  set(ImGuiCol_ScrollbarBg, Token::kRaised, 0);
  set(ImGuiCol_NavCursor, Token::kFocus);
  set(ImGuiCol_TextSelectedBg, Token::kAccentSoft);
  set(ImGuiCol_ModalWindowDimBg, Token::kInk, 0.35f);
}

namespace {

// Where AddText must begin so that the letters stand on `baseline_px`, snapped to device pixels.
ImVec2 TextOrigin(ImFont* font, float size_px, Point2 baseline_px) {
  const float ratio = std::max(ImGui::GetIO().DisplayFramebufferScale.x, 0.25f);
  const float ascent = font->GetFontBaked(size_px)->Ascent;
  return {std::round(baseline_px.x * ratio) / ratio,
          std::round(baseline_px.y * ratio) / ratio - ascent};
}

// Appends a copy of `vertex_count` vertices and `index_count` indices that end the list's buffers
// as they were at `first_vertex`, `first_index`.
void RepeatText(ImDrawList* list, int first_vertex, int vertex_count, int first_index,
                int index_count, ImVec2 offset, ImU32 color) {
  list->PrimReserve(index_count, vertex_count);
  const auto shift = list->_VtxCurrentIdx - static_cast<unsigned>(first_vertex);
  for (int i = 0; i < vertex_count; ++i) {
    ImDrawVert vertex = list->VtxBuffer[first_vertex + i];
    vertex.pos.x += offset.x;
    vertex.pos.y += offset.y;
    vertex.col = color;
    *list->_VtxWritePtr++ = vertex;
  }
  for (int i = 0; i < index_count; ++i)
    *list->_IdxWritePtr++ = list->IdxBuffer[first_index + i] + shift;
  list->_VtxCurrentIdx += static_cast<unsigned>(vertex_count);
}

}  // namespace

void DrawText(ImDrawList* list, TextStyle style, Point2 baseline_px, ImU32 color,
              std::string_view text) {
  ImFont* font = FontOf(style.face);
  const ImDrawListFlags before = list->Flags;
  list->Flags |= ImDrawListFlags_TextNoPixelSnap;
  list->AddText(font, style.size_px, TextOrigin(font, style.size_px, baseline_px), color,
                text.data(), text.data() + text.size());
  list->Flags = before;
}

void DrawHaloText(ImDrawList* list, TextStyle style, Point2 baseline_px, ImU32 color, ImU32 halo,
                  float halo_px, std::string_view text) {
  const int first_vertex = list->VtxBuffer.Size, first_index = list->IdxBuffer.Size;
  DrawText(list, style, baseline_px, halo, text);
  const int vertices = list->VtxBuffer.Size - first_vertex,
            indices = list->IdxBuffer.Size - first_index;
  if (vertices == 0) return;
  // Close enough together that the rim is smooth at any pixel ratio.
  const float rim_px =
      2 * std::numbers::pi_v<float> * halo_px * ImGui::GetIO().DisplayFramebufferScale.x;
  const int outer = std::clamp(static_cast<int>(rim_px / 1.5f), 8, 28), inner = outer / 2;
  for (int i = 0; i < outer + inner; ++i) {
    const bool is_outer = i < outer;
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) /
                        static_cast<float>(is_outer ? outer : inner);
    const float radius = is_outer ? halo_px : halo_px * 0.5f;
    RepeatText(list, first_vertex, vertices, first_index, indices,
               {std::cos(angle) * radius, std::sin(angle) * radius}, halo);
  }
  RepeatText(list, first_vertex, vertices, first_index, indices, {0, 0}, color);
}

}  // namespace meander
