import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBuffer, toString } from 'qrcode';
import { HuifangError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';

/** One link for the discharge papers. */
export interface Link {
  readonly recordNo: string;
  readonly link: string;
  /** Last day on which it works, `YYYY-MM-DD`. */
  readonly until: string;
}

export interface SlipWords {
  readonly hospital: Readonly<Record<Language, string>>;
  /** Reached for questions. */
  readonly phone: string;
}

const OWNER_ONLY = 0o600;
const PNG_PIXELS = 600;

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** A file name in which a record number can do no harm. */
const fileName = (recordNo: string): string => `enrolment-${recordNo.replace(/[^\w-]/g, '_')}`;

const STYLE = `body{font:14pt/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:0}
section{box-sizing:border-box;max-width:16cm;margin:0 auto;padding:1.5cm 1cm;page-break-after:always;text-align:center}
section:last-child{page-break-after:auto}h1{font-size:20pt;margin:0}svg{width:6cm;height:6cm;margin:.5cm}
.link{font-size:10pt;word-break:break-all}.small{font-size:10pt;color:#333}`;

function slip({ recordNo, link, until }: Link, svg: string, { hospital, phone }: SlipWords): string {
  return `<section>
<h1>${escape(hospital['zh-CN'])}</h1>
<p class="small">${escape(hospital.en)}</p>
<p>请用手机上的 Telegram 扫描二维码，点“开始”，之后我们会在那里联系您。<br>
Scan this code with Telegram on your phone and press Start; we will then write to you there.</p>
${svg}
<p class="link">${escape(link)}</p>
<p class="small">仅限本人或家属使用一次，${until} 前有效，请勿转发。请勿在聊天中发送证件号、密码或验证码。<br>
For you or your family only; works once, until ${until}; please do not pass it on.</p>
<p class="small">咨询电话 Questions: ${escape(phone)}　　病历号 Record: ${escape(recordNo)}</p>
</section>`;
}

/** Writes the slips and the codes, readable by the account only; the paths. Throws FILE_UNWRITABLE. */
export async function writeSlips(out: string, links: readonly Link[], words: SlipWords): Promise<readonly string[]> {
  const files: string[] = [];
  const write = (name: string, content: string | Buffer) => {
    const path = join(out, name);
    writeFileSync(path, content, { mode: OWNER_ONLY });
    files.push(path);
  };
  try {
    mkdirSync(out, { recursive: true });
    const pages: string[] = [];
    for (const link of links) {
      const svg = await toString(link.link, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
      write(`${fileName(link.recordNo)}.svg`, svg);
      write(`${fileName(link.recordNo)}.png`, await toBuffer(link.link, { width: PNG_PIXELS, margin: 2 }));
      pages.push(slip(link, svg, words));
    }
    const head = `<!doctype html>\n<html lang="zh-CN">\n<meta charset="utf-8">\n<title>${escape(words.hospital['zh-CN'])}</title>`;
    write('enrolment.html', `${head}\n<style>${STYLE}</style>\n${pages.join('\n')}\n</html>\n`);
  } catch (error) {
    throw new HuifangError('FILE_UNWRITABLE', [`${out}: ${error instanceof Error ? error.message : String(error)}`]);
  }
  return files;
}
