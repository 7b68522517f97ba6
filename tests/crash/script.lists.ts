/** What a patient says to a text that contains `heard`: one of `replies`, each a burst of one to three texts. */
export interface Cue {
  readonly heard: string;
  readonly replies: readonly (readonly string[])[];
}

const RATINGS: readonly (readonly string[])[] = [
  ['1'],
  ['满意'],
  ['挺好', '满意'],
  ['满意', '真的', '都挺耐心'],
  ['2'],
  ['不满意', '等了很久没人来'],
];

/** Keyed to the questions of flows.config.json; the first cue that fits counts. A text without a cue ends the talk. */
export const CUES: readonly Cue[] = [
  { heard: '现在方便', replies: [['方便'], ['你好', '方便的'], ['是我', '现在可以', '你说吧']] },
  { heard: '医生的技术和服务满意吗', replies: [...RATINGS, ['都满意']] },
  { heard: '给您看病的医生，您满意吗', replies: [['1']] },
  { heard: '护士的护理和服务满意吗', replies: RATINGS },
  { heard: '照顾您的护士，您满意吗', replies: [['1']] },
  { heard: '总体满意吗', replies: RATINGS },
  { heard: '医院各方面合起来看，您满意吗', replies: [['1']] },
  { heard: '具体是哪方面还不够好', replies: [['换药等了一个多小时'], ['晚上走廊太吵', '睡不好']] },
  { heard: '是满意、基本满意，还是不满意', replies: [['1']] },
  { heard: '和您确认一下', replies: [['对']] },
  { heard: '方便具体说说是什么事吗', replies: [['上周三晚上按铃，护士站没人']] },
  { heard: '您什么时候方便', replies: [['不用了，谢谢']] },
  { heard: '什么意见或建议', replies: [['没有'], ['没有了', '谢谢'], ['希望食堂早点开门']] },
  { heard: '还有别的话想对医院说吗', replies: [['没有']] },
];

/** Said instead of an answer, now and then, at any question. */
export const TURNS_OF_EVENTS: readonly (readonly string[])[] = [
  ['退订'],
  ['STOP'],
  ['我想找人工'],
  ['我现在胸口疼', '喘不上气'],
  ['不了，谢谢'],
];

/** Said after the end, when an answer may come or not. */
export const AFTERTHOUGHTS: readonly (readonly string[])[] = [['谢谢'], ['你好', '在吗']];
