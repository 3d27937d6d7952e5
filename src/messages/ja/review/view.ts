/** What the page of a review says. */
export const view = {
  title: '確認',
} as const
