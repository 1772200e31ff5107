/** Texts of each form that can be read, to begin with. */

export const exampleForms = ['json', 'keras', 'pytorch'] as const;
export type ExampleForm = (typeof exampleForms)[number];

const json = `{
  "layers": [
    { "name": "input", "op": "input", "shape": [32, 32, 3] },
    { "name": "stem", "op": "conv", "filters": 16, "kernel": 3, "padding": "same" },
    { "name": "a", "op": "conv", "filters": 16, "kernel": 3, "padding": "same" },
    { "name": "a_bn", "op": "batch-norm" },
    { "name": "a_relu", "op": "activation", "activation": "relu" },
    { "name": "b", "op": "depthwise", "kernel": 3, "padding": "same" },
    { "name": "sum", "op": "add", "from": ["b", "stem"] },
    { "name": "pool", "op": "global-average-pool" },
    { "name": "scores", "op": "dense", "units": 10 }
  ]
}`;

const keras = `Model: "sequential"
_________________________________________________________________
 Layer (type)                Output Shape              Param #
=================================================================
 conv2d (Conv2D)             (None, 32, 32, 32)        896

 max_pooling2d (MaxPooling2D  (None, 16, 16, 32)       0
 )

 separable_conv2d (Separable  (None, 16, 16, 64)       2400
 Conv2D)

 flatten (Flatten)           (None, 16384)             0

 dense (Dense)               (None, 10)                163850

=================================================================
Total params: 167,146
_________________________________________________________________`;

const pytorch = `Sequential(
  (0): Conv2d(3, 32, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), bias=False)
  (1): BatchNorm2d(32, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
  (2): ReLU(inplace=True)
  (3): Conv2d(32, 32, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), groups=32)
  (4): Conv2d(32, 64, kernel_size=(1, 1), stride=(1, 1))
  (5): AdaptiveAvgPool2d(output_size=(1, 1))
  (6): Flatten(start_dim=1, end_dim=-1)
  (7): Linear(in_features=64, out_features=10, bias=True)
)`;

export const examples: Readonly<Record<ExampleForm, string>> = { json, keras, pytorch };
