// Cards as bare windows that draw their own ground.
#include "canvas/widgets/card.h"

#include <imgui.h>

#include <string>

#include "canvas/widgets/shape.h"

namespace meander {

Card::Card(std::string_view id, const Rect& in_px, float radius_px, Ground ground, float opacity)
    : in_px_(in_px) {
  ImGui::SetNextWindowPos({in_px.low.x, in_px.low.y});
  ImGui::SetNextWindowSize({in_px.width(), in_px.height()});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::Begin(std::string(id).c_str(), nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus);
  list_ = ImGui::GetWindowDrawList();
  if (ground == Ground::kNone) return;
  list_->PushClipRectFullScreen();  // the shadow falls outside the window
  DrawRaised(list_, in_px, radius_px, opacity);
  list_->PopClipRect();
}

Card::~Card() {
  ImGui::End();
  ImGui::PopStyleVar();
}

}  // namespace meander
