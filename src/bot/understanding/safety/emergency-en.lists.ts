import type { Sign, SignGroup } from './signs.types.ts';

/** Red flags in English (handbook 27, standards section 8), over normalised (lower-case) text. */

const PAIN = '(?:pain\\w*|hurt\\w*|ache|aching|tight\\w*|pressure|heav\\w*|squeez\\w*|crush\\w*|burn\\w*|discomfort)';

const signs: readonly Sign[] = [
  {
    id: 'safety.chest_pain',
    pattern: new RegExp(
      `\\bchest\\b[^,.!?;\\n]{0,32}${PAIN}|${PAIN}[^,.!?;\\n]{0,12}\\bchest\\b|(?:elephant|weight|heavy|brick|vice|band|rock|someone|something|somebody|stone)[^,.!?]{0,30}\\bchest\\b|(?<!(?:is|was|are|be) a )heart attack|heart (?:is )?(?:pounding|racing)[^.!?]{0,30}(?:sweat|faint|dizz|pass out|breath)|angina|cardiac arrest`,
      'g',
    ),
    tier: 'high',
    mild: 'low',
    unless: /bill|price|cost|chest (?:clinic|x-?ray|unit)|nearly gave|almost gave|gave me a heart/,
  },
  {
    id: 'safety.no_breath',
    pattern:
      /(?:can'?t|cannot|can not|couldn'?t|unable to|hard to|struggl\w+ to|difficulty|trouble|problems?|barely|hardly|not|isn'?t|stopped|without) (?:\w+ ){0,2}breath\w*|short(?:ness)? of breath|out of breath|gasping|breathless|suffocat\w+|lips? (?:are |is |have |turning |gone |look\w* ){1,2}(?:\w+ )?(?:blue|purple)|(?:turning|turned|gone|went|looks?|is|are|going) (?:all )?(?:blue|purple|grey|gray)|(?:struggl|fight|gasp)\w* (?:for|to) (?:breath\w*|air)|catch (?:my|his|her|their|a) breath|breath\w* (?:\w+ ){0,3}(?:very |really |so )?(?:hard|difficult|laboured|labored|shallow|fast|bad|badly|heavy|heavily)|wheez\w+ (?:\w+ ){0,2}(?:bad\w*|a lot|hard|so|can)/g,
    tier: 'high',
    mild: 'low',
    unless: /bill|price|hold(?:ing)? (?:my|your) breath|climb|stairs|laugh/,
  },
  {
    id: 'safety.choking',
    pattern: /\bchok(?:ing|ed)\b/g,
    tier: 'high',
    mild: 'low',
    unless: /price|bill|nearly choked|almost choked|traffic/,
  },
  {
    id: 'safety.bleeding',
    pattern:
      /(?:won'?t|doesn'?t|not|can'?t|cannot|couldn'?t|never) (?:\w+ ){0,2}stop(?:s|ped|ping)? (?:the )?bleed\w*|bleed\w* (?:\w+ ){0,3}(?:won'?t|doesn'?t|not|can'?t|isn'?t) (?:\w+ ){0,1}stop\w*|bleeding (?:\w+ ){0,2}(?:heav\w+|badly|a lot|profusely|everywhere|non-?stop|again|out|through)|(?:heav\w+|severe\w*|massive\w*|badly|profuse\w*|a lot of|lots of|keeps?|still) bleed\w*|h(?:a)?emorrhag\w+|(?:vomit\w*|throw\w* up|cough\w*(?: up)?|spitting(?: up)?|pouring) (?:\w+ ){0,2}blood|blood (?:\w+ ){0,2}(?:pouring|gushing|everywhere|spurting|soak\w+|(?:coming|leaking|running|seeping|dripping|going|shooting|spraying) (?:through|out|down|from|all))|soaked (?:\w+ ){0,3}blood/g,
    tier: 'high',
    mild: 'low',
    unless: /bleeding edge/,
  },
  {
    id: 'safety.unconscious',
    pattern:
      /pass(?:ed|ing|es) out|black(?:ed|ing) out|faint(?:ed|s|ing)\b|unconscious|unresponsive|(?:isn'?t|not|won'?t|doesn'?t|stopped|can'?t|cannot|couldn'?t) (?:\w+ ){0,2}(?:respond\w*|wak(?:e|ing)|be woken)|collaps(?:ed|ing|es)|(?:can'?t|cannot|won'?t|hardly) (?:\w+ )?stay awake|keeps? (?:drifting off|falling asleep|passing out)|(?:won'?t|can'?t|doesn'?t|not) open(?:ing)? (?:his|her|their) eyes|(?:dropped|fell|slumped) (?:\w+ ){0,3}(?:floor|ground)|not answering (?:us|me)|(?:isn'?t|not|stopped) (?:moving|answering|talking) (?:at all|us|me)|lost consciousness|los(?:e|ing) consciousness/g,
    tier: 'high',
    mild: 'low',
    unless:
      /bill|price|staff|nurses?\b|doctors?\b|nobody|no one|phone|email|nearly fainted at|reception|waiting|queue|phone|call/,
  },
  {
    id: 'safety.faint_now',
    pattern: /(?:feel\w*|going to|about to|gonna) (?:\w+ ){0,2}(?:faint|pass out)/g,
    tier: 'low',
    mild: 'low',
    raisedBy: /black|blood|bleed|chest|pale|sweat/,
  },
  {
    id: 'safety.stroke',
    pattern:
      /(?:face|mouth|lip|smile)(?:'s)? (?:\w+ ){0,3}(?:droop\w*|dropp\w+|fall\w+|crooked|numb|sagging|lopsided|twisted)|droop\w* (?:face|mouth)|slurr\w+|(?:speech|words|talking)(?: \w+){0,3} (?:jumbled|garbled|mixed up|funny|strange|gibberish|nonsense|slow)|(?:can'?t|cannot|couldn'?t|unable to|not able to) (?:lift|raise|move|feel) (?:his|her|my|the|one|their) (?:\w+ )?(?:arm|leg|hand|side|face)|(?:sudden\w* )?(?:loss of|lost) (?:\w+ ){0,2}(?:vision|sight)|(?:one side|left side|right side|half) (?:\w+ ){0,5}(?:numb|weak\w*|paraly\w+|can'?t move|not move|limp)|(?:left|right) arm (?:\w+ ){0,4}(?:numb|weak\w*|limp|can'?t)|(?:can'?t|cannot|couldn'?t) (?:speak|talk) (?:properly|clearly|suddenly|right|any ?more)|(?:having|had|has|is it|like) a stroke|sudden\w* (?:\w+ ){0,2}(?:weak\w*|numb\w*|paraly\w*)|worst headache|thunderclap|sudden\w* (?:\w+ ){0,4}(?:blind|can'?t see|cannot see|lost (?:\w+ )?(?:vision|sight)|headache)/g,
    tier: 'high',
    mild: 'high',
    unless: /stroke unit|stroke of luck|years? ago/,
  },
  {
    id: 'safety.fit',
    pattern:
      /seizures?\b|convuls\w+|(?:having|had|has) (?:a |another )?fits?\b|foaming|(?:shaking|jerking|twitching) (?:\w+ ){0,3}(?:all over|violently|uncontrollably|not answering|won'?t)|eyes (?:\w+ )?roll\w+ (?:back|up)/g,
    tier: 'high',
    mild: 'high',
  },
  {
    id: 'safety.allergy',
    pattern:
      /(?:tongue|throat|lips?|face) (?:\w+ ){0,4}(?:swell\w*|swollen|clos\w+|tight\w*)|swollen (?:tongue|throat|face|lips?)|swelling (?:\w+ ){0,3}(?:tongue|throat|face|lips?)|anaphyl\w+|(?:throat|airway) (?:is |feels? like it'?s )?clos\w+|(?:hives|rash) (?:\w+ ){0,6}(?:wheez\w*|breath\w*|throat|swell\w*)|severe allergic/g,
    tier: 'high',
    mild: 'low',
  },
  {
    id: 'safety.poison',
    pattern:
      /overdos\w+|poison(?:ed|ing)|(?:took|taken|swallow\w+|ate|drank|drunk|takes) (?:\w+ ){0,3}(?:whole|entire|full|handful|pesticide|bleach|all (?:of )?(?:\w+ ){0,3}(?:pills|tablets|medicine)|rat poison|battery|too many (?:pills|tablets))|(?:drank|swallowed|drinking) (?:\w+ ){0,2}(?:bleach|pesticide|detergent|weed ?killer|cleaner|drain cleaner|antifreeze|acid|petrol|poison)|carbon monoxide/g,
    tier: 'high',
    mild: 'high',
    unless: /whole (?:week|day|time|morning|night|month)|entire (?:week|day|time)/,
  },
  {
    id: 'safety.fever_confusion',
    pattern: /fever|temperature|burning up|sugar|diabet\w+|insulin|hypo(?:glyc\w+)?/g,
    tier: 'high',
    mild: 'high',
    needs:
      /confus\w+|delirious|nonsense|(?:not|isn'?t|doesn'?t|no) (?:mak\w+ )?(?:\w+ )?sense|rambling|talking (?:rubbish|gibberish)|doesn'?t (?:know|recogni[sz]e)|unconscious|drowsy|won'?t wake|shaking|seizure|disoriented|passed out|unresponsive|sweating/,
  },
  {
    id: 'safety.black_stool',
    pattern:
      /(?:black|tarry|bloody)(?: \w+){0,2} (?:stools?|poo\w*|bowel|motions?)|(?:stools?|poo\w*) (?:\w+ ){0,3}(?:black|tarry|like tar|full of blood)/g,
    tier: 'high',
    mild: 'high',
    needs: /faint|dizz\w+|weak\w*|light-?headed|pale|sweat\w*|pass out|collaps\w+|exhausted/,
  },
  {
    id: 'safety.injury',
    pattern:
      /(?:fell|fallen|fall|slipped)[^.!?]{0,40}(?:can'?t (?:get up|stand|move|walk)|cannot (?:get up|stand|move|walk)|unable to (?:get up|stand|move)|(?:not|isn'?t|stopped) (?:moving|responding|breathing)|hit (?:\w+ )?head|unconscious)|hit (?:his|her|my|the) head[^.!?]{0,30}(?:vomit\w*|throw\w*|drows\w*|sleepy|confus\w*|pass\w* out|bleed\w*)|electrocut\w+|drown(?:ed|ing)|(?:badly|severely|serious\w*) burn(?:ed|t|s)?|(?:burn(?:ed|t|s)?|scald\w*|boiling|hot oil)[^.!?]{0,50}(?:blister\w*|badly|all over|whole|peel\w*|skin|face)|severe burns?|snake ?bite|(?:car|road) (?:accident|crash)|cut off (?:\w+ )?(?:finger|thumb|hand)|(?:wound|incision|stitches) (?:\w+ ){0,3}burst/g,
    tier: 'high',
    mild: 'low',
  },
  {
    id: 'safety.belly',
    pattern:
      /(?:severe|unbearable|excruciating|sudden|agoni[sz]ing|terrible)(?: \w+){0,2} (?:stomach|abdominal|belly|tummy) (?:pain|ache)|(?:stomach|abdom\w+|belly|tummy) (?:\w+ ){0,4}(?:unbearable|excruciating|agony|rigid|rock hard)/g,
    tier: 'high',
    mild: 'low',
  },
  {
    id: 'safety.birth',
    pattern:
      /(?:no|not|haven'?t|hasn'?t|stopped|less|can'?t|isn'?t|don'?t|reduced|fewer)[^.!?,]{0,24}(?:baby(?:'s)?|fetal|foetal)[^.!?,]{0,10} mov\w+|baby (?:\w+ ){0,4}(?:not mov\w+|stopped mov\w+|isn'?t mov\w+)|pregnan\w+[^.!?]{0,24}(?:bleed\w*|blood|severe pain|can'?t see)|weeks[^.!?]{0,16}bleed\w*|baby(?:'s)?(?: \w+){0,2} (?:hasn'?t|has not|haven'?t|not|isn'?t|is not|stopped|won'?t|didn'?t)(?: \w+){0,2} (?:mov\w+|kick\w*)|waters? (?:just |has |have |had )?(?:broke\w*|broken)|contractions? (?:\w+ ){0,3}(?:\d+|minutes?|close)|in labou?r|baby(?:'s| is) coming|(?:baby|newborn|infant)[^.!?]{0,24}(?:limp|blue|floppy|won'?t feed|not feeding|isn'?t feeding|isn'?t breathing|not breathing|won'?t wake)/g,
    tier: 'high',
    mild: 'high',
  },
  {
    id: 'safety.newborn_fever',
    pattern:
      /(?:\d+|one|two|three|four|five|six)[ -](?:days?|weeks?)(?:[ -]old)?[^.!?]{0,30}(?:fever|temp\w*|3[89]\.\d|burning up)|(?:fever|temp\w*|burning up)[^.!?]{0,24}(?:\d+|one|two|three|four|five|six)[ -](?:days?|weeks?)[ -]old/g,
    tier: 'high',
    mild: 'high',
    needs: /baby|newborn|infant|\bold\b/,
  },
  {
    id: 'safety.shock',
    pattern: /cold sweat|clammy/g,
    tier: 'high',
    mild: 'high',
    needs: /pale|faint|weak|chest|dizz|collapse|grey|gray/,
  },
  {
    id: 'safety.help',
    pattern:
      /call (?:an|the) ambulance|need an ambulance|send (?:an )?ambulance|help me (?:please )?i'?m dying|(?:i'?m|he'?s|she'?s|is|am) dying\b/g,
    tier: 'high',
    mild: 'high',
    unless: /dying (?:to|for)|ambulance (?:crew|driver|team)/,
  },
];

/** All signs in English; tried only on text with Latin letters. */
export const SIGNS_EN: SignGroup = { trigger: /[a-z]{3}/, signs };
