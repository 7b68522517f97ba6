/** What tables of Chinese hospitals hold, in English. What is not here stays Chinese. */
export const TITLES_EN: Readonly<Record<string, string>> = {
  主任医师: 'Chief Physician',
  副主任医师: 'Associate Chief Physician',
  主治医师: 'Attending Physician',
  住院医师: 'Resident Physician',
  副主任药师: 'Associate Chief Pharmacist',
  主任药师: 'Chief Pharmacist',
};

export const LABELS_EN: Readonly<Record<string, string>> = {
  门诊: 'The outpatient clinic',
  周六下午门诊: 'The Saturday afternoon clinic',
  周日门诊: 'The Sunday clinic',
  夜间门诊: 'The evening clinic',
  急诊: 'The emergency department',
  发热门诊: 'The fever clinic',
  儿科急诊: 'The paediatric emergency department',
  预约电话: 'The booking line',
  挂号收费窗口: 'The registration and cashier windows',
  门诊采血: 'Blood drawing',
  门诊药房: 'The outpatient pharmacy',
  急诊药房: 'The emergency pharmacy',
  自助机: 'The self-service machines',
  出入院服务中心: 'The admission and discharge office',
  病案室: 'The medical records office',
  医保服务站: 'The medical insurance office',
  病房探视: 'Ward visiting',
  重症医学科探视: 'Intensive care visiting',
  体检: 'Health check-ups',
  预防接种: 'Vaccination',
  营养食堂: 'The canteen',
  挂号收费处: 'The registration and cashier windows',
  门诊导诊台: 'The information desk',
  医患沟通办公室: 'The patient relations office',
  保卫科: 'The security office',
  营养膳食科: 'The canteen',
};

export const BUILDINGS_EN: Readonly<Record<string, string>> = {
  门诊楼: 'the outpatient building',
  急诊楼: 'the emergency building',
  住院楼: 'the inpatient building',
  内科楼: 'the internal medicine building',
  外科楼: 'the surgical building',
  妇儿楼: "the women's and children's building",
  医技楼: 'the medical technology building',
  感染楼: 'the infectious diseases building',
  行政楼: 'the administration building',
  健康管理楼: 'the health management building',
};

export const UNITS_EN: Readonly<Record<string, string>> = {
  次: 'each time',
  部位: 'per body part',
  颗: 'per tooth',
  天: 'a day',
  日: 'a day',
  床日: 'per bed and day',
  小时: 'an hour',
  针: 'per dose',
  支: 'per dose',
  页: 'a page',
  张: 'per sheet',
  人: 'per person',
  例: 'per case',
  晚: 'a night',
  剂: 'per dose',
  全口: 'full mouth',
};

export const INSURANCE_EN: Readonly<Record<string, string>> = {
  自费: 'not covered by medical insurance',
  医保甲类: 'covered by medical insurance (class A)',
  医保乙类: 'covered in part by medical insurance (class B)',
  医保支付: 'covered by medical insurance',
  医保部分支付: 'covered in part by medical insurance',
};
