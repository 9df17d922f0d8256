"""Captum's side of captum.bench.mjs for texts: inside.py TENSORS IDS

all-MiniLM-L6-v2 in plain PyTorch, from the same weights; how close a text is to another, shared out among its pieces
from a text of [MASK]s by Gauss and Legendre's points. IDS is what bench_captum wrote.
"""
import json
import sys
from pathlib import Path

from answers import answer, tell_versions  # first: it makes do without matplotlib
import torch
from captum.attr import InputXGradient, IntegratedGradients
from tensors import Tensors
from torch import nn
from torch.nn import functional

LAYERS, HEADS, WIDTH = 6, 12, 384


def dense(tensors, name):
    weight = tensors.matrix(name).T
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight.data, layer.bias.data = weight.contiguous(), tensors.get(name + '.bias')
    return layer


def norm(tensors, name):
    layer = nn.LayerNorm(WIDTH, eps=1e-12)
    layer.weight.data, layer.bias.data = tensors.get(name + '.gain'), tensors.get(name + '.bias')
    return layer


class Layer(nn.Module):
    def __init__(self, tensors, index):
        super().__init__()
        self.query, self.key, self.value, self.mix, self.up, self.down = (
            dense(tensors, f'{index}.{name}') for name in ('query', 'key', 'value', 'attention_output', 'intermediate', 'output'))
        self.mix_norm, self.down_norm = norm(tensors, f'{index}.attention_norm'), norm(tensors, f'{index}.output_norm')

    def forward(self, hidden):
        texts, tokens, _ = hidden.shape
        query, key, value = (part(hidden).view(texts, tokens, HEADS, -1).transpose(1, 2) for part in (self.query, self.key, self.value))
        shares = functional.softmax(query @ key.transpose(2, 3) * (WIDTH // HEADS) ** -0.5, dim=-1)
        mixed = (shares @ value).transpose(1, 2).reshape(texts, tokens, WIDTH)
        hidden = self.mix_norm(hidden + self.mix(mixed))
        return self.down_norm(hidden + self.down(functional.gelu(self.up(hidden))))


class Reader(nn.Module):
    def __init__(self, tensors):
        super().__init__()
        self.words, self.positions = tensors.rows('word'), tensors.rows('position', 128)
        self.type, self.norm = tensors.get('type'), norm(tensors, 'embedding_norm')
        self.layers = nn.ModuleList(Layer(tensors, index) for index in range(LAYERS))

    def embed(self, ids):
        return self.norm(self.words[ids] + self.type + self.positions[:len(ids)])[None]

    def read(self, hidden):
        for layer in self.layers:
            hidden = layer(hidden)
        return functional.normalize(hidden.mean(1), dim=1)


def main():
    reader = Reader(Tensors(Path(sys.argv[1]))).eval().requires_grad_(False)
    ids = {name: torch.tensor(numbers) for name, numbers in json.loads(Path(sys.argv[2]).read_text()).items()}
    with torch.no_grad():
        target = reader.read(reader.embed(ids['target']))[0]
    closeness = lambda hidden: reader.read(hidden) @ target
    integrated, product = IntegratedGradients(closeness), InputXGradient(closeness)

    def work(name):
        """"forward", "gradient", "8" (all steps at once), or "8/1" (one at a time)."""
        if name == 'forward':
            with torch.no_grad():
                return reader.read(reader.embed(ids['text']))
        text = reader.embed(ids['text'])
        if name == 'gradient':
            return product.attribute(text.requires_grad_()).sum(2)
        steps, _, at_once = name.partition('/')
        return integrated.attribute(text, reader.embed(ids['masked']), n_steps=int(steps), method='gausslegendre',
                                    internal_batch_size=int(at_once) if at_once else None).sum(2)

    tell_versions()
    answer(work)


main()
