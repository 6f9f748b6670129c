/** Work that goes on beside whatever its caller does next: one piece is under way at most. */
export interface OneAhead {
  /** Waits for the piece before, throws what became of it, and begins this one. */
  begin(work: () => Promise<void>): Promise<void>
  /** Waits for the last piece and throws what became of it. */
  end(): Promise<void>
  /** Waits until nothing is under way any more, however it ended: for whoever stops in the middle. */
  settle(): Promise<void>
}

export function oneAhead(): OneAhead {
  let last: Promise<void> = Promise.resolve()
  const settle = () =>
    last.then(
      () => {},
      () => {},
    )
  return {
    begin: async (work) => {
      await last
      last = work()
      // Told by the next call; until then nobody listens, which would end the process.
      void settle()
    },
    end: () => last,
    settle,
  }
}
