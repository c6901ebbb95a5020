"""Writes the reference values and gradients of whole models: seq2seq.json, transformer.json,
bert.json, gpt.json and classifier.json in tests/fixtures/golden, or in the folder that is named.

    python3 -m venv VENV
    VENV/bin/pip install --no-deps torch==2.13.0+cpu
    VENV/bin/pip install typing_extensions==4.16.0 sympy==1.14.0
    VENV/bin/python tests/parity/make_golden.py [FOLDER]

(The build without CUDA, "+cpu", comes from PyTorch's own package index.)

The models are put together from torch.nn's modules, so that they agree with the library only where
both are right. Parameters are written under the library's names and in its layout: PyTorch's linear
layers hold [out, in], ours [in, out]; PyTorch's attention holds queries, keys and values in one
matrix.

Each case draws from a generator of its own, seeded with SEED and the case's place, so a new case at
a file's end leaves the others as they are. Parameters and probes have four decimals and are rounded
to float32, as the library reads them. From there everything is computed in float64, where the order
of additions does not show, and written with seven decimals: every run writes the same bytes.
"""
import json
import math
import sys
import warnings
from pathlib import Path

# Nothing here uses NumPy, which need not be installed.
warnings.filterwarnings("ignore", message="Failed to initialize NumPy")

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

VERSION = "2.13.0+cpu"
SEED = 20260101
DECIMALS = 7
DRAWN_DECIMALS = 4
PADDING = 0

# Lengths differ, so that no axis can stand in for another.
BATCH = 3
SOURCE_TIME = 7
TARGET_TIME = 4
SOURCE_VOCABULARY = 11
TARGET_VOCABULARY = 13
EMBEDDING_SIZE = 2
HIDDEN_SIZE = 5
ATTENTION_SIZE = 6
MODEL_SIZE = 10
HEAD_COUNT = 2
FEED_FORWARD_SIZE = 8
MAXIMUM_LENGTH = 9
SEGMENT_COUNT = 2
CLASS_COUNT = 6


# ---- What goes into a file


def tensor(values, decimals=DECIMALS):
    """A tensor as golden files hold it; adding 0 makes -0 a 0."""
    data = values.detach().reshape(-1).tolist()
    if values.is_floating_point():
        data = [round(value, decimals) + 0.0 for value in data]
    return {"shape": list(values.shape), "data": data}


def drawn(generator, shape, scale, mean=0):
    values = mean + scale * torch.randn(shape, generator=generator)
    return torch.round(values, decimals=DRAWN_DECIMALS).float().double()


def draw_parameters(model, generator, scale=0.4):
    """Large enough that every non-linearity bends; gains around 1; no bias is 0."""
    with torch.no_grad():
        for module in model.modules():
            for name, parameter in module.named_parameters(recurse=False):
                gain = isinstance(module, nn.LayerNorm) and name == "weight"
                spread = {"scale": 0.2, "mean": 1} if gain else {"scale": scale}
                parameter.copy_(drawn(generator, parameter.shape, **spread))


def ids(generator, size, lengths, time):
    """Token ids [batch, time]: each sentence's tokens, then padding."""
    tokens = torch.randint(1, size, (len(lengths), time), generator=generator)
    places = torch.arange(time).expand(len(lengths), time)
    return tokens.masked_fill(places >= torch.tensor(lengths)[:, None], PADDING)


def with_parameters(model, fields, outputs, loss):
    """A case: what goes in, the parameters, what comes out, and the gradients of `loss`."""
    loss.backward()
    parameters = model.ours(lambda parameter: parameter)
    gradients = model.ours(lambda parameter: parameter.grad)
    return {
        **fields,
        "params": {name: tensor(value, DRAWN_DECIMALS) for name, value in parameters.items()},
        **{name: tensor(value) for name, value in outputs.items()},
        "grads": {name: tensor(value) for name, value in gradients.items() if value is not None},
    }


# ---- The library's names and layouts
#
# Each model's `ours` returns its parameters under the library's names, or their gradients: `read`
# takes the one or the other from a parameter. A tied parameter stands under its first name.


