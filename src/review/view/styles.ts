import { colours } from './colours.ts'

/** The style sheet of the page, as CSS text. */
export const styles = `
.sapporo-review { ${colours}
  position: fixed; inset: 0; display: flex; flex-direction: column; }
.sapporo-review * { box-sizing: border-box; }
.sapporo-review :focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.sapporo-review button, .sapporo-review input, .sapporo-review textarea { font: inherit; color: inherit; }
.sapporo-review button { padding: .15em .7em; border: 1px solid #767782; border-radius: 5px; background: #f5f5f8; cursor: pointer; }
.sapporo-review button:hover { background: #e6e7ee; }
.sapporo-review button:disabled { color: #6b6c75; cursor: default; }
.sapporo-review input, .sapporo-review textarea { padding: .15em .5em; border: 1px solid #767782; border-radius: 5px; background: #fff; }
.sapporo-review .bar { display: flex; flex-wrap: wrap; gap: .6em; align-items: center; padding: .4em 1em; border-bottom: 1px solid var(--line); }
.sapporo-review h1 { flex: 1; margin: 0; font-size: 1.15em; }
.sapporo-review main { flex: 1; min-height: 0; padding: .6em 1em; }
.sapporo-review .list { display: flex; flex-direction: column; gap: .5em; }
.sapporo-review .tools { display: flex; flex-wrap: wrap; gap: .8em; align-items: center; }
.sapporo-review .tools p { margin: 0 0 0 auto; color: var(--soft); }
.sapporo-review .table { flex: 1; min-height: 0; display: flex; flex-direction: column; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.sapporo-review .scroller { flex: 1; overflow-y: scroll; }
.sapporo-review .rows { position: relative; }
.sapporo-review .row { display: grid; grid-template-columns: 3fr 3fr 7em 7em 6em; height: 36px; align-items: center; padding: 0 .8em; border-bottom: 1px solid #e5e5ec; width: 100%; }
.sapporo-review .rows .row { position: absolute; left: 0; }
.sapporo-review .rows .row:hover { background: #f1f5fe; }
.sapporo-review .row.head { font-weight: 600; background: #f5f5f8; padding-right: 1.8em; }
.sapporo-review .row > span { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; padding-right: .6em; }
.sapporo-review .row > span:nth-child(n+4) { text-align: right; font-variant-numeric: tabular-nums; }
.sapporo-review a { color: var(--accent); }
.sapporo-review .grade { padding: 0 .5em; border-radius: 4px; border: 1px solid currentColor; font-size: .9em; }
.sapporo-review .grade.sound { color: var(--good); }
.sapporo-review .grade.check { color: var(--doubt); }
.sapporo-review .grade.doubtful { color: #fff; background: var(--error); }
.sapporo-review .desk { display: grid; grid-template-columns: minmax(0, 55fr) minmax(0, 45fr); padding: 0; }
.sapporo-review .paper { overflow: auto; background: #6f7078; padding: .6em; }
.sapporo-review .side { overflow-y: auto; padding: .6em 1em 4em; border-left: 1px solid var(--line); }
.sapporo-review .side h2 { margin: .3em 0; font-size: 1.05em; overflow-wrap: anywhere; }
.sapporo-review .side p, .sapporo-review .reasons { margin: .2em 0; }
.sapporo-review .reasons, .sapporo-review .remarks ul { padding-left: 1.2em; color: var(--soft); font-size: .93em; }
.sapporo-review .failures img { display: block; max-width: 100%; margin: .4em 0; border: 1px solid #888; }
.sapporo-review figure { margin: 0 0 .8em; width: calc(100% * var(--zoom, 1)); }
.sapporo-review figcaption { color: #fff; font-size: .85em; }
.sapporo-review .sheet { position: relative; background: #fff; }
.sapporo-review .sheet img, .sapporo-review .sheet svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.sapporo-review rect { fill: transparent; }
.sapporo-review text.letter { fill: #111; pointer-events: none; }
.sapporo-review rect.value { cursor: pointer; stroke: #0b57d0; stroke-opacity: .28; stroke-width: .5; }
.sapporo-review rect.value:hover, .sapporo-review rect.lit { fill: #ffd54a; fill-opacity: .38; stroke: #0b57d0; stroke-opacity: 1; stroke-width: 1.1; }
.sapporo-review rect.unclaimed { fill: #e0002b; fill-opacity: .2; stroke: #b3001e; stroke-width: .7; }
.sapporo-review rect.operand { stroke: #b3001e; stroke-width: 1.4; pointer-events: none; }
.sapporo-review line.join { stroke: #b3001e; stroke-width: 1.2; stroke-dasharray: 4 2; pointer-events: none; }
.sapporo-review pre.text { margin: 0; padding: 1em; background: #fff; white-space: pre-wrap; overflow-wrap: anywhere; font: calc(14px * var(--zoom, 1))/1.7 ui-monospace, "Noto Sans Mono CJK JP", monospace; }
.sapporo-review mark { color: inherit; background: #eaf1fe; cursor: pointer; }
.sapporo-review mark.lit, .sapporo-review mark:hover { background: #ffe28a; outline: 1px solid #0b57d0; }
.sapporo-review mark.unclaimed { background: #ffd9de; color: #8c0018; text-decoration: underline; }
.sapporo-review mark.operand { outline: 2px solid #b3001e; }
.sapporo-review .card { margin: .5em 0; padding: .5em .8em; border: 1px solid var(--line); border-left: 5px solid var(--doubt); border-radius: 6px; }
.sapporo-review .card.current { border-color: var(--accent); background: #f6f9ff; }
.sapporo-review .card.decided { border-left-color: var(--good); }
.sapporo-review .card h3 { margin: 0; font-size: 1em; }
.sapporo-review .card .message { font-size: .93em; }
.sapporo-review .card.decided .message { display: none; }
.sapporo-review code { font-size: .85em; color: var(--doubt); }
.sapporo-review .message.error code { color: var(--error); }
.sapporo-review dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .8em; margin: .2em 0; }
.sapporo-review dt { color: var(--soft); }
.sapporo-review dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.sapporo-review .actions { display: flex; flex-wrap: wrap; gap: .4em; align-items: center; }
.sapporo-review .actions textarea { flex: 1 1 100%; }
.sapporo-review .accept { border-color: var(--good); }
.sapporo-review .fields h3 { margin: .9em 0 .1em; font-size: .9em; color: var(--soft); border-bottom: 1px solid var(--line); }
.sapporo-review .field { display: grid; grid-template-columns: minmax(8em, 2fr) 5fr max-content; gap: .6em; padding: .12em .4em; border-radius: 4px; cursor: pointer; content-visibility: auto; contain-intrinsic-height: auto 24px; }
.sapporo-review .field .name { color: var(--soft); overflow-wrap: anywhere; }
.sapporo-review .field .value { white-space: pre-wrap; overflow-wrap: anywhere; }
.sapporo-review .field .state { color: var(--good); font-size: .85em; }
.sapporo-review .field.lit { background: #fff3c4; }
.sapporo-review .field.doubted { box-shadow: inset 4px 0 var(--doubt); }
.sapporo-review .field.decided { box-shadow: inset 4px 0 var(--good); }
.sapporo-review dialog { max-width: 46em; border: 1px solid var(--line); border-radius: 8px; }
.sapporo-review kbd { padding: 0 .4em; border: 1px solid #767782; border-radius: 4px; background: #f5f5f8; }
@media (max-width: 60em) { .sapporo-review .desk { grid-template-columns: 1fr; grid-template-rows: 1fr 1fr; } }
@media print {
  .sapporo-review { position: static; display: block; font-size: 10pt; }
  .sapporo-review .bar button, .sapporo-review .bar input, .sapporo-review .tools, .sapporo-review .actions button { display: none; }
  .sapporo-review .table, .sapporo-review .scroller, .sapporo-review .paper, .sapporo-review .side { overflow: visible; height: auto; background: none; }
  .sapporo-review .desk { display: block; }
  .sapporo-review figure { break-inside: avoid; width: 100%; }
  .sapporo-review figcaption { color: inherit; }
  .sapporo-review rect.value { stroke: none; }
}
`
