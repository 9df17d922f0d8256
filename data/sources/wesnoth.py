#!/usr/bin/env python3
"""What is said and told in Wesnoth's campaigns (Debian wesnoth-1.16-…) → JSONL: wesnoth.py FOLDER OUT.jsonl.

…/campaigns/NAME/scenarios/*.cfg: [message] has a speaker and message= _ "…", [part] has story= _ "…", [scenario]
a name= _ "…". A quote inside is written twice; <i> and its like are for the screen.
"""
import re

from running_text import run

PART = re.compile(r'^\s*(?:speaker\s*=\s*"?(?P<speaker>[^"\n]+?)"?\s*$|(?:message|story)\s*=\s*_\s*"(?P<said>(?:[^"]|"")+)")',
                  re.MULTILINE)
# The first name in a file is the scenario's.
NAME = re.compile(r'^\s*name\s*=\s*_\s*"(?:scenario name\^)?([^"]+)"', re.MULTILINE)
COMMENT = re.compile(r'^\s*#(?!textdomain).*$', re.MULTILINE)
# Parts that the game chooses a speaker for, and what it fills in when it is played.
NOBODY = {'narrator', 'unit', 'second_unit'}
FILLED_IN = re.compile(r'\$|\{')


def read(folder):
    for campaign in sorted(path for path in folder.rglob('campaigns/*') if path.is_dir()):
        work = campaign.name.lower()
        for path in sorted(campaign.rglob('scenarios/*.cfg')):
            source = COMMENT.sub('', path.read_text(encoding='utf-8'))
            name = NAME.search(source)
            place, speaker = name[1] if name else '', ''
            for part in PART.finditer(source):
                if part['speaker']:
                    speaker = '' if part['speaker'] in NOBODY else part['speaker']
                else:
                    text = ' '.join(re.sub(r'<[^>]*>', '', part['said'].replace('""', '"')).split())
                    if text and not FILLED_IN.search(text):
                        record = {'work': work, 'place': place, 'text': text}
                        if speaker:
                            record['lead'] = speaker
                        yield record
                    speaker = ''


run(read)
