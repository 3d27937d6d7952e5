/** The grades that can be asked for: every document has at least the third. */
export const leastGrades = ['sound', 'check'] as const
export type LeastGrade = (typeof leastGrades)[number]
