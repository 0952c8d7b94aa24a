import type { Fault } from '#shared/ceb/fault'
import { fillText, type Text } from '#shared/model/text'

/** What can be wrong with a signature. `warn`: it holds, and something about it should be known. */
const words = {
  unsigned: {
    message: { zh: '报文没有签名', en: 'The message is not signed' },
    fix: { zh: '签名后再发送', en: 'Sign it' },
  },
  'signature-several': {
    message: { zh: '报文里有 {value} 个签名元素', en: 'The message holds {value} Signature elements' },
    fix: {
      zh: '只保留根元素下的一个；多出的签名可能是拼接伪造',
      en: 'Keep the one below the root; another one may be a forgery put around it',
    },
  },
  'signature-place': {
    message: { zh: '签名元素不在规范规定的位置', en: 'The Signature is not where the specification puts it' },
    fix: {
      zh: '出口报文在 ExtendMessage 之前、进口报文在其后，均为根元素的子元素；请重新签名',
      en: 'A child of the root, before ExtendMessage on export and after it on import; sign again',
    },
  },
  'signature-form': {
    message: {
      zh: '签名的结构不合规范：{value}',
      en: 'The structure of the signature is not the one prescribed: {value}',
    },
    fix: {
      zh: '应为：C14N 1.0；一个 Reference，URI 为空，只用 enveloped-signature 变换',
      en: 'Expected: C14N 1.0; one Reference with an empty URI and the enveloped-signature transform',
    },
  },
  'signature-algorithm': {
    message: { zh: '不认识的签名或摘要算法 {value}', en: 'Unknown signature or digest algorithm {value}' },
    fix: {
      zh: '规范用 SM2-SM3、RSA-SHA1、RSA-SHA256',
      en: 'The specification uses SM2-SM3, RSA-SHA1 and RSA-SHA256',
    },
  },
  'signature-canonical': {
    message: {
      zh: '报文含有 {value}，各方对它的规范化不一致，不能签名也不能验签',
      en: 'The message holds {value}, which not everybody canonicalises alike; it can be neither signed nor verified',
    },
    fix: { zh: '去掉后重新签名', en: 'Remove it and sign again' },
  },
  'document-altered': {
    message: {
      zh: '报文内容在签名之后被改动（签名外的部分，摘要不符）',
      en: 'The content was altered after it was signed (everything but the Signature: its digest differs)',
    },
    fix: {
      zh: '请以签名方的原件为准，或改好后重新签名',
      en: 'Take the original of the signer, or sign again',
    },
  },
  'signature-altered': {
    message: {
      zh: '签名本身不成立：SignedInfo 或 SignatureValue 被改动，或不是这张证书（序列号 {value}）的私钥所签',
      en: 'The signature itself does not hold: SignedInfo or SignatureValue was altered, or another key than that of certificate {value} signed',
    },
    fix: {
      zh: '核对证书是否为签名方的那一张；否则要求重新签名',
      en: 'Check whether the certificate is that of the signer; else have it signed again',
    },
  },
  'certificate-absent': {
    message: {
      zh: '签名里没有证书，也没有给出证书',
      en: 'No certificate in the signature, and none was given',
    },
    fix: { zh: '用 --cert 给出签名方的证书', en: 'Give the certificate of the signer with --cert' },
  },
  'certificate-self': {
    message: {
      zh: '用报文自带的证书验签：只证明内容未改，不证明签名方是谁',
      en: 'Verified with the certificate in the message: that proves the content whole, not who signed',
    },
    fix: {
      zh: '用 --cert 给出从可靠途径得到的证书',
      en: 'Give a certificate from a trusted source with --cert',
    },
  },
  'certificate-other': {
    message: {
      zh: '报文自带的证书（{value}）不是给出的那一张',
      en: 'The certificate in the message ({value}) is not the one given',
    },
    fix: { zh: '核对签名方和证书', en: 'Check the signer and the certificate' },
  },
  'key-name': {
    message: {
      zh: 'KeyName（{value}）不是证书的序列号 {serial}',
      en: 'KeyName ({value}) is not the serial number {serial} of the certificate',
    },
    fix: { zh: 'KeyName 应写证书序列号，请重新签名', en: 'KeyName has to be that number; sign again' },
  },
  'key-kind': {
    message: {
      zh: '签名算法 {value} 与证书的密钥（{kind}）不符',
      en: 'Algorithm {value} does not fit the key of the certificate ({kind})',
    },
    fix: {
      zh: 'SM2 证书用 sm2，RSA 证书用 rsa-sha256 或 rsa-sha1',
      en: 'sm2 for an SM2 certificate, rsa-… for an RSA one',
    },
  },
  'certificate-expired': {
    message: { zh: '证书已于 {value} 到期', en: 'The certificate expired on {value}' },
    fix: { zh: '请向发证单位换证', en: 'Have its issuer renew it' },
  },
  'certificate-early': {
    message: { zh: '证书从 {value} 起才有效', en: 'The certificate is valid from {value} only' },
    fix: { zh: '核对日期和证书', en: 'Check the date and the certificate' },
  },
  'certificate-weak': {
    message: { zh: 'RSA 密钥只有 {value} 位', en: 'The RSA key has {value} bits only' },
    fix: { zh: '换证时改用 SM2 或 RSA-2048', en: 'Take SM2 or RSA-2048 at the next renewal' },
  },
  'already-signed': {
    message: { zh: '报文已有签名', en: 'The message is signed already' },
    fix: { zh: '要换签名请加 --replace', en: 'Use --replace to put a new one in its place' },
  },
  'signature-unexpected': {
    message: { zh: '{value} 是回执，没有签名元素', en: '{value} is a receipt and has no Signature' },
    fix: { zh: '只有企业发送的报文要签名', en: 'Only what an enterprise sends is signed' },
  },
  'signature-encoding': {
    message: {
      zh: '文件编码是 {value}，签名按 UTF-8 计算',
      en: 'The file is {value}; signatures are made over UTF-8',
    },
    fix: { zh: '用 UTF-8 重新保存后再签名', en: 'Save it as UTF-8 first' },
  },
} satisfies Record<string, { message: Text; fix: Text }>

export type SignatureRule = keyof typeof words
const warnings: ReadonlySet<SignatureRule> = new Set(['certificate-self', 'certificate-weak'])

/** A fault at the Signature (or, for what concerns the message as a whole, at the message). */
export function signatureFault(
  rule: SignatureRule,
  value = '',
  more: Record<string, string> = {},
  path = rule === 'unsigned' || rule === 'document-altered' ? '' : 'Signature',
): Fault {
  const { message, fix } = words[rule]
  return {
    path,
    rule,
    severity: warnings.has(rule) ? 'warn' : 'refuse',
    value,
    message: fillText(message, { value, ...more }),
    fix,
  }
}
