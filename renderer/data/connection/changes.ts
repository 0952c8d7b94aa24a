/** What a commit changed: ids by table, or `many` when listing them would cost more than reading the table again. */
export type ChangeSet = Record<string, readonly string[] | 'many'>
export type ChangeListener = (changes: ChangeSet) => void

/** Tells every open window of a book what was committed, this one included. Carries ids only. */
export class ChangeFeed {
  readonly #channel: BroadcastChannel
  readonly #listeners = new Set<ChangeListener>()

  constructor(database: string) {
    this.#channel = new BroadcastChannel(`book ${database}`)
    this.#channel.onmessage = (event: MessageEvent<ChangeSet>) => this.#tell(event.data)
  }

  publish(changes: ChangeSet): void {
    this.#channel.postMessage(changes)
    this.#tell(changes)
  }

  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#listeners.clear()
    this.#channel.close()
  }

  #tell(changes: ChangeSet): void {
    for (const listener of [...this.#listeners]) listener(changes)
  }
}
