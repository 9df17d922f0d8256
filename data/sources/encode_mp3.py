#!/usr/bin/env python3
"""Encodes a sprite (mono, 16 bits, 44.1 kHz, raw) as MP3 of 64 kb/s with LAME: encode_mp3.py IN.pcm OUT.mp3."""
import os
import sys
from pathlib import Path

import lameenc


def main():
    encoder = lameenc.Encoder()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(44100)
    encoder.set_out_sample_rate(44100)
    encoder.set_bit_rate(64)
    encoder.set_quality(2)
    encoder.silence()
    out = Path(sys.argv[2])
    partial = out.with_name(out.name + '.partial')
    partial.write_bytes(bytes(encoder.encode(Path(sys.argv[1]).read_bytes())) + bytes(encoder.flush()))
    os.replace(partial, out)


main()
