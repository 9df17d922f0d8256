#!/usr/bin/env python3
"""Plain texts, one work a file → JSONL: plain_text.py FOLDER OUT.jsonl.

NAME.txt is the work NAME. A line that begins with "# " names the place of what follows; empty lines divide
paragraphs.
"""
import re

from running_text import paragraphs, run


def read(folder):
    for path in sorted(folder.glob('*.txt')):
        place = ''
        for part in re.split(r'^(# .*)$', path.read_text(encoding='utf-8'), flags=re.MULTILINE):
            if part.startswith('# '):
                place = part[2:].strip()
            else:
                for paragraph in paragraphs(part):
                    yield {'work': path.stem, 'place': place, 'text': paragraph}


run(read)
