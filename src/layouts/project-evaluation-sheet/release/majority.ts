/**
 * Whether so many sheets speak for one reading that the others are exceptions: three sheets at least, and three for each
 * of the others. Two years put in one folder on purpose are nearer to each other in size than that.
 */
export const isClearMajority = (agreeing: number, others: number): boolean => agreeing >= 3 && agreeing >= 3 * others