def below(prefix, parts):
    return {f"{prefix}.{name}": value for name, value in parts.items()}


def transposed(value):
    return None if value is None else value.T


def linear_parts(layer, read):
    return {"weights": transposed(read(layer.weight)), "bias": read(layer.bias)}


def norm_parts(norm, read):
    return {"gain": read(norm.weight), "bias": read(norm.bias)}


def recurrent_parts(stack, read):
    """The layers of nn.RNN, nn.GRU or nn.LSTM; the gates have the same order as ours."""
    parts = {}
    for i in range(stack.num_layers):
        parts[f"{i}.inputWeights"] = read(getattr(stack, f"weight_ih_l{i}")).T
        parts[f"{i}.inputBias"] = read(getattr(stack, f"bias_ih_l{i}"))
        parts[f"{i}.recurrentWeights"] = read(getattr(stack, f"weight_hh_l{i}")).T
        parts[f"{i}.recurrentBias"] = read(getattr(stack, f"bias_hh_l{i}"))
    return parts


def attention_parts(attention, read):
    weights = read(attention.in_proj_weight).chunk(3)
    biases = read(attention.in_proj_bias).chunk(3)
    parts = {}
    for role, weight, bias in zip(("queries", "keys", "values"), weights, biases):
        parts[f"{role}.weights"] = weight.T
        parts[f"{role}.bias"] = bias
    return {**parts, **below("output", linear_parts(attention.out_proj, read))}


def layer_parts(layer, read):
    sublayers = {"selfAttention": attention_parts(layer.self_attn, read)}
    if isinstance(layer, nn.TransformerDecoderLayer):
        sublayers["crossAttention"] = attention_parts(layer.multihead_attn, read)
    sublayers["feedForward"] = {
        **below("hidden", linear_parts(layer.linear1, read)),
        **below("output", linear_parts(layer.linear2, read)),
    }
    parts = {}
    for i, (name, own) in enumerate(sublayers.items()):
        norm = getattr(layer, f"norm{i + 1}")
        parts.update(below(name, own))
        parts.update(below(f"{name}Residual.norm", norm_parts(norm, read)))
    return parts


def stack_parts(stack, read):
    parts = {}
    for i, layer in enumerate(stack.layers):
        parts.update(below(f"layers.{i}", layer_parts(layer, read)))
    if stack.norm is not None:
        parts.update(below("finalNorm", norm_parts(stack.norm, read)))
    return parts


# ---- Recurrent sequence to sequence


class Additive(nn.Module):
    def __init__(self):
        super().__init__()
        self.queries = nn.Linear(HIDDEN_SIZE, ATTENTION_SIZE, bias=False)
        self.keys = nn.Linear(HIDDEN_SIZE, ATTENTION_SIZE, bias=False)
        self.score = nn.Linear(ATTENTION_SIZE, 1, bias=False)

    def forward(self, queries, states):
        met = self.queries(queries)[:, :, None] + self.keys(states)[:, None]
        return self.score(torch.tanh(met)).squeeze(-1)

    def ours(self, read):
        return {
            "queryWeights": read(self.queries.weight).T,
            "keyWeights": read(self.keys.weight).T,
            "scoreWeights": read(self.score.weight)[0],
        }


class Multiplicative(nn.Module):
    def __init__(self):
        super().__init__()
        self.product = nn.Bilinear(HIDDEN_SIZE, HIDDEN_SIZE, 1, bias=False)

    def forward(self, queries, states):
        shape = (BATCH, queries.shape[1], states.shape[1], HIDDEN_SIZE)
        asked = queries[:, :, None].expand(shape)
        offered = states[:, None].expand(shape)
        return self.product(asked, offered).squeeze(-1)

    def ours(self, read):
        return {"weights": read(self.product.weight)[0]}


