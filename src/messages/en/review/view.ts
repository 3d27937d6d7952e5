/** What the page of a review says. */
export const view = {
  title: 'Review',
} as const
