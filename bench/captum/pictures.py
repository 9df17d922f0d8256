"""Captum's side of captum.bench.mjs for pictures: pictures.py TENSORS CROP.rgb CLASS

EfficientNet-Lite0 in plain PyTorch, from the same weights; a class shared out over the tensor of 14 x 14 places between
two blocks, from a tensor of zeros by midpoints.
"""
import copy
import sys
from pathlib import Path

from answers import answer, tell_versions  # first: it makes do without matplotlib
import numpy as np
import torch
from captum.attr import IntegratedGradients, LayerGradientXActivation, LayerIntegratedGradients
from tensors import Tensors
from torch import nn
from torch.nn import functional

SIDE, CUT = 224, 'b11.exp'
# kernel, stride, outputs, expansion of each block, as in the network's paper.
BLOCKS = [(3, 1, 16, 1), (3, 2, 24, 6), (3, 1, 24, 6), (5, 2, 40, 6), (5, 1, 40, 6), (3, 2, 80, 6), (3, 1, 80, 6), (3, 1, 80, 6),
          (5, 1, 112, 6), (5, 1, 112, 6), (5, 1, 112, 6), (5, 2, 192, 6), (5, 1, 192, 6), (5, 1, 192, 6), (5, 1, 192, 6), (3, 1, 320, 6)]


class Layer(nn.Module):
    """A convolution with TensorFlow's SAME: of what is missing the larger half below and at the right."""

    def __init__(self, tensors, name, kernel, stride, inputs, outputs, side, groups=1, clips=True):
        super().__init__()
        missing = max((-(-side // stride) - 1) * stride + kernel - side, 0)
        begin, end = missing // 2, missing - missing // 2
        self.padding = None if begin == end else (begin, end, begin, end)
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding=begin if begin == end else 0, groups=groups)
        matrix = tensors.matrix(name).reshape(kernel, kernel, inputs // groups, outputs)
        self.conv.weight.data, self.conv.bias.data = matrix.permute(3, 2, 0, 1).contiguous(), tensors.get(name + '.bias')
        self.clip = nn.ReLU6() if clips else nn.Identity()

    def forward(self, x):
        return self.clip(self.conv(x if self.padding is None else functional.pad(x, self.padding)))


class Network(nn.Module):
    def __init__(self, tensors):
        super().__init__()
        self.layers, self.adds_from, self.adds_to = nn.ModuleDict(), set(), set()
        side, channels = SIDE, 3

        def add(name, kernel, stride, outputs, groups=1, clips=True):
            nonlocal side, channels
            self.layers[name.replace('.', '_')] = Layer(tensors, name, kernel, stride, channels, outputs, side, groups, clips)
            side, channels = -(-side // stride), outputs

        add('stem', 3, 2, 32)
        for index, (kernel, stride, outputs, expansion) in enumerate(BLOCKS):
            name, hidden = f'b{index}', channels * expansion
            if stride == 1 and channels == outputs:
                self.adds_from.add(list(self.layers)[-1])
                self.adds_to.add(name)
            if expansion > 1:
                add(name + '.exp', 1, 1, hidden)
            add(name + '.dw', kernel, stride, hidden, groups=hidden)
            add(name, 1, 1, outputs, clips=False)
        add('head', 1, 1, 1280)
        self.classes = nn.Linear(1280, 1000)
        self.classes.weight.data, self.classes.bias.data = tensors.matrix('classes').T.contiguous(), tensors.get('classes.bias')
        self.names = list(self.layers)

    def go_on(self, x, names):
        kept = None
        for name in names:
            x = self.layers[name](x)
            if name in self.adds_to:
                x = x + kept
            if name in self.adds_from:
                kept = x
        return x

    def forward(self, picture):
        return self.classes(self.go_on(picture, self.names).mean((2, 3)))

    def first(self):
        return self.names[:self.names.index(CUT.replace('.', '_')) + 1]

    def rest(self, tensor):
        return self.classes(self.go_on(tensor, self.names[len(self.first()):]).mean((2, 3)))


def main():
    network = Network(Tensors(Path(sys.argv[1]))).eval().requires_grad_(False)
    pixels = np.fromfile(sys.argv[2], np.uint8).astype(np.float32).reshape(1, SIDE, SIDE, 3)
    picture = torch.from_numpy((pixels - 127) / 128).permute(0, 3, 1, 2).contiguous()
    chosen, layer = int(sys.argv[3]), network.layers[CUT.replace('.', '_')]
    integrated = IntegratedGradients(network.rest)
    whole, product = LayerIntegratedGradients(network, layer), LayerGradientXActivation(network, layer)
    channels_last = lambda shares: shares.permute(0, 2, 3, 1)

    def work(name):
        """"forward", "gradient", "8" (all steps at once), "8/1" (one at a time), "layer/8", or "exact/8" (in doubles)."""
        if name == 'forward':
            with torch.no_grad():
                return network(picture)
        if name == 'gradient':
            return channels_last(product.attribute(picture.clone().requires_grad_(), target=chosen))
        kind, _, number = name.partition('/')
        if kind == 'layer':
            # From the layer's tensor for an empty picture; it cannot be told to begin with zeros.
            return whole.attribute(picture, 0, target=chosen, n_steps=int(number), method='riemann_middle')
        if kind == 'exact':
            exact = copy.deepcopy(network).double()
            with torch.no_grad():
                tensor = exact.go_on(picture.double(), network.first())
            return channels_last(IntegratedGradients(exact.rest).attribute(tensor, 0, target=chosen, n_steps=int(number),
                                                                           method='riemann_middle', internal_batch_size=1))
        with torch.no_grad():
            tensor = network.go_on(picture, network.first())
        return channels_last(integrated.attribute(tensor, 0, target=chosen, n_steps=int(kind), method='riemann_middle',
                                                  internal_batch_size=int(number) if number else None))

    tell_versions()
    answer(work)


main()