class Seq2Seq(nn.Module):
    def __init__(self, cell, attention, layer_count):
        super().__init__()
        make = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}[cell]
        looking = {"none": None, "additive": Additive, "multiplicative": Multiplicative}[attention]
        self.source_embedding = nn.Embedding(SOURCE_VOCABULARY, EMBEDDING_SIZE)
        self.target_embedding = nn.Embedding(TARGET_VOCABULARY, EMBEDDING_SIZE)
        self.encoder = make(EMBEDDING_SIZE, HIDDEN_SIZE, layer_count, batch_first=True)
        self.decoder = make(EMBEDDING_SIZE, HIDDEN_SIZE, layer_count, batch_first=True)
        self.attention = looking and looking()
        self.combine = looking and nn.Linear(2 * HIDDEN_SIZE, HIDDEN_SIZE)
        self.output = nn.Linear(HIDDEN_SIZE, TARGET_VOCABULARY)

    def forward(self, source, target):
        padded = source == PADDING
        lengths = (~padded).sum(1)
        packed = pack_padded_sequence(
            self.source_embedding(source), lengths, batch_first=True, enforce_sorted=False
        )
        states, last = self.encoder(packed)
        states, _ = pad_packed_sequence(states, batch_first=True, total_length=source.shape[1])
        hiddens, last = self.decoder(self.target_embedding(target), last)
        outputs = {"last_cells": last[1]} if isinstance(last, tuple) else {}
        outputs["last_hiddens"] = last[0] if isinstance(last, tuple) else last
        if self.attention is not None:
            scores = self.attention(hiddens, states).masked_fill(padded[:, None], -math.inf)
            outputs["weights"] = scores.softmax(-1)
            context = outputs["weights"] @ states
            hiddens = torch.tanh(self.combine(torch.cat([context, hiddens], -1)))
        return {"logits": self.output(hiddens), **outputs}

    def ours(self, read):
        attention = {}
        if self.attention is not None:
            attention = {
                **below("attention", self.attention.ours(read)),
                **below("combine", linear_parts(self.combine, read)),
            }
        return {
            "sourceEmbedding.table": read(self.source_embedding.weight),
            "targetEmbedding.table": read(self.target_embedding.weight),
            **below("encoder", recurrent_parts(self.encoder, read)),
            **below("decoder", recurrent_parts(self.decoder, read)),
            **attention,
            **below("outputLayer", linear_parts(self.output, read)),
        }


def seq2seq_case(generator, cell, attention, layer_count):
    model = Seq2Seq(cell, attention, layer_count)
    # Gated states are small: weights of 0.4 would leave attention next to no gradient.
    draw_parameters(model, generator, 0.8)
    source = ids(generator, SOURCE_VOCABULARY, (4, SOURCE_TIME, 1), SOURCE_TIME)
    target = ids(generator, TARGET_VOCABULARY, (TARGET_TIME,) * BATCH, TARGET_TIME)
    outputs = model(source, target)
    probe = drawn(generator, outputs["logits"].shape, 1)
    fields = {
        "cell": cell,
        "attention": attention,
        "layer_count": layer_count,
        "source_vocabulary_size": SOURCE_VOCABULARY,
        "target_vocabulary_size": TARGET_VOCABULARY,
        "embedding_size": EMBEDDING_SIZE,
        "hidden_size": HIDDEN_SIZE,
        "attention_size": ATTENTION_SIZE,
        "source": tensor(source),
        "target": tensor(target),
        "probe": tensor(probe, DRAWN_DECIMALS),
    }
    return with_parameters(model, fields, outputs, (outputs["logits"] * probe).sum())


# ---- Transformers


def waves(length):
    """Sinusoidal positions, as PyTorch's tutorial computes them."""
    places = torch.arange(length, dtype=torch.float64)[:, None]
    even = torch.arange(0, MODEL_SIZE, 2, dtype=torch.float64)
    angles = places * torch.exp(even * (-math.log(10000.0) / MODEL_SIZE))
    encoding = torch.zeros(length, MODEL_SIZE)
    encoding[:, 0::2] = torch.sin(angles)
    encoding[:, 1::2] = torch.cos(angles)
    return encoding


