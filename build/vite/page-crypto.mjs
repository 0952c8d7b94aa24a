/**
 * Stands for Node's `crypto` in a bundle for a page: sm-crypto-v2 asks that for random numbers where there are no global ones.
 */
export const webcrypto = globalThis.crypto
