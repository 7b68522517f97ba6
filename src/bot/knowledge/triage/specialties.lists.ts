/** A branch of medicine as hospitals cut it: what they call it, and who sees to it where a hospital does not have it. */
export interface Specialty {
  readonly id: string;
  /** Names in use, the plainest first; simplified, lower case. */
  readonly names: readonly string[];
  /** Specialties that take over, best first. */
  readonly instead: readonly string[];
}

const row = (id: string, names: string, instead = ''): Specialty => ({
  id,
  names: names.split(' '),
  instead: instead.split(' ').filter(Boolean),
});

/** The generic specialties, which the model was trained on. Any hospital's departments are mapped onto them by name. */
export const SPECIALTIES: readonly Specialty[] = [
  row('cardiology', '心血管内科 心内科 心血管科 心脏内科 心脏科 心脏病科 cardiology', 'internal-medicine'),
  row(
    'respiratory',
    '呼吸内科 呼吸科 呼吸与危重症医学科 呼吸危重症医学科 肺科 肺病科 respiratory pulmonology',
    'internal-medicine',
  ),
  row('gastroenterology', '消化内科 消化科 胃肠科 肠胃科 脾胃病科 gastroenterology', 'internal-medicine'),
  row('neurology', '神经内科 神内 脑内科 脑病科 神经科 neurology', 'internal-medicine'),
  row('endocrinology', '内分泌科 内分泌代谢科 内分泌与代谢科 糖尿病科 内分泌 endocrinology', 'internal-medicine'),
  row('nephrology', '肾内科 肾病科 肾脏内科 肾脏科 肾病内科 nephrology', 'internal-medicine urology'),
  row('rheumatology', '风湿免疫科 风湿科 风湿病科 免疫科 rheumatology', 'internal-medicine nephrology orthopaedics'),
  row('haematology', '血液内科 血液科 血液病科 肿瘤血液科 haematology hematology', 'oncology internal-medicine'),
  row('oncology', '肿瘤科 肿瘤内科 肿瘤血液科 肿瘤放疗科 放疗科 化疗科 oncology', 'haematology internal-medicine'),
  row(
    'geriatrics',
    '老年医学科 老年病科 老年科 老年内科 老干科 干部保健科 geriatrics',
    'general-practice internal-medicine',
  ),
  row('general-practice', '全科医学科 全科 全科门诊 普通内科 普内科 便民门诊 general', 'internal-medicine'),
  row('internal-medicine', '内科 大内科 综合内科 普通内科 内科门诊', 'general-practice'),
  row('general-surgery', '普外科 普通外科 外科 胃肠外科 肝胆外科 普外 surgery'),
  row('vascular-surgery', '血管外科 周围血管科 血管介入科 介入科', 'general-surgery'),
  row('breast', '乳腺外科 乳腺科 甲状腺乳腺外科 乳腺甲状腺外科 甲乳外科 breast', 'general-surgery gynaecology'),
  row('thyroid-surgery', '甲状腺外科 甲状腺乳腺外科 乳腺甲状腺外科 甲乳外科 甲状腺科 头颈外科', 'general-surgery ent'),
  row('orthopaedics', '骨科 骨外科 创伤骨科 骨伤科 脊柱外科 关节外科 orthopaedics orthopedics', 'general-surgery'),
  row('neurosurgery', '神经外科 脑外科 颅脑外科 neurosurgery', 'general-surgery neurology'),
  row('urology', '泌尿外科 泌尿科 泌尿男科 urology', 'general-surgery'),
  row('andrology', '男科 泌尿男科 男性科 andrology', 'urology'),
  row('thoracic', '胸外科 胸心外科 心胸外科 thoracic', 'general-surgery respiratory'),
  row('proctology', '肛肠科 肛肠外科 痔瘘科 proctology', 'general-surgery'),
  row('ophthalmology', '眼科 眼病科 五官科 ophthalmology'),
  row('ent', '耳鼻咽喉科 耳鼻喉科 耳鼻咽喉头颈外科 耳鼻喉 五官科 ent'),
  row('dental', '口腔科 牙科 口腔门诊 口腔内科 口腔中心 五官科 dental dentistry'),
  row('dermatology', '皮肤科 皮肤性病科 皮肤病科 皮肤与性病科 dermatology'),
  row('plastic', '整形外科 烧伤整形科 整形美容科 医疗美容科 烧伤科', 'dermatology general-surgery'),
  row('tcm', '中医科 中医 针灸科 针灸推拿科 中医门诊 中医内科 tcm', 'rehabilitation'),
  row('rehabilitation', '康复医学科 康复科 理疗科 康复中心 rehabilitation', 'tcm neurology orthopaedics'),
  row('pain', '疼痛科 疼痛门诊 麻醉疼痛科 pain', 'orthopaedics neurology'),
  row(
    'psychiatry',
    '精神心理科 心理科 精神科 临床心理科 身心医学科 心理门诊 心身医学科 睡眠门诊 psychiatry',
    'neurology',
  ),
  row('gynaecology', '妇科 妇产科 妇科门诊 gynaecology gynecology', 'obstetrics'),
  row('reproduction', '生殖医学科 生殖中心 生殖科 不孕不育科', 'gynaecology urology'),
  row('obstetrics', '产科 妇产科 产科门诊 产检门诊 obstetrics', 'gynaecology'),
  row(
    'paediatrics',
    '儿科 小儿科 儿内科 小儿内科 儿童内科 paediatrics pediatrics',
    'general-practice internal-medicine',
  ),
  row(
    'infectious',
    '感染性疾病科 感染科 感染内科 传染科 发热门诊 肝病科 infectious',
    'internal-medicine general-practice',
  ),
  row('hepatology', '肝病科 肝胆内科 肝病中心', 'infectious gastroenterology'),
  row('emergency', '急诊医学科 急诊科 急诊 急诊室 急诊内科 急诊外科 emergency', 'general-surgery'),
  row('checkup', '健康管理中心 体检中心 体检科 健康体检 健康体检中心 checkup'),
  row('vaccination', '预防接种门诊 接种门诊 疫苗门诊 预防保健科 防保科 vaccination'),
];
