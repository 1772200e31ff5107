"""Records what PyTorch makes of the plain stages, for tests/golden/plain-stages.json.

Debian's package python3-torch 1.13.1+dfsg-4 (it calls itself 1.13.0a0), on the CPU. Run from the repository's root:

    /usr/bin/python3 tests/math/plain/record.py

Tensors are [N, H, W, C] in the file; PyTorch reads [N, C, H, W].
"""

import json

import torch
from torch.nn import functional

torch.manual_seed(20)


def channels_first(tensor):
    return tensor.permute(0, 3, 1, 2)


def channels_last(tensor):
    return tensor.permute(0, 2, 3, 1)


def tensor(*shape):
    return torch.randn(*shape) * 3


def plain(value):
    """Shape and data; nine significant digits tell every float32."""
    return {"shape": list(value.shape), "data": [float(f"{number:.9g}") for number in value.flatten().tolist()]}


def case(op, inputs, output, **settings):
    return {"op": op, **settings, "inputs": [plain(each) for each in inputs], "output": plain(output)}


def pooled(op, function, shape, window):
    value = tensor(*shape)
    output = channels_last(function(channels_first(value), **window))
    settings = {"kernel": window["kernel_size"], "stride": window["stride"], "padding": window["padding"]}
    return case(op, [value], output, **settings)


def average(value, **window):
    return functional.avg_pool2d(value, count_include_pad=False, **window)


def cases():
    line = torch.cat([torch.linspace(-8, 8, 33), torch.tensor([-3.0, 3.0, 6.0, 1e-3, -1e-3, 60.0, -60.0])])
    line = line.reshape(1, 1, 1, -1)
    functions = {
        "relu": functional.relu,
        "relu6": functional.relu6,
        "h-swish": functional.hardswish,
        "hard-sigmoid": functional.hardsigmoid,
        "sigmoid": torch.sigmoid,
        "swish": functional.silu,
    }
    for name, function in functions.items():
        yield case("activation", [line], function(line), activation=name)

    value = tensor(2, 3, 4, 3)
    gamma, beta, mean, variance = torch.rand(3) + 0.5, torch.randn(3), torch.randn(3), torch.rand(3) + 0.5
    given = {"gamma": gamma, "beta": beta, "mean": mean, "variance": variance}
    numbers = {name: plain(each)["data"] for name, each in given.items()}
    output = functional.batch_norm(channels_first(value), mean, variance, gamma, beta, False, eps=1e-3)
    yield case("batch-norm", [value], channels_last(output), epsilon=1e-3, **numbers)
    output = functional.batch_norm(channels_first(value), None, None, gamma, beta, True, eps=1e-5)
    moments = {"gamma": numbers["gamma"], "beta": numbers["beta"]}
    yield case("batch-norm", [value], channels_last(output), epsilon=1e-5, **moments)

    for op, function in (("max-pool", functional.max_pool2d), ("average-pool", average)):
        yield pooled(op, function, (2, 5, 6, 2), {"kernel_size": 3, "stride": 1, "padding": 1})
        yield pooled(op, function, (1, 6, 5, 3), {"kernel_size": [3, 2], "stride": [2, 1], "padding": [1, 0]})
    value = tensor(2, 4, 3, 3)
    yield case("global-average-pool", [value], value.mean(dim=(1, 2), keepdim=True))
    yield case("global-max-pool", [value], value.amax(dim=(1, 2), keepdim=True))

    one, other, third = (tensor(2, 2, 3, 4) for _ in range(3))
    factors = tensor(2, 1, 1, 4)
    yield case("add", [one, other, third], one + other + third)
    yield case("multiply", [one, other], one * other)
    yield case("multiply", [factors, one], factors * one)
    narrow = tensor(2, 2, 3, 1)
    yield case("concat", [one, narrow, other], torch.cat([one, narrow, other], dim=3))
    yield case("softmax", [one], torch.softmax(one, dim=3))


with open("tests/golden/plain-stages.json", "w") as file:
    versions = {"torch": torch.__version__, "package": "python3-torch 1.13.1+dfsg-4"}
    lines = ",\n".join(json.dumps(each) for each in cases())
    file.write(f'{{"versions": {json.dumps(versions)},\n"cases": [\n{lines}\n]}}\n')
