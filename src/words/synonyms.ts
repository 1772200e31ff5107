/** Other names under which people look for a variant or a setting, in both languages: for searches only, never shown. */

/** By the name of a variant. */
export const variantSynonyms: Readonly<Record<string, string>> = {
  standard: 'normal ordinary vanilla full conv2d 普通卷积 常规卷积',
  strided: 'stride downsampling downsample subsampling 步长 步距 步幅 下采样',
  padded: 'padding same valid zero-padding border 补零 边界 填充',
  dilated: 'atrous dilation holes à trous rate 空洞 扩张卷积 膨胀卷积 膨胀率',
  grouped: 'group cardinality resnext alexnet 分组',
  depthwise: 'channelwise per-channel mobilenet 深度卷积 逐通道',
  pointwise: '1x1 1×1 network-in-network channel mixing 逐点 1×1卷积',
  separable: 'mobilenet xception factorised 深度可分离',
  'spatially-separable': 'column row inception asymmetric rank-1 空间可分离 非对称',
  transposed:
    'deconvolution deconv fractionally strided upsampling upsample up-convolution decoder gan backward 反卷积 分数步长卷积 微步卷积 上采样',
};

/** What some worked examples are an example of, by id: here a kernel finds edges, there it blurs. */
const edges = 'edge edges edge detection sobel gradient 边缘 边缘检测 梯度';
const blur = 'blur blurring smooth smoothing box mean average 模糊 平滑 均值 平均';
export const presetSynonyms: Readonly<Record<string, string>> = {
  'maps-standard': edges,
  'maps-standard-same': edges,
  'maps-depthwise': edges,
  'maps-separable': edges,
  'one-filter': edges,
  gridding: `${blur} grid artefact artifact 栅格效应`,
  checkerboard: `${blur} artefact artifact checkers 棋盘格效应 伪影`,
  'column-row': 'factorised rank 1 秩 分解',
  'colour-one-bias': 'mobile 移动端',
  'large-separable': 'mobile photo 移动端 照片',
  'order-depthwise-first': 'mobile 移动端',
  'printed-tensor': 'recover unknown kernel 反求',
  'round-trip-up-again': 'inverse undo deconvolution 逆 还原',
};

/** By the name of a field. */
export const fieldSynonyms: Readonly<Record<string, string>> = {
  filters: 'out channels output channels kernels feature maps 输出通道 特征图 滤波器 卷积核个数',
  kernel: 'filter size window receptive field kernel_shape 卷积核大小 窗口',
  stride: 'step hop subsample strides 步长 步距 步幅',
  dilation: 'rate atrous holes 空洞率 膨胀率 扩张率 空洞大小',
  padding: 'border zeros crop same valid pad 补零 边界 填充 裁剪',
  outputPadding: 'adj output adjustment 输出填充',
  outputSize: 'output shape target size 输出大小 输出形状',
  groups: 'cardinality feature_group_count 组数 分组',
  bias: 'offset use_bias 偏置 偏移',
  biases: 'offset 偏置',
  activation: 'nonlinearity relu relu6 hard-swish 激活函数 非线性',
  activations: 'nonlinearity 激活函数',
  multiplier: 'depth multiplier channel multiplier width 深度乘子 通道乘子',
  order: 'depthwise first pointwise first keras xception inception 顺序 次序',
  turned: 'cross-correlation flip rotate 180 mathematics 互相关 旋转 翻转',
};
