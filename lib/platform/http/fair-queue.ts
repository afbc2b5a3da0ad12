/**
 * A waiting list that serves callers in turn: however many requests one caller has waiting, each other caller's next
 * request comes after at most one of them. Requests of one caller keep their order.
 */
export function createFairQueue<Item>() {
  // In the order of turns: a caller that was served goes to the end.
  const lines = new Map<string, Item[]>()
  let size = 0

  const take = (caller: string, line: Item[], at: number): Item => {
    const [item] = line.splice(at, 1)
    if (!line.length) lines.delete(caller)
    size -= 1
    return item!
  }

  return {
    get size() {
      return size
    },

    /** The number of callers that wait. */
    get callers() {
      return lines.size
    },

    waitingOf: (caller: string): number => lines.get(caller)?.length ?? 0,

    push(caller: string, item: Item): void {
      const line = lines.get(caller)
      if (line) line.push(item)
      else lines.set(caller, [item])
      size += 1
    },

    /**
     * The next item. Callers with the least `load` come first, and among equals the one served longest ago. A caller with
     * a load of `most` has no turn.
     */
    shift(load: (caller: string) => number = () => 0, most = Infinity): Item | undefined {
      let next: [string, Item[]] | undefined
      for (const entry of lines) if (!next || load(entry[0]) < load(next[0])) next = entry
      if (!next || load(next[0]) >= most) return undefined
      const [caller, line] = next
      const item = take(caller, line, 0)
      if (line.length) {
        lines.delete(caller)
        lines.set(caller, line)
      }
      return item
    },

    /** Removes an item that no longer waits. */
    remove(caller: string, item: Item): void {
      const line = lines.get(caller)
      const at = line?.indexOf(item) ?? -1
      if (line && at >= 0) take(caller, line, at)
    },

    /** Removes the newest item of the caller with the most, if that caller has more than `count`. */
    dropFromLongest(count: number): Item | undefined {
      let longest: [string, Item[]] | undefined
      for (const entry of lines) if (entry[1].length > (longest?.[1].length ?? count)) longest = entry
      return longest && take(longest[0], longest[1], longest[1].length - 1)
    },
  }
}
