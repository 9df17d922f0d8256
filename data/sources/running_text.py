"""What the readers of texts have in common: one JSON object a line, written beside and renamed.

A record is a paragraph of one work: {"work": key in the recipe, "place": "Chapter 3", "text": …}. What is
no part of the words but belongs before them when they are read on (who speaks) is "lead". The lines
themselves are found later, by the pack's maker.
"""
import json
import os
import re
import sys
from pathlib import Path


def write_records(records, target):
    target = Path(target)
    partial = target.with_name(target.name + '.partial')
    count = 0
    with open(partial, 'w', encoding='utf-8') as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + '\n')
            count += 1
    if count == 0:
        partial.unlink()
        sys.exit(f'{sys.argv[1]} does not hold what was looked for.')
    os.replace(partial, target)


def run(read):
    """read(folder) yields records; a source that is not what it should be is one sentence."""
    try:
        write_records(read(Path(sys.argv[1])), sys.argv[2])
    except (OSError, ValueError, KeyError, IndexError, UnicodeError) as error:
        sys.exit(f'{sys.argv[1]} could not be read: {error}.')


def paragraphs(text):
    """Blocks between empty lines, each joined to one line."""
    for block in re.split(r'\n\s*\n', text.replace('\r\n', '\n')):
        joined = ' '.join(block.split())
        if joined:
            yield joined


ROMAN = {'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}


def number_of_roman(text):
    total = 0
    values = [ROMAN[letter] for letter in text.upper()]
    for value, following in zip(values, values[1:] + [0]):
        total += -value if value < following else value
    return total
