"""The peer's side of native.bench.mjs: Python onnxruntime with Hugging Face tokenizers on the same file.

onnx.py MODEL TOKENIZER TEXTS THREADS OUT: a text a line; for every line on stdin, "BATCH", all texts are read
again, BATCH at a time in the order of their length (one at a time: nothing is padded), and the seconds are
printed. At the end of stdin the vectors are written (float32 rows).
"""
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer


def main():
    model, tokenizer, texts, threads, out = sys.argv[1:]
    tokenizer = Tokenizer.from_file(tokenizer)
    tokenizer.enable_truncation(128)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(threads)
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    session = onnxruntime.InferenceSession(model, options, providers=['CPUExecutionProvider'])
    lines = Path(texts).read_text(encoding='utf-8').split('\n')[:-1]
    rows = np.zeros((len(lines), 384), np.float32)
    for word in sys.stdin:
        batch = int(word)
        begun = time.perf_counter()
        if batch == 1:
            tokenizer.no_padding()
        else:
            tokenizer.enable_padding()
        order = sorted(range(len(lines)), key=lambda i: len(lines[i]))
        for at in range(0, len(order), batch):
            chosen = order[at:at + batch]
            coded = tokenizer.encode_batch([lines[i] for i in chosen])
            ids = np.array([one.ids for one in coded], np.int64)
            mask = np.array([one.attention_mask for one in coded], np.int64)
            hidden = session.run(None, {'input_ids': ids, 'attention_mask': mask, 'token_type_ids': np.zeros_like(ids)})[0]
            sums = (hidden * mask[:, :, None]).sum(1)
            rows[chosen] = sums / np.linalg.norm(sums, axis=1, keepdims=True)
        print(f'{time.perf_counter() - begun:.6f}', flush=True)
    rows.tofile(out)


main()
