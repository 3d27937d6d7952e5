export interface SchemaFlags {
  readonly table?: string
}
export async function schema(_a: string | undefined, _b: SchemaFlags): Promise<number> {
  return 0
}
