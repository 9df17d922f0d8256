// What is fetched for pictures is read by readers of our own, which refuse whatever is not a table of tensors
// or a file of resources; what set-up made of the fetched files is whole.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cache = process.env.MEANDER_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'meander');
const python = path.join(cache, 'python/bin/python');
const pictures = path.join(cache, 'pictures');

/** Runs a program beside the readers; what it prints. @param {string} program */
function say(program) {
  const done = spawnSync(python, ['-c', program], { cwd: path.join(project, 'data/sources'), encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout.trimEnd().split('\n');
}

// A table of two tensors as PyTorch wrote them, made with classes of PyTorch's names.
const MAKE_TENSORS = `
import collections, io, pickle, struct, sys, types
torch, utils = types.ModuleType('torch'), types.ModuleType('torch._utils')
class FloatStorage: pass
FloatStorage.__module__, torch.FloatStorage, torch._utils = 'torch', FloatStorage, utils
def _rebuild_tensor_v2(*a): pass
_rebuild_tensor_v2.__module__, utils._rebuild_tensor_v2 = 'torch._utils', _rebuild_tensor_v2
sys.modules['torch'], sys.modules['torch._utils'] = torch, utils
class Ref:
    def __init__(self, key, count): self.key, self.count = key, count
class Ten:
    def __init__(self, key, count, offset, shape, strides): self.a = (Ref(key, count), offset, shape, strides, False, collections.OrderedDict())
    def __reduce__(self): return _rebuild_tensor_v2, self.a
class Writer(pickle.Pickler):
    def persistent_id(self, o): return ('storage', FloatStorage, o.key, 'cpu', o.count, None) if isinstance(o, Ref) else None
def file(table, contents, tail=b'', magic=0x1950a86a20f9469cfc6c):
    out = io.BytesIO()
    for part in (magic, 1001, {'little_endian': True}, table, [k for k, _ in contents]): Writer(out, 2).dump(part)
    for _, numbers in contents: out.write(struct.pack('<q', len(numbers)) + struct.pack('<%df' % len(numbers), *numbers))
    return out.getvalue() + tail
def ask(data):
    try: print({k: v.tolist() for k, v in read_torch(data).items()})
    except Damaged as e: print(e)
from torch_file import Damaged, read_torch
O = collections.OrderedDict
six = ('0', [0., 1., 2., 3., 4., 5.])
good = O([('a', Ten('0', 6, 0, (2, 3), (3, 1))), ('b', Ten('0', 6, 0, (3, 2), (1, 3)))])
`;

test('a table of tensors is read, rows and columns in either order', () => {
  assert.deepEqual(say(`${MAKE_TENSORS}ask(file(good, [six]))`), ["{'a': [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]], 'b': [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]}"]);
});

test('a table of anything else is refused in one sentence, and nothing of it runs', () => {
  const marker = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'meander-')), 'ran');
  const lines = say(`${MAKE_TENSORS}
import os
class Evil:
    def __reduce__(self): return os.system, ('touch ${marker}',)
ask(file(O([('a', Evil())]), []))
ask(file(good, [six], tail=b'x'))
ask(file(good, [six])[:-1])
ask(file(good, [('0', [1., 2.])]))
ask(file(good, []))
ask(file(O([('a', Ten('0', 6, 1, (2, 3), (3, 1)))]), [six]))
ask(file(O([('a', Ten('0', 6, 0, (2, 3), (-3, 1)))]), [six]))
ask(file(O([('a', Ten('0', 6, 0, (1 << 40, 1 << 40), (0, 0)))]), [six]))
ask(file(O([('a', Ten('0', 6, None, (2, 3), (3, 1)))]), [six]))
ask(file(O([('a', Ten('0', 6, 0, ('x',), (1,)))]), [six]))
ask(file(O([('a', Ten('0', 6, 0, (2.0,), (1,)))]), [six]))
ask(file(O([('a', Ten('0', 6, 0, (2,), (1 << 80,)))]), [six]))
ask(file(O([('a', 7)]), []))
ask(file(good, [six], magic=3))
ask(b'')
ask(b'\\x80\\x02}q\\x00.')
`);
  assert.deepEqual(lines, [
    'The file asks for posix.system, which no table of tensors needs; nothing of it was used.',
    'There are bytes behind the last tensor; nothing of the file was used.', 'The file ends too early.',
    'The numbers of a tensor are not as many as it says.', 'The file does not name all of its numbers.',
    'A tensor of the file is not where it says.', 'A tensor of the file has no shape.', 'A tensor of the file has no shape.',
    'A tensor of the file has no shape.', 'A tensor of the file has no shape.', 'A tensor of the file has no shape.', 'A tensor of the file has no shape.',
    'The file holds something else than a table of tensors.', 'This is no file of tensors that PyTorch wrote.',
    'The file is no table of tensors: EOFError.', 'This is no file of tensors that PyTorch wrote.']);
  assert.ok(!fs.existsSync(marker));
});

