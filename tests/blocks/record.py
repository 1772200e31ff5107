"""Records what PyTorch makes of three whole blocks, for tests/golden/block-runs.json.

Debian's package python3-torch 1.13.1+dfsg-4 (it calls itself 1.13.0a0), on the CPU. Run from the repository's root:

    /usr/bin/python3 tests/blocks/record.py

The blocks' numbers are drawn as src/blocks/weights.ts draws them, written here a second time: a generator for each row, seeded with
1000 · seed + row. Each block is written down as its paper draws it, row by row; `row` counts along.
"""

import json
import math

import torch
from torch.nn import functional

SEED = 3


def generator(seed):
    """Mulberry32."""
    state = seed

    def number():
        nonlocal state
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ (state >> 15)) * (state | 1)) & 0xFFFFFFFF
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61))) & 0xFFFFFFFF
        return (mixed ^ (mixed >> 14)) / 2**32

    return number


def uniform(shape, reach, number):
    return torch.tensor([(2 * number() - 1) * reach for _ in range(math.prod(shape))]).reshape(shape)


class Rows:
    """The rows of a block, each with its own generator; tensors are [1, C, H, W]."""

    def __init__(self):
        self.row = -1

    def next(self):
        self.row += 1
        return generator(1000 * SEED + self.row)

    def input(self, height, width, channels):
        return uniform((1, height, width, channels), 2, self.next()).permute(0, 3, 1, 2)

    def weights(self, height, width, read, filters, number):
        reach = math.sqrt(6 / (height * width * read))
        return uniform((height, width, read, filters), reach, number).permute(3, 2, 0, 1)

    def conv(self, value, filters, kernel, groups=1, stride=1, bias=False, number=None):
        number = number or self.next()
        weights = self.weights(kernel, kernel, value.shape[1] // groups, filters, number)
        biases = uniform((filters,), 0.5, number) if bias else None
        return functional.conv2d(value, weights, biases, stride=stride, padding=kernel // 2, groups=groups)

    def depthwise(self, value, **settings):
        return self.conv(value, value.shape[1], 3, groups=value.shape[1], **settings)

    def separable(self, value, filters):
        number = self.next()
        return self.conv(self.depthwise(value, number=number), filters, 1, number=number)

    def norm(self, value):
        number, channels = self.next(), value.shape[1]
        gamma = 1 + uniform((channels,), 0.5, number)
        beta = uniform((channels,), 0.5, number)
        return functional.batch_norm(value, None, None, gamma, beta, True, eps=1e-3)

    def plain(self, value):
        """A row that draws no numbers."""
        self.next()
        return value


def bneck():
    rows = Rows()
    start = rows.input(6, 6, 3)
    value = rows.plain(functional.hardswish(rows.norm(rows.conv(start, 12, 1))))
    value = rows.plain(functional.hardswish(rows.norm(rows.depthwise(value))))
    squeezed = rows.plain(value.mean(dim=(2, 3), keepdim=True))
    squeezed = rows.plain(torch.relu(rows.conv(squeezed, 8, 1, bias=True)))
    scale = rows.plain(functional.hardsigmoid(rows.conv(squeezed, 12, 1, bias=True)))
    value = rows.plain(value * scale)
    return rows.norm(rows.conv(value, 3, 1)) + start


def exit_flow():
    rows = Rows()
    start = rows.input(6, 6, 4)
    value = rows.norm(rows.separable(rows.plain(torch.relu(start)), 4))
    value = rows.norm(rows.separable(rows.plain(torch.relu(value)), 5))
    # SAME adds its odd row and column at the end.
    value = rows.plain(functional.max_pool2d(functional.pad(value, (0, 1, 0, 1), value=-math.inf), 3, 2))
    shortcut = rows.norm(rows.conv(start, 5, 1, stride=2))
    value = rows.plain(value + shortcut)
    value = rows.plain(torch.relu(rows.norm(rows.separable(value, 6))))
    value = rows.plain(torch.relu(rows.norm(rows.separable(value, 8))))
    value = rows.plain(value.mean(dim=(2, 3), keepdim=True))
    return torch.softmax(rows.conv(value, 5, 1, bias=True), dim=1)


def inception_towers():
    rows = Rows()
    start = rows.input(6, 6, 5)

    def chain(value, *kernels):
        for kernel in kernels:
            value = rows.plain(torch.relu(rows.conv(value, 3, kernel, bias=True)))
        return value

    towers = [chain(start, 1), chain(start, 1, 3), chain(start, 1, 3, 3)]
    pooled = rows.plain(functional.avg_pool2d(start, 3, 1, 1, count_include_pad=False))
    return torch.cat([*towers, chain(pooled, 1)], dim=1)


def recorded(block, settings, output):
    numbers = output.permute(0, 2, 3, 1)
    data = [float(f"{number:.9g}") for number in numbers.flatten().tolist()]
    return json.dumps({"block": block, "settings": settings, "shape": list(numbers.shape), "data": data})


cases = [
    recorded("bneck", {}, bneck()),
    recorded("xception", {"flow": "exit"}, exit_flow()),
    recorded("to-separable", {"step": "module"}, inception_towers()),
]
with open("tests/golden/block-runs.json", "w") as file:
    versions = {"torch": torch.__version__, "package": "python3-torch 1.13.1+dfsg-4"}
    lines = ",\n".join(cases)
    file.write(f'{{"versions": {json.dumps(versions)}, "seed": {SEED},\n"cases": [\n{lines}\n]}}\n')
