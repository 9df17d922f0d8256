"""Reads the tensors of a file that PyTorch wrote before version 1.6, without PyTorch: read_torch(bytes).

Such a file is three pickles (a magic number, the protocol, what kind of machine wrote it), a pickle of the
tensors whose contents are named by persistent ids, a pickled list of those ids, and then for each its length
and its raw numbers (torch/serialization.py, _legacy_load). Pickles can run anything, so this reader knows the
three names that a table of tensors needs and refuses every other.
"""
import collections
import io
import pickle
import struct

import numpy as np

MAGIC, PROTOCOL = 0x1950a86a20f9469cfc6c, 1001
STORAGES = {'FloatStorage': np.dtype('<f4'), 'LongStorage': np.dtype('<i8')}
MOST_VALUES = 1 << 28


class Damaged(ValueError):
    """One sentence that says what is wrong with the file."""


class Storage:
    def __init__(self, dtype, count):
        self.dtype, self.count, self.values = dtype, count, None


class Tensor:
    """What a tensor's pickle says: which numbers of which storage it is."""

    def __init__(self, storage, offset, shape, strides):
        self.storage, self.offset, self.shape, self.strides = storage, offset, shape, strides

    def array(self):
        whole = (int, np.integer)
        if not (isinstance(self.storage, Storage) and isinstance(self.offset, whole) and isinstance(self.shape, tuple) and isinstance(self.strides, tuple)
                and all(isinstance(number, whole) and abs(number) <= MOST_VALUES for number in (*self.shape, *self.strides))):
            raise Damaged('A tensor of the file has no shape.')
        shape, strides = self.shape, self.strides
        if len(strides) != len(shape) or any(size < 1 for size in shape) or any(step < 0 for step in strides) or self.offset < 0:
            raise Damaged('A tensor of the file has no shape.')
        last = self.offset + sum((size - 1) * step for size, step in zip(shape, strides))
        if last >= self.storage.count or np.prod(shape, dtype=np.float64) > MOST_VALUES:
            raise Damaged('A tensor of the file is not where it says.')
        values = self.storage.values[self.offset:]
        return np.lib.stride_tricks.as_strided(values, shape, [step * values.itemsize for step in strides], writeable=False)


class Reader(pickle.Unpickler):
    """Knows the three names of a table of tensors, and nothing else."""

    def __init__(self, stream, storages):
        super().__init__(stream)
        self.storages = storages

    def find_class(self, module, name):
        if (module, name) == ('collections', 'OrderedDict'):
            return collections.OrderedDict
        if (module, name) == ('torch._utils', '_rebuild_tensor_v2'):
            return lambda storage, offset, shape, strides, *_rest: Tensor(storage, offset, shape, strides)
        if module == 'torch' and name in STORAGES:
            return STORAGES[name]
        raise Damaged(f'The file asks for {module}.{name}, which no table of tensors needs; nothing of it was used.')

    def persistent_load(self, pid):
        if not isinstance(pid, tuple) or len(pid) != 6 or pid[0] != 'storage' or pid[5] is not None:
            raise Damaged('A tensor of the file names its numbers in a way that is not known here.')
        _, dtype, key, _where, count, _view = pid
        if not isinstance(dtype, np.dtype) or not isinstance(count, int) or not 0 <= count <= MOST_VALUES:
            raise Damaged('A tensor of the file names its numbers in a way that is not known here.')
        return self.storages.setdefault(key, Storage(dtype, count))


def read_torch(data):
    """{name: array}, in the file's order."""
    stream, storages = io.BytesIO(data), {}

    def load():
        try:
            return Reader(stream, storages).load()
        except Damaged:
            raise
        except Exception as error:  # noqa: BLE001: a hostile pickle fails in any way it likes
            raise Damaged(f'The file is no table of tensors: {type(error).__name__}.') from None

    if load() != MAGIC or load() != PROTOCOL or not isinstance(load(), dict):
        raise Damaged('This is no file of tensors that PyTorch wrote.')
    table, keys = load(), load()
    if not isinstance(table, collections.OrderedDict) or not all(isinstance(t, Tensor) for t in table.values()):
        raise Damaged('The file holds something else than a table of tensors.')
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys) or set(keys) != set(storages) or len(keys) != len(storages):
        raise Damaged('The file does not name all of its numbers.')
    for key in keys:
        storage, head = storages[key], stream.read(8)
        if len(head) != 8 or struct.unpack('<q', head)[0] != storage.count:
            raise Damaged('The numbers of a tensor are not as many as it says.')
        raw = stream.read(storage.count * storage.dtype.itemsize)
        if len(raw) != storage.count * storage.dtype.itemsize:
            raise Damaged('The file ends too early.')
        storage.values = np.frombuffer(raw, storage.dtype)
    if stream.read(1):
        raise Damaged('There are bytes behind the last tensor; nothing of the file was used.')
    return {name: tensor.array() for name, tensor in table.items()}
