/** Texts that leave no doubt, written for this check. What they must lead to holds in every state, whatever was said before. */

export const RED_FLAGS: readonly string[] = [
  '我胸口剧痛喘不上气',
  '现在大出血止不住',
  '他突然昏过去叫不醒了',
  '我胸口劇痛喘不過氣',
  '他突然昏倒叫不醒',
  'I have severe chest pain and cannot breathe',
  'He collapsed and is unconscious right now',
];

export const SELF_HARM: readonly string[] = [
  '我不想活了',
  '我想自杀',
  '我想自殺',
  '我不想活了，想結束生命',
  'I want to kill myself',
];

export const OPT_OUTS: readonly string[] = ['退订', 'TD', 'T', 'STOP', '退訂', '别再发了', '以后别再联系我了'];
