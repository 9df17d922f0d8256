"""Makes what most "q8" models on the web are: quantize.py MODEL.onnx OUT.onnx.

The file's weights are unfolded to float32 first (onnxruntime's own constant folding), then
onnxruntime.quantization.quantize_dynamic makes int8 products and an int8 word table of them, one scale a
column.
"""
import os
import sys
import tempfile
from pathlib import Path

import onnxruntime
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process


def main():
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        unfolded, ready, made = (Path(folder) / name for name in ('unfolded.onnx', 'ready.onnx', 'q8.onnx'))
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.optimized_model_filepath = str(unfolded)
        onnxruntime.InferenceSession(str(source), options, providers=['CPUExecutionProvider'])
        quant_pre_process(str(unfolded), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(made), per_channel=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=['MatMul', 'Gather'])
        os.replace(made, target)
    print(f'{target}: {target.stat().st_size / 1e6:.1f} MB')


main()
