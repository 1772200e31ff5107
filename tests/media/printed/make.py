"""Files and prints of the real NumPy, and tensors as the real PyTorch prints them.

python3 make.py numpy > numpy.json; python3 make.py torch > torch.json
"""

import base64
import contextlib
import io
import json
import sys

import numpy as np


def file_of(array, version=None):
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, version=version, allow_pickle=True)
    return base64.b64encode(buffer.getvalue()).decode()


def npy(name, array, version=None):
    return {
        "name": name,
        "shape": list(array.shape),
        "values": [float(np.float32(value)) for value in array.flatten()],
        "file": file_of(array, version),
    }


def numpy_cases():
    counting = np.arange(24).reshape(2, 3, 4)
    tenths = np.linspace(-1, 1, 12).reshape(3, 4)
    files = [npy(code, counting.astype(code)) for code in "<f2 >f2 <f4 >f4 <f8 >f8".split()]
    files += [npy(code, (counting - 5).astype(code)) for code in "|i1 <i2 >i2 <i4 >i4 <i8 >i8".split()]
    files += [npy(code, counting.astype(code)) for code in "|u1 <u2 >u2 <u4 >u4 <u8 >u8".split()]
    files += [
        npy("|b1", counting % 2 == 0),
        npy("Fortran order", np.asfortranarray(counting.astype("<f4"))),
        npy("Fortran order, big-endian", np.asfortranarray(tenths.astype(">f8"))),
        npy("format 2.0", tenths, (2, 0)),
        npy("format 3.0", tenths, (3, 0)),
        npy("half precision, subnormal", np.array([2**-24, -(2**-15), 65504, 0.1], "<f2")),
        npy("tenths", tenths.astype("<f4")),
    ]
    refused = {
        "objects": np.array([{}, 1], dtype=object),
        "strings": np.array(["a", "bc"]),
        "complex": np.array([1 + 2j]),
        "structured": np.array([(1, 2)], dtype=[("a", "<f4"), ("b", "<i4")]),
        "scalar": np.float32(3).reshape(()),
        "five axes": np.zeros((1, 1, 1, 1, 1), "<f4"),
        "no values": np.zeros((0, 3), "<f4"),
        "infinite": np.array([[1, np.inf]], "<f4"),
        "beyond float32": np.array([1e300]),
    }
    prints = []
    for name, array in {
        "whole numbers": counting[0],
        "three axes": counting,
        "tenths": tenths.astype("<f4").round(3),
        "exponents": np.array([[1e-8, 2e5], [3.25, -4e10]], "<f4"),
        "one row": np.array([1.5, 2, 3], "<f4"),
        "long rows": np.arange(60, dtype="<f4").reshape(2, 30) / 4,
        "four axes": counting.reshape(1, 2, 3, 4),
    }.items():
        case = {"name": name, "shape": list(array.shape), "values": [float(v) for v in array.flatten()]}
        prints += [{**case, "text": str(array)}, {**case, "name": name + ", repr", "text": repr(array)}]
    return {
        "made with": f"NumPy {np.__version__}",
        "files": files,
        "refused": {name: file_of(array) for name, array in refused.items()},
        "prints": prints,
        "elided": [str(np.zeros((40, 40))), repr(np.arange(2000))],
    }


def torch_cases():
    import torch

    counting = torch.arange(24.0).reshape(1, 2, 3, 4)
    weights = torch.arange(36.0).reshape(2, 2, 3, 3) / 4
    learned = torch.nn.Parameter(weights)
    arrays = {
        "two axes": counting[0, 0],
        "three axes": counting[0],
        "four axes": counting,
        "weights": weights,
        "a parameter": learned,
        "a gradient": learned[0] * 2,
        "whole numbers": counting[0].to(torch.int64),
        "wide range": torch.tensor([[1e-4, 1e4], [3.0, -2.5]]),
        "one axis": torch.tensor([1.0, 2.5]),
        "long rows": (torch.arange(60.0) / 4).reshape(2, 30),
    }
    prints = [
        {
            "name": name,
            "shape": list(tensor.shape),
            "values": [float(value) for value in tensor.flatten()],
            "text": str(tensor),
        }
        for name, tensor in arrays.items()
    ]

    @torch.jit.script
    def show(tensor: torch.Tensor):
        print(tensor)

    def blocks(tensor):
        """As libtorch prints: what TorchScript and C++ programs show."""
        with contextlib.redirect_stdout(io.StringIO()) as text:
            show(tensor)
        return text.getvalue()

    in_blocks = {**arrays, "thousandths": counting[0] / 1000, "apart": counting[0] ** 5}
    prints += [
        {
            "name": name + ", libtorch",
            "shape": list(tensor.shape),
            "values": [float(value) for value in tensor.flatten()],
            "text": blocks(tensor.detach()),
        }
        for name, tensor in in_blocks.items()
    ]
    return {
        "made with": f"PyTorch {torch.__version__}",
        "prints": prints,
        "elided": [str(torch.zeros(40, 40))],
    }


print(json.dumps({"numpy": numpy_cases, "torch": torch_cases}[sys.argv[1]](), indent=1))
