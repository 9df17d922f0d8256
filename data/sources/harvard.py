#!/usr/bin/env python3
"""The Harvard sentences (Debian r-cran-stringr) → JSONL: harvard.py FOLDER OUT.jsonl."""
from r_strings import character_vectors
from running_text import run


def read(folder):
    for strings in character_vectors(next(folder.rglob('data/Rdata.rdb'))):
        if len(strings) == 720:
            for index, sentence in enumerate(strings):
                yield {'work': 'harvard', 'place': f'List {index // 10 + 1}', 'text': sentence.strip()}


run(read)
