"""Character vectors in an R lazy-load data file, read without R.

A .rdb file is records: four bytes (big-endian) how long the content is, then a zlib stream with an R
serialisation (XDR, version 3). A character vector is the type 16 with its length and as many strings, each
type 9 with flags and a length (-1 for NA). Nothing else is looked at.
"""
import struct
import zlib


def records(path):
    data, at = path.read_bytes(), 0
    while at < len(data):
        size = struct.unpack('>I', data[at:at + 4])[0]
        stream = zlib.decompressobj()
        content = stream.decompress(data[at + 4:], size + 1)
        if len(content) != size or not stream.eof:
            raise ValueError('a record has the wrong length')
        at = len(data) - len(stream.unused_data)
        yield content


def strings_of(content):
    """The strings of a record that is one character vector; None for another kind of record."""
    if content[:2] != b'X\n' or struct.unpack('>I', content[2:6])[0] != 3:
        raise ValueError('this is no R serialisation of version 3')
    encoding = struct.unpack('>I', content[14:18])[0]
    at = 18 + encoding
    if struct.unpack('>I', content[at:at + 4])[0] & 0xff != 16:
        return None
    count, at = struct.unpack('>I', content[at + 4:at + 8])[0], at + 8
    strings = []
    for _ in range(count):
        flags, length = struct.unpack('>Ii', content[at:at + 8])
        at += 8
        if flags & 0xff != 9:
            raise ValueError('a string is not where it should be')
        strings.append(content[at:at + max(length, 0)].decode('utf-8', 'replace'))
        at += max(length, 0)
    return strings


def character_vectors(path):
    for content in records(path):
        strings = strings_of(content)
        if strings is not None:
            yield strings
