"""Qt's resource files (.rcc), versions 1 to 3, as they lie on a disk: read_resources(bytes) → {path: bytes}.

A header of big-endian numbers names three places: the tree, the data, the names. A tree entry is a name's
offset, flags, and for a folder the count and first index of its children, for a file language and the data's
offset; from version 2 on a time follows. The layout is that of Qt's own rcc tool (qtbase, src/tools/rcc). Every number
is checked before it is used; a file that says anything else than it holds is refused.
"""
import struct
import zlib

COMPRESSED, FOLDER, COMPRESSED_ZSTD = 1, 2, 4
MOST_DEPTH, MOST_ENTRIES, MOST_BYTES, MOST_BYTES_IN_ALL = 16, 20000, 64 << 20, 512 << 20


class Damaged(ValueError):
    """One sentence that says what is wrong with the file."""


def read_resources(data):
    def at(offset, form):
        size = struct.calcsize(form)
        if offset < 0 or offset + size > len(data):
            raise Damaged('The resource file ends too early.')
        return struct.unpack_from(form, data, offset)

    def part(offset, size):
        if offset < 0 or size > MOST_BYTES or offset + size > len(data):
            raise Damaged('The resource file ends too early.')
        return data[offset:offset + size]

    if data[:4] != b'qres':
        raise Damaged('This is no resource file of Qt.')
    version, tree, contents, names = at(4, '>IIII')
    if version not in (1, 2, 3):
        raise Damaged(f'This resource file is of version {version}, which is not known.')
    entry_size = 14 if version == 1 else 22
    found, seen = {}, set()

    def name_of(offset):
        length, _hash = at(names + offset, '>HI')
        try:
            name = part(names + offset + 6, 2 * length).decode('utf-16-be')
        except UnicodeDecodeError:
            raise Damaged('A name in the resource file is not text.') from None
        if not name or '/' in name or '\0' in name or name in ('.', '..'):
            raise Damaged('A name in the resource file is no name of a file.')
        return name

    def walk(index, folder, depth):
        if depth > MOST_DEPTH or index in seen or len(seen) >= MOST_ENTRIES:
            raise Damaged('The folders of the resource file do not make a tree.')
        seen.add(index)
        entry = tree + index * entry_size
        name_at, flags = at(entry, '>IH')
        path = folder if index == 0 else folder + [name_of(name_at)]
        if flags & FOLDER:
            count, first = at(entry + 6, '>II')
            if count > MOST_ENTRIES:
                raise Damaged('A folder of the resource file has too many entries.')
            for child in range(first, first + count):
                walk(child, path, depth + 1)
            return
        _language, place = at(entry + 6, '>II')
        (size,) = at(contents + place, '>I')
        content = part(contents + place + 4, size)
        if flags & COMPRESSED_ZSTD:
            raise Damaged('A file in the resource file is packed in a way that is not known here.')
        if flags & COMPRESSED:
            if size < 4:
                raise Damaged('The resource file ends too early.')
            (whole,) = struct.unpack('>I', content[:4])
            unpacker = zlib.decompressobj()
            try:
                content = unpacker.decompress(content[4:], min(whole, MOST_BYTES) + 1)
            except zlib.error:
                raise Damaged('A packed file in the resource file cannot be unpacked.') from None
            if len(content) != whole or whole > MOST_BYTES or not unpacker.eof:
                raise Damaged('A packed file in the resource file has not the length it says.')
        found['/'.join(path)] = bytes(content)
        # Many entries may name one packed place.
        in_all[0] += len(content)
        if in_all[0] > MOST_BYTES_IN_ALL:
            raise Damaged('The files in the resource file are larger than photos are.')

    in_all = [0]
    walk(0, [], 0)
    return found