class SequenceEmbedding(nn.Module):
    def __init__(self, vocabulary_size, positions, scale):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary_size, MODEL_SIZE)
        learned = positions == "learned"
        self.positions = nn.Embedding(MAXIMUM_LENGTH, MODEL_SIZE) if learned else None
        self.scale = scale

    def forward(self, tokens):
        time = tokens.shape[1]
        places = self.positions(torch.arange(time)) if self.positions else waves(time)
        return self.tokens(tokens) * self.scale + places

    def ours(self, read):
        parts = {"tokens.table": read(self.tokens.weight)}
        if self.positions is not None:
            parts["positions.table"] = read(self.positions.weight)
        return parts


def sizes_of_layers(layer_count):
    return {
        "layer_count": layer_count,
        "model_size": MODEL_SIZE,
        "num_heads": HEAD_COUNT,
        "feed_forward_size": FEED_FORWARD_SIZE,
        "maximum_length": MAXIMUM_LENGTH,
    }


def layer_options(norm_first, activation, epsilon):
    return {
        "d_model": MODEL_SIZE,
        "nhead": HEAD_COUNT,
        "dim_feedforward": FEED_FORWARD_SIZE,
        "dropout": 0.0,
        "activation": activation,
        "layer_norm_eps": epsilon,
        "batch_first": True,
        "norm_first": norm_first,
    }


def encoder_of(layer_count, norm_first, activation=F.relu, epsilon=1e-5):
    return nn.TransformerEncoder(
        nn.TransformerEncoderLayer(**layer_options(norm_first, activation, epsilon)),
        layer_count,
        norm=nn.LayerNorm(MODEL_SIZE, epsilon) if norm_first else None,
        enable_nested_tensor=False,
    )


def decoder_of(layer_count, norm_first):
    return nn.TransformerDecoder(
        nn.TransformerDecoderLayer(**layer_options(norm_first, F.relu, 1e-5)),
        layer_count,
        norm=nn.LayerNorm(MODEL_SIZE) if norm_first else None,
    )


def future(length):
    """True = hidden."""
    return torch.ones(length, length, dtype=torch.bool).triu(1)


def watched(attentions):
    """Lists that the weights of each head go to: PyTorch's layers ask for none."""
    seen = [[] for _ in attentions]

    def ask(_, arguments, options):
        return arguments, {**options, "need_weights": True, "average_attn_weights": False}

    for attention, weights in zip(attentions, seen):
        attention.register_forward_pre_hook(ask, with_kwargs=True)
        attention.register_forward_hook(lambda _, __, result, to=weights: to.append(result[1]))
    return seen


def layers_weights(seen):
    """[layer, batch, head, query, key]"""
    return torch.stack([weights for (weights,) in seen])


class Transformer(nn.Module):
    def __init__(self, positions, norm_first, tied, layer_count):
        super().__init__()
        scale = math.sqrt(MODEL_SIZE)
        self.target_embedding = SequenceEmbedding(TARGET_VOCABULARY, positions, scale)
        self.source_embedding = self.target_embedding
        if tied != "all":
            self.source_embedding = SequenceEmbedding(SOURCE_VOCABULARY, positions, scale)
        self.encoder = encoder_of(layer_count, norm_first)
        self.decoder = decoder_of(layer_count, norm_first)
        self.output = nn.Linear(MODEL_SIZE, TARGET_VOCABULARY, bias=tied == "none")
        if tied != "none":
            self.output.weight = self.target_embedding.tokens.weight

    def forward(self, source, target):
        encoder = watched([layer.self_attn for layer in self.encoder.layers])
        decoder = watched([layer.self_attn for layer in self.decoder.layers])
        cross = watched([layer.multihead_attn for layer in self.decoder.layers])
        padded = source == PADDING
        memory = self.encoder(self.source_embedding(source), src_key_padding_mask=padded)
        hiddens = self.decoder(
            self.target_embedding(target),
            memory,
            tgt_mask=future(target.shape[1]),
            memory_key_padding_mask=padded,
        )
        return {
            "memory": memory,
            "logits": self.output(hiddens),
            "encoder_weights": layers_weights(encoder),
            "decoder_weights": layers_weights(decoder),
            "cross_weights": layers_weights(cross),
        }

    def ours(self, read):
        target = {}
        output = {}
        if self.target_embedding is not self.source_embedding:
            target = below("targetEmbedding", self.target_embedding.ours(read))
        if self.output.bias is not None:
            output = below("outputLayer", linear_parts(self.output, read))
        return {
            **below("sourceEmbedding", self.source_embedding.ours(read)),
            **target,
            **below("encoder", stack_parts(self.encoder, read)),
            **below("decoder", stack_parts(self.decoder, read)),
            **output,
        }


