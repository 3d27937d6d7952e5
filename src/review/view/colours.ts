/** Colours and letters that all pages share, as declarations of CSS. Colours are told apart on white by 4.5 to 1 where they carry letters. */
export const colours = `--ink: #1b1b1f; --soft: #55565e; --line: #c9cad3; --accent: #0b57d0; --doubt: #a33d00; --error: #b3001e; --good: #1c6b33;
  color: var(--ink); background: #fff; font: 15px/1.5 system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", sans-serif;`
