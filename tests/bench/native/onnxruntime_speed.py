"""Speed of the page's own ONNX file in Python: prints {"prompt": tokens/s, "decode": tokens/s}.

    python onnxruntime_speed.py MODEL.onnx THREADS     (needs numpy and onnxruntime)
"""
import json
import sys
import time

import numpy as np
import onnxruntime as ort

PROMPT, STEPS, REPEATS = 64, 24, 3

options = ort.SessionOptions()
options.intra_op_num_threads = int(sys.argv[2])
session = ort.InferenceSession(sys.argv[1], options, providers=["CPUExecutionProvider"])
caches = [i for i in session.get_inputs() if i.name.startswith("past_key_values")]
names = [o.name for o in session.get_outputs()]


def step(ids, past, start):
    feeds = {
        "input_ids": np.array([ids], dtype=np.int64),
        "attention_mask": np.ones((1, start + len(ids)), dtype=np.int64),
        "position_ids": np.arange(start, start + len(ids), dtype=np.int64)[None],
        "num_logits_to_keep": np.array(1, dtype=np.int64),
        **past,
    }
    wanted = {i.name for i in session.get_inputs()}
    out = dict(zip(names, session.run(None, {k: v for k, v in feeds.items() if k in wanted})))
    past = {k.replace("present", "past_key_values"): v for k, v in out.items() if k.startswith("present")}
    return int(out["logits"][0, -1].argmax()), past


def empty():
    return {i.name: np.zeros((1, i.shape[1], 0, i.shape[3]), dtype=np.float32) for i in caches}


best = {"prompt": 0.0, "decode": 0.0}
for _ in range(REPEATS):
    ids = [1000 + 7 * i for i in range(PROMPT)]
    begin = time.perf_counter()
    token, past = step(ids, empty(), 0)
    best["prompt"] = max(best["prompt"], PROMPT / (time.perf_counter() - begin))
    begin = time.perf_counter()
    for i in range(STEPS):
        token, past = step([token], past, PROMPT + i)
    best["decode"] = max(best["decode"], STEPS / (time.perf_counter() - begin))
print(json.dumps(best))
