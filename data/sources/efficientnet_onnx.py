"""Writes the network of efficientnet_lite.py as an ONNX file (opset 13), for tests that ask another program.

Its outputs are the logits and every tensor that a name of tests/reference is about; paddings are TensorFlow's
SAME: what is missing of (outputs - 1) · stride + kernel - inputs, the larger half below and at the right.
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SIDE = 224
# What is told besides the logits.
TAPS = ['stem', 'b0', 'b1.exp', 'b3.exp', 'b5.exp', 'b8.exp', 'b8.dw', 'b10', 'b11.exp', 'b15.exp', 'b15.dw', 'head']


def write_onnx(layers, path, coded):
    nodes, initializers = [], []

    def constant(name, value):
        initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight_of(layer):
        if not coded or layer.codes is None:
            return constant(layer.name + '/weight', layer.weight.astype(np.float32))
        shape = layer.weight.shape  # [outputs, inputs, kernel, kernel]
        codes = layer.codes.reshape(shape[2], shape[3], shape[1], shape[0]).transpose(3, 2, 0, 1)
        nodes.append(helper.make_node('DequantizeLinear', [
            constant(layer.name + '/codes', codes), constant(layer.name + '/scales', layer.scales),
            constant(layer.name + '/zeros', np.zeros(shape[0], np.int8))], [layer.name + '/weight'], axis=0))
        return layer.name + '/weight'

    low, high = constant('low', np.float32(0)), constant('high', np.float32(6))
    at, side, sides = 'image', SIDE, {}
    for layer in layers[:-1]:
        out_side = -(-side // layer.stride)
        padding = max((out_side - 1) * layer.stride + layer.kernel - side, 0)
        begin, end = padding // 2, padding - padding // 2
        name = layer.name if not layer.clips and layer.adds is None else layer.name + '/sum'
        nodes.append(helper.make_node('Conv', [at, weight_of(layer), constant(layer.name + '/bias', layer.bias.astype(np.float32))],
                                      [name], kernel_shape=[layer.kernel] * 2, strides=[layer.stride] * 2,
                                      pads=[begin, begin, end, end], group=layer.outputs if layer.is_depthwise else 1))
        if layer.clips:
            nodes.append(helper.make_node('Clip', [name, low, high], [layer.name]))
        elif layer.adds is not None:
            nodes.append(helper.make_node('Add', [name, layer.adds], [layer.name]))
        at, side = layer.name, out_side
        sides[layer.name] = (layer.outputs, side)
    classes = layers[-1]
    nodes.append(helper.make_node('GlobalAveragePool', [at], ['pooled']))
    nodes.append(helper.make_node('Conv', ['pooled', weight_of(classes), constant('classes/bias', classes.bias.astype(np.float32))],
                                  ['classes/map']))
    nodes.append(helper.make_node('Flatten', ['classes/map'], ['logits'], axis=1))
    outputs = [helper.make_tensor_value_info('logits', TensorProto.FLOAT, [1, 1000])]
    outputs += [helper.make_tensor_value_info(tap, TensorProto.FLOAT, [1, sides[tap][0], sides[tap][1], sides[tap][1]]) for tap in TAPS]
    image = helper.make_tensor_value_info('image', TensorProto.FLOAT, [1, 3, SIDE, SIDE])
    graph = helper.make_graph(nodes, 'efficientnet-lite0', [image], outputs, initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', 13)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
