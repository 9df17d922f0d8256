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


def author_of(lines):
    """The people of a copyright field in one line, without years, addresses and the word itself."""
    names = []
    for line in lines:
        line = re.sub(r'no-copyright|\(c\)|copyright', '', line, flags=re.IGNORECASE)
        line = re.sub(r'<[^>]*>', '', line)
        line = re.sub(r'\b(19|20)\d\d\b(\s*[-–,]\s*(19|20)?\d\d\b)*', '', line)
        line = re.sub(r'\s+', ' ', line).strip(' ,-.')
        if line and line.lower() not in ('various', 'none', 'n/a') and line not in names:
            names.append(line)
    shown = ', '.join(names[:3])
    return shown + ' and others' if len(names) > 3 else shown
