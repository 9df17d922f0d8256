// The least a page can do: one gl.POINTS call, 16-bit positions, round soft-edged blended dots.
import { COLORS, HEIGHT, RADIUS, WIDTH, cameraAt, finish, makePoints } from './scene.mjs';

const VERTEX = `#version 300 es
in vec2 position; in uint hue;
uniform vec4 view; uniform float size; uniform vec3 colors[11];
flat out vec3 tone;
void main() {
  gl_Position = vec4(position * view.xy + view.zw, 0.0, 1.0);
  gl_PointSize = size;
  tone = colors[hue];
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
flat in vec3 tone; uniform float half_size; out vec4 color;
void main() {
  float off = length(gl_PointCoord - 0.5) * 2.0 * half_size;
  float alpha = clamp(half_size - off, 0.0, 1.0) * 0.78;
  color = vec4(tone * alpha, alpha);
}`;

/** @param {HTMLCanvasElement} canvas @param {number} count @param {number} ratio */
export async function start(canvas, count, ratio) {
  canvas.width = WIDTH * ratio;
  canvas.height = HEIGHT * ratio;
  const gl = /** @type {WebGL2RenderingContext} */ (canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false }));
  const program = gl.createProgram();
  for (const [kind, text] of /** @type {[number, string][]} */ ([[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]])) {
    const shader = /** @type {WebGLShader} */ (gl.createShader(kind));
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.bindAttribLocation(program, 0, 'position');
  gl.bindAttribLocation(program, 1, 'hue');
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(String(gl.getProgramInfoLog(program)));
  gl.useProgram(program);
  const { codes, hues } = makePoints(count);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, codes, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.UNSIGNED_SHORT, true, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, hues, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(1);
  gl.vertexAttribIPointer(1, 1, gl.UNSIGNED_BYTE, 0, 0);
  const colors = COLORS.flatMap((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255));
  gl.uniform3fv(gl.getUniformLocation(program, 'colors'), colors);
  gl.uniform1f(gl.getUniformLocation(program, 'size'), 2 * RADIUS * ratio + 1);
  gl.uniform1f(gl.getUniformLocation(program, 'half_size'), RADIUS * ratio + 0.5);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.clearColor(0.89, 0.925, 0.925, 1);
  gl.viewport(0, 0, canvas.width, canvas.height);
  const view = gl.getUniformLocation(program, 'view');
  return {
    bytes: () => 0,
    finish: () => finish(gl),
    frame: (/** @type {number} */ i) => {
      const camera = cameraAt(i);
      const x = 2 * camera.scale / WIDTH, y = 2 * camera.scale / HEIGHT;
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform4f(view, 2 * x, 2 * y, -x - camera.x * x, -y - camera.y * y);
      gl.drawArrays(gl.POINTS, 0, count);
    },
  };
}
