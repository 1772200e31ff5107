/** What is said beside single rows of a network. */

export const networkNotesEn = {
  'network.notes': 'Why it is so',
  'network.note-row.bias':
    'No bias here: the batch norm that follows subtracts the mean, and a bias with it. Its own β takes the place of a bias, one number a channel.',
  'network.note-row.useless-bias':
    'This bias is useless: the batch norm that follows subtracts the mean, and the bias with it. Without it the layer would have {saved} numbers fewer.',
  'network.note-row.linear':
    'No activation behind this layer: in few channels ReLU throws away what it sets to zero, with no other channel that still has it. Hence the bottleneck is linear.',
  'network.note-row.inverted':
    'An inverted residual: {narrow} channels become {wide}, the depthwise layer works there, and the shortcut joins the narrow ends. ResNet’s bottleneck is the other way round: wide at the ends, narrow in the middle.',
  'network.note-row.bottleneck':
    'ResNet’s bottleneck: {wide} channels are narrowed to {narrow} for the 3×3 layer, and the shortcut joins the wide ends. MobileNet V2 inverts it: narrow at the ends, wide in the middle.',
  'network.note-row.five':
    'A 5×5 window, {weights} weights. Two 3×3 layers one after the other see the same 5×5 with {two} in place of {one} weights for each pair of channels, and a ReLU in between: so Inception v3 has it.',
  'network.note-row.two-threes':
    'The second of two 3×3 layers: together they see 5×5, as the 5×5 layer of the first Inception did, with {two} in place of {one} weights for each pair of channels.',
  'network.note-row.h-swish':
    'h-swish(x) = x · ReLU6(x + 3) / 6 follows swish(x) = x · σ(x) closely, without an exponential: 0 up to −3, x from 3 on.',
  'network.note-row.swish':
    'swish(x) = x · σ(x) needs an exponential for every number; h-swish(x) = x · ReLU6(x + 3) / 6 follows it closely without one.',
  'network.note-row.squeeze':
    'Squeeze-and-excite: each channel is averaged to one number, two small layers make a weight of 0 … 1 of it, and the channel is multiplied by that.',
  'network.note-row.transposed':
    'The generator grows its picture by stamps: every number of the input lays a {kernel} stamp, {stride} cells apart. {kernel} is no multiple of {stride}, so stamps overlap unevenly, which can be seen as a checkerboard.',
  'network.note-row.depthwise':
    'Depthwise: one slice for each channel, nothing is summed over channels. It spends {depthwise} multiply-adds, the 1×1 layer that mixes its channels {pointwise}.',
  'network.note-row.concat': '{channels} channels: {sum}, side by side.',
} as const;
