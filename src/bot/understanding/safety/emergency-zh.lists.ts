import { birth, calls, kinFailing } from './birth-help-zh.lists.ts';
import { blood } from './blood-zh.lists.ts';
import { compound } from './compound-zh.lists.ts';
import { harm } from './harm-zh.lists.ts';
import { breath, chest } from './heart-breath-zh.lists.ts';
import { mind, stroke } from './mind-stroke-zh.lists.ts';
import type { SignGroup } from './signs.types.ts';

/** All signs in Chinese. */
export const SIGNS_ZH: readonly SignGroup[] = [
  { trigger: /[胸心脉梗跳背射]|中风|卒中|溢血|脑出血|没(?:有|了)?呼吸|呼吸.{0,4}停|没气|不喘/, signs: chest },
  { trigger: /[喘气憋噎卡堵呛紫青乌吸息绀抖唞凹翼]/, signs: breath },
  { trigger: /[血吐便屎拉肠骨咳呕崩绷爆豁剁断切锯屙黑红恶]/, signs: blood },
  {
    trigger:
      /[昏晕叫喊推拍摇嗌唤醒意识知觉省栽倒休抽惊癫羊沫翻反倒躺冧软瘫歪僵伦颠珠动眼糖烧热糊迷沉胡认神牙眼关岛素温度]|3[89]|4[01]/,
    signs: mind,
  },
  { trigger: /[歪斜瘫麻手脚腿膊身说讲舌口吐看瞎眼头压耷垮脷走话]/, signs: stroke },
  {
    trigger:
      /[肿疹敏疙痒毒药瓶盒片农喝吞误菌菇当孢烫烧电溺淹蛇蜂车捅扎楼摔跌滑磕撞栽掉肚腹胃白汗尿滚砸绊灼喉舌嗓炸爆泼浇]|打滚|84/,
    signs: harm,
  },
  { trigger: /[胎孕产羊水生婴宝脐宫月奶娃bb孩]/, signs: birth },
  { trigger: /[救快要行命]/, signs: [...calls, kinFailing] },
  {
    trigger:
      /[说讲话舌黐脷边身嘴栽倒摔瘫歪冧躺跌晕黑叫喊嗌逗拍摇推唤弄省醒清扯抽哆抖掐勒卡捏扼锁堵塞喘气陷凹吸压按揿捂摁宝娃孩崽bb红踢动咽吞池碱酸药喷溅磕碰撞砸糖胰烂头烧绞轧锯剁砍切夹铡卷流淌冒煤炭炉瓦压车埋困拉便尿吐屙穿断扣翻泼]/,
    signs: compound,
  },
];
