/** The last part of a path. */
const baseName = (path: string): string => /(?<![^/\\])[^/\\]*$/u.exec(path)?.[0] ?? path

/** The last part of a path without its ending. */
export const stemOf = (path: string): string => baseName(path).replace(/\.[^.]*$/u, '')
