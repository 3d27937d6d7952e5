/** The style sheet of what stands above the review, which fills the rest of the window. */
export const ownStyles = `
body { margin: 0; height: 100vh; display: flex; flex-direction: column; color: #1b1b1f; background: #fff;
  font: 15px/1.6 system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", sans-serif; }
.app { padding: .6em 1em; }
.app > * { max-width: 60em; margin: .4em auto; }
.app header { display: flex; gap: 1em; align-items: baseline; justify-content: space-between; }
.app h1 { margin: 0; font-size: 1.3em; }
.app nav { display: flex; gap: .4em; }
.app button, .app input { font: inherit; color: inherit; padding: .15em .7em; border: 1px solid #767782; border-radius: 5px; background: #f5f5f8; cursor: pointer; }
.app button:hover { background: #e6e7ee; }
.app button[aria-pressed="true"] { font-weight: 600; border-width: 2px; }
.app :focus-visible { outline: 3px solid #0b57d0; outline-offset: 1px; }
.app .drop { padding: 2em 1em; text-align: center; border: 2px dashed #767782; border-radius: 8px; }
.app .drop.over { border-color: #0b57d0; background: #f1f5fe; }
.app progress { display: block; width: 100%; }
.app .tools { display: flex; flex-wrap: wrap; gap: .5em; align-items: center; }
.app .told, .app .reading, .app li { overflow-wrap: anywhere; }
.app .told:empty { display: none; }
.app.reviewing { display: flex; flex-wrap: wrap; gap: .2em 1.2em; align-items: center; border-bottom: 1px solid #c9cad3; }
.app.reviewing > * { margin: 0; }
.app.reviewing header, .app.reviewing .drop p { display: none; }
.app.reviewing .drop { padding: 0; border: 0; }
.app label { display: flex; flex-wrap: wrap; gap: .5em; align-items: center; }
.app ~ .sapporo-review { position: relative; inset: auto; flex: 1; min-height: 0; }
@media print { .app { display: none; } }
`
