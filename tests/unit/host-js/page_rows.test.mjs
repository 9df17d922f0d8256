// Rows of choices wider than what they are seen through.
import assert from 'node:assert/strict';
import test from 'node:test';
import { moreOf, pushed } from '../../../web/host/page_rows.mjs';

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

test('a row says on which sides there is more of it', () => {
  assert.equal(moreOf(0, 700, 390), 'after');
  assert.equal(moreOf(200, 700, 390), 'before after');
  assert.equal(moreOf(310, 700, 390), 'before');
  assert.equal(moreOf(0, 390, 390), '');
});
