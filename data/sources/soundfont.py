"""Reads a SoundFont (SF2): its samples, and of those one note a name, as WAV files beside it.

A SoundFont is a RIFF file: "smpl" holds 16-bit samples of everything, one after another, and "shdr" a record a
sample: its name, where it begins and ends, its rate, and whether it is the left or right half of a pair.
"""
import re
import shutil
import struct
import wave

RECORD = struct.Struct('<20sIIIIIBbHH')
RIGHT, ROM = 2, 0x8000
LONGEST_S = 2  # what comes later of a held note, nobody hears in a beat
# "Alto G#6(L)", "pan flute c8", "Muted F# 6", "tromboneEb6", "Finger Bass EO": the note and the side.
SIDE = re.compile(r'\s*\([LR]?\)?$|(?<=\d)\s?[LR]$')
NOTE = re.compile(r'(?:[\s_]+([A-Ga-g])|(?<=[a-z])([A-G]))([#b]?)\s?(\d{1,3}|O)$')
STEPS = {'c': 0, 'd': 2, 'e': 4, 'f': 5, 'g': 7, 'a': 9, 'b': 11}


# What the names of FluidR3 are short for: whole ones, then single words.
WHOLE = {
    'Alto': 'alto saxophone', 'Tenor': 'tenor saxophone', 'Soprano': 'soprano saxophone', 'Baritone': 'baritone saxophone', 'Bass': 'fingered bass',
    'B3': 'tonewheel organ', 'P200_Piano': 'grand piano', 'E_s_Bassoon': 'bassoon', 'EP_2': 'electric piano 2', 'SB2': 'synth bass', 'SynthVz': 'synth voice',
    'Clean': 'clean guitar', 'Distortion': 'distorted guitar', 'Steel': 'steel guitar', 'Nylon': 'nylon guitar', 'Muted': 'muted trumpet', 'tp': 'trumpet',
    'Pop': 'popped bass', 'Fretless': 'fretless bass', 'Heli': 'helicopter', 'Extension': 'cymbal tail', 'Pizz': 'pizzicato strings', 'Harmonics': 'harmonics',
    'harmnc': 'harmonica', 'harmon': 'harmonica', 'dulci': 'dulcimer', 'Ocar': 'ocarina', 'Glocken': 'glockenspiel', 'Sbrass': 'synth brass', 'Bright': 'bright pad',
    'Chiff': 'breathy chiff', 'Orchcrash': 'orchestra cymbals', 'Slap': 'slapped conga', 'Piccolo_1-1': 'piccolo snare 1 1', 'Piccolo_1-2': 'piccolo snare 1 2',
}
SHORT = {'std': 'standard', 'snr': 'snare', 'crsh': 'crash', 'rm': 'room', 'pwr': 'power', 'elec': 'electric', 'elect': 'electric', 'orch': 'orchestra', 'flr': 'floor',
         'md': 'mid', 'mdhi': 'upper', 'hi': 'high', 'med': 'mid', 'studio': 'studio tom', 'quica': 'cuica', 'accordian': 'accordion',
         'fretnoise': 'fret noise', 'fb': 'feedback', 'saw': 'saw wave', 'vox': 'sung', 'shakhchi': 'shakuhachi'}


def called(stem):
    """In words: 'standard snare 2' of "Std_Snr_2"."""
    if stem in WHOLE:
        return WHOLE[stem]
    spaced = re.sub(r'(?<=[a-z])(?=[A-Z])', ' ', stem).replace('_', ' ')
    return ' '.join(re.sub(r'^[A-Za-z]+', lambda word: SHORT.get(word[0].lower(), word[0].lower()), piece) for piece in re.split(r'[\s-]+', spaced))


def chunks(data, first, end):
    """(name, its first byte, its length) of every chunk in the range; a broken one is an error."""
    while first + 8 <= end:
        name, length = struct.unpack_from('<4sI', data, first)
        if first + 8 + length > end:
            raise ValueError('a chunk of the SoundFont reaches past its end')
        yield name, first + 8, length
        first += 8 + length + length % 2


def samples(data):
    """[{name, rate, side, pcm}] of an SF2 file's bytes, without what is in no file (ROM) and the closing record."""
    if len(data) < 12 or data[:4] != b'RIFF' or data[8:12] != b'sfbk':
        raise ValueError('this is no SoundFont')
    inner = {}
    for name, first, length in chunks(data, 12, len(data)):
        if name == b'LIST':
            inner.update((inner_name, (at, size)) for inner_name, at, size in chunks(data, first + 4, first + length))
    if b'smpl' not in inner or b'shdr' not in inner:
        raise ValueError('the SoundFont has no samples')
    (sound, sound_bytes), (heads, heads_bytes) = inner[b'smpl'], inner[b'shdr']
    found = []
    for at in range(heads, heads + heads_bytes - RECORD.size + 1, RECORD.size):
        name, start, end, _, _, rate, _, _, _, side = RECORD.unpack_from(data, at)
        name = name.split(b'\0')[0].decode('latin-1').strip()
        if name == 'EOS' or side & ROM:
            continue
        if not start < end <= sound_bytes // 2 or not 4000 <= rate <= 192000:
            raise ValueError(f'the sample "{name}" of the SoundFont lies outside it')
        found.append({'name': name, 'rate': rate, 'side': side, 'pcm': data[sound + 2 * start:sound + 2 * end]})
    return found


def kind_and_pitch(name):
    """('Alto', 80) of "Alto G#6(L)"; ('Sticks', 0) where no note is named."""
    name = SIDE.sub('', name.strip()).strip()
    note = NOTE.search(name)
    if not note or note.start() == 0:
        return name, 0
    step = STEPS[(note[1] or note[2]).lower()] + {'#': 1, 'b': -1, '': 0}[note[3]]
    return name[:note.start()].strip(' _-'), 12 * int(note[4].replace('O', '0')) + step


def one_note_a_name(all_samples):
    """Of each kind the note in the middle, of a pair its left side; by kind."""
    kinds = {}
    for sample in all_samples:
        if sample['side'] != RIGHT:
            kind, pitch = kind_and_pitch(sample['name'])
            kinds.setdefault(kind, []).append((pitch, sample))
    # A kind of which only right sides are there has none that is heard alone.
    return {kind: sorted(notes, key=lambda note: note[0])[len(notes) // 2][1] for kind, notes in sorted(kinds.items())}


def unpack(file):
    """Writes them into a folder of the file's name beside it, swapped in whole."""
    folder = file.with_suffix('')
    partial = file.with_name(file.stem + '.partial')
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir()
    for kind, sample in one_note_a_name(samples(file.read_bytes())).items():
        name = re.sub(r'[^A-Za-z0-9#-]+', '_', kind).strip('_')
        with wave.open(str(partial / f'{name}.wav'), 'wb') as out:
            out.setparams((1, 2, sample['rate'], 0, 'NONE', ''))
            out.writeframes(sample['pcm'][:2 * LONGEST_S * sample['rate']])
    shutil.rmtree(folder, ignore_errors=True)
    partial.rename(folder)
