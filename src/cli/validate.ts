export async function validate(_a: readonly string[]): Promise<number> {
  return 0
}
