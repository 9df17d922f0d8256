#!/usr/bin/env python3
"""EfficientNet-Lite0 as PyTorch wrote it → plain tensors: efficientnet_lite.py WEIGHTS.pth CLASSES.json OUT.

OUT gets tensors.bin, tensors.jsonl (as data/sources/minilm.py writes them), classes.txt (a name a line, in
the order of the logits) and the same network as two ONNX files, which tests ask another program about:
whole.onnx with the floats of the source, eight_bit.onnx with the very numbers of tensors.bin.

Each convolution is one matrix, [what it adds up, outputs]: inputs for 1 × 1, kernel positions for depthwise,
kernel positions by three colours for the first. Batch norms are folded into it in double precision:
w' = w · gain / √(variance + 1e-3), bias' = bias - mean · gain / √(variance + 1e-3). Columns of 512 numbers or
more in all are kept as whole numbers of -127 … 127 with one scale an output, smaller tensors as they are.
"""
import json
import os
import shutil
import sys
from pathlib import Path

import numpy as np

from efficientnet_onnx import write_onnx
from torch_file import Damaged, read_torch

EPSILON = 1e-3  # of the batch norms; the usual 1e-5 gives another network
TENSORS, VALUES, CONVOLUTIONS = 296, 4694073, 49
SMALLEST_CODED = 512
# kernel, stride, inputs, outputs, expansion; docs/architecture.md has the same table with its shapes.
BLOCKS = [(3, 1, 32, 16, 1), (3, 2, 16, 24, 6), (3, 1, 24, 24, 6), (5, 2, 24, 40, 6), (5, 1, 40, 40, 6),
          (3, 2, 40, 80, 6), (3, 1, 80, 80, 6), (3, 1, 80, 80, 6), (5, 1, 80, 112, 6), (5, 1, 112, 112, 6),
          (5, 1, 112, 112, 6), (5, 2, 112, 192, 6), (5, 1, 192, 192, 6), (5, 1, 192, 192, 6), (5, 1, 192, 192, 6),
          (3, 1, 192, 320, 6)]


# Names that describe where everybody else names: what ImageNet's own list has for them.
SHORTER = {
    268: ('Mexican hairless dog (xoloitzcuintli)', 'Mexican hairless dog'),
    282: ('a cat having a striped coat', 'tiger cat'),
    439: ('military hat (bearskin or shako)', 'bearskin'),
    548: ('entertainment center (furniture)', 'entertainment center'),
    638: ('tights for gymnastics, a one-piece leotard, or a sport jersey', 'maillot'),
    789: ('shoji screen / room divider', 'shoji'),
    998: ('fruiting spike of a cereal plant', 'ear of grain'),
}


def fail(sentence):
    sys.exit(f'meander: {sentence}')


class Convolution:
    """One layer: `weight` as PyTorch has it, [outputs, inputs, kernel, kernel], its norm folded in."""

    def __init__(self, name, weight, bias, stride, is_depthwise, clips, adds=None):
        self.name, self.weight, self.bias = name, weight, bias
        self.stride, self.is_depthwise, self.clips, self.adds = stride, is_depthwise, clips, adds
        self.kernel, self.outputs = weight.shape[2], weight.shape[0]
        # [what is added up, outputs]; the kernel's rows first, then its columns, then its inputs.
        self.matrix = weight.transpose(2, 3, 1, 0).reshape(-1, self.outputs)
        self.codes = self.scales = None
        if self.matrix.size >= SMALLEST_CODED:
            largest = np.abs(self.matrix).max(axis=0)
            self.scales = np.where(largest > 0, largest / 127, 1).astype(np.float32)
            self.codes = np.rint(self.matrix / self.scales.astype(np.float64)).clip(-127, 127).astype(np.int8)


