#!/usr/bin/env python3
"""What is said in Dink Smallwood (Debian freedink-data) → JSONL: dink.py FOLDER OUT.jsonl.

Story/*.c are scripts; words are in say(…) and say_stop(…), with `digit for a colour.
"""
import re

from running_text import run

SAID = re.compile(r'\bsay(?:_stop|_stop_npc|_xy|_stop_xy)?\(\s*"([^"]*)"')
GIBBERISH = re.compile(r"[^\x20-\x7e]|&")


def read(folder):
    story = next(path for path in sorted(folder.rglob('*')) if path.is_dir() and path.name.lower() == 'story')
    for path in sorted(story.iterdir(), key=lambda each: each.name.lower()):
        if path.suffix.lower() != '.c':
            continue
        for said in SAID.findall(path.read_text(encoding='cp437')):
            text = ' '.join(re.sub(r'`.', '', said).split())
            # What Goblins speak is no language of ours, and what is between angles is a noise.
            if text and not GIBBERISH.search(text) and not text.startswith('<') and not said.startswith('`4'):
                yield {'work': 'dink-smallwood', 'place': '', 'text': text}


run(read)
