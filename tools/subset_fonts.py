#!/usr/bin/env python3
"""Cuts Debian's Vollkorn and Lato down to given characters: subset_fonts.py CHARACTERS.txt FOLDER.

Writes five TTF files and both licences. Same input, same bytes: the fonts' own dates are kept.
"""
import os
import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path('/usr/share/fonts/truetype')
FACES = {
    'Vollkorn-Regular.ttf': FONTS / 'vollkorn/Vollkorn-Regular.ttf',
    'Vollkorn-Medium.ttf': FONTS / 'vollkorn/Vollkorn-Medium.ttf',
    'Vollkorn-SemiBoldItalic.ttf': FONTS / 'vollkorn/Vollkorn-SemiBoldItalic.ttf',
    'MeanderSans-Regular.ttf': FONTS / 'lato/Lato-Regular.ttf',
    'MeanderSans-Bold.ttf': FONTS / 'lato/Lato-Bold.ttf',
}
LICENCES = {'OFL-Vollkorn.txt': 'fonts-vollkorn', 'OFL-MeanderSans.txt': 'fonts-lato'}


def rename(font, family):
    for record in font['name'].names:
        if record.nameID in (1, 3, 4, 6, 16):
            text = record.toUnicode().replace('Lato', family)
            record.string = text.replace(' ', '') if record.nameID == 6 else text


def main():
    characters = Path(sys.argv[1]).read_text(encoding='utf-8').replace('\n', '')
    target = Path(sys.argv[2])
    partial = target.with_name(target.name + '.partial')
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    for name, source in FACES.items():
        if not source.exists():
            sys.exit(f'meander: the font {source} is missing; install fonts-vollkorn and fonts-lato.')
        # A figure in somebody's page has these faces for its words too, and sets scores in lining figures.
        figures = ['lnum'] if name.startswith('Vollkorn') else []
        options = subset.Options(hinting=False, layout_features=['kern', 'mark', 'mkmk', 'ccmp', *figures], notdef_outline=True,
                                 name_IDs=['*'], recalc_timestamp=False)
        font = TTFont(source, recalcTimestamp=False)
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters)
        cutter.subset(font)
        if name.startswith('Meander'):
            rename(font, 'Meander Sans')
        font.save(partial / name, reorderTables=False)
    for name, package in LICENCES.items():
        shutil.copyfile(Path('/usr/share/doc') / package / 'copyright', partial / name)
    shutil.rmtree(target, ignore_errors=True)
    os.replace(partial, target)


main()
