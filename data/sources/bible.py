#!/usr/bin/env python3
"""The World English Bible (Debian sword-text-web) → JSONL: bible.py FOLDER OUT.jsonl.

A SWORD zText module: NAME.bzs lists blocks (offset, compressed size, size), NAME.bzz holds them, a book of
the Bible each, as zlib streams of OSIS XML.
"""
import re
import struct
import zlib

from running_text import run

TAG = re.compile(r'<[^>]*>')
DROPPED = re.compile(r'<(note|title|reference)\b[^>]*?(?<!/)>.*?</\1>', re.DOTALL)
BREAK = re.compile(r'<div [^>]*type="x-p"[^>]*/>|<lb type="x-end-paragraph"/>|<lg\b[^>]*>|<chapter [^>]*>')
CHAPTER = re.compile(r'<chapter [^>]*osisID="[^".]+\.(\d+)"[^>]*sID')
NAME = re.compile(r'<milestone n="([^"]+)" type="x-usfm-toc2"/>')


def blocks(stem):
    index = stem.with_suffix('.bzs').read_bytes()
    data = stem.with_suffix('.bzz').read_bytes()
    for at in range(0, len(index) - 11, 12):
        offset, size, _ = struct.unpack('<III', index[at:at + 12])
        if size:
            yield zlib.decompress(data[offset:offset + size]).decode('utf-8')


def chapters(book):
    starts = list(CHAPTER.finditer(book))
    for start, following in zip(starts, [match.start() for match in starts[1:]] + [len(book)]):
        yield start[1], book[start.end():following]


def read(folder):
    texts = next(folder.rglob('ot.bzs')).parent
    for part in ('ot', 'nt'):
        for book in blocks(texts / part):
            name = NAME.search(book)
            if not name:
                continue
            for number, chapter in chapters(book):
                for paragraph in BREAK.split(DROPPED.sub(' ', chapter)):
                    text = ' '.join(TAG.sub('', re.sub(r'<(l|lb)\b', r' <\1', paragraph)).split())
                    text = text.replace('&amp;', '&').replace('&lt;', '<').replace('&gt;', '>').replace('&quot;', '"')
                    text = re.sub(r'^[^>]*/>', '', text)  # the rest of a chapter's own tag
                    if text:
                        yield {'work': 'bible', 'place': f'{name[1]} {number}', 'text': text.strip()}


run(read)
