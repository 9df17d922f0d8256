// The program as a wasm module: four exports around one App. The page calls app_start once it has
// the options and app_frame for every frame the host asked for; app_complete and app_event are in
// host/host_web.cpp.
#include "app/app.h"
#include "app/rooms.h"
#include "host/host_web.h"

namespace meander {
namespace {

struct Program {
  std::unique_ptr<Host> host = MakeWebHost();
  std::unique_ptr<App> app;
};

Program& TheProgram() {
  static Program program;
  return program;
}

}  // namespace
}  // namespace meander

extern "C" {

// 0: the options cannot be read or name no room; the page then keeps its still picture.
uint32_t app_start(const uint8_t* bytes, uint32_t length) {
  using namespace meander;
  auto options = ReadStartOptions(ByteSpan(bytes, length));
  if (!options) return 0;
  std::unique_ptr<Room> room = MakeRoom(options->room);
  if (!room) return 0;
  Program& program = TheProgram();
  const bool has_context = MakeWebContext();
  program.app =
      std::make_unique<App>(*program.host, std::move(room), std::move(*options), has_context);
  program.app->Start();
  return 1;
}

void app_frame() {
  if (auto& app = meander::TheProgram().app) app->Frame();
}

}  // extern "C"
