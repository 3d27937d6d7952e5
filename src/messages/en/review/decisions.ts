type Kind = 'accepted' | 'corrected' | 'unreadable'

const kinds: { readonly [K in Kind]: string } = {
  accepted: 'right as read',
  corrected: 'corrected',
  unreadable: 'unreadable',
}

/** What is said of the decisions of people. */
export const decisions = {
  SETTLED: (a: { message: string; decision: Kind }) => `settled by hand (${kinds[a.decision]}): ${a.message}`,
  DECISION_READS_OTHER: (a: { before: string; now: string }) => `${a.before} was read then, and now ${a.now}`,
  DECISION_NO_VALUE: 'the document has no such value',
  DECISION_NOT_ONE: (a: { value: string; expected: string }) => `"${a.value}" is not ${a.expected}`,
  DECISION_GROUP_CHANGED: 'the values that it is about are read otherwise now',
  DECISION_FILE_CHANGED: 'the file is another one than it was then',
  DECISIONS_LEFT: (a: { decisions: number; path: string }) =>
    a.decisions === 1
      ? `a decision about ${a.path} is not applied: no input has that document`
      : `${a.decisions} decisions about ${a.path} are not applied: no input has that document`,
  LOOK_AGAIN: 'the file has changed or is not among the inputs: look at it again with sapporo-eval review',
  ONE_DECISION: 'one decision is made at a time',
  ACCEPT_CORRECT_UNREADABLE: 'give one of --accept, --correct and --unreadable',
  DOCUMENTS_TO_CHOOSE: (a: { documents: number }) => `it is not clear which of ${a.documents} documents is meant`,
  NAME_ITS_PAGE: 'name a page of it with --page',
  GROUP_OF_VALUES: 'it is a group of values, which can be accepted only',
  POINTER_OF_OUTPUT: 'give the pointer of a value as the output and its diagnostics have it',
  NO_DECISION: (a: { line: number }) => `line ${a.line} is no decision`,
  SAVED_BY_REVIEW: 'give a file that the page of a review has saved, or sapporo-eval decide has written',
} as const
