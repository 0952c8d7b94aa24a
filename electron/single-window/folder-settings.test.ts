import { describe, expect, it } from 'vitest'
import { adoptableForms, clientSettingsFiles, folderDifferences, readClientSettings } from './folder-settings'

const settings = `\ufeff<?xml version="1.0"?>
<Settings xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <FormSettings>
    <FormSetting Key="OTHERS" SystemId="None">
      <SubFormSetting FormId="OTHERS" OutBox="C:\\ImpPath\\Others\\OutBox" InBox="C:\\ImpPath\\Others\\InBox" SentBox="C:\\ImpPath\\Others\\SentBox" FailBox="C:\\ImpPath\\Others\\FailBox" MaxDegreeOfParallelism="1" />
    </FormSetting>
    <FormSetting Key="CEB">
      <SubFormSetting FormId="expceb" OutBox="" />
      <SubFormSetting FormId="EXPCEB" OutBox="C:\\ImpPath\\Expceb\\OutBox" InBox="C:\\ImpPath\\Expceb\\InBox\\" SentBox="C:/ImpPath/Expceb/SentBox" FailBox="D:\\Fail" />
    </FormSetting>
  </FormSettings>
  <TimeInterval>15</TimeInterval>
</Settings>`
const ours = (failed = 'D:\\fail') => ({
  out: 'C:\\ImpPath\\EXPCEB\\outBox',
  sent: 'C:\\ImpPath\\EXPCEB\\sentBox',
  in: 'C:\\ImpPath\\EXPCEB\\inBox',
  failed,
  making: 'C:\\ImpPath\\EXPCEB\\.yiguan-making',
})

describe('the settings file of the import client', () => {
  it('says the folders of each business', () => {
    expect(readClientSettings(settings).map(({ form }) => form)).toEqual(['OTHERS', 'EXPCEB', 'EXPCEB'])
    expect(readClientSettings(settings)[0]).toMatchObject({ in: 'C:\\ImpPath\\Others\\InBox' })
    for (const broken of ['', '<Settings>', settings.slice(0, -20), `<!DOCTYPE a>${settings.slice(22)}`])
      expect(readClientSettings(broken)).toEqual([])
  })

  it('agrees whatever the capitals and separators, and each difference is named with both sides', () => {
    const theirs = readClientSettings(settings)
    expect(folderDifferences('EXPCEB', ours(), theirs)).toEqual([])
    const [difference, ...rest] = folderDifferences('EXPCEB', ours('C:\\ImpPath\\EXPCEB\\failBox'), theirs)
    expect(rest).toEqual([])
    expect(difference?.zh).toContain('校验失败')
    expect(difference?.en).toMatch(/C:\\ImpPath\\EXPCEB\\failBox here, D:\\Fail/)
    expect(folderDifferences('IMPCEB', ours(), theirs)[0]?.zh).toContain('没有业务 IMPCEB（有：OTHERS')
  })

  it('is taken over where the four folders lie below one', () => {
    const form = (sent: string, failed: string, id = 'EXPCEB') => ({
      form: id,
      out: 'C:\\ImpPath\\Expceb\\OutBox',
      sent,
      in: 'c:/imppath/EXPCEB/InBox/',
      failed,
    })
    const fine = form('C:\\ImpPath\\Expceb\\done\\SentBox', 'C:\\ImpPath\\expceb\\FailBox')
    expect(adoptableForms([fine])).toEqual([
      {
        form: 'EXPCEB',
        root: 'C:\\ImpPath\\Expceb',
        layout: { form: 'EXPCEB', out: 'OutBox', sent: 'done\\SentBox', in: 'InBox', failed: 'FailBox' },
      },
    ])
    // Another disk, one of them missing, a business of others: nothing is guessed.
    for (const odd of [
      form('D:\\SentBox', 'D:\\Fail'),
      form('', 'C:\\ImpPath\\Expceb\\F'),
      { ...fine, form: 'MFT' },
    ])
      expect(adoptableForms([odd])).toEqual([])
  })

  it('is looked for below the data of the person, where there is such a place', () => {
    expect(clientSettingsFiles({ LOCALAPPDATA: '/local', APPDATA: '/roaming' })).toEqual([
      '/local/SIC/UserSetting/DFWJobSettings.xml',
      '/roaming/SIC/UserSetting/DFWJobSettings.xml',
    ])
    expect(clientSettingsFiles({ HOME: '/home/x' })).toEqual([])
  })
})
