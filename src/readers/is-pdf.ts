/** Other bytes may stand before the mark of a PDF; readers look for it in as many as this. */
const markWithin = 1024

/** Whether some bytes are a PDF: its mark stands near their beginning. */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, markWithin)).includes('%PDF-')
