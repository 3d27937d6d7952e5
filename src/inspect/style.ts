/** How wide the margin is in which the empty fields are listed, in points. */
export const marginWidth = 320

/** Colours of fields in turn; red is for unclaimed text. */
const fieldColors = ['#0b63ce', '#0a7d33', '#8a3ffc', '#b35900', '#007d79', '#9f1853', '#5c6bc0', '#6b7a00']

export const colorOf = (index: number): string => fieldColors[index % fieldColors.length] as string

export const style = `
  text { font-family: "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", "IPAGothic", sans-serif; }
  .paper { fill: #fff; stroke: #999; stroke-width: 0.5; }
  .fill { fill-opacity: 0.4; }
  .ruling { stroke: #444; stroke-width: 0.6; }
  .ruling.dashed { stroke-dasharray: 2 1.5; }
  .cell { fill: #ffb000; fill-opacity: 0.04; stroke: #ffb000; stroke-width: 1.6; stroke-opacity: 0.45; }
  .box { fill: none; stroke: #00a0c0; stroke-width: 1; }
  .place { fill: #a06a00; font-size: 3.5px; }
  .bounds { fill: none; stroke: #bbb; stroke-width: 0.3; }
  .printed { fill: #222; }
  .field rect { fill: currentColor; fill-opacity: 0.1; stroke: currentColor; stroke-width: 0.6; }
  .field text { fill: currentColor; font-size: 4px; }
  .unclaimed rect { fill: #ffe5e5; stroke: #d00; stroke-width: 0.8; }
  .unclaimed text { fill: #d00; }
  .margin text { fill: #222; font-size: 7px; }
  .margin .head { font-weight: bold; }
`
