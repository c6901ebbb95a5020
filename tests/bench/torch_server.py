"""The training steps of workloads.ts in PyTorch, asked for line by line: {"workload", "steps"} in,
{"milliseconds": [...]} out. The first argument is the number of threads."""
import json
import sys
import time

import torch
import torch.nn as nn

torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(1)
BATCH, TIME, VOCAB, MODEL, HEAD, FEED_FORWARD, LAYER = 64, 12, 2000, 128, 4, 256, 2
source, target, wanted = [torch.randint(1, VOCAB, (BATCH, TIME)) for _ in range(3)]


def training(parts, logits):
    parameters = [p for part in parts for p in part.parameters()]
    adam = torch.optim.Adam(parameters, 1e-3)

    def step():
        adam.zero_grad()
        loss = nn.functional.cross_entropy(logits().reshape(-1, VOCAB), wanted.view(-1))
        loss.backward()
        adam.step()
        return loss.item()

    return step


def transformer():
    into, onto = nn.Embedding(VOCAB, MODEL), nn.Embedding(VOCAB, MODEL)
    body = nn.Transformer(MODEL, HEAD, LAYER, LAYER, FEED_FORWARD, dropout=0.0, batch_first=True)
    out = nn.Linear(MODEL, VOCAB)
    mask = nn.Transformer.generate_square_subsequent_mask(TIME)
    return training(
        [into, onto, body, out], lambda: out(body(into(source), onto(target), tgt_mask=mask))
    )


def recurrent(kind):
    into, onto = nn.Embedding(VOCAB, MODEL), nn.Embedding(VOCAB, MODEL)
    encoder, decoder = kind(MODEL, MODEL, batch_first=True), kind(MODEL, MODEL, batch_first=True)
    out = nn.Linear(MODEL, VOCAB)

    def logits():
        _, state = encoder(into(source))
        hiddens, _ = decoder(onto(target), state)
        return out(hiddens)

    return training([into, onto, encoder, decoder, out], logits)


BUILD = {
    "transformer": transformer,
    "lstm": lambda: recurrent(nn.LSTM),
    "gru": lambda: recurrent(nn.GRU),
}
built = {}
print(json.dumps({"description": f"PyTorch {torch.__version__}"}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    name = request["workload"]
    if name not in built:
        built[name] = BUILD[name]()
        for _ in range(3):
            built[name]()
    milliseconds = []
    for _ in range(request["steps"]):
        start = time.perf_counter()
        built[name]()
        milliseconds.append((time.perf_counter() - start) * 1000)
    print(json.dumps({"milliseconds": milliseconds}), flush=True)
