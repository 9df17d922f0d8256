"""Reads Debian's machine-readable copyright files (DEP-5) as loosely as they are written."""
import fnmatch
import re


def fields_of(paragraph):
    fields, name = {}, None
    for line in paragraph.split('\n'):
        if line[:1] in (' ', '\t') and name:
            fields[name].append(line.strip())
        elif ':' in line and not line.startswith('#'):
            name, value = line.split(':', 1)
            name = name.strip().lower()
            fields[name] = [value.strip()]
    return fields


class Copyright:
    """Whose a file is: the last paragraph that names it (DEP-5, "Files")."""

    def __init__(self, text):
        self.paragraphs = []
        for block in re.split(r'\n[ \t]*\n', text):
            fields = fields_of(block)
            if 'files' not in fields or 'license' not in fields:
                continue
            patterns = []
            for line in fields['files']:
                # A name with blanks is meant as one, though the form wants "?" for each.
                patterns += [line] if '.' in line and len(line.split()) > 1 and '*' not in line else []
                patterns += line.split()
            self.paragraphs.append((patterns, fields))

    def of(self, path):
        """(licence, author, comment) of the file, or None."""
        found = None
        for patterns, fields in self.paragraphs:
            if any(fnmatch.fnmatchcase(path, pattern.replace('[', '[[]')) for pattern in patterns):
                found = fields
        if found is None:
            return None
        comment = ' '.join(found.get('comment', [])) + ' ' + ' '.join(found['license'][1:])
        return found['license'][0], author_of(found.get('copyright', [])), comment


class Mit:
    """A package whose copyright file is no such form: the MIT licence's own words, before the packaging's."""

    def __init__(self, text):
        before = text.split('Debian packaging')[0]
        self.is_mit = 'Permission is hereby granted, free of charge, to any person' in re.sub(r'\s+', ' ', before)
        author = re.search(r'Upstream Authors?:\s*(.+)', before)
        address = re.search(r'downloaded from\s*<?(https?://[^\s>]+)', before)
        self.author, self.address = author_of([author[1]]) if author else '', address[1] if address else ''

    def of(self, _path):
        """(licence, author, comment) of any of its files, or None where it says something else."""
        return ('mit', self.author, self.address) if self.is_mit else None


def author_of(lines):
    """The people of a copyright field in one line, without years, addresses and the word itself."""
    names = []
    for line in lines:
        line = re.sub(r'no-copyright|\(c\)|copyright', '', line, flags=re.IGNORECASE)
        line = re.sub(r'<[^>]*>', '', line).replace('()', '')
        line = re.sub(r'\b(19|20)\d\d\b(\s*[-–,]\s*(19|20)?\d\d\b)*', '', line)
        line = re.sub(r'\s+', ' ', line).strip(' ,-.')
        if line and line.lower() not in ('various', 'none', 'n/a') and line not in names:
            names.append(line)
    shown = ', '.join(names[:3])
    return shown + ' and others' if len(names) > 3 else shown
