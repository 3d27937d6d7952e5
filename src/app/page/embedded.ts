/** Unpacks what the page holds in an element that is no script to the browser: gzip in base64. */
export async function embedded(id: string): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(document.getElementById(id)?.textContent ?? ''), letter => letter.charCodeAt(0))
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
}
