/** What one call of the port gives at most. */
const pageRows = 1000

type Read<P> = (offset: number, limit: number) => Promise<P>

/** The pages of a query, from the first to the last. */
export async function* eachPage<P extends { rows: readonly unknown[] }>(
  read: Read<P>,
  size = pageRows,
): AsyncGenerator<P> {
  for (let offset = 0; ; offset += size) {
    const page = await read(offset, size)
    yield page
    if (page.rows.length < size) return
  }
}

/** All rows of a query, however many calls of the port they take. */
export async function everyRow<R>(read: Read<{ rows: readonly R[] }>): Promise<R[]> {
  const rows: R[] = []
  for await (const page of eachPage(read)) rows.push(...page.rows)
  return rows
}
