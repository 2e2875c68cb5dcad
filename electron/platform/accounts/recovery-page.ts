type Facts = { readonly unitName: string; readonly printedOn: string; readonly printedBy: string };

/** The sheet for the unit's safe, as it is handed to the printer: black on white, one A4 page. */
export function recoveryPage(code: string, { unitName, printedOn, printedBy }: Facts): string {
  const groups = code.split('-');
  const cells = groups
    .map(
      (group, index) =>
        `<td><small>第 ${index + 1} 组</small><b>${group}</b></td>${index === 3 ? '</tr><tr>' : ''}`,
    )
    .join('');
  const [year, month, day] = printedOn.split('-').map(Number);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>恢复码</title><style>
@page{size:A4;margin:30mm 26mm}
body{font-family:"SimSun","Songti SC","Noto Serif CJK SC",serif;font-size:12pt;line-height:1.8;color:#000}
h1{font-size:20pt;text-align:center;margin:0 0 4mm}
p.unit{text-align:center;margin:0 0 10mm}
table{width:100%;border-collapse:collapse;margin:0 0 10mm}
td{width:25%;border:1px solid #000;text-align:center;padding:4mm 0}
small{display:block;font-size:9pt}
b{font-family:"Consolas","Courier New",monospace;font-size:20pt;letter-spacing:2pt}
ol{padding-left:6mm}
p.sign{margin-top:14mm;text-align:right}
</style></head><body>
<h1>工会案管恢复码</h1><p class="unit">${escapeHtml(unitName)}</p>
<table><tr>${cells}</tr></table>
<ol>
<li>管理员忘记密码时，在登录页选择“使用恢复码”，填写以上八组字符，即可为管理员设置新密码。</li>
<li>在另一台电脑恢复备份时，也可以用恢复码打开。</li>
<li>持有本页即可打开本单位全部案件资料。请装入信封密封，存放在单位保险柜中，不要拍照，不要存入电脑。</li>
<li>本页遗失或被他人看到时，请管理员在“设置—安全”中换发，原恢复码随即停用。</li>
</ol>
<p class="sign">打印人：${escapeHtml(printedBy)}<br>${year}年${month}月${day}日</p>
</body></html>`;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
