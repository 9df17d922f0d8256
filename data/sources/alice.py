#!/usr/bin/env python3
"""Alice's Adventures in Wonderland (a test file in PyPI brotli's source archive) → JSONL: alice.py FOLDER OUT.jsonl."""
import re

from running_text import number_of_roman, paragraphs, run

CHAPTER = re.compile(r'^CHAPTER ([IVX]+)$')


def read(folder):
    text = next(folder.rglob('alice29.txt')).read_text(encoding='latin-1')
    place, wants_title = None, False
    for paragraph in paragraphs(re.sub(r'\s*\* .*', '', text)):
        if match := CHAPTER.match(paragraph):
            place, wants_title = f'Chapter {number_of_roman(match[1])}', True
        elif wants_title:
            place, wants_title = f'{place}. {paragraph}', False
        elif paragraph == 'THE END':
            return
        elif place:
            # This edition quotes with ` and ', and stresses a word by capitals.
            text = re.sub(r"`", '"', re.sub(r"'(?=[\s,.;:)\-]|$)", '"', paragraph.replace("' ", '" ')))
            yield {'work': 'alice', 'place': place,
                   'text': re.sub(r'\b[A-Z]{2,}\b', lambda word: word[0].lower(), text)}


run(read)
