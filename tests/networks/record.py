"""Records what frameworks print and count, for tests/networks/printed and tests/networks/counted.json.

Keras 3.15.1 on PyTorch 2.13.0, torchvision 0.28.0, onnx 1.23.1. Run from the repository's root:

    KERAS_BACKEND=torch python tests/networks/record.py

`keras-2.txt` is not made here: it is laid out by hand as Keras 2.10's print_summary does it.
"""

import json
import math
import os

import keras
import onnx
import torch
import torchvision
from keras import layers, models
from torch import nn

folder = "tests/networks/printed"
applications = keras.applications
vision = torchvision.models


def summary(name, model, most=None, **options):
    lines = []
    model.summary(print_fn=lambda line, **_: lines.append(line), **options)
    with open(f"{folder}/{name}.txt", "w") as file:
        file.write("\n".join(line.rstrip() for line in lines[:most]) + "\n")


def printed(name, module):
    with open(f"{folder}/{name}.txt", "w") as file:
        file.write(str(module) + "\n")


def graph(name, module, shape):
    """Exports, and takes away what is neither graph nor shape: stack traces, weights."""
    path = f"{folder}/{name}.onnx"
    torch.onnx.export(module.eval(), torch.zeros(shape), path, dynamo=True, external_data=True)
    model = onnx.load(path, load_external_data=False)
    for part in [model, model.graph, *model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output]:
        del part.metadata_props[:]
    onnx.save(model, path)
    os.remove(f"{path}.data")


class OpenSizes(nn.Module):
    """Flattens by the size of the batch, as files of older exporters do it."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, bias=False)
        self.norm = nn.BatchNorm2d(8)
        self.pool = nn.AvgPool2d(4)
        self.last = nn.Linear(8 * 2 * 2, 10)

    def forward(self, picture):
        maps = self.pool(torch.relu(self.norm(self.conv(picture))))
        return self.last(maps.view(maps.size(0), -1))


def record_open_sizes():
    torch.onnx.export(
        OpenSizes().eval(),
        torch.zeros(1, 3, 10, 10),
        f"{folder}/open-sizes.onnx",
        dynamo=False,
        input_names=["x"],
        dynamic_axes={"x": {0: "batch", 2: "height", 3: "width"}},
    )


def keras_counts(model):
    trainable = sum(math.prod(weight.shape) for weight in model.trainable_weights)
    return {"params": model.count_params(), "trainable": trainable}


def torch_counts(module):
    return {"trainable": sum(parameter.numel() for parameter in module.parameters())}


def record_keras():
    summary(
        "keras-sequential",
        models.Sequential(
            [
                layers.Input((28, 28, 1)),
                layers.Conv2D(32, 3, activation="relu"),
                layers.MaxPooling2D(),
                layers.Conv2D(64, (3, 3), padding="same", strides=2),
                layers.BatchNormalization(),
                layers.SeparableConv2D(32, 3),
                layers.Flatten(),
                layers.Dropout(0.5),
                layers.Dense(10, activation="softmax"),
            ]
        ),
    )
    inner = models.Sequential(
        [layers.Input((28, 28, 1)), layers.Conv2D(8, 3), layers.Conv2DTranspose(4, 3, strides=2)], name="inner"
    )
    start = layers.Input((28, 28, 1))
    up = layers.Conv2DTranspose(3, 4, strides=2, padding="same")(inner(start))
    side = layers.Conv2D(4, 1)(layers.UpSampling2D()(start))
    nested = models.Model(start, [up, side])
    summary("keras-nested", nested, expand_nested=True)
    summary("keras-nested-closed", nested)
    summary("keras-mobilenet-v2", applications.MobileNetV2(weights=None))
    summary("keras-mobilenet-v3-small", applications.MobileNetV3Small(weights=None), most=19)
    summary("keras-efficientnet-b0", applications.EfficientNetB0(weights=None))


def record_torch():
    torch.manual_seed(0)
    sequential = nn.Sequential(
        nn.Conv2d(3, 32, 3, padding=1),
        nn.BatchNorm2d(32),
        nn.ReLU(inplace=True),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, stride=2, padding=1, groups=4, bias=False),
        nn.ReLU6(),
        nn.Conv2d(64, 64, 5, padding="same", groups=64, dilation=2),
        nn.AvgPool2d(2, ceil_mode=True),
        nn.ConvTranspose2d(64, 8, 4, stride=2, padding=1, output_padding=1),
        nn.LeakyReLU(0.2),
        nn.GroupNorm(4, 8),
        nn.PReLU(),
        nn.AdaptiveAvgPool2d((1, 1)),
        nn.Flatten(),
        nn.Dropout(p=0.5),
        nn.Linear(8, 10),
        nn.Softmax(dim=1),
    )
    printed("torch-sequential", sequential)
    printed("torch-alexnet", vision.alexnet(weights=None))
    printed("torch-mobilenet-v2", vision.mobilenet_v2(weights=None))
    printed("torch-resnet18", vision.resnet18(weights=None))
    graph("sequential", sequential, (1, 3, 33, 33))
    graph("resnet18", vision.resnet18(weights=None), (1, 3, 224, 224))
    graph("mobilenet-v3-small", vision.mobilenet_v3_small(weights=None), (1, 3, 224, 224))
    graph("shufflenet", vision.shufflenet_v2_x0_5(weights=None), (1, 3, 224, 224))


def entry(framework, network, options, counts):
    return {"framework": framework, "network": network, "options": options, **counts}


def counted():
    yield from (
        entry("keras", "mobilenet-v1", {"alpha": 0.5, "resolution": 128, "classes": 10},
              keras_counts(applications.MobileNet(weights=None, alpha=0.5, input_shape=(128, 128, 3), classes=10))),
        entry("keras", "mobilenet-v1", {"multiplier": 4},
              keras_counts(applications.MobileNet(weights=None, depth_multiplier=4))),
        entry("keras", "xception", {"classes": 10}, keras_counts(applications.Xception(weights=None, classes=10))),
        entry("keras", "vgg16", {"classes": 10}, keras_counts(applications.VGG16(weights=None, classes=10))),
    )
    for alpha in (0.35, 0.5, 0.75, 1.3, 1.4):
        model = applications.MobileNetV2(weights=None, alpha=alpha)
        yield entry("keras", "mobilenet-v2", {"alpha": alpha}, keras_counts(model))
        module = vision.mobilenet_v2(weights=None, width_mult=alpha)
        yield entry("torchvision", "mobilenet-v2", {"alpha": alpha}, torch_counts(module))
    for alpha in (0.35, 0.5, 0.75, 1.25):
        for size in ("large", "small"):
            module = getattr(vision, f"mobilenet_v3_{size}")(weights=None, width_mult=alpha)
            yield entry("torchvision", f"mobilenet-v3-{size}", {"alpha": alpha}, torch_counts(module))
    yield entry("keras", "mobilenet-v3-small", {"classes": 10},
                keras_counts(applications.MobileNetV3Small(weights=None, classes=10)))
    for name, network in (("googlenet", "googlenet-torchvision"), ("inception_v3", "inception-v3")):
        module = getattr(vision, name)(weights=None, aux_logits=False, num_classes=10, init_weights=False)
        yield entry("torchvision", network, {"classes": 10}, torch_counts(module))
    yield entry("torchvision", "resnet50", {"classes": 10}, torch_counts(vision.resnet50(weights=None, num_classes=10)))


record_keras()
record_torch()
record_open_sizes()
with open("tests/networks/counted.json", "w") as file:
    json.dump(list(counted()), file, indent=1)
