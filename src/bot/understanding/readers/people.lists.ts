/** Kin and carers as a contact names them (normalised: 她/它 → 他). */
export const KIN =
  '女儿|闺女|大女儿|小女儿|二女儿|儿子|大儿子|小儿子|二儿子|老儿子|儿媳妇?|女婿|爱人|老婆|老公|妻子|丈夫|太太|先生|媳妇|老伴儿?|对象|爸爸?|妈妈?|父亲|母亲|老爸|老妈|老爹|老娘|爹|娘|阿爸|阿妈|哥哥?|弟弟?|姐姐?|妹妹?|大哥|大姐|兄弟|姐妹|嫂子|嫂嫂|弟媳|弟妹|姐夫|妹夫|侄子|侄女|侄儿|外甥女?|孙子|孙女|外孙女?|爷爷|奶奶|姥姥|姥爷|外公|外婆|公公|婆婆|岳父|岳母|丈人|丈母娘|叔叔?|伯伯|伯父|婶婶?|姑姑|姑妈|舅舅|舅妈|姨妈?|阿姨|堂[哥弟姐妹]|表[哥弟姐妹]|家属|家人|家里人|家长|亲属|亲戚|亲人|监护人|护工|陪护|保姆|看护|邻居|朋友|同事|室友|同学|男朋友|女朋友|男友|女友|未婚妻|未婚夫|内人|先父|仔|囡囡?|细佬|家嫂|媳婦';
export const EN_KIN =
  'wife|husband|son|daughter|mother|father|mom|mum|dad|sister|brother|spouse|partner|carer|caregiver|granddaughter|grandson|niece|nephew|uncle|aunt|cousin|relative|family|son-in-law|daughter-in-law|friend|neighbour|neighbor|parent|guardian|helper|nanny|girlfriend|boyfriend|fiancee?';
