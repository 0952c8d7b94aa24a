const nameOf = (database: string, kid: string) => `keys ${database} ${kid}`

/**
 * Held by everything that has a book open, under the name of its key, in whichever window: a worker that dies lets go of it.
 * @returns lets go
 */
export function holdKey(database: string, kid: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = (): Promise<void> => new Promise((release) => resolve(release))
    navigator.locks.request(nameOf(database, kid), { mode: 'shared' }, held).catch(reject)
  })
}

/** Work once nobody has the book open under that key any more; one at a time. */
export const withoutKey = <T>(database: string, kid: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(nameOf(database, kid), work) as Promise<T>
