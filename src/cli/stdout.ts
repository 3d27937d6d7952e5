/** Writes data to standard output and waits until it is taken, so that a slow reader does not fill the memory. */
export function printOut(data: string | Uint8Array): Promise<void> {
  if (data.length === 0) return Promise.resolve()
  return new Promise(resolve => {
    // An error ends the process by the guard of standard output, which knows a closed pipe from a full disk.
    process.stdout.write(data, error => {
      if (!error) resolve()
    })
  })
}

/** JSON is indented for people at a terminal, and compact for what stands behind a pipe. */
export const isTerminal = (): boolean => process.stdout.isTTY === true
