#!/usr/bin/env python3
"""The English conversations of the ChatterBot corpus (PyPI) → JSONL: chatterbot.py FOLDER OUT.jsonl.

Plain lists in YAML: "- - question", "  - answer". Files about the bot itself are left out, and so is
what it says of itself elsewhere.
"""
import re

from running_text import run

LEFT_OUT = {'ai', 'botprofile', 'computers', 'coding', 'tech_support', 'psychology'}
ITSELF = re.compile(r'\b(robots?|bots?|chat ?bots?|chatterbots?|programs?|programmed|programmers?|servers?|software|'
                    r'hardware|computers?|machines?|artificial|intelligence|AIML|AI|internet|online|botmaster|A\.L\.I\.C\.E|'
                    r'Alice|Gunther|database|electronic|code|rephrase|human beings?|digital|virtual|silicon|circuits?)\b', re.IGNORECASE)


def read(folder):
    for path in sorted(folder.rglob('english/*.yml')):
        if path.stem in LEFT_OUT:
            continue
        in_list = False
        for line in path.read_text(encoding='utf-8').split('\n'):
            if re.match(r'^conversations:', line):
                in_list = True
            elif in_list and (match := re.match(r'^\s*-(?:\s+-)?\s+(.*)$', line)):
                text = match[1].strip().strip('\'"').strip()
                if text and not ITSELF.search(text):
                    yield {'work': 'chatterbot', 'place': path.stem.replace('_', ' ').capitalize(), 'text': text}


run(read)
