#!/usr/bin/env python3
"""Jane Austen's six novels (Debian r-cran-janeaustenr) → JSONL: austen.py FOLDER OUT.jsonl."""
import re

from r_strings import character_vectors
from running_text import number_of_roman, paragraphs, run

WORKS = {'EMMA': 'emma', 'MANSFIELD PARK': 'mansfield-park', 'NORTHANGER ABBEY': 'northanger-abbey',
         'PERSUASION': 'persuasion', 'PRIDE AND PREJUDICE': 'pride-and-prejudice',
         'SENSE AND SENSIBILITY': 'sense-and-sensibility'}
CHAPTER = re.compile(r'^chapter\s+([ivxlc]+|\d+)\.?$', re.IGNORECASE)
VOLUME = re.compile(r'^volume\s+([ivxlc]+|\d+)\.?$', re.IGNORECASE)


def number_of(text):
    return int(text) if text.isdigit() else number_of_roman(text)


def read(folder):
    vectors = character_vectors(next(folder.rglob('data/Rdata.rdb')))
    found = {}
    for lines in vectors:
        title = lines[0].strip().upper() if lines else ''
        if title in WORKS:
            found[WORKS[title]] = lines
    if len(found) != len(WORKS):
        raise ValueError('not all six novels are there')
    for work in sorted(found):
        place, volume = None, ''
        for paragraph in paragraphs('\n'.join(found[work])):
            if match := VOLUME.match(paragraph):
                volume = f'Volume {number_of(match[1])}, '
            elif match := CHAPTER.match(paragraph):
                chapter = f'chapter {number_of(match[1])}'
                place = volume + chapter if volume else chapter.capitalize()
            elif re.match(r'^(finis|the end)\b', paragraph, re.IGNORECASE):
                continue
            elif place:
                yield {'work': work, 'place': place, 'text': paragraph.replace('_', '')}


run(read)