def transformer_case(generator, positions, norm_first, tied, layer_count):
    model = Transformer(positions, norm_first, tied, layer_count)
    draw_parameters(model, generator)
    vocabulary = TARGET_VOCABULARY if tied == "all" else SOURCE_VOCABULARY
    source = ids(generator, vocabulary, (4, SOURCE_TIME, 1), SOURCE_TIME)
    target = ids(generator, TARGET_VOCABULARY, (TARGET_TIME, 2, 3), TARGET_TIME)
    outputs = model(source, target)
    probe = drawn(generator, outputs["logits"].shape, 1)
    fields = {
        "positions": positions,
        "norm_first": norm_first,
        "tied_embeddings": tied,
        **sizes_of_layers(layer_count),
        "source_vocabulary_size": vocabulary,
        "target_vocabulary_size": TARGET_VOCABULARY,
        "source": tensor(source),
        "target": tensor(target),
        "probe": tensor(probe, DRAWN_DECIMALS),
    }
    return with_parameters(model, fields, outputs, (outputs["logits"] * probe).sum())


# ---- BERT


class Bert(nn.Module):
    def __init__(self, norm_first, layer_count):
        super().__init__()
        self.embedding = SequenceEmbedding(SOURCE_VOCABULARY, "learned", 1)
        self.segments = nn.Embedding(SEGMENT_COUNT, MODEL_SIZE)
        self.embedding_norm = nn.LayerNorm(MODEL_SIZE, 1e-12)
        self.encoder = encoder_of(layer_count, norm_first, F.gelu, 1e-12)
        self.pooler = nn.Linear(MODEL_SIZE, MODEL_SIZE)
        self.masked_transform = nn.Linear(MODEL_SIZE, MODEL_SIZE)
        self.masked_norm = nn.LayerNorm(MODEL_SIZE, 1e-12)
        self.masked_output = nn.Linear(MODEL_SIZE, SOURCE_VOCABULARY)
        self.masked_output.weight = self.embedding.tokens.weight
        self.next_sentence = nn.Linear(MODEL_SIZE, 2)

    def forward(self, tokens, segments):
        weights = watched([layer.self_attn for layer in self.encoder.layers])
        inputs = self.embedding_norm(self.embedding(tokens) + self.segments(segments))
        hiddens = self.encoder(inputs, src_key_padding_mask=tokens == PADDING)
        pooled = torch.tanh(self.pooler(hiddens[:, 0]))
        return {"hiddens": hiddens, "pooled": pooled, "weights": layers_weights(weights)}

    def heads(self, hiddens, pooled):
        masked = self.masked_norm(F.gelu(self.masked_transform(hiddens)))
        return {
            "masked_logits": self.masked_output(masked),
            "next_sentence_logits": self.next_sentence(pooled),
        }

    def ours(self, read):
        return {
            **below("embedding", self.embedding.ours(read)),
            "segments.table": read(self.segments.weight),
            **below("embeddingNorm", norm_parts(self.embedding_norm, read)),
            **below("encoder", stack_parts(self.encoder, read)),
            **below("pooler", linear_parts(self.pooler, read)),
            **below("maskedTransform", linear_parts(self.masked_transform, read)),
            **below("maskedNorm", norm_parts(self.masked_norm, read)),
            "maskedBias": read(self.masked_output.bias),
            **below("nextSentence", linear_parts(self.next_sentence, read)),
        }


def segmented(generator):
    """Tokens with padding, and their segments; the second begins at another place in each text."""
    tokens = ids(generator, SOURCE_VOCABULARY, (SOURCE_TIME, 4, 6), SOURCE_TIME)
    second = torch.arange(SOURCE_TIME)[None] >= torch.tensor([3, 2, 4])[:, None]
    return tokens, second.long()


