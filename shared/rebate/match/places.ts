const plain = (place: string): string =>
  place
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[省市]/g, '')

/** Two places agree when one names the other more exactly: 宁波 and 宁波鄞州, 浙江省宁波市 and 宁波. */
export const samePlace = (a: string, b: string): boolean => {
  const [x, y] = [plain(a), plain(b)]
  return x.includes(y) || y.includes(x)
}
