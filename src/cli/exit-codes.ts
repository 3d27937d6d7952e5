/** What the exit code says to a script. */
export const exit = {
  done: 0,
  nothingWritten: 1,
  usage: 2,
  someFailed: 3,
  findings: 4,
  interrupted: 130,
  terminated: 143,
} as const

/** What became of a run, as far as its exit code goes. */
export interface Outcome {
  readonly written: number
  readonly failed: number
  /** `--strict`, `--min-coverage` or `--min-verdict` found something. */
  readonly findings: boolean
}

/** Failed inputs come before findings: missing data is worse than doubtful data. */
export function exitOf({ written, failed, findings }: Outcome): number {
  if (written === 0) return exit.nothingWritten
  if (failed > 0) return exit.someFailed
  return findings ? exit.findings : exit.done
}
