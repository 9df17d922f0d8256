#!/usr/bin/env python3
"""The pen net of detypify-service → plain tensors: pen_net.py MODEL.onnx INFER.json OUT.

OUT gets tensors.bin, tensors.jsonl (as data/sources/minilm.py writes them), classes.txt (a line a class, in the
order of the logits: its sign, a space, its name) and the network as three ONNX files, which tests ask another
program about: source.onnx as it came, whole.onnx with the same floats and every layer's output told, and
eight_bit.onnx with the very numbers of tensors.bin.

The network (a small MobileNetV4, Qin et al. 2024, that a pen's picture is shown to) is a chain of convolutions;
batch norms are folded into it already. Each is one matrix, [what it adds up, outputs]: inputs for 1 × 1, kernel
positions by inputs for k × k, kernel positions for depthwise. Between the mean over all places and the head stands
a loop that the exporter made of a change of strides: it hands on what it is given, and is left out here
(tests/reference holds that the file with it says the same). The four filters that blur before a stride are the
same 1 2 1 in both directions and no weights. Matrices of 512 numbers or more are kept as whole numbers of
-127 … 127 with one scale an output, smaller ones as they are.
"""
import json
import os
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

VALUES, CLASSES, SMALLEST_CODED = 1147781, 411, 512
BLUR = np.outer([1, 2, 1], [1, 2, 1]) / 16
# Every layer in its order: name, kernel, stride, inputs, outputs, whether each channel goes by itself, whether
# a ReLU follows, and the layer whose output is added. src/net/pennet/pen_layout.h has the same.
LAYERS = [('stem', 3, 2, 1, 32, False, True, None)]


def block(name, inputs, outputs, hidden, before=0, middle=0, halves=False, adds=None):
    """An inverted bottleneck with a depthwise convolution before its expansion, in its middle, or both."""
    if before:
        LAYERS.append((name + '.pre', before, 1, inputs, inputs, True, False, None))
    LAYERS.append((name + '.exp', 1, 1, inputs, hidden, False, True, None))
    if middle:
        LAYERS.append((name + '.dw', middle, 1, hidden, hidden, True, True, None))
    if halves:
        LAYERS.append((name + '.blur', 3, 2, hidden, hidden, True, False, None))
    LAYERS.append((name, 1, 1, hidden, outputs, False, False, adds))


for _name, _inputs, _hidden, _outputs in [('b0', 32, 16, 16), ('b1', 16, 32, 24)]:
    LAYERS += [(_name + '.conv', 3, 1, _inputs, _hidden, False, True, None), (_name + '.blur', 3, 2, _hidden, _hidden, True, False, None),
               (_name, 1, 1, _hidden, _outputs, False, True, None)]
block('b2', 24, 32, 72, before=5, middle=5, halves=True)
for _i in range(3, 7):
    block(f'b{_i}', 32, 32, 64, middle=3, adds=f'b{_i - 1}')
block('b7', 32, 32, 128, before=3, adds='b6')
block('b8', 32, 48, 192, before=3, middle=3, halves=True)
block('b9', 48, 48, 192, before=5, middle=5, adds='b8')
block('b10', 48, 48, 192, middle=5, adds='b9')
block('b11', 48, 48, 144, middle=5, adds='b10')
block('b12', 48, 48, 192, middle=3, adds='b11')
block('b13', 48, 48, 192, middle=3, adds='b12')
LAYERS += [('b14', 1, 1, 48, 336, False, True, None), ('head', 1, 1, 336, 1280, False, True, None),
           ('classes', 1, 1, 1280, 411, False, False, None)]


def fail(sentence):
    sys.exit(f'meander: {sentence}')


class Layer:
    def __init__(self, described, weight, bias):
        (self.name, self.kernel, self.stride, self.inputs, self.outputs, self.is_depthwise, self.rectifies, self.adds) = described
        shape = (self.outputs, 1 if self.is_depthwise else self.inputs, self.kernel, self.kernel)
        if weight.shape != shape or not np.isfinite(weight).all():
            fail(f'the pen net has no layer "{self.name}" of the expected shape; is it another network?')
        self.is_blur = self.name.endswith('.blur')
        self.weight, self.bias = weight, bias
        if self.is_blur:
            if bias is not None or np.abs(weight - BLUR).max() > 1e-7:
                fail(f'"{self.name}" of the pen net is not the blur it was.')
            return
        if bias is None or bias.shape != (self.outputs,) or not np.isfinite(bias).all():
            fail(f'"{self.name}" of the pen net has not the bias it had.')
        # [what is added up, outputs]; the kernel's rows first, then its columns, then its inputs.
        self.matrix = weight.transpose(2, 3, 1, 0).reshape(-1, self.outputs)
        self.codes = None
        if self.matrix.size >= SMALLEST_CODED:
            largest = np.abs(self.matrix).max(axis=0).astype(np.float64)
            self.scales = np.where(largest > 0, largest / 127, 1).astype(np.float32)
            self.codes = np.rint(self.matrix / self.scales.astype(np.float64)).clip(-127, 127).astype(np.int8)

    def weight_of_codes(self):
        matrix = self.codes.astype(np.float32) * self.scales
        return np.ascontiguousarray(matrix.reshape(self.weight.shape[2], self.weight.shape[3], self.weight.shape[1], self.outputs).transpose(3, 2, 0, 1))