def bert_fields(norm_first, layer_count, tokens, segments):
    return {
        "norm_first": norm_first,
        **sizes_of_layers(layer_count),
        "vocabulary_size": SOURCE_VOCABULARY,
        "segment_count": SEGMENT_COUNT,
        "tokens": tensor(tokens),
        "segments": tensor(segments),
    }


def bert_case(generator, norm_first, layer_count):
    model = Bert(norm_first, layer_count)
    draw_parameters(model, generator)
    tokens, segments = segmented(generator)
    # Two blanks in each text; elsewhere the target is padding, which does not count.
    masked = torch.zeros_like(tokens)
    for text, places in enumerate([(1, 5), (0, 3), (2, 4)]):
        for place in places:
            masked[text, place] = torch.randint(1, SOURCE_VOCABULARY, (), generator=generator)
    follows = torch.tensor([1, 0, 1])
    outputs = model(tokens, segments)
    outputs.update(model.heads(outputs["hiddens"], outputs["pooled"]))
    masked_loss = nn.CrossEntropyLoss(ignore_index=PADDING)
    outputs["loss"] = masked_loss(
        outputs["masked_logits"].flatten(0, 1), masked.flatten()
    ) + nn.CrossEntropyLoss()(outputs["next_sentence_logits"], follows)
    fields = {
        **bert_fields(norm_first, layer_count, tokens, segments),
        "masked_targets": tensor(masked),
        "next_sentence_targets": tensor(follows),
    }
    return with_parameters(model, fields, outputs, outputs["loss"])


# ---- GPT


def gelu_tanh(inputs):
    return F.gelu(inputs, approximate="tanh")


class Gpt(nn.Module):
    def __init__(self, norm_first, layer_count):
        super().__init__()
        self.embedding = SequenceEmbedding(SOURCE_VOCABULARY, "learned", 1)
        self.decoder = encoder_of(layer_count, norm_first, gelu_tanh)
        self.output = nn.Linear(MODEL_SIZE, SOURCE_VOCABULARY, bias=False)
        self.output.weight = self.embedding.tokens.weight

    def forward(self, tokens):
        weights = watched([layer.self_attn for layer in self.decoder.layers])
        hiddens = self.decoder(self.embedding(tokens), mask=future(tokens.shape[1]))
        return {
            "hiddens": hiddens,
            "logits": self.output(hiddens),
            "weights": layers_weights(weights),
        }

    def ours(self, read):
        return {
            **below("embedding", self.embedding.ours(read)),
            **below("decoder", stack_parts(self.decoder, read)),
        }


def gpt_fields(norm_first, layer_count, tokens):
    return {
        "norm_first": norm_first,
        **sizes_of_layers(layer_count),
        "vocabulary_size": SOURCE_VOCABULARY,
        "tokens": tensor(tokens),
    }


def gpt_case(generator, norm_first, layer_count):
    model = Gpt(norm_first, layer_count)
    draw_parameters(model, generator)
    texts = ids(generator, SOURCE_VOCABULARY, (SOURCE_TIME + 1, 4, 6), SOURCE_TIME + 1)
    tokens = texts[:, :-1]
    targets = texts[:, 1:]
    outputs = model(tokens)
    loss = nn.CrossEntropyLoss(ignore_index=PADDING)
    outputs["loss"] = loss(outputs["logits"].flatten(0, 1), targets.flatten())
    fields = {**gpt_fields(norm_first, layer_count, tokens), "targets": tensor(targets)}
    return with_parameters(model, fields, outputs, outputs["loss"])


# ---- Classifiers


class Classifier(nn.Module):
    def __init__(self, base):
        super().__init__()
        self.base = base
        self.head = nn.Linear(MODEL_SIZE, CLASS_COUNT)

    def ours(self, read):
        return {
            **below("base", self.base.ours(read)),
            **below("head", linear_parts(self.head, read)),
        }


