"""Speed of the page's own embedder file in Python: reads {"ids": [[…], …], "rounds": n} from standard
input, prints {"sentences": sentences/s}, the best of the rounds.

    python onnxruntime_embed.py MODEL.onnx THREADS     (needs numpy and onnxruntime)
"""
import json
import sys
import time

import numpy as np
import onnxruntime as ort

options = ort.SessionOptions()
options.intra_op_num_threads = int(sys.argv[2])
session = ort.InferenceSession(sys.argv[1], options, providers=["CPUExecutionProvider"])
wanted = {i.name for i in session.get_inputs()}
asked = json.load(sys.stdin)
ids = asked["ids"]
width = max(map(len, ids))
feeds = {
    "input_ids": np.array([row + [0] * (width - len(row)) for row in ids], dtype=np.int64),
    "attention_mask": np.array([[1] * len(row) + [0] * (width - len(row)) for row in ids], dtype=np.int64),
    "token_type_ids": np.zeros((len(ids), width), dtype=np.int64),
}
feeds = {name: value for name, value in feeds.items() if name in wanted}

best = 0.0
session.run(None, feeds)
for _ in range(asked["rounds"]):
    begin = time.perf_counter()
    hidden = session.run(None, feeds)[0]
    mask = feeds["attention_mask"][..., None]
    mean = (hidden * mask).sum(1) / mask.sum(1)
    mean /= np.linalg.norm(mean, axis=1, keepdims=True)
    best = max(best, len(ids) / (time.perf_counter() - begin))
print(json.dumps({"sentences": best}))
