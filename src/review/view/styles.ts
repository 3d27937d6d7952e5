/** The style sheet of the page, as CSS text. */
export const styles = `
body { font-family: system-ui, sans-serif; }
`
