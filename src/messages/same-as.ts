/** A catalogue with the codes of another, each sentence with the same arguments: what is missing does not compile. */
export type SameAs<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => SameAs<R>
    : { readonly [K in keyof T]: SameAs<T[K]> }
