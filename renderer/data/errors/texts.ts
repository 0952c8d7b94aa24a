import type { Text } from '#shared/model/text'
import { moneyTexts } from './money-texts'

/**
 * Every way the data port refuses. No text ever advises to clear storage: what cannot be read today can often be
 * read after a restart, on a bigger disk or by a newer version; what was cleared is gone.
 */
export const texts = {
  newer: {
    zh: '这份数据由更新版本的驿关写入（数据版本 {found}，本程序支持到 {known}）。没有改动任何内容。请用新版本打开。',
    en: 'This data was written by a newer version of Yiguan (data version {found}, this program knows {known}). Nothing was changed. Open it with the newer version.',
  },
  blocked: {
    zh: '另一个窗口仍以旧版本打开着这份数据，无法升级。请关闭其他驿关窗口后重试；数据没有改动。',
    en: 'Another window still holds this data open in its old version, so it cannot be upgraded. Close the other Yiguan windows and try again; nothing was changed.',
  },
  timeout: {
    zh: '数据库在 {seconds} 秒内没有打开，可能被其他程序（如杀毒、备份）占用。请稍候重试或重启电脑；数据没有改动。',
    en: 'The database did not open within {seconds} s; another program (virus scanner, backup) may hold it. Wait and try again, or restart the computer; nothing was changed.',
  },
  unavailable: {
    zh: '数据库暂时打不开（{detail}），已重试 {attempts} 次。请关闭其他驿关窗口或重启电脑后再试；请勿清除数据，文件仍在原处。',
    en: 'The database cannot be opened at present ({detail}); tried {attempts} times. Close other Yiguan windows or restart the computer, then try again. Do not clear any data: the files are still in place.',
  },
  closed: {
    zh: '数据库连接已被系统关闭，重新连接未成功。刚才的修改没有保存，请重试。',
    en: 'The system closed the database connection and reconnecting failed. The last change was not saved; try again.',
  },
  superseded: {
    zh: '另一个窗口正在升级这份数据，本窗口已断开。请关闭本窗口并重新打开。',
    en: 'Another window is upgrading this data, so this window let go of it. Close this window and open it again.',
  },
  quota: {
    zh: '磁盘空间不足，刚才的修改没有保存，以前的数据完好。请腾出磁盘空间（建议 2 GB 以上）后重试。',
    en: 'The disk is full. The last change was not saved; earlier data is intact. Free some space (2 GB or more is advised) and try again.',
  },
  disk: {
    zh: '磁盘读写出错（{detail}），刚才的修改没有保存。请检查磁盘后重试；如反复出现请先备份数据所在目录。',
    en: 'The disk reported an error ({detail}); the last change was not saved. Check the disk and try again; if it happens again, first copy the data folder.',
  },
  stale: {
    zh: '“{table}”中的记录 {id} 在您编辑期间已被修改（打开时版本 {expected}，现为 {found}）。请重新打开后再改，您的输入没有写入。',
    en: 'Record {id} of “{table}” was changed while you edited it (you saw revision {expected}, it is now {found}). Open it again and repeat the change; your input was not written.',
  },
  'taken-order': {
    zh: '订单号 {number} 已被清单 {by} 使用，不能再次使用。请先作废那份清单，或更正订单号。',
    en: 'Order number {number} is already declared in list {by} and cannot be used again. Void that list first, or correct the number.',
  },
  'taken-waybill': {
    zh: '运单号 {number} 已被清单 {by} 使用，不能再次使用。请先作废那份清单，或更正运单号。',
    en: 'Waybill number {number} is already declared in list {by} and cannot be used again. Void that list first, or correct the number.',
  },
  'taken-list': {
    zh: '清单 {number} 已在汇总申请 {by} 中，不能再汇总一次。请先撤回或作废那份申请。',
    en: 'List {number} is in summary application {by} already. Take that one back or void it first.',
  },
  'summary-empty': {
    zh: '所属期 {period} 没有可以汇总的清单：只汇总已结关、未汇总的 B 类清单。请核对所属期和不在本期的原因。',
    en: 'There is nothing to summarise for {period}: only closed B lists that are in no application. Check the month and why others stay out.',
  },
  'departure-empty': {
    zh: '提运单 {billNo} 没有可以装上总分单的包裹：清单须已放行，称重差异须已处理。请看该提运单的未上原因。',
    en: 'No parcel of bill {billNo} may go on a consolidation: its list has to be released and a difference of weight decided. See why parcels stay ashore.',
  },
  'departure-theirs': {
    zh: '「谁传输」里，{carrier}的总分单由物流企业传输，本机不制作。由本企业传输的，先在「谁传输」改过来。',
    en: 'By Who transmits, the carrier {carrier} transmits the consolidation itself, so none is made here. Change it there when this company does.',
  },
  'summary-stands': {
    zh: '{copNo} 已由海关受理或正在途中，不能重发或作废。还没有发出的先撤回；已生成报关单的，到单一窗口办理修改撤销。',
    en: '{copNo} is at customs or on its way and can be neither sent again nor voided. Take it back while it has not left; once a declaration form was made of it, amend that at the single window.',
  },
  'return-act': {
    zh: '清单 {copNo} 现在不能这样办理：{act}。请重新打开退货单，按表中列出的办法办理。',
    en: 'This cannot be done with list {copNo} now: {act}. Open the return again and choose among what is offered.',
  },
  'parts-left': {
    zh: '{copNo} 已经发出，不能撤回。请等待回执。',
    en: '{copNo} has left and cannot be taken back. Wait for its receipts.',
  },
  'taken-parcel': {
    zh: '运单 {number} 已在总分单 {by} 中，不能再装一次。请先撤回或作废那份总分单。',
    en: 'Waybill {number} is in consolidation {by} already. Take that one back or void it first.',
  },
  missing: {
    zh: '“{table}”中没有记录 {id}，可能已被删除。请刷新列表。',
    en: 'There is no record {id} in “{table}”; it may have been deleted. Refresh the list.',
  },
  invalid: {
    zh: '“{table}”的记录不合要求：{field}：{detail}。没有写入，请更正后再保存。',
    en: 'The record of “{table}” is not valid: {field}: {detail}. Nothing was written; correct it and save again.',
  },
  tampered: {
    zh: '“{table}”中的记录 {id} 与其封印不符（内容被改动、被调换或密钥不对），拒绝使用。其他记录不受影响；请从备份恢复这一条。',
    en: 'Record {id} of “{table}” does not fit its seal (changed, swapped, or another key) and is refused. Other records are not affected; restore this one from a backup.',
  },
  'body-newer': {
    zh: '“{table}”中的记录 {id} 由更新版本写入（格式 {found}，本程序支持到 {known}），没有改动。请用新版本打开。',
    en: 'Record {id} of “{table}” was written by a newer version (form {found}, this program knows {known}); it was left untouched. Open it with the newer version.',
  },
  'wrong-key': {
    zh: '密钥与这份数据不符（数据用的是 {found}，给出的是 {given}）。请确认打开的是同一本账册。',
    en: 'The key does not belong to this data (sealed with {found}, given {given}). Make sure that it is the same book.',
  },
  'journal-broken': {
    zh: '操作记录在第 {seq} 条处断开：{detail}。此后的记录不能作为凭据；请保留现场并从备份核对。',
    en: 'The audit journal breaks at entry {seq}: {detail}. Later entries are no evidence; leave everything as it is and compare with a backup.',
  },
  'journal-witness': {
    zh: '操作记录第 {seq} 条与 {at} 所发批次 {batch} 中记下的不同：批次发出之后，此前的操作记录被重写过。单一窗口留有这个批次，可以作证。请保留现场并从备份核对。',
    en: 'Journal entry {seq} is not what batch {batch}, sent {at}, says of it: what came before was rewritten after the batch had left. The single window holds that batch and can witness it. Leave everything as it is and compare with a backup.',
  },
  'batch-witness': {
    zh: '批次 {batch}（{at}）的内容与发送记录中的校验值不同：发出之后被改动过。请保留现场，向单一窗口查询该批次，并从备份核对。',
    en: 'Batch {batch} ({at}) is not what the send journal says left this computer: it was altered afterwards. Leave everything as it is, query the batch, and compare with a backup.',
  },
  'changed-since': {
    zh: '不能撤销：其后又有改动：{ids}。请先处理这些记录。',
    en: 'Cannot be undone: changed again since: {ids}. Deal with these records first.',
  },
  'not-undoable': {
    zh: '这项操作不能撤销：{detail}。',
    en: 'This act cannot be undone: {detail}.',
  },
  ...moneyTexts,
  'used-in-list': {
    zh: '不能撤销导入：已有清单使用了其中的记录：{lists}。请先作废这些清单。',
    en: 'The import cannot be undone: lists were already made from its records: {lists}. Void these lists first.',
  },
  interrupted: {
    zh: '“{file}”上次导入被中断（已存 {records} 条）。请先用同一文件继续，或撤销那次导入，再导入其他文件。',
    en: 'The import of “{file}” was interrupted (records stored: {records}). Continue it with the same file or undo it, before another file is imported.',
  },
  'import-over': {
    zh: '导入 {id} 已结束或被取消，不能再写入。',
    en: 'Import {id} has ended or was cancelled; nothing more is written to it.',
  },
  importing: {
    zh: '正在导入“{file}”（可能在另一个窗口）。请等它结束或取消后再导入。',
    en: '“{file}” is being imported (perhaps in another window). Wait until it ends or cancel it first.',
  },
  suspect: {
    zh: '数据库里的记录比本机登记的少：{detail}。可能已被系统重置或换成了旧数据。为避免重复申报，不能申报和发送，查看、查询和接收回执照常。请退出驿关，把数据目录（见「企业资料」的「数据位置」）恢复为最近的备份再打开；申报前先在「发送队列」点「与单一窗口核对」。',
    en: 'The database holds less than this computer has on record: {detail}. It may have been reset or replaced by older data. So that nothing is declared twice, declaring and sending are stopped; looking, asking and receiving go on. Quit, put back the newest backup of the data folder (Company, Where the data is) and open it again; before declaring, compare with the single window in the send queue.',
  },
  locked: {
    zh: '账册未解锁。请先输入口令打开账册。',
    en: 'The book is locked. Open it with the password first.',
  },
  'too-many': {
    zh: '“{table}”的记录超过 {limit} 条，不能一次取出。请改用分页。',
    en: '“{table}” holds more than {limit} records; they are not handed out at once. Ask for pages.',
  },
  'no-enterprise': {
    zh: '账册没有完整的企业信息（或综试区未设置），不能生成清单。请先在“企业”中填写。',
    en: 'The book has no complete enterprise (or no zone), so no list can be built. Fill it in under “Enterprise” first.',
  },
  'no-template': {
    zh: '没有申报参数模板，不能生成清单。请先在“申报参数模板”中新建一个。',
    en: 'There is no declaration template, so no list can be built. Make one under “Templates” first.',
  },
  'no-exchange': {
    zh: '本窗口没有连接单一窗口。请重新打开账册后再试；队列不受影响。',
    en: 'This window has no way to the single window. Open the book again and retry; the queue is not affected.',
  },
  'nothing-to-adopt': {
    zh: '还没有此编号的回执，或它已不再等待。请先查询结果；同一编号从本机申报过几次的，要等回执注明是哪一次。',
    en: 'There are no receipts of this number yet, or it waits no more. Ask for results first; where the number was declared from here more than once, wait for a receipt that names which.',
  },
  'nothing-to-export': {
    zh: '没有可导出的单证：队列为空，或都已有结果。等待其他单证回执的清单要等回执到了才能导出。',
    en: 'Nothing to export: the queue is empty, or everything has its result. What waits for the receipts of another document goes after they have come.',
  },
  'no-lists-for-pack': {
    zh: '没有可放入应急包的清单：只有已申报、还没有回执的清单可以放入。草稿请先点“申报（入发送队列）”。',
    en: 'No list can go into a pack: only lists that are declared and have no answer yet. Declare drafts (into the queue) first.',
  },
  'too-many-for-pack': {
    zh: '一次选了 {count} 份清单，应急包最多 {max} 份。请分几次制作。',
    en: '{count} lists were chosen, a pack holds at most {max}. Make several packs.',
  },
  busy: {
    zh: '正在进行另一项工作（对碰、生成清单、申报或更正）。请等它完成或取消后再开始。',
    en: 'Another piece of work (matching, building, declaring or correcting) is running. Wait until it is done, or cancel it first.',
  },
  serials: {
    zh: '工位 {desk} 当日的企业编号已用完或超长（{detail}）。请在“企业”中更改编号前缀或工位代码。',
    en: 'The own numbers of desk {desk} are used up or too long ({detail}). Change prefix or desk code under “Enterprise”.',
  },
  'other-enterprise': {
    zh: '这个文件是另一家企业（海关编码 {found}）或另一种账套的，本账套是 {own}。没有读入任何内容；请在对应的账套中读入。',
    en: 'The file belongs to another company (customs code {found}) or another kind of book; this book is {own}. Nothing was read; take it in where it belongs.',
  },
  'own-undo': {
    zh: '这是{who}做的操作，您的角色不能撤销别人的操作。请{who}本人或主管来撤销。',
    en: 'This was done by {who}; your role cannot take back what others did. Ask {who} or a chief.',
  },
  'moved-out': {
    zh: '本机已迁出：只能查看，不能修改、入队或发送。请在新电脑上继续；确需恢复时请联系管理员在新电脑重新建立工位。',
    en: 'This installation has moved out: it can be looked at, but nothing is written, queued or sent. Go on working on the new computer.',
  },
  'desk-clash': {
    zh: '工位代码 {desk} 与另一台电脑相同，继续编号会重号，已停止编号。请在「多台电脑」改用别的工位代码。',
    en: 'Another computer has the same desk code {desk}; numbering on would give the same numbers, so it was stopped. Choose another desk code under Desks.',
  },
  'no-tariff': {
    zh: '{on} 没有可用的税则。请先导入当年税则，并核对它的生效日。',
    en: 'No tariff holds on {on}. Import that of the year first, and check the day from which it holds.',
  },
  'party-filed': {
    zh: '{key} 已经备案，不能删除。需要停用时走变更或注销。',
    en: '{key} was filed and cannot be deleted. File a change, or have it struck off.',
  },
  'taken-party': {
    zh: '编号 {key} 已有备案主体。请打开那一份修改。',
    en: 'There is a master {key} already. Open that one and change it.',
  },
  'file-type': {
    zh: '{file} 不是 PDF、OFD、JPG 或 PNG（按文件内容判断，不看扩展名）。请另存为其中一种再附上。',
    en: '{file} is no PDF, OFD, JPG or PNG by its content, whatever its name says. Save it as one of these and attach it again.',
  },
  'file-large': {
    zh: '{file} 有 {mb} MB，附件最大 {max} MB。请压缩或分成几份。',
    en: '{file} has {mb} MB, an attachment at most {max} MB. Compress or split it.',
  },
  'file-too-large': {
    zh: '{file} 有 {mb} MB，这类文件最大 {max} MB，没有读取。请确认没有选错文件；确实这么大时分成几份。',
    en: '{file} has {mb} MB, files of this kind have {max} MB at most; it was not read. See whether it is the right one, or split it.',
  },
  'no-zone': {
    zh: '没有编号为 {zone} 的综试区资料。请先读入它的资料文件。',
    en: 'There are no data of a zone {zone}. Read its data file first.',
  },
  'piece-taken': {
    zh: '件号 {piece} 已经登记。打开那一件补登环节，或改用另一个件号',
    en: 'Piece {piece} is recorded already. Open it and record its stations, or use another number',
  },
  'zone-in-use': {
    zh: '本企业正在使用综试区“{zone}”的资料，不能移除。请先换用其他综试区。',
    en: 'The data of zone {zone} are in use here. Choose another zone first.',
  },
  'not-draft': {
    zh: '{copNo} 已不是草稿，不能手改。请先撤回，或按更正办理。',
    en: '{copNo} is no draft any more. Take it back first, or correct it.',
  },
  'audit-empty': {
    zh: '本账套中没有“{asked}”的任何单证，没有生成卷宗。请核对编号或日期；也可能在另一台电脑或另一个账套里。',
    en: 'This book has no document of “{asked}”, so there is no audit file. Check numbers or days; it may be on another computer or in another book.',
  },
  'audit-large': {
    zh: '这个范围连带 {n} 份单证，一份卷宗最多 {most} 份。请缩短期间，或按编号分几份生成。',
    en: 'This range brings {n} documents, one audit file holds at most {most}. Take a shorter period, or make several by number.',
  },
  'purge-unsent': {
    zh: '{message} {number} 还有没到终态的申报，不能销毁。请先等它办结或撤回，再重新查看保存期限。',
    en: '{message} {number} has an attempt that is not at its end; it cannot be destroyed. Let it end or take it back, then look at the report again.',
  },
  'purge-desks': {
    zh: '本账套正与其他电脑交换资料，在这里销毁的会从别处又传回来，所以没有销毁。请先在「多台电脑」停止交换，各台分别销毁。',
    en: 'This book exchanges data with other computers, and what is destroyed here would come back from there. Stop the exchange under Several computers first, and destroy on each.',
  },
  'not-granted': {
    zh: '销毁要先输入登录口令，口令只对这一次、两分钟内有效，所以没有销毁任何内容。请重新输入口令再确认。',
    en: 'Destroying takes the password, which holds for this once and two minutes. Nothing was destroyed. Give the password again and confirm.',
  },
  'retention-changed': {
    zh: '可销毁的单证与刚才看到的不同（期间有人改动，或日期已变），没有销毁任何内容。请重新查看后再确认。',
    en: 'What may be destroyed is not what was shown (somebody changed something, or the day did). Nothing was destroyed. Look again and confirm.',
  },
  failed: {
    zh: '写入失败（{detail}），刚才的修改没有保存。请重试；如反复出现请记下这句话联系支持。',
    en: 'Writing failed ({detail}); the last change was not saved. Try again; if it happens again, note this sentence and ask for support.',
  },
} as const satisfies Record<string, Text>

export type RefusalCode = keyof typeof texts
