export type AutoLockDependencies = {
  /** Books that are open now. */
  books(): string[]
  /** Minutes without input after which a book locks; 0 never. */
  minutesOf(bookId: string): Promise<number>
  /** Seconds since the last key or pointer on this machine, in whatever program. */
  idleSeconds(): number
  lock(bookId: string): void
}

/** Locks what nobody uses. Main looks by itself: a page that hangs must not stay open because of that. */
export function createAutoLock({ books, minutesOf, idleSeconds, lock }: AutoLockDependencies) {
  const lockWhere = async (isTime: (minutes: number) => boolean) => {
    for (const bookId of books()) {
      const minutes = await minutesOf(bookId)
      if (minutes > 0 && isTime(minutes)) lock(bookId)
    }
  }
  return {
    /** To be asked now and then. */
    look: (): Promise<void> => lockWhere((minutes) => idleSeconds() >= minutes * 60),
    /** The screen was locked or the machine sleeps: nobody is there. */
    away: (): Promise<void> => lockWhere(() => true),
  }
}
