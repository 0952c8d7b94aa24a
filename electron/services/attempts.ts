/** After the third wrong password the wait doubles from 2 s to 5 minutes. */
export function waitAfter(failures: number): number {
  return failures < 3 ? 0 : Math.min(2 ** (failures - 2), 300) * 1000
}
