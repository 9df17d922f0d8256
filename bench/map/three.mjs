// npm three: Points with vertex colours. Its dots are squares.
// @ts-ignore installed for the bench only
import * as THREE from 'three';
import { COLORS, HEIGHT, RADIUS, WIDTH, cameraAt, finish, makePoints } from './scene.mjs';

/** @param {HTMLCanvasElement} canvas @param {number} count @param {number} ratio */
export async function start(canvas, count, ratio) {
  const renderer = new THREE.WebGLRenderer({ canvas, antialias: false, alpha: false, depth: false });
  renderer.setPixelRatio(ratio);
  renderer.setSize(WIDTH, HEIGHT);
  renderer.setClearColor(0xe3ecec, 1);
  const { codes, hues } = makePoints(count);
  const positions = new Float32Array(3 * count), colors = new Uint8Array(3 * count);
  const palette = COLORS.map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  for (let i = 0; i < count; i++) {
    positions[3 * i] = codes[2 * i] / 65535 * 2 - 1;
    positions[3 * i + 1] = codes[2 * i + 1] / 65535 * 2 - 1;
    colors.set(palette[hues[i]], 3 * i);
  }
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.BufferAttribute(positions, 3));
  geometry.setAttribute('color', new THREE.BufferAttribute(colors, 3, true));
  const material = new THREE.PointsMaterial({ size: 2 * RADIUS, sizeAttenuation: false, vertexColors: true,
    transparent: true, opacity: 0.78, depthTest: false, depthWrite: false });
  const points = new THREE.Points(geometry, material);
  points.frustumCulled = false;
  const scene = new THREE.Scene();
  scene.add(points);
  const view = new THREE.OrthographicCamera(-1, 1, 1, -1, -1, 1);
  return {
    bytes: () => 0,
    finish: () => finish(renderer.getContext()),
    frame: (/** @type {number} */ i) => {
      const camera = cameraAt(i);
      const x = WIDTH / 2 / camera.scale, y = HEIGHT / 2 / camera.scale;
      Object.assign(view, { left: camera.x - x, right: camera.x + x, top: camera.y + y, bottom: camera.y - y });
      view.updateProjectionMatrix();
      renderer.render(scene, view);
    },
  };
}
