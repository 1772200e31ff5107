"""Runs copied code and pasted calls in the frameworks. Reads {"code": [...], "calls": [...]} and prints what came out."""

import contextlib
import io
import json
import sys

import numpy as np

versions = {"python": sys.version.split()[0], "numpy": np.__version__}


def image(size, channels_first):
    height, width, channels = size
    values = np.arange(height * width * channels, dtype=np.float32) % 7 - 3
    values = values.reshape(1, height, width, channels)
    return values.transpose(0, 3, 1, 2) if channels_first else values


def ramp(shape):
    return (np.arange(int(np.prod(shape)), dtype=np.float32) % 5 - 2).reshape(shape)


def from_channels_first(values):
    values = np.asarray(values)
    return values.transpose(0, 2, 3, 1) if values.ndim == 4 else values.transpose(0, 2, 1)[:, None]


def run_pytorch(names):
    return from_channels_first(names["y"].detach().numpy())


def run_keras(names):
    return names["model"].predict(names["image"], verbose=0)


def run_onnx(names):
    import onnxruntime

    session = onnxruntime.InferenceSession(names["model"].SerializeToString(), providers=["CPUExecutionProvider"])
    return from_channels_first(session.run(None, {"x": names["x"].astype(np.float32)})[0])


runners = {"pytorch": run_pytorch, "keras": run_keras, "onnx": run_onnx, "numpy": lambda names: names["x"]}


def call_pytorch(text, size):
    import torch
    from torch import nn

    layer = eval(text, {"nn": nn, "torch": torch})
    x = torch.from_numpy(image(size, True))
    with torch.no_grad():
        for parameter in layer.parameters():
            parameter.copy_(torch.from_numpy(ramp(parameter.shape)))
        return from_channels_first(layer(x[:, :, 0] if "1d" in text else x).numpy())


def call_keras(text, size):
    import keras
    from keras import layers

    layer = eval(text, {"keras": keras, "layers": layers})
    x = image(size, False)
    is_row = "1D" in text
    x = x[:, 0] if is_row else x
    layer.build(x.shape)
    layer.set_weights([ramp(weights.shape) for weights in layer.get_weights()])
    y = np.array(layer(x))
    return y[:, None] if is_row else y


def call_onnx(text, size):
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper

    def node(name):
        return lambda **attributes: helper.make_node(name, ["x", "w"], ["y"], **attributes)

    made = eval(text, {"Conv": node("Conv"), "ConvTranspose": node("ConvTranspose")})
    kernel = next(list(each.ints) for each in made.attribute if each.name == "kernel_shape")
    shape = [3, 4, *kernel] if made.op_type == "ConvTranspose" else [4, 3, *kernel]
    weights = numpy_helper.from_array(ramp(shape), "w")
    x = image(size, True)
    graph = helper.make_graph(
        [made],
        "call",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, x.shape)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        [weights],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return from_channels_first(session.run(None, {"x": np.ascontiguousarray(x)})[0])


callers = {"pytorch": call_pytorch, "keras": call_keras, "onnx": call_onnx}


def answer(run):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            values = np.asarray(run(), dtype=np.float32)
    except ModuleNotFoundError:
        raise
    except Exception as error:  # What a framework refuses is an answer too.
        return {"refused": str(error).strip().splitlines()[0][:120]}
    return {"shape": list(values.shape), "values": [float(value) for value in values.flatten()]}


def run_code(entry):
    names = {}
    exec(entry["code"], names)
    return runners[entry["language"]](names)


def main():
    wanted = json.load(sys.stdin)
    code = [answer(lambda each=each: run_code(each)) for each in wanted["code"]]
    calls = [answer(lambda each=each: callers[each["framework"]](each["text"], each["input"])) for each in wanted["calls"]]
    for name in ("torch", "keras", "tensorflow", "onnx", "onnxruntime"):
        if name in sys.modules:
            versions[name] = sys.modules[name].__version__
    print(json.dumps({"versions": versions, "code": code, "calls": calls}))


main()
