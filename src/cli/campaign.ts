import { userInfo } from 'node:os';
import { CAMPAIGN_COMMANDS, isCampaignCommand } from '../bot/campaign/switch.ts';
import { readSettings } from '../config/env.ts';
import { explain, HuifangError } from '../domain/errors.ts';
import { runCampaign } from './campaign/run.ts';
import { statusText } from './campaign/words.ts';

const HELP = `暂停或恢复新的随访，服务是否运行都可以。
Pauses and resumes the opening of new follow-ups, whether the service runs or not.

  npm run campaign -- ${CAMPAIGN_COMMANDS.join('|')} [--json]

  pause   暂停：不开始新的随访，不发提醒，等着发出的先留着；来信照常回复
          no follow-up is opened, nobody is reminded, what waits to be sent is held; whoever writes is answered
  resume  恢复：留着的发出，到期的随访照常开始 / what is held leaves, and what has become due meanwhile is opened, within sending hours and caps
  status  各状态的随访数 / how many follow-ups are planned, open, done and cancelled

Which data file: DATA_DIR and the other settings of the service (npm start -- --help).
退出状态：0 完成，1 失败，2 参数有误。
Exit status: 0 done, 1 it failed, 2 wrong arguments.
`;

const words = process.argv.slice(2);
const json = words.includes('--json');
const [command, ...rest] = words.filter((word) => word !== '--json');
if (words.includes('--help')) {
  process.stdout.write(HELP);
} else if (!isCampaignCommand(command) || rest.length > 0) {
  process.stderr.write(HELP);
  process.exitCode = 2;
} else {
  try {
    const status = await runCampaign(command, readSettings(), `cli:${userInfo().username}`);
    process.stdout.write(json ? `${JSON.stringify(status)}\n` : statusText(status));
  } catch (error) {
    if (!(error instanceof HuifangError)) throw error;
    process.stderr.write(explain(error, { zh: `随访任务 ${command} 失败`, en: `Campaign ${command} failed` }));
    process.exitCode = 1;
  }
}
