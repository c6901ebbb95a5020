"""The training steps and texts of workloads.ts in PyTorch, asked for line by line: {"workload", "steps"} in,
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


class Layer(nn.Module):
    """A pre-norm layer of GPT-2 that keeps its keys and values."""

    def __init__(self, model, head, longest):
        super().__init__()
        self.attention_norm, self.network_norm = nn.LayerNorm(model), nn.LayerNorm(model)
        self.project, self.mix = nn.Linear(model, 3 * model), nn.Linear(model, model)
        self.network = nn.Sequential(
            nn.Linear(model, 4 * model), nn.GELU("tanh"), nn.Linear(4 * model, model)
        )
        self.head = head
        self.keys, self.values = [torch.zeros(1, head, longest, model // head) for _ in range(2)]

    def forward(self, x, place):
        heads = self.project(self.attention_norm(x)).view(1, 1, 3, self.head, -1)
        query, key, value = heads.permute(2, 0, 3, 1, 4)
        self.keys[:, :, place : place + 1], self.values[:, :, place : place + 1] = key, value
        seen = self.keys[:, :, : place + 1], self.values[:, :, : place + 1]
        attended = nn.functional.scaled_dot_product_attention(query, *seen)
        x = x + self.mix(attended.transpose(1, 2).reshape(1, 1, -1))
        return x + self.network(self.network_norm(x))


def writing(length, vocab=97, model=128, head=4, layer=2, longest=256):
    words, places = nn.Embedding(vocab, model), nn.Embedding(longest, model)
    layers = [Layer(model, head, longest) for _ in range(layer)]
    final = nn.LayerNorm(model)

    @torch.inference_mode()
    def write():
        token = torch.tensor([[1]])
        for place in range(length):
            x = words(token) + places.weight[place]
            for each in layers:
                x = each(x, place)
            token = (final(x) @ words.weight.T).argmax(-1)
        return token.item()

    return write


BUILD = {
    "transformer": transformer,
    "lstm": lambda: recurrent(nn.LSTM),
    "gru": lambda: recurrent(nn.GRU),
    "write 64": lambda: writing(64),
    "write 256": lambda: writing(256),
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
