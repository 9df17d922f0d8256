#!/usr/bin/env python3
"""Makes the reference tables of this folder with the original tools:

    pip install tokenizers==0.23.3 onnxruntime==1.32.0 numpy
    python3 tests/reference/make_reference.py MODEL.onnx TOKENIZER.json tests/reference

tokenizer.jsonl: {"text", "ids", "ranges"} by Hugging Face tokenizers, ranges in bytes. encoder_texts.txt:
200 texts, a line each; encoder_vectors.bin: their unit vectors by onnxruntime on the same file as 384 int16
a text, value = code / 32767 (the largest rounding error is 1.6e-5 a component).
"""
import json
import random
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

NASTY = ['', ' ', '\t\n', 'a', '\0', 'a\0b', '\ufeffstart', 'a\u200bb', 'a\u00adb', 'naïve café', 'İstanbul', 'ΑΣ ς σ',
         '[CLS] a [SEP]', '[cls]', '[[SEP]]', '[MASK]ed', '##ing', 'x' * 100, 'x' * 101, 'é' * 100, 'é' * 101,
         'the ' * 200, '中文字符', '日本語のテキスト', 'カタカナ', '한국어 텍스트', '各', '豈更', '👍🏽 👩‍👩‍👧', '😀' * 5, 'عربى',
         'עברית', 'ไทย', 'हिन्दी', '1,234.56', "don't", 'rock’n’roll', '“quoted”', 'a—b', 'e\u0301', 'a\u0323\u0307',
         '\u1d15e\u1d16e', '𝔘𝔫𝔦', 'ﬁne', '①②', '½', '¿Qué?', '\u2028line', '\x85', '\x0b', '\x7f', 'snake_case', 'C++',
         'http://a.b/c?d=e', 'Ⅷ', 'ǅ', 'ß', 'ẞ', 'Å', '\ue000', '\U000e0001', '\uffff', '\U0010ffff', '\u3000wide\u3000']
WHO = ['the old sailor', 'a young mathematician', 'my neighbour', 'the orchestra', 'nobody', 'the last whale', 'a cup of tea',
       'the city of Prague', 'her grandmother', 'the computer', 'Euclid', 'the river Nile', 'a colony of ants']
DID = ['forgot', 'painted', 'measured', 'sang about', 'crossed', 'refused', 'explained', 'dreamt of', 'repaired', 'swallowed']
WHAT = ['the distance to the moon', 'an ancient map', 'three small stones', 'the theory of relativity', 'a broken violin',
        'the northern coast', 'her first memory', 'bread and salt', 'a photograph of snow', 'the price of coffee']
TAIL = ['', ' before dawn', ', and nobody noticed', ' in the winter of 1911', ' because it rained', ' without a word', '?', '!']


def main():
    model, tokenizer, target = sys.argv[1], Tokenizer.from_file(sys.argv[2]), Path(sys.argv[3])
    tokenizer.no_padding()
    tokenizer.enable_truncation(128)
    rng = random.Random(7)
    texts = list(NASTY)
    pools = [range(32, 127), range(0xA0, 0x250), range(0x300, 0x370), range(0x400, 0x460), range(0x4E00, 0x4E80),
             range(0xAC00, 0xAC60), range(0x1F600, 0x1F640), range(0x900, 0x980)]
    for _ in range(240):
        pool, other = rng.choice(pools), rng.choice(pools)
        texts.append(''.join(chr(rng.choice(rng.choice([pool, other, [32]]))) for _ in range(rng.randint(1, 30))))
    with open(target / 'tokenizer.jsonl', 'w', encoding='utf-8') as out:
        for text in texts:
            coded = tokenizer.encode(text)
            starts = [0]
            for char in text:
                starts.append(starts[-1] + len(char.encode('utf-8')))
            ranges = [[starts[a], starts[b]] for a, b in coded.offsets]
            out.write(json.dumps({'text': text, 'ids': coded.ids, 'ranges': ranges}) + '\n')

    sentences = []
    while len(sentences) < 190:
        parts = rng.randint(1, 4)
        text = ' '.join(f'{rng.choice(WHO)} {rng.choice(DID)} {rng.choice(WHAT)}{rng.choice(TAIL)}'.capitalize() + '.'
                        for _ in range(parts))
        if text not in sentences:
            sentences.append(text)
    sentences += ['Help!', 'x', 'Ελλάδα', '中文字符', 'naïve café', '1 + 1 = 2', '😀', 'a', 'Colorless green ideas sleep furiously.',
                  'word ' * 140]
    session = onnxruntime.InferenceSession(model)
    rows = []
    for text in sentences:
        ids = np.array([tokenizer.encode(text.strip()).ids], dtype=np.int64)
        hidden = session.run(None, {'input_ids': ids, 'attention_mask': np.ones_like(ids), 'token_type_ids': np.zeros_like(ids)})[0][0]
        vector = hidden.mean(0)
        rows.append(vector / np.linalg.norm(vector))
    (target / 'encoder_texts.txt').write_text('\n'.join(text.strip() for text in sentences) + '\n', encoding='utf-8')
    (target / 'encoder_vectors.bin').write_bytes(np.round(np.array(rows) * 32767).astype('<i2').tobytes())


main()
