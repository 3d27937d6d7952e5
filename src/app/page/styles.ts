/** The style sheet of what stands above the review. */
export const ownStyles = `
:root { color-scheme: light dark; }
body { font-family: system-ui, sans-serif; line-height: 1.6; margin: 0; }
.desk { max-width: 60rem; margin: 0 auto; padding: 1rem; }
.desk header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
.desk h1 { font-size: 1.3rem; }
.drop { border: 2px dashed GrayText; border-radius: .5rem; padding: 2rem 1rem; text-align: center; }
.drop.over { border-color: Highlight; }
.desk button, .desk input, .desk select { font: inherit; padding: .3rem .8rem; }
.desk progress { width: 100%; }
.bar { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .5rem 0; }
.told { min-height: 1.6em; overflow-wrap: anywhere; }
@media print { .desk { display: none; } }
`