// One folder with one file; \`flags\`, places and lengths to be damaged.
const MAKE_RESOURCES = `
import struct, zlib
from qt_resources import Damaged, read_resources
def ask(data):
    try: print(read_resources(data))
    except Damaged as e: print(e)
def file(content=b'hello', flags=0, name='a.txt', first=1, children=1, version=2, contents=None, size=None):
    size = len(content) if size is None else size
    tree = struct.pack('>IHIIQ', 0, 2, children, first, 0) + struct.pack('>IHIIQ', 0, flags, 0, 0, 0)
    data = struct.pack('>I', size) + content
    names = struct.pack('>HI', len(name), 0) + name.encode('utf-16-be')
    return struct.pack('>4sIIII', b'qres', version, 20, 20 + len(tree) if contents is None else contents, 20 + len(tree) + len(data)) + tree + data + names
`;

test('a file of resources is read, plain and packed; a damaged one is refused', () => {
  assert.deepEqual(say(`${MAKE_RESOURCES}
ask(file())
ask(file(struct.pack('>I', 5) + zlib.compress(b'hello'), 1))
ask(file(struct.pack('>I', 4) + zlib.compress(b'hello'), 1))
ask(file(struct.pack('>I', 5) + b'hello', 1))
ask(file(b'hello', 4))
ask(file(name='../x'))
ask(file(first=0))
ask(file(children=70000))
ask(file(version=9))
ask(file(contents=1 << 30))
ask(file(size=1 << 31))
ask(file()[:30])
ask(b'RIFF')
`), ["{'a.txt': b'hello'}", "{'a.txt': b'hello'}", 'A packed file in the resource file has not the length it says.',
    'A packed file in the resource file cannot be unpacked.', 'A file in the resource file is packed in a way that is not known here.',
    'A name in the resource file is no name of a file.', 'The folders of the resource file do not make a tree.',
    'A folder of the resource file has too many entries.', 'This resource file is of version 9, which is not known.',
    'The resource file ends too early.', 'The resource file ends too early.', 'The resource file ends too early.', 'This is no resource file of Qt.']);
});

test('set-up made the network whole: sizes, classes, and a credit a photo', () => {
  const tensors = path.join(pictures, 'tensors');
  const size = fs.statSync(path.join(tensors, 'eight_bit.onnx')).size;
  assert.ok(Math.abs(size / 4.83e6 - 1) < 0.01, `${size}`);
  const index = fs.readFileSync(path.join(tensors, 'tensors.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(index.filter(({ name }) => name.endsWith('.bias')).length, 50, '49 convolutions and the classes');
  const classes = fs.readFileSync(path.join(tensors, 'classes.txt'), 'utf8').trimEnd().split('\n');
  assert.equal(classes.length, 1000);
  assert.deepEqual([classes[235], classes[967], classes[388]], ['German Shepherd Dog', 'espresso', 'giant panda']);
  const photos = fs.readFileSync(path.join(pictures, 'photos/photos.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  for (const photo of photos) {
    assert.ok(photo.credit && photo.license && photo.source.startsWith('https://'), photo.name);
    assert.ok(fs.statSync(path.join(pictures, 'photos', photo.file)).size > 1000);
    assert.equal(fs.statSync(path.join(pictures, 'photos/crops', `${photo.name}.rgb`)).size, 224 * 224 * 3);
  }
  assert.ok(photos.length === 2 || photos.length === 59, `${photos.length}`);
});
