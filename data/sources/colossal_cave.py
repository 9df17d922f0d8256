#!/usr/bin/env python3
"""Colossal Cave Adventure's messages (PyPI adventure) → JSONL: colossal_cave.py FOLDER OUT.jsonl.

advent.dat is numbered sections; 1 and 2 describe places, 5 things, 6 what is said, 10 the player's class.
Everything is in capitals there; it is written here as one writes now.
"""
import re

from running_text import run

PLACES = {1: 'A place in the cave', 5: 'A thing in the cave', 6: 'What the cave says'}
NAMES = ['Woods', 'Crowther', 'Willie', 'Plover', "Witt's", 'Spelunker', 'English', 'Persian', 'Ming', 'Y2',
         'Wellington', 'Bedquilt', 'I', "I'm", "I'll", "I'd", "I've", 'Peter', 'Magic']


def as_written_now(text):
    text = text.lower()
    text = re.sub(r"\bi(?=\b|'(?:m|ll|d|ve)\b)", 'I', text)
    for name in NAMES:
        text = re.sub(rf"\b{re.escape(name.lower())}\b", name, text)
    return re.sub(r'(^|[.!?]["\')]*\s+)(["\'(]*)([a-z])', lambda match: match[1] + match[2] + match[3].upper(), text)


def messages(lines):
    section, number, text = 0, None, []
    wants_section = True
    for line in lines:
        head, _, rest = line.rstrip('\r\n').partition('\t')
        if head.strip() == '-1':
            if text:
                yield section, ' '.join(text)
            number, text, wants_section = None, [], True
        elif wants_section:
            section, wants_section = int(head), False
            if section == 0:
                return
        elif section in PLACES:
            if head != number or section == 5:
                if text:
                    yield section, ' '.join(text)
                text = []
            number = head
            text.append(' '.join(rest.split()))


def read(folder):
    with open(next(folder.rglob('advent.dat')), encoding='ascii') as file:
        for section, text in messages(file):
            text = text.removeprefix('>$<').strip()
            if text:
                yield {'work': 'colossal-cave', 'place': PLACES[section], 'text': as_written_now(text)}


run(read)
