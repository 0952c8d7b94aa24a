/** Digits and letters that are not taken for each other on paper (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 130 random bits; guessing them does not pay whatever a guess costs. */
const digits = 26
/** Two more digits, so that a slip of the pen is told from a wrong key. 1021 is the largest prime below 2^10. */
const checkDigits = 2
const modulus = 1021n
const groupLength = 4

/** Random bytes that one key takes. */
export const RECOVERY_BYTES = 17

function write(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest /= 32n) text = alphabet[Number(rest % 32n)]! + text
  return text
}

const valueOf = (text: string): bigint =>
  [...text].reduce((sum, digit) => sum * 32n + BigInt(alphabet.indexOf(digit)), 0n)

const checkOf = (body: string): string => write(valueOf(body) % modulus, checkDigits)

/** A recovery key for paper: seven groups of four, the last two digits check the others. */
export function recoveryKeyOf(random: Uint8Array): string {
  if (random.byteLength !== RECOVERY_BYTES) throw new RangeError(`${RECOVERY_BYTES} random bytes expected`)
  const bits = random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const body = write(bits, digits)
  const whole = body + checkOf(body)
  return whole.match(new RegExp(`.{${groupLength}}`, 'g'))!.join('-')
}

/** What somebody typed from paper as the one spelling of that key; undefined when it cannot be one. */
export function readRecoveryKey(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (plain.length !== digits + checkDigits) return undefined
  if ([...plain].some((digit) => !alphabet.includes(digit))) return undefined
  return checkOf(plain.slice(0, digits)) === plain.slice(digits) ? plain : undefined
}
