const fold = (digit: string): number => '0123456789０１２３４５６７８９'.indexOf(digit) % 10

/** Digits as a footnote mark prints them; each stays one character. */
export const raised = (text: string): string => text.replace(/[0-9０-９]/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(fold(digit)))

/** Digits as a formula prints them: CO₂. */
export const lowered = (text: string): string => text.replace(/[0-9０-９]/g, digit => '₀₁₂₃₄₅₆₇₈₉'.charAt(fold(digit)))
