#!/usr/bin/env python3
"""What is said and told in Endless Sky (Debian endless-sky-data) → JSONL: endless_sky.py FOLDER OUT.jsonl.

data/*.txt is indented text; words of a conversation stand between back quotes, a mission's name on a line
that begins with "mission". What a player may answer is a paragraph too; it may be wrapped in brackets.
"""
import re

from running_text import run

MISSION = re.compile(r'^mission\s+["`]([^"`]+)["`]')
SAID = re.compile(r'^\s+`([^`]+)`\s*$')
# What the game fills in when it is played, and "(Say nothing.)", which nobody says.
FILLED_IN = re.compile(r'<[a-z ]+>|&\[|^\(')


def read(folder):
    stories = sorted(folder.rglob('data/*.txt'), key=lambda path: path.name)
    for path in stories:
        place = ''
        for line in path.read_text(encoding='utf-8').splitlines():
            if mission := MISSION.match(line):
                place = mission[1]
            said = SAID.match(line)
            text = ' '.join(said[1].split()) if said else ''
            if text and place and not FILLED_IN.search(text):
                yield {'work': 'endless-sky', 'place': place, 'text': text}


run(read)