def classifier_case(generator, base):
    model = Classifier(Bert(False, 1) if base == "bert" else Gpt(True, 1))
    draw_parameters(model, generator)
    if base == "bert":
        tokens, segments = segmented(generator)
        fields = bert_fields(False, 1, tokens, segments)
        vectors = model.base(tokens, segments)["pooled"]
    else:
        lengths = (SOURCE_TIME, 4, 1)
        tokens = ids(generator, SOURCE_VOCABULARY, lengths, SOURCE_TIME)
        last = torch.tensor(lengths) - 1
        fields = {**gpt_fields(True, 1, tokens), "last_indices": tensor(last)}
        vectors = model.base(tokens)["hiddens"][torch.arange(BATCH), last]
    targets = torch.randint(0, CLASS_COUNT, (BATCH,), generator=generator)
    logits = model.head(vectors)
    outputs = {"logits": logits, "loss": nn.CrossEntropyLoss()(logits, targets)}
    fields = {"base": base, **fields, "class_count": CLASS_COUNT, "targets": tensor(targets)}
    return with_parameters(model, fields, outputs, outputs["loss"])


# ---- The files


# What a file says about itself, the function that makes a case, and the arguments of each case.
FILES = {
    "seq2seq.json": (
        "recurrent encoder and decoder; attention after the decoder's step, tanh(W [context;"
        " hidden]); id 0 = padding in the source; last_hiddens and last_cells: the decoder's"
        " [layer, batch, hidden]; weights [batch, query, key]; gradients are those of sum(logits"
        " * probe)",
        seq2seq_case,
        [
            ("rnn", "none", 1),
            ("rnn", "additive", 1),
            ("rnn", "multiplicative", 1),
            ("gru", "none", 1),
            ("gru", "additive", 1),
            ("gru", "multiplicative", 1),
            ("lstm", "none", 1),
            ("lstm", "additive", 1),
            ("lstm", "multiplicative", 1),
            ("lstm", "additive", 2),
        ],
    ),
    "transformer.json": (
        "encoder and decoder; token vectors times sqrt(model); id 0 = padding, hidden in the"
        " source; activation relu; eps 1e-5; a final norm with norm_first only; tied_embeddings:"
        " output = the target's table scores, all = it also embeds the source, as do its"
        " positions; a tied output has no bias; weights [layer, batch, head, query, key];"
        " gradients are those of sum(logits * probe)",
        transformer_case,
        [
            ("sinusoidal", False, "none", 2),
            ("learned", True, "output", 1),
            ("learned", False, "all", 1),
            ("sinusoidal", True, "all", 1),
        ],
    ),
    "bert.json": (
        "tokens + positions + segments, normalised; id 0 = padding; exact gelu; eps 1e-12; the"
        " masked head's weights are the token table; loss = mean cross-entropy of the blanks"
        " (targets that are not 0) + mean cross-entropy of the next sentence; gradients are"
        " those of the loss",
        bert_case,
        [(False, 2), (True, 1)],
    ),
    "gpt.json": (
        "causal; gelu by tanh; eps 1e-5; a final norm with norm_first only; the output's"
        " weights are the token table; loss = mean cross-entropy of the targets that are not 0;"
        " gradients are those of the loss",
        gpt_case,
        [(True, 2), (False, 1)],
    ),
    "classifier.json": (
        "a linear layer on bert's pooled vector or on gpt's vector of each text's last token;"
        " gradients are those of the mean cross-entropy; parameters that take no part in it,"
        " such as those of bert's pre-training heads, have none",
        classifier_case,
        [("bert",), ("gpt",)],
    ),
}


def main():
    if torch.__version__ != VERSION:
        sys.exit(f"expected PyTorch {VERSION}, got {torch.__version__}")
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    here = Path(__file__).resolve().parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here.parent / "fixtures" / "golden"
    for number, (name, (about, make, variants)) in enumerate(FILES.items()):
        cases = []
        for place, variant in enumerate(variants):
            generator = torch.Generator().manual_seed(SEED + 1000 * number + place)
            cases.append(make(generator, *variant))
        made_with = f"PyTorch {VERSION}"
        content = {"about": about, "made_with": made_with, "seed": SEED, "cases": cases}
        text = json.dumps(content, separators=(",", ":"), allow_nan=False)
        (folder / name).write_bytes(f"{text}\n".encode())


if __name__ == "__main__":
    main()
