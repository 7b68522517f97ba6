import { spawnSync } from 'node:child_process';

/** Without poppler printed documents are not read back, with a notice; where CI runs, that is a failure. */
export function popplerThere(): boolean {
  const there = ['pdftotext', 'pdffonts'].every((tool) => spawnSync(tool, ['-v']).error === undefined);
  if (there || process.env['CI'] !== undefined) return true;
  process.stdout.write(
    '\nNOT TESTED: the text of printed documents; pdftotext or pdffonts is missing (apt-get install poppler-utils)\n',
  );
  return false;
}
