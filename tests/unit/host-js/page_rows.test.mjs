// Rows of choices wider than what they are seen through.
import assert from 'node:assert/strict';
import test from 'node:test';
import { pushed } from '../../../web/host/page_rows.mjs';

test('what is in view stays where it is', () => {
  assert.equal(pushed(0, 60, 120, 390), 0);
  assert.equal(pushed(200, 100, 180, 390), 200);
});

test('what is cut comes in, with a piece of its neighbour', () => {
  assert.equal(pushed(0, 380, 470, 390), 470 + 44 - 390);
  assert.equal(pushed(200, -30, 60, 390), 200 - 30 - 44);
  assert.equal(pushed(10, -5, 60, 390), 0, 'never before the first');
});

test('of what is wider than the row its beginning is seen', () => {
  assert.equal(pushed(0, 100, 700, 390), 56);
});
