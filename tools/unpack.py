#!/usr/bin/env python3
"""Copies parts of a wheel or sdist into a folder: unpack.py ARCHIVE TARGET PREFIX… ("prefix=to" renames).

Members are matched by the part of their path after the archive's own top folder. Only plain files are
written, never outside TARGET. The target is made beside and swapped in whole.
"""
import os
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path


def members(archive):
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as file:
            for info in file.infolist():
                if not info.is_dir():
                    yield info.filename, lambda info=info: file.read(info)
    else:
        with tarfile.open(archive) as file:
            for info in file:
                if info.isfile():
                    yield info.name.split('/', 1)[-1], lambda info=info: file.extractfile(info).read()


def unpack():
    archive, target = sys.argv[1], Path(sys.argv[2])
    rules = [rule.split('=', 1) if '=' in rule else (rule, '') for rule in sys.argv[3:]]
    partial = target.with_name(target.name + '.partial')
    shutil.rmtree(partial, ignore_errors=True)
    count = 0
    for name, read in members(archive):
        for prefix, to in rules:
            if not name.startswith(prefix):
                continue
            rest = to + name[len(prefix):] if name != prefix else (to or os.path.basename(name))
            path = (partial / rest.lstrip('/')).resolve()
            if partial.resolve() not in path.parents:
                sys.exit(f'meander: the archive {archive} holds a path outside its folder.')
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(read())
            count += 1
            break
    if count == 0:
        sys.exit(f'meander: the archive {archive} does not hold what was looked for.')
    shutil.rmtree(target, ignore_errors=True)
    os.replace(partial, target)


def main():
    try:
        unpack()
    except (OSError, EOFError, tarfile.TarError, zipfile.BadZipFile) as error:
        sys.exit(f'meander: {sys.argv[1]} could not be unpacked: {getattr(error, "strerror", None) or error}.')


main()
