#!/usr/bin/env python3
"""The sounds of one unpacked package, each with its licence and maker → JSONL: sounds.py FOLDER OUT.jsonl.

What each is called is in its file's name: `words` are its words without numbers, `number` what was left out.
A file whose licence is not one of LICENCES is left out; so is speech, and what is no single sound.
"""
import json
import os
import re
import sys
from pathlib import Path

import drumkit
import soundfont
from debian_copyright import Copyright, Mit

LICENCES = {
    'cc0': 'CC0-1.0', 'cc0-1.0': 'CC0-1.0', 'public-domain': 'public domain', 'mit': 'MIT', 'expat': 'MIT',
    'cc-by-3.0': 'CC-BY-3.0', 'cc-by-4.0': 'CC-BY-4.0', 'cc-by-sa-3.0': 'CC-BY-SA-3.0', 'cc-by-sa-4.0': 'CC-BY-SA-4.0',
}
# What is said rather than heard, music and long beds of noise.
NOT_SOUNDS = re.compile(r'(^|/)(music|soldiers|civilians|speech|voices?|devtest|ambient)/|radiomessage|choir|/(die|hurt|death)', re.IGNORECASE)
# In games a unit answers, shouts and falls by voice; animals may speak.
ANIMALS = 'pig|chicken|cow|bull|sheep|eagle|ele|snake|wolf|hawk|owl|bee|rooster|orni'
SPOKEN = {'megaglest-data': re.compile(rf'/(?!(?:{ANIMALS})_)[a-z_]*(ack|select|sel|die|attention|music|good_morning|romans|minarett|heal|prod|summon)[0-9]*[a-z]?\.[a-z]+$', re.IGNORECASE)}
# Of a package that has dozens of one name, the first few.
MOST_OF_A_NAME = {'megaglest-data': 6}
# Of drum kits, those that may be used without sharing alike.
ONLY = {'hydrogen-drumkits': ('CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0')}
# Where a package installs its files, and what its copyright file calls that folder.
PLACES = {
    'endless-sky-data': ('usr/share/games/endless-sky/', ''),
    'minetest-data': ('usr/share/games/minetest/games/minetest_game/', 'mtg/'),
    'ufoai-sound': ('usr/share/games/ufoai/', ''),
    'megaglest-data': ('usr/share/games/megaglest/', ''),
    'hydrogen-drumkits': ('usr/share/hydrogen/data/drumkits/', 'drumkits/'),
    'fluid-soundfont-gm': ('usr/share/sounds/sf2/', ''),
}
MAKERS = {'endless-sky-data': 'Endless Sky contributors, from freesound.org', 'ufoai-sound': 'UFO: Alien Invasion team',
          'minetest-data': 'Minetest contributors', 'megaglest-data': 'MegaGlest team'}
HOMES = {'endless-sky-data': 'https://github.com/endless-sky/endless-sky', 'minetest-data': 'https://github.com/minetest/minetest_game',
         'ufoai-sound': 'https://ufoai.org/', 'supersonic-scsynth-samples': 'https://github.com/samaaron/supersonic',
         'megaglest-data': 'https://megaglest.org/', 'hydrogen-drumkits': 'http://hydrogen-music.org/',
         'fluid-soundfont-gm': 'https://musescore.org/'}
SHORT = {'bd': 'bass drum', 'sn': 'snare', 'elec': 'electric', 'perc': 'percussion', 'ambi': 'ambient', 'guit': 'guitar',
         'tbd': '', 'misc': '', 'default': '', 'mehackit': '', 'arovane': '', 'wpn': '', 'snd': '', 'drum': 'drum',
         'fxbed': 'effect', 'lo': 'low', 'fs': 'footstep', 'env': '', 'doors': '', 'carts': '', 'xpanes': '', 'sounds': '', 'tnt': '', 'hi': 'high'}
# What a package's own habits are short for.
SHORT_OF = {'ufoai-sound': {'bodyimpact': 'body', 'heavyneedler': 'heavy needler', 'heavybolter': 'heavy bolter', 'hmg': 'heavy machine gun', 'smg': 'submachine gun',
                            'taserdouble': 'double taser', 'shotgunmini': 'small shotgun', 'airlaser': 'air laser', 'airplasma': 'air plasma', 'exp': 'explosion',
                            'lasercannon': 'laser cannon', 'hoverheavy': 'heavy hover', 'irgoggles': 'night goggles', 'lobbyprivmsg': 'private message',
                            'newmission': 'new mission', 'psiattack': 'mind attack', 'ufolost': 'saucer lost', 'ugv': '', 'voctone': 'voice tone', 'highkey': 'high key',
                            'alienflyby': 'alien flyby', 'alienmachinery': 'alien machinery', 'plasmaball': 'plasma ball', 'waterbullet': 'water bullet', 'ptl': 'particle'},
            'minetest-data': {'fencegate': 'fence gate'},
            'megaglest-data': {'ack': '', 'select': '', 'die': '', 'standing': '', 'ele': 'elephant', 'eleattack': 'elephant', 'elewalk': 'elephant walk',
                               'orni': 'ornithopter', 'dr': 'dragon', 'firearrowhit': 'fire arrow hit', 'mudchute': '', 'tech': '', 'end': '', 'start': ''},
            'hydrogen-drumkits': {'hh': 'hat', 'hhat': 'hat', 'bd': 'kick', 'middle': 'mid', 'sd': 'snare', 'snr': 'snare', 'sabmute': 'muted cymbal', 'tomh': 'high tom', 'tomm': 'mid tom', 'toml': 'low tom'}}
