import { fillText, type Text } from '#shared/model/text'
import type { Failure } from '#shared/protocol/errors'

const failure = (
  code: string,
  message: Text,
  fix: Text,
  more: Pick<Failure, 'kind' | 'reached' | 'line'> & { status?: number },
): Failure => ({ code, message, fix, ...more })

/** A folder is not there, or cannot be read or written. */
export const folderFailed = (detail: string): Failure =>
  failure(
    'folder-failed',
    fillText(
      {
        zh: '导入客户端的文件夹不能读写（{detail}）',
        en: 'The folders of the import client cannot be used ({detail})',
      },
      { detail },
    ),
    {
      zh: '请检查文件夹是否存在、是否有读写权限、磁盘空间是否够；单证仍在队列中',
      en: 'Check that the folders exist, may be read and written, and that there is room; the documents stay queued',
    },
    { kind: 'retry', reached: false, line: true },
  )

/** The client has not fetched what lies in its out folder: it does not run, or watches another folder. */
export const leftByNobody = (count: number): Failure =>
  failure(
    'folder-waiting',
    fillText(
      {
        zh: '{count} 个报文还在待发送文件夹，导入客户端没有取走',
        en: '{count} messages still lie in the out folder',
      },
      { count },
    ),
    {
      zh: '请启动导入客户端的该项业务和「接收回执」，并核对两边的文件夹设置一致',
      en: 'Start the business and its job for receipts in the import client, and compare its folders with the settings here',
    },
    { kind: 'retry', reached: true, line: true },
  )

/** Messages were handed in and nothing has come back since. */
export const nothingBack = (hours: number): Failure =>
  failure(
    'folder-silent',
    fillText(
      {
        zh: '报文已由导入客户端发出 {hours} 小时，回执文件夹一直没有新文件，「接收回执」似乎没有启动',
        en: 'Messages were handed in {hours} hours ago and no receipt has come since; the job for receipts seems off',
      },
      { hours },
    ),
    {
      zh: '请在导入客户端中启动「接收回执」；仍没有时在单一窗口网页上查询',
      en: 'Start the job for receipts in the import client; if nothing comes, look in the single window itself',
    },
    { kind: 'retry', reached: true, line: true },
  )

/** Written, and now in none of the folders: only a person can find out. Never written again. */
export const lost = (): Failure =>
  failure(
    'folder-lost',
    {
      zh: '报文已写出，但不在任何一个文件夹中',
      en: 'The messages were written and are in none of the folders',
    },
    {
      zh: '请在导入客户端或单一窗口核对是否已申报；为防重复不会再写一次。收到回执后自动更新',
      en: 'Look in the import client or the single window whether they were handed in; they are never written twice. Receipts settle them',
    },
    { kind: 'unknown', reached: true, line: false },
  )

export const unknownBatch = (): Failure =>
  failure(
    'unknown-batch',
    { zh: '该批次还没有写完', en: 'The batch was not written to its end' },
    { zh: '将用同一内容补齐', en: 'The same messages are written again' },
    { kind: 'refused', status: 404, reached: true, line: false },
  )

export const notOffered = (): Failure =>
  failure(
    'not-offered',
    { zh: '导入客户端文件夹没有此项功能', en: 'The folders of the import client do not offer this' },
    { zh: '请在单一窗口网页上办理，或改用接口方式', en: 'Use the single window itself, or its interface' },
    { kind: 'refused', reached: true, line: false },
  )