def read_layers(model):
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    nodes = [node for node in model.graph.node if node.op_type in ('Conv', 'Gemm')]
    if len(nodes) != len(LAYERS) or sum(value.size for value in held.values()) != VALUES:
        fail(f'the pen net has {len(nodes)} layers, not {len(LAYERS)}; is it another network?')
    layers = []
    for described, node in zip(LAYERS, nodes):
        weight = held.get(node.input[1], np.zeros(0))
        if node.op_type == 'Gemm':
            weight = weight[:, :, None, None]
        layers.append(Layer(described, weight, held.get(node.input[2]) if len(node.input) > 2 else None))
        attributes = {attribute.name: list(attribute.ints) or attribute.i for attribute in node.attribute}
        layer = layers[-1]
        if node.op_type == 'Conv' and (attributes['strides'] != [layer.stride] * 2 or attributes['pads'] != [layer.kernel // 2] * 4 or
                                       attributes['group'] != (layer.inputs if layer.is_depthwise else 1)):
            fail(f'"{layer.name}" of the pen net is not laid out as it was.')
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
            if layer.is_blur:
                continue
            if layer.codes is None:
                put(layer.name + '.weights', layer.matrix.astype(np.float32))
            else:
                put(layer.name + '.codes', layer.codes)
                put(layer.name + '.scales', layer.scales)
            put(layer.name + '.bias', layer.bias.astype(np.float32))
    (folder / 'tensors.jsonl').write_text(''.join(json.dumps(entry) + '\n' for entry in index))


def write_onnx(layers, path, coded):
    """The chain written down anew, opset 13; every layer's output under its name."""
    nodes, initializers, outputs, at, side = [], [], [], 'image', 224

    def constant(name, value):
        initializers.append(numpy_helper.from_array(np.ascontiguousarray(value, np.float32), name))
        return name

    for layer in layers:
        name = layer.name if layer.name != 'classes' else 'logits'
        if name == 'head':
            nodes.append(helper.make_node('GlobalAveragePool', [at], ['mean']))
            outputs.append(('mean', 336, 1))
            at, side = 'mean', 1
        is_coded = coded and not layer.is_blur and layer.codes is not None
        inputs = [at, constant(name + '/weight', layer.weight_of_codes() if is_coded else layer.weight)]
        inputs += [] if layer.is_blur else [constant(name + '/bias', layer.bias)]
        made = name + '/sum' if layer.rectifies or layer.adds else name
        nodes.append(helper.make_node('Conv', inputs, [made], kernel_shape=[layer.kernel] * 2, strides=[layer.stride] * 2,
                                      pads=[layer.kernel // 2] * 4, group=layer.inputs if layer.is_depthwise else 1))
        if layer.rectifies:
            nodes.append(helper.make_node('Relu', [made], [name]))
        elif layer.adds:
            nodes.append(helper.make_node('Add', [made, layer.adds], [name]))
        at, side = name, -(-side // layer.stride)
        outputs.append((name, layer.outputs, side))
    tell = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, channels, side, side]) for name, channels, side in outputs]
    image = helper.make_tensor_value_info('image', TensorProto.FLOAT, [1, 1, 224, 224])
    model = helper.make_model(helper.make_graph(nodes, 'pen-net', [image], tell, initializers),
                              opset_imports=[helper.make_opsetid('', 13)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def main():
    target = Path(sys.argv[3])
    partial = target.with_name(target.name + '.partial')
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    layers = read_layers(onnx.load(sys.argv[1]))
    signs = json.loads(Path(sys.argv[2]).read_text(encoding='utf-8'))
    lines = [f'{sign["char"]} {sign["names"][0]}' for sign in signs]
    if len(lines) != CLASSES or not all(line.isprintable() and len(line.split(' ')) == 2 for line in lines) or len(set(lines)) != CLASSES:
        fail('the list of signs does not hold 411 different ones.')
    write_tensors(layers, partial)
    (partial / 'classes.txt').write_text('\n'.join(lines) + '\n', encoding='utf-8')
    shutil.copyfile(sys.argv[1], partial / 'source.onnx')
    write_onnx(layers, partial / 'whole.onnx', coded=False)
    write_onnx(layers, partial / 'eight_bit.onnx', coded=True)
    shutil.rmtree(target, ignore_errors=True)
    os.replace(partial, target)


main()