# Folders that say what their files are, where the files' names do not.
SAYING = {'footsteps': 'footstep', 'doors': 'door', 'impact': 'impact'}
LIKE_PLURAL = {'footsteps': 'footstep'}


def words_of(path, package='', called=None):
    """('metal footstep', '2') of 'sound/footsteps/metal2.ogg'; `called`: what stands for the file's own name."""
    short = SHORT | SHORT_OF.get(package, {})
    stem = called or re.sub(r'\.[A-Za-z0-9]+$', '', os.path.basename(path))
    stem = re.sub(r'(?<=[a-z])(?=[A-Z])', ' ', stem)
    pieces = [piece for piece in re.split(r'[^A-Za-z0-9]+', stem) if piece]
    words, numbers = [], []
    for piece in pieces:
        number = re.search(r'\d+$', piece)
        word = piece[:number.start()] if number else piece
        if number:
            numbers.append(number[0].lstrip('0') or '0')
        if word:
            words += short.get(word.lower(), word.lower()).split()
    # A letter at the end counts, as a number does: "hit a", "hit b".
    if len(words) > 1 and len(words[-1]) == 1 and not numbers:
        numbers.append(words.pop())
    folder = os.path.basename(os.path.dirname(path))
    word = SAYING.get(folder)
    if word and not any(w.startswith(word) for w in words):
        words.append(word)
    words = [word for i, word in enumerate(words) if i == 0 or word != words[i - 1]]
    return ' '.join(LIKE_PLURAL.get(w, w) for w in words), ' '.join(numbers)


class Provenance:
    """supersonic-scsynth-samples' own list: a line a sample, with where it is from."""

    def __init__(self, text):
        self.lines = {}
        for name, rest in re.findall(r'^\*\s+`:?([A-Za-z0-9_]+)`\s*-\s*(.+)$', text, re.MULTILINE):
            self.lines[self.key(name)] = rest.strip()

    @staticmethod
    def key(name):
        return name.replace('_', '').lower()

    def of(self, path):
        rest = self.lines.get(self.key(Path(path).stem))
        if rest is None:
            return None
        address = re.search(r'https?://\S+', rest)
        maker = re.search(r'/people/([^/]+)/', rest, re.IGNORECASE) or re.search(r'Donated by (.+?) under', rest)
        return 'CC0-1.0', maker[1].replace('%20', ' ') if maker else '', address[0] if address else ''


def credit_of(package, path, known):
    """(licence, author, source) as the package itself says, or None."""
    if isinstance(known, Provenance):
        return known.of(path)
    prefix, there = PLACES.get(package, ('', ''))
    if not path.startswith(prefix):
        return None
    inside = path[len(prefix):]
    # The copyright file names each kit as the archive that it came in.
    found = known.of(there + (inside.split('/')[0] + '.h2drumkit' if package == 'hydrogen-drumkits' else inside))
    if found is None:
        return None
    address = re.search(r'https?://[^\s)>,]+', found[2])
    return found[0], found[1], address[0] if address else ''


def called_of(package, file, kits):
    """What the package itself calls a file, where that is not in the file's name; or None."""
    if package == 'fluid-soundfont-gm':
        return soundfont.called(file.stem)
    if package != 'hydrogen-drumkits':
        return None
    if file.parent not in kits:
        kit = file.parent / 'drumkit.xml'
        kits[file.parent] = drumkit.instruments(kit.read_text('utf-8', 'replace')) if kit.exists() else {}
    return kits[file.parent].get(file.name)


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    package = folder.name.removeprefix('sounds-')
    provenance = folder / 'PROVENANCE.md'
    if provenance.exists():
        known = Provenance(provenance.read_text('utf-8'))
    else:
        text = (folder / 'usr/share/doc' / package / 'copyright').read_text('utf-8', 'replace')
        known = Mit(text) if package == 'fluid-soundfont-gm' else Copyright(text)
    for file in sorted(folder.rglob('*.sf2')):
        try:
            soundfont.unpack(file)
        except ValueError as error:
            sys.exit(f'{package}: {error}.')
    rows, refused, kits, of_name = [], {}, {}, {}
    for file in sorted(folder.rglob('*')):
        path = file.relative_to(folder).as_posix()
        if file.suffix.lower() not in ('.wav', '.ogg', '.flac', '.mp3') or not file.is_file() or NOT_SOUNDS.search(path):
            continue
        if package in SPOKEN and SPOKEN[package].search(path):
            continue
        credit = credit_of(package, path, known)
        licence = LICENCES.get(credit[0].strip().lower()) if credit else None
        if licence is None or licence not in ONLY.get(package, LICENCES.values()):
            refused[credit[0] if credit else 'not named'] = refused.get(credit[0] if credit else 'not named', 0) + 1
            continue
        called = called_of(package, file, kits)
        if called is None and package == 'hydrogen-drumkits':
            continue  # a number is all that it has; nobody could find it again
        words, number = words_of(path, package, called)
        of_name[words] = of_name.get(words, 0) + 1
        if of_name[words] > MOST_OF_A_NAME.get(package, of_name[words]):
            continue
        rows.append({'path': path, 'words': words or 'sound', 'number': number,
                     'author': credit[1] or MAKERS.get(package, ''), 'source': credit[2] or HOMES.get(package, ''), 'licence': licence})
    partial = out.with_name(out.name + '.partial')
    partial.write_text(''.join(json.dumps(row, ensure_ascii=False) + '\n' for row in rows), 'utf-8')
    os.replace(partial, out)
    print(f'{package}: {len(rows)} sounds; left out for their licence: {refused or "none"}', file=sys.stderr)


if __name__ == '__main__':
    main()
