/**
 * Ends a process that has taken more memory than it may: a signal that nobody else sends, so that its end says why. Windows has but
 * one way to end a process.
 */
export const limitSignal: NodeJS.Signals = process.platform === 'win32' ? 'SIGKILL' : 'SIGUSR2'
