/** Held while an import runs, in whichever window; released by the browser when that window dies. */
export const importLock = (database: string): string => `import ${database}`

export async function importRunning(database: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query()
  return held.some(({ name }) => name === importLock(database))
}
