/**
 * Words for the people a message can mean, as regular expression sources over normalised text (pronouns there are 你 and 他).
 */

/** Relatives, as spoken in the north, the south, Taiwan and Hong Kong. */
export const KIN =
  '(?:爸爸?|妈妈?|爹爹?|娘|父亲|母亲|父母|爸妈|家父|家母|先父|先母|家严|家慈|家翁|老爸|老妈|老豆|老窦|老母亲?|阿[爸妈爷婆嫲公姨伯叔哥姐妹弟]|爷爷?|奶奶?|姥姥|姥爷|外公|外婆|公公|婆婆|岳父|岳母|丈人|丈母娘|老公|老婆|丈夫|妻子|爱人|老伴儿?|媳妇儿?|太太|先生|内人|外子|家属|儿子|女儿|闺女|姑娘|孩子|小孩|娃娃?|宝宝|宝贝|婴儿|新生儿|bb|毛毛|妹妹?|弟弟?|哥哥?|姐姐?|嫂子?|弟媳|姐夫|妹夫|叔叔?|婶婶?|伯伯?|大伯|伯父|伯母|大爷|大娘|大妈|姑姑?|姑妈|姨妈?|舅舅?|舅妈|侄子|侄女|外甥女?|孙子|孙女|外孙女?|亲戚|亲家|公爹|婆母|俺[爹娘爸妈]|老头子?|老太太|老太婆|老爷子|老人家?|老奶奶|老两口|老汉儿|老者|老娘|俺大(?![夫娘爷伯妈哥姐])|(?:娃|孩子|他|伢)(?:他)?[爸妈爹娘](?!妈|爸|爹|娘)|当家的|家公|家婆)';

/** The patient, when not called by name or kinship. */
export const PATIENT = '(?:病人|患者|病患|本人|人家|老人家?)';

/** People whose fate is none of this conversation's: neighbours in the ward, acquaintances, the screen. */
export const OTHERS =
  '(?:隔壁|邻居|邻床|临床的|旁边床|旁边的|对床|同病房|同屋|病友|同事|同学|工友|别人|别的病人|其他病人|其他人|有个病人|有一个病人|有人|听说|电视|电影|小说|新闻|网上|抖音|视频里|朋友的|朋友他|我朋友|村里|neighbou?r|on tv|someone else|another patient|other patient|roommate|my friend)';
