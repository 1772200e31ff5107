/** Written by scripts/palette.mjs: colours of the diverging scales, evenly spaced from −1 to 1. */
export const paletteStops = {
  paper: `
    8a2d04 993807 a8430b b74f0f c65a13 d06a25 d97a36 e28a46 eb9a56 efa86c f2b683
    f4c599 f6d3b0 f5dabe f4e0cb f3e7d9 f1eee7 e4e8e8 d7e1ea cadbeb bcd5ec a9c8e7
    95bce1 81afdc 6ba3d6 5c95cc 4d87c3 3d79b9 2a6cb0 235fa2 1c5294 144686 0b3a78`,
  board: `
    ffb067 fba45a f8994c f38d3e ef8130 e1762a d46b25 c6611f b9561a a64f1b 93481c
    81421d 6f3b1d 5f3925 4f362c 3e3332 2b3038 2b3645 293d53 254361 1f4a70 215380
    235d91 2467a2 2571b4 2f7bc0 3886cd 4190d9 4a9be6 61a7ec 76b3f3 89bff9 9bcbff`,
} as const;
