"""What both peers share: one thread, and a line of seconds for a line that names a piece of work (see bench_captum.cpp)."""
import sys
import time
from unittest.mock import MagicMock

# Captum draws with matplotlib and imports it at once; nothing is drawn here, so it need not be fetched.
for name in ('matplotlib', 'matplotlib.collections', 'matplotlib.colors', 'matplotlib.figure', 'matplotlib.pyplot',
             'mpl_toolkits', 'mpl_toolkits.axes_grid1'):
    sys.modules[name] = MagicMock()

import captum
import torch

torch.set_num_threads(1)


def tell_versions():
    print(f'PyTorch {torch.__version__}, Captum {captum.__version__}', flush=True)


def answer(work):
    """`work`: from a name to a tensor."""
    for line in sys.stdin:
        name, _, file = line.strip().partition(' ')
        begun, own = time.perf_counter(), time.thread_time()
        found = work(name)
        spent, own_spent = time.perf_counter() - begun, time.thread_time() - own
        if file:
            found.detach().contiguous().double().numpy().tofile(file)
        print(f'{spent:.9f} {own_spent:.9f}', flush=True)
