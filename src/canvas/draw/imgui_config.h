// Dear ImGui as this project uses it; copied beside the library as its imconfig.h by CMake.
#pragma once

#define IMGUI_DISABLE_DEFAULT_FONT  // no text is ever set in it
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS  // settings are not kept, logs are not written
// WebGL 2 has no base vertex, and a full chart of names needs more than 65,536 vertices.
#define ImDrawIdx unsigned int