def network(tensors):
    def get(name, *shape):
        if name not in tensors or tensors[name].shape != shape:
            fail(f'the weights have no tensor "{name}" of the expected shape; is it another network?')
        return tensors[name].astype(np.float64)

    def folded(name, convolution, norm, shape, stride=1, clips=True, adds=None):
        weight, outputs = get(convolution + '.weight', *shape), shape[0]
        factor = get(norm + '.weight', outputs) / np.sqrt(get(norm + '.running_var', outputs) + EPSILON)
        bias = get(norm + '.bias', outputs) - get(norm + '.running_mean', outputs) * factor
        return Convolution(name, weight * factor[:, None, None, None], bias, stride,
                           shape[1] == 1, clips, adds)

    layers = [folded('stem', '_conv_stem', '_bn0', (32, 3, 3, 3), stride=2)]
    for i, (kernel, stride, inputs, outputs, expansion) in enumerate(BLOCKS):
        block, hidden, before = f'_blocks.{i}.', inputs * expansion, layers[-1].name
        if expansion > 1:
            layers.append(folded(f'b{i}.exp', block + '_expand_conv', block + '_bn0', (hidden, inputs, 1, 1)))
        layers.append(folded(f'b{i}.dw', block + '_depthwise_conv', block + '_bn1', (hidden, 1, kernel, kernel), stride))
        layers.append(folded(f'b{i}', block + '_project_conv', block + '_bn2', (outputs, hidden, 1, 1), clips=False,
                             adds=before if stride == 1 and inputs == outputs else None))
    layers.append(folded('head', '_conv_head', '_bn1', (1280, 320, 1, 1)))
    layers.append(Convolution('classes', get('_fc.weight', 1000, 1280)[:, :, None, None], get('_fc.bias', 1000), 1, False, False))
    return layers


def write_tensors(layers, folder):
    index = []
    with open(folder / 'tensors.bin', 'wb') as data:
        def put(name, value):
            value = np.ascontiguousarray(value)
            data.write(b'\0' * (-data.tell() % 64))
            index.append({'name': name, 'type': {'int8': 'i8', 'float32': 'f32'}[str(value.dtype)],
                          'shape': list(value.shape), 'offset': data.tell()})
            data.write(value.tobytes())

        for layer in layers:
            if layer.codes is None:
                put(layer.name + '.weights', layer.matrix.astype(np.float32))
            else:
                put(layer.name + '.codes', layer.codes)
                put(layer.name + '.scales', layer.scales)
            put(layer.name + '.bias', layer.bias.astype(np.float32))
    (folder / 'tensors.jsonl').write_text(''.join(json.dumps(entry) + '\n' for entry in index))


def main():
    target = Path(sys.argv[3])
    partial = target.with_name(target.name + '.partial')
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        tensors = read_torch(Path(sys.argv[1]).read_bytes())
    except Damaged as error:
        fail(str(error))
    if len(tensors) != TENSORS or sum(t.size for t in tensors.values()) != VALUES:
        fail(f'the weights are {len(tensors)} tensors, not {TENSORS} with {VALUES:,} values; is it another network?')
    if not all(np.isfinite(t).all() for t in tensors.values()):
        fail('not every weight is a finite number.')
    layers = network(tensors)
    if len(layers) != CONVOLUTIONS + 1:
        fail('the network has not its 49 convolutions.')
    classes = json.loads(Path(sys.argv[2]).read_text())
    if len(classes) != 1000 or not all(isinstance(c, str) and c and c.isprintable() for c in classes):
        fail('the list of classes does not hold 1,000 names.')
    for number, (theirs, ours) in SHORTER.items():
        if classes[number] != theirs:
            fail(f'class {number} is called "{classes[number]}", not "{theirs}".')
        classes[number] = ours
    write_tensors(layers, partial)
    (partial / 'classes.txt').write_text('\n'.join(classes) + '\n', encoding='utf-8')
    write_onnx(layers, partial / 'whole.onnx', coded=False)
    write_onnx(layers, partial / 'eight_bit.onnx', coded=True)
    shutil.rmtree(target, ignore_errors=True)
    os.replace(partial, target)


main()
