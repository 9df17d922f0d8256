"""The tensors that set-up keeps (tensors.bin, tensors.jsonl): whole numbers with scales, as floats again."""
import json

import numpy as np
import torch

TYPES = {'i8': np.int8, 'f32': np.float32}


class Tensors:
    def __init__(self, folder):
        self.bytes = (folder / 'tensors.bin').read_bytes()
        lines = (folder / 'tensors.jsonl').read_text().splitlines()
        self.entries = {entry['name']: entry for entry in map(json.loads, lines)}

    def array(self, name):
        entry = self.entries[name]
        count = int(np.prod(entry['shape']))
        return np.frombuffer(self.bytes, TYPES[entry['type']], count, entry['offset']).reshape(entry['shape']).astype(np.float32)

    def get(self, name):
        return torch.from_numpy(self.array(name))

    def rows(self, name, count=None):
        """[rows, columns] with a scale a row."""
        return (self.get(name + '.codes') * self.get(name + '.scales')[:, None])[:count]

    def matrix(self, name):
        """[added up, outputs] with a scale an output; small ones are floats."""
        if name + '.weights' in self.entries:
            return self.get(name + '.weights')
        return self.get(name + '.codes') * self.get(name + '.scales')
