#!/usr/bin/env python3
"""all-MiniLM-L6-v2 as it comes in its ONNX file → plain tensors: minilm.py MODEL.onnx TOKENIZER.json OUT.

OUT gets tensors.bin (little-endian, each tensor aligned to 64 bytes), tensors.jsonl (one line a tensor:
name, type "i8" or "f32", shape, offset) and vocabulary.txt (a token a line, in id order). Weight matrices
keep the file's int8 numbers, [inputs, outputs], with one scale a column; embeddings one scale a row.
"""
import json
import os
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

LAYERS = 6
PARTS = ['query', 'key', 'value', 'attention_output', 'intermediate', 'output']


def main():
    model = onnx.load(sys.argv[1])
    target = Path(sys.argv[3])
    partial = target.with_name(target.name + '.partial')
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    arrays = {t.name: t for t in model.graph.initializer}

    def array(name):
        if name not in arrays:
            sys.exit(f'meander: the model file has no tensor "{name}"; is it another model?')
        return numpy_helper.to_array(arrays[name])

    # A dense layer is a MatMul with a dequantised weight; they stand in the order of PARTS, layer by layer.
    matrices = [n.input[1] for n in model.graph.node if n.op_type == 'MatMul' and n.input[1] + '_q' in arrays]
    if len(matrices) != LAYERS * len(PARTS):
        sys.exit(f'meander: the model file has {len(matrices)} dense layers, not {LAYERS * len(PARTS)}.')

    index = []
    with open(partial / 'tensors.bin', 'wb') as data:
        def put(name, value):
            value = np.ascontiguousarray(value)
            kind = {'int8': 'i8', 'float32': 'f32'}[str(value.dtype)]
            data.write(b'\0' * (-data.tell() % 64))
            index.append({'name': name, 'type': kind, 'shape': list(value.shape), 'offset': data.tell()})
            data.write(value.tobytes())

        embeddings = 'inner.embeddings.'
        for short in ('word', 'position'):
            put(f'{short}.codes', array(f'{embeddings}{short}_embeddings.weight_q'))
            put(f'{short}.scales', array(f'{embeddings}{short}_embeddings.weight_scale').reshape(-1))
        put('type', array(embeddings + 'token_type_embeddings.weight')[0])
        put('embedding_norm.gain', array(embeddings + 'LayerNorm.weight'))
        put('embedding_norm.bias', array(embeddings + 'LayerNorm.bias'))
        for layer in range(LAYERS):
            prefix = f'inner.encoder.layer.{layer}.'
            biases = ['attention.self.query', 'attention.self.key', 'attention.self.value',
                      'attention.output.dense', 'intermediate.dense', 'output.dense']
            for i, part in enumerate(PARTS):
                matrix = matrices[layer * len(PARTS) + i]
                put(f'{layer}.{part}.codes', array(matrix + '_q'))
                put(f'{layer}.{part}.scales', array(matrix + '_scale').reshape(-1))
                put(f'{layer}.{part}.bias', array(prefix + biases[i] + '.bias'))
            for short, name in (('attention_norm', 'attention.output'), ('output_norm', 'output')):
                put(f'{layer}.{short}.gain', array(f'{prefix}{name}.LayerNorm.weight'))
                put(f'{layer}.{short}.bias', array(f'{prefix}{name}.LayerNorm.bias'))
    (partial / 'tensors.jsonl').write_text(''.join(json.dumps(entry) + '\n' for entry in index))

    vocabulary = json.loads(Path(sys.argv[2]).read_text())['model']['vocab']
    tokens = sorted(vocabulary, key=vocabulary.get)
    if [vocabulary[token] for token in tokens] != list(range(len(tokens))):
        sys.exit('meander: the vocabulary has holes.')
    (partial / 'vocabulary.txt').write_text('\n'.join(tokens) + '\n', encoding='utf-8')
    shutil.rmtree(target, ignore_errors=True)
    os.replace(partial, target)


main()
