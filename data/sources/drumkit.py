"""What a Hydrogen drum kit (drumkit.xml) calls its files: {'kick_soft.flac': 'Kick soft'}.

The key that plays one ("g#3 - hi-hat pedal") is no part of its name; "Sample: beats_08-37.flac" is none.
"""
import re
from xml.etree import ElementTree


def instruments(text):
    """By file; of what is no XML, nothing. Kits of different age have a name space or not."""
    text = re.sub(r'\sxmlns(:\w+)?="[^"]*"', '', text)
    if '<!DOCTYPE' in text or '<!ENTITY' in text:
        return {}
    try:
        kit = ElementTree.fromstring(re.sub(r'^\s*<\?xml[^>]*\?>', '', text))
    except ElementTree.ParseError:
        return {}
    named = {}
    for instrument in kit.iter('instrument'):
        name = re.sub(r'^[a-g]#?\d\s*-\s*', '', instrument.findtext('name', '').strip() + ' ').strip()
        for file in instrument.iter('filename'):
            if file.text and name and not name.startswith('Sample:'):
                named[file.text.strip()] = name
    return named
