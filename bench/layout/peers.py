"""The peers' side of layout.bench.mjs, and the scores of every map by one measure.

peers.py run NAME THREADS FOLDER: umap-learn or openTSNE on FOLDER/rows.f32, seconds printed.
peers.py score FOLDER NAME...: a line of JSON a map: recall@10 and trustworthiness over all points, and the
latter over ten random 2,500 rows (its figure depends on how many points there are). Positions are rounded
to 16 bits as in a pack, and everybody's are.
"""
import json
import sys
import time
from pathlib import Path

import numpy as np

DIM = 384


def run(name, threads, folder):
    rows = np.fromfile(folder / 'rows.f32', '<f4').reshape(-1, DIM)
    if name == 'umap':
        import umap
        umap.UMAP(metric='cosine', random_state=None, n_jobs=threads).fit_transform(rows[:600])  # compiled once
        begun = time.perf_counter()
        places = umap.UMAP(metric='cosine', n_neighbors=15, min_dist=0.1, n_jobs=threads).fit_transform(rows)
    else:
        from openTSNE import TSNE
        begun = time.perf_counter()
        places = np.asarray(TSNE(metric='cosine', perplexity=30, n_jobs=threads, random_state=0).fit(rows))
    print(f'{time.perf_counter() - begun:.3f}')
    places.astype('<f4').tofile(folder / f'{name}.f32')


def score(folder, names):
    from sklearn.manifold import trustworthiness
    rows = np.fromfile(folder / 'rows.f32', '<f4').reshape(-1, DIM)
    count = len(rows)
    cosines = rows @ rows.T
    np.fill_diagonal(cosines, -9)
    truth = np.argpartition(-cosines, 10, axis=1)[:, :10]
    subsets = [np.random.default_rng(seed).choice(count, min(2500, count), replace=False) for seed in range(10)]
    for name in names:
        places = np.fromfile(folder / f'{name}.f32', '<f4').reshape(-1, 2).astype(float)
        low, span = places.min(0), (places.max(0) - places.min(0)).max()
        places = np.round((places - low) / span * 65535)
        squared = ((places[:, None, 0] - places[None, :, 0]) ** 2 + (places[:, None, 1] - places[None, :, 1]) ** 2)
        np.fill_diagonal(squared, np.inf)
        near = np.argpartition(squared, 10, axis=1)[:, :10]
        recall = np.mean([len(set(a) & set(b)) / 10 for a, b in zip(truth, near)])
        del squared
        parts = [trustworthiness(rows[i], places[i], n_neighbors=10, metric='cosine') for i in subsets]
        whole = trustworthiness(rows, places, n_neighbors=10, metric='cosine')
        print(json.dumps({'name': name, 'recall': float(recall), 'trust': float(whole),
                          'trust_2500': float(np.mean(parts)), 'trust_2500_low': float(np.min(parts))}))


if sys.argv[1] == 'run':
    run(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
else:
    score(Path(sys.argv[2]), sys.argv[3:])
