import type { CoachLanguage } from './coach';
import { ENGLISH_HARD_WORDS } from './english-hard-words';
import { patterns, type Pattern } from './pattern';

const OTHERS = String.raw`he|she|they|(?:my |your |our |his |her )?(?:mom|mum|dad|mother|father|brother|sister|son|daughter|wife|husband|partner|parents)`;
const MEANT = `you|${OTHERS}`;
const IS = String.raw`(?:'re|'s| are| is| were| was)`;
const HOW = String.raw`(?:(?:just|only|really|so|very|too|such|being|all|both|simply|clearly|obviously|always|nothing but|completely|totally|a bit|pretty|kind of) )*`;

/** What makes "always" and "never" kind: a promise, a permission, a rule of safety. */
const KIND_ALWAYS = String.raw`(?! (?:have to|need to|know|knew|wanted|lived|tried|heard|done|welcome|okay|ok|free|allowed|safe|loved|there for|able|part of|alone in|too late|acceptable|possible|your choice|up to|here for|at fault|to blame|the answer|a reason|be shared|be shown|shared|shown|asked|share|show|mind))`;
const QUESTION_BEFORE = 'if|what|have|that|which|things|something|has|did|do|could|can|when|whatever|as|like';

const THREATS: Pattern[] = patterns(
  'threat',
  ['or else'],
  [
    String.raw`you(?:'ll| will| are going to|'re going to) (?:be sorry|regret|pay(?: for)?|see what happens|lose (?:me|us|your|everything|the|all|access|this)|never (?:see|hear|get|be allowed|set foot|come)|be (?:out|on your own|on the street|homeless|all alone|punished|grounded|cut off)|get what|end up (?:alone|dead|in jail|in prison|on the street|homeless)|wish you|have to (?:move out|leave|find somewhere)|not (?:see|get|be allowed)|learn the hard way)`,
  ],
  [
    String.raw`you (?:won't|can't|will not|cannot) (?:see|get|live|have|come|stay|be allowed|use) (?:[\p{L}']+ ){0,6}(?:any ?more|again|ever again|unless|until|if)`,
  ],
  [
    String.raw`(?:i|we)(?:'ll| will| am going to| are going to|'m going to|'re going to) (?:just )?(?:kick you|throw you|cut you|lock you|report you|sue|tell everyone|tell your boss|take (?:away|your|the car|the phone|the kids|the children|the key|everything)|take (?:[\p{L}']+ ){1,3}away|stop (?:loving|speaking|talking|feeding|caring)|never (?:speak|talk|forgive|see|help|trust|let)|disown|divorce|leave you(?! (?:a|some|the|alone|to|your|with|time|space|in peace|be))|make (?:you|sure you)|send you (?:away|back)|call the (?:police|cops)|have you (?:committed|locked|arrested|put)|give up on|hurt you|hit you|kill|punish|ground you|ruin|expose|show you|teach you|put you out|walk out on|be gone|be done with)`,
  ],
  [
    String.raw`(?:do not|don't) (?:ever |even |bother )*(?:come|coming) (?:back|home|near|here|to me)|(?:do not|don't) expect (?:me|us|any)|(?:do not|don't) you dare|(?:do not|don't) push me|(?:do not|don't) make me`,
  ],
  [
    String.raw`(?:your |the )?(?:last|final) (?:chance|warning)|i(?:'m| am) warning you|i warn you|this is a warning|consider this a warning`,
  ],
  [
    String.raw`you(?:'d| had)? better not|you(?:'d| had)? better (?:stop|watch|be|change|start) (?:[\p{L}']+ ){0,8}or|watch (?:yourself|your back|your step)`,
  ],
  [
    String.raw`pack your (?:bags|things|stuff)|get out of (?:my|our|this) (?:house|home|life)|you(?:'re| are) out of (?:here|this house|the family|my life)|you(?:'re| are) no longer (?:my|our|part|welcome)|find another place to live|sleep on the street`,
  ],
  [String.raw`you can forget(?: about)?|(?:you can |just )?(?:say|kiss) (?:goodbye|good-bye)|kiss your`],
  [
    String.raw`unless you (?:stop|change|quit|start|agree|apologi[sz]e|take your|get (?:help|a job|clean|sober)|go to|do (?:what|as|this|it|your)|clean up|come home|behave)`,
  ],
  [
    String.raw`or (?:you(?:'ll| will|'re|'re going| are)|i(?:'m| am) (?:leaving|gone|done|out)|we(?:'re| are) (?:leaving|done|through)|it(?:'s| is) over|this (?:marriage|family) is over|i(?:'ll| will) (?:leave|throw|kick|tell|take|never|make|stop|go without|lose it|call the police))`,
  ],
  [
    String.raw`no (?:more )?(?:money|phone|visits|car|food|dinner|help|christmas|birthday|holiday) (?:for you |from (?:me|us) )?(?:until|unless|if)|we(?:'re| are) (?:done|finished|through)(?: with you)?|i(?:'m| am) (?:done|finished|through) with you|it(?:'s| is) over between`,
  ],
  [
    String.raw`one more (?:time|drink|lie|slip|mistake|relapse|word)(?: like that)?,? (?:and|or) (?:i|you|we|it)|next time (?:i|you|we) (?:[\p{L}']+ ){0,6}(?:i|you|we)(?:'ll| will|'re| are)`,
  ],
  [
    String.raw`(?:choose|it's|it is) (?:me|us) or (?:the |your )?(?:bottle|drugs|drink|drinking|him|her|them|using)`,
  ],
);

const BLAME: Pattern[] = patterns(
  'blame',
  [
    String.raw`you(?: (?:just|really|simply|both|all|kids|two|guys))? (?:always|constantly|forever)${KIND_ALWAYS}`,
    'it is hard for me when you',
    QUESTION_BEFORE,
  ],
  [
    String.raw`you(?: (?:just|really|simply|both|all|two|guys))? never${KIND_ALWAYS}`,
    'I miss it when you do not',
    QUESTION_BEFORE,
  ],
  [
    String.raw`you(?:'re| are) (?:always|never|constantly|forever)(?! (?:welcome|allowed|free|safe|loved|in charge|able|part|alone|too|here|okay|ok|enough|wrong to|to blame|at fault|asked))`,
    'it is hard for me when you are',
    QUESTION_BEFORE,
  ],
  [
    String.raw`you keep (?:on )?(?!going|trying|practi[sc]ing|breathing|working|learning|moving|coming|writing|talking|taking|doing well|your|the|a |what)\p{L}+ing`,
    null,
    `${QUESTION_BEFORE}|while|as`,
  ],
  [
    String.raw`(?<!(?:none|nothing) of )(?:it|this|that|all of (?:it|this)|everything|the whole thing)(?:'s| is| was) (?:all |entirely |only |completely |partly )?(?:your|his|her|their|mom's|dad's) (?:own )?(?:fault|doing|mess)`,
    'I am upset about this',
  ],
  [
    String.raw`(?:because|on account) of you(?!(?:[\p{L}', ]+ )?(?:grateful|better|proud|safe|stronger|thank))`,
    'for me',
  ],
  [
    String.raw`you(?:'re| are| were) (?:the (?:reason|problem|cause)|to blame|the one who|responsible for (?:this|all|my|our|what))`,
  ],
  [
    String.raw`(?:${MEANT})(?:'ve| have| has)? (?:ruined|ruin|wrecked|destroyed|spoiled|messed (?:[\p{L}]+ )?up|betrayed|failed|let (?:me|us|everyone|everybody|the (?:whole )?family) down|disappointed|humiliated|embarrassed|abandoned|neglected|cheated|lied to|walked out on|turned (?:everyone|the kids|the children) against|drove (?:me|us|him|her|everyone) (?:to|away|crazy)|pushed (?:me|us|him|her|everyone) (?:to|away|over)|broke (?:this|our|my|the) (?:family|heart|marriage|trust|home)|caused (?:this|all|it|so much|everything)|started (?:this|it|the (?:fight|argument)|all)|cost (?:me|us))`,
    null,
    'if|when|what|who|that|how',
  ],
  [
    String.raw`(?:you|he|she|they) (?:makes?|made|are making|is making|'re making) (?:me|us|him|her|them|everyone|everybody|the whole family) (?:so |all |feel |always )*(?!laugh|smile|happy|proud|safe|loved|better|welcome|heard|good|calm|seen|strong|at home|less|tea|coffee|breakfast|dinner|want|brave|feel|so|all|always)\p{L}+`,
    'I feel hurt',
    'what|if|when',
  ],
  [
    String.raw`you did this(?: to (?:me|us|yourself|this family))?|look (?:at )?what you(?:'ve| have)? (?:did|done|made)|how could you|how dare you|what(?:'s| is) wrong with you|shame on you`,
  ],
  [
    String.raw`why (?:can't|cannot|won't) you (?:just|ever|be|stop|for once|act|get|do)|why do you (?:always|never|have to|keep|insist)|why (?:didn't|did not|couldn't) you (?:just|ever|think|call|tell|stop|help)|why must you|why are you (?:always|so|never|like this|doing this to)`,
  ],
  [
    String.raw`you (?:didn't|did not|don't|do not|won't|couldn't|can't|cannot|haven't|have not) (?:even|ever) (?:bother|bothered|try|tried|care|cared|call|called|ask|asked|notice|noticed|say|said|apologi[sz]ed?|thank|thanked|think|thought|show|visit|visited|look|listen|listened|help|helped|do|done|lift|manage|answer|come|came|been|be)`,
    null,
    'if',
  ],
  [
    String.raw`you can't do anything|you can't (?:even )?be trusted|you do nothing|you (?:don't|do not) do anything|you haven't done (?:anything|a thing)|you did nothing|you of all people|you only (?:ever )?(?:think of|think about|care about|call|come)|(?:all you|the only thing you) (?:ever |can )?do(?:es)? is|you refuse to|you blame (?:me|us|everyone|everybody|others)|i blame (?:you|him|her|them)|blame yourself|you brought this on`,
  ],
  [
    String.raw`if (?:it )?(?:weren't|wasn't|were not|was not|hadn't been) (?:for )?(?:you|him|her|them)|if you (?:had|hadn't|had not|only|'d|would just|would only|weren't|cared|loved|listened)(?: [\p{L}']+){0,12},? (?:we|i|this|none|it|things|nothing|he|she|they|everything)(?: [\p{L}']+){0,3} (?:would|wouldn't|could|couldn't|might)`,
  ],
  [
    String.raw`because you (?:never|always|didn't|did not|don't|refuse|refused|forgot|drank|can't|couldn't|won't|wouldn't|were too|are too|had to|just|lied|left|keep|kept|only)`,
    'and I found it hard when you',
  ],
  [
    String.raw`your (?:[\p{L}]+ )?(?:selfishness|laziness|behaviou?r|drinking|attitude|lies|lying|temper|negativity|moods|nagging|yelling|shouting|illness|addiction|gambling|carelessness|stubbornness) (?:[\p{L}']+ ){0,2}(?:ruin|destroy|hurt|tear|tore|wreck|kill|break|broke|caus|made|mak|cost|driv|drove|split)\p{L}*`,
  ],
  [
    String.raw`once again you|you(?:'ve| have)? once again|(?:you|he|she|they) (?:forgot|did it|failed|lied|screwed up|messed up|blew it|relapsed|drank|left|let me down) (?:yet )?again|thanks to you|you were supposed to|you (?:promised|swore) (?:[\p{L}',]+ ){1,10}(?:but|and then|and)|you started it|you should have (?:known|told|called|been|listened|thought|said|done|helped|stayed|come|asked|stopped)|you shouldn't have|you ignore (?:me|us|everything|everyone)|you ignored`,
  ],
  [
    String.raw`(?:i|we) (?:got|get|am|are|was|were) (?:sick|ill|stressed|depressed|broke|late|in debt|in this mess) (?:because of|thanks to) (?:you|him|her|them)|(?:i|we) wouldn't (?:be|have) (?:[\p{L}']+ ){0,8}if you|you put (?:me|us|the family|your \p{L}+) through`,
  ],
);

const MIND_READING: Pattern[] = patterns(
  'mind-reading',
  [
    String.raw`you (?:obviously |clearly |really |just |actually |simply |all )*(?:don't|do not|never|couldn't|could not|can't) (?:even |really |actually |truly )*(?:care(?: about| what| how| if| less)?|love (?:me|us|him|her|them|this)|respect|trust (?:me|us)|believe (?:me|us|in|that|a word)|take (?:me|us|this|it|anything) serious(?:ly)?|appreciate|want (?:me|us|him|her|to (?:get better|get well|change|recover|help|be (?:here|with|part)|try|hear|see|listen|understand|know))|understand (?:me|us|what|how|anything)|know what it|listen|like (?:me|us|him|her|my)|think (?:about|of) (?:me|us|anyone|others)|feel (?:anything|sorry|bad|guilty)|see (?:me|how|what))`,
    'I am not sure that you',
    'if|when|because|that',
  ],
  [
    String.raw`you (?:just|only|obviously|clearly|really|secretly|probably|must|surely|still|deep down|already) (?:think|want|wanted|feel|hate|like|enjoy|believe|love|blame|wish|resent|look down|see (?:me|us)|(?:do|did|say|said|act|acted) (?:it|that|this|so)|felt|thought|hated|enjoyed)`,
    'I wonder whether you',
    'what|how|things|who|when|if|that|because|why|whatever|anything|do|did|which',
  ],
  [
    String.raw`you (?:think|thought|believe|feel|assume|figure|act like|act as if|pretend) (?:that )?(?:i'm|i am|i was|we're|we are|it's (?:all )?(?:my|our|a|so|easy|funny)|everyone|everybody|nobody|no one|you're (?:better|so|the only|too|always|above|smarter)|you are (?:better|so|the only|too|above|smarter)|the rules|the world|money grows|rules don't|my|our)`,
    'I worry that you think I am',
    'if|when|do|did|what|how|because|whether|would|should|might|may|who|where|that',
  ],
  [
    String.raw`you(?:'d| would)? (?:want|wanted|like|love|enjoy|loved|enjoyed|liked|were hoping|hope) (?:to )?(?:hurt(?:ing)?|punish(?:ing)?|control(?:ling)?|make (?:me|us|everyone)|making (?:me|us)|ruin(?:ing)?|manipulat(?:e|ing)|embarrass(?:ing)?|see(?:ing)? (?:me|us)|annoy(?:ing)?|provok(?:e|ing)|be right|being right|get(?:ting)? attention|win|winning|me to (?:fail|suffer|leave|feel|be)|watch(?:ing)? me|upset(?:ting)?|hurt)`,
    null,
    'what|if|do|did|when|would',
  ],
  [
    String.raw`(?:${MEANT})(?:${IS})? (?:only |just |really |probably |obviously )*(?:doing|did|does|do|say|says|saying|said|acting|pretend(?:ing|s)?|lying|crying|cried|left|called|came|went|stayed|asked|bought|drinks?|drank|relapsed|using|making|made|ignor(?:ed|ing)|forgot)(?: [\p{L}']+){0,5} (?:on purpose|just to|only to|so (?:that )?(?:i|we) (?:would|will)|to (?:spite|punish|hurt|get back at|get at|manipulate|get attention|get your way|provoke|make me|make us|annoy|upset|test|control|embarrass|avoid (?:me|us)|look good|get out of|prove))`,
  ],
  [
    String.raw`(?:i know|i can tell|i can see|we know|everyone knows|we all know|it's obvious|it is obvious|clearly|admit it,?|i bet|i'm sure|i am sure) (?:that )?(?:what |why |how |exactly |full well )*(?:you|he|she|they)(?: (?:just|only|really|never|don't|do not|doesn't|secretly|still))*(?:'re|'d| are| is| would)? (?:hate|hates|think|thinks|thinking|want|wants|lying|blame|blames|wish|wishes|don't|care|cares|hiding|planning|up to|feel|feels|feeling|mean|means|rather|plotting|jealous|ashamed|ignoring|faking|pretending|bored|mad|angry|fed up|judging|laughing|using|disappointed)`,
  ],
  [
    String.raw`(?:${MEANT})(?:'re|'s| are| is) (?:just |only |obviously |clearly |really |probably |secretly |simply |all )*(?:trying to (?:hurt|punish|control|ruin|make|manipulate|get|annoy|test|embarrass|turn|trick|provoke|guilt|avoid|fool|take|push|prove|scare|win)|jealous|ashamed of (?:me|us)|hiding something|pretending|faking|ignoring (?:me|us)|avoiding (?:me|us)|not (?:even |really )?(?:sorry|trying|interested|listening|serious|bothered)|enjoying (?:this|it|yourself|watching|seeing)|happy (?:that|when) (?:i|we)|out to get|in denial|bored (?:of|with) (?:me|us)|sick of (?:me|us)|tired of (?:me|us)|looking for (?:attention|excuses|an excuse|sympathy|a fight)|waiting for me to|laughing at|judging|plotting|using (?:me|us|your illness|it as)|playing (?:games|the victim|us)|against me|fed up with (?:me|us)|mad at me|angry (?:at|with) me|disappointed in me|hoping (?:i|we|that))`,
    null,
    'if|when|whether|that',
  ],
  [
    String.raw`(?:${OTHERS}|everyone|everybody|nobody|no one|people)(?: (?:obviously|clearly|just|only|really|secretly|all|probably|must|truly))* (?:doesn't|does not|don't|do not|never|couldn't) (?:really |even |actually )*(?:care|love (?:me|us|you)|want (?:me|us|you)|respect (?:me|us|you)|believe (?:me|us|you|in)|trust (?:me|us|you)|like (?:me|us|you)|understand (?:me|us))`,
  ],
  [
    String.raw`(?:everyone|everybody|nobody|no one|people|the whole family|they all|he|she|they|(?:my )?(?:mom|mum|dad|mother|father|brother|sister)) (?:just |only |really |secretly |obviously |must |probably |clearly )*(?:hates?|resents?|blames?|despises?|looks? down on|is ashamed of|are ashamed of|is against|are against|judges?|pities|thinks? (?:i'm|i am|we're|i was|that i|you're|less of)|wants? (?:me|us|you) to (?:fail|suffer|leave|be|disappear)|wants? to (?:hurt|punish|control|get rid|see me))(?: (?:me|us|you))?`,
  ],
  [
    String.raw`you(?:'d| would) (?:rather(?! not)|be happ(?:y|ier) (?:if|without|when)|love it if|prefer it if|like it (?:better )?if)|you wish (?:i|we|that|you (?:had|were))|you blame me|you hate (?:me|us|this family|being|when i|it when|that i|your|my)|you resent|you look down on|you can't stand (?:me|us|to|being)|you must (?:think|hate|feel|want|love|be (?:so )?(?:angry|ashamed|happy|disappointed|embarrassed|jealous|glad|proud of yourself|bored|furious|relieved))|deep down,? you|i can see right through|you're only (?:here|nice|sorry|saying)|you are only (?:here|nice|sorry|saying)|your (?:real )?(?:plan|goal|reason|motive) (?:is|was) to|in your (?:head|mind|eyes),? (?:i'm|i am|you're|we)|what you (?:really|actually) (?:want|mean|think|meant|wanted) is`,
    null,
    'what|if|when|do|did|things|or|whether|that',
  ],
);

const PERSONAL_FLAWS = String.raw`lazy|crazy|selfish|manipulative|toxic|hysterical|insane|nuts|pathetic|hopeless|useless|worthless|weak|weak-willed|immature|irresponsible|ungrateful|spoil(?:ed|t)|stupid|dumb|childish|dramatic|difficult|needy|clingy|paranoid|unstable|delusional|abusive|bipolar|borderline|schizophrenic|narcissistic|stubborn|weird|broken|messed up|disgusting|cold-hearted|heartless|impossible|evil|dishonest|unreliable|controlling|psychotic|mental|overdramatic|oversensitive|codependent|co-dependent|hypersensitive|self-absorbed|self-centered|self-centred|inconsiderate|thoughtless|careless|cruel|unmotivated|non-?compliant|resistant|sick in the head|out of your mind|high maintenance|passive-aggressive|attention-seeking|ocd|deranged|moody|a mess|dysfunctional`;

const LABELS: Pattern[] = patterns(
  'label',
  [
    String.raw`(?:addicts?|junkies|junkie|druggies?|crack-?heads?|stoners?|pot-?heads?|alcoholics?(?! anonymous)|alkies|drunkards?|drunks|psychos?|psychopaths?|sociopaths?|narcissists?|schizos?|schizophrenics|lunatics?|nutcases?|nut jobs?|maniacs?|weirdos?|freaks?|losers?|idiots?|morons?|liars?|cowards?|brats?|drama queens?|attention[- ]seekers?|control freaks?|black sheep|problem (?:child|kids?|children)|lost causes?|basket cases?|waste of space|mental cases?|retards?|retarded|cripples?|manipulators?|enablers?|freeloaders?|good-for-nothing|crybaby|crybabies|wimps?|slackers?|quitters?|hypochondriacs?|troublemakers?|substance abusers?|drug abusers?|users? and losers?|borderlines|bipolars|anorexics|depressives|the mentally ill|bad apple|spoiled child|deadbeats?|couch potato(?:es)?|train wreck|mama's boy|doormat)`,
    null,
    "not an?|not the|non|no|isn't an?|aren't|not|never an?|nobody is an?",
  ],
  [
    String.raw`(?:a|the|such a|total|complete|real) (?:drunk|failure|burden|monster|disgrace|disappointment|mess|cheat|victim|schizophrenic|borderline|bipolar|nightmare|hopeless case|user|bully|child|baby|parasite|joke|mental patient|psycho|manic|depressive|anorexic|handful|bad (?:mother|father|parent|son|daughter|kid|child|person|wife|husband|brother|sister|influence))(?! (?:step|year|birthday|dose|driver|care|plan|table|of (?:mine|theirs|god)|bed|name|with|who|at|in|on|to|and|or|can|may|will|has|is|gets|friendly|seat|world|shower|support))`,
    null,
    "not|isn't|aren't|never|for|as|like|with|about|of|into|from|to|than",
  ],
  [
    String.raw`(?:you|he|she|they|we|i|${OTHERS}|the client|the patient|(?:this|our|my|your|the) family|that woman|that man)(?:'re|'s|'m| are| is| am| was| were| can be| has been|'ve been| have been) ${HOW}(?:an? )?(?:${PERSONAL_FLAWS})`,
    null,
    'if|when|that',
  ],
  [
    String.raw`(?:stop|quit|don't|do not|why are you) (?:being|be|acting|act|always being) ${HOW}(?:an? )?(?:${PERSONAL_FLAWS})`,
  ],
  [
    String.raw`(?:my|your|his|her|our|their|that|this|you|a|an) (?:lazy|crazy|selfish|manipulative|toxic|hysterical|insane|pathetic|hopeless|useless|worthless|immature|ungrateful|spoiled|stupid|dumb|childish|needy|paranoid|unstable|abusive|bipolar|borderline|schizophrenic|narcissistic|addicted|drunken|alcoholic|mentally ill|sick|disturbed|impossible|controlling|dysfunctional|overbearing|cold|psychotic|difficult|non-?compliant|resistant|unmotivated|broken) (?:old |little |young )?(?:brother|sister|mother|father|mom|mum|dad|son|daughter|wife|husband|ex|partner|parents?|family|families|kid|child|children|person|woman|man|girl|boy|teenager|uncle|aunt|client|patient|cow|pig)`,
    null,
  ],
  [
    String.raw`(?:is|are|was|were|being|were being|so|always) (?:so )?(?:non-?compliant|manipulative|attention-seeking|codependent|treatment-resistant|delusional)|(?:he|she|you|they)(?:'s|'re| is| are) (?:not )?clean (?:now|again|yet)|has no willpower|(?:has|have|had) no (?:backbone|spine|self-control|discipline|character)`,
  ],
);

const ADVICE_AFTER =
  'what|if|when|whatever|all|anything|everything|that|which|do|did|until|before|where|how|who|whenever|things|time|as|because|than|why|once';
const ADVICE: Pattern[] = patterns(
  'advice',
  [
    String.raw`you (?:really |just |probably |also |all |both |simply |definitely |still )*(?:should(?:n't| not)?|ought to|'d better|had better)(?: (?:just|really|also|probably|at least))*`,
    'you could',
    `${ADVICE_AFTER}|or|and|whether`,
  ],
  [
    String.raw`you (?:really |just |probably |also |all |both |simply |definitely |absolutely )*(?:need to|have to|have got to|'ve got to|gotta|must(?! (?:be|have|feel|hate|think|want|love))|are supposed to)(?: (?:just|really|also))*|you've (?:just |really )?got to|you(?:'d| had)? better(?! than| not)`,
    'it might help to',
    `${ADVICE_AFTER}|or|and|whether`,
  ],
  [
    String.raw`(?:he|she|they|(?:your |my |our )?(?:mom|mum|dad|mother|father|brother|sister|son|daughter)) (?:really |just |probably |simply )*(?:should(?:n't| not)?|ought to|needs to|had better|'d better|must (?:stop|start|learn|try|get|take|go|listen))(?! be (?:able|shown|told|asked))`,
    null,
    `${ADVICE_AFTER}|whether`,
  ],
  [
    String.raw`why (?:don't|do not) you(?: (?:just|simply|try|ever))*|why not just`,
    'would it help to',
    'so|and',
  ],
  [
    String.raw`if i (?:were|was) (?:you|him|her|them|in your (?:place|shoes))|in your (?:place|shoes|position),? i|my (?:honest )?advice(?: to you)?(?: is| would be|:)?|take (?:my|some|a little) advice|take it from me|(?:i|we)(?:'d| would)? (?:strongly |really |highly )*(?:advise|recommend|urge|suggest)(?: (?:that )?you)?|believe me,? you|trust me,? (?:you|it|just|this)|mark my words`,
  ],
  [
    String.raw`have you (?:ever |even |not )*(?:tried|considered|thought (?:of|about)) (?:just |simply |maybe )*\p{L}+ing|what about (?:just |simply )*(?:getting|trying|taking|joining|eating|going|exercising|doing)|how about (?:you|just) `,
  ],
  [
    String.raw`(?:what you (?:really )?(?:should|need to|ought to|have to|must) do|all you (?:have|need) to do|all you(?:'ve| have) got to do|the (?:best|right|smart|only) thing(?: for you)?(?: to do| you can do)?)(?:'s| is| would be)|the (?:trick|key|secret|answer|solution) is (?:to|simple)|it(?:'s| is| would be) (?:best|better|time|high time|about time) (?:for you (?:to)?|you|that you|if you)|it's simple[:,]? (?:just)?|you'd be better off|you would be better off|you(?:'d| would) feel (?:so much |much |a lot )?better if you|you just have to|a (?:walk|job|hobby|good night's sleep|holiday|vacation) would (?:do you good|help you|fix)`,
  ],
  [
    String.raw`just (?:get over|calm down|relax|be (?:positive|happy|strong|grateful|patient|more|yourself|honest)|stop|think (?:positive|of|about|happy)|let (?:it|that) go|move on|ignore|snap out|cheer up|smile|forget|do it|say no|tell (?:him|her|them)|leave (?:him|her|them|it)|pull yourself|focus on|get a job|get up|get out|get more|eat|exercise|go (?:to|for|out)|try harder|pray|take (?:your|a|the)|sleep|make|quit|talk to)`,
    null,
    'i|we|you can|may|could|to|is|are',
  ],
  [
    String.raw`(?<=^|[.!?,;:]\s|^[\p{L}]+,\s)(?:listen to your (?:mother|father|doctor|therapist)|calm down|cheer up|snap out of it|pull yourself together|get over it|get a grip|grow up|man up|toughen up|lighten up|think positive(?:ly)?|look on the bright side|stop (?:worrying|crying|complaining|whining|overthinking|being|acting|feeling|dwelling|living|making|thinking|drinking|hiding)|get a job|get (?:some|more|out more)|move on|let it go|don't (?:worry|cry|be (?:so |sad|silly|afraid|upset|negative|too)|overthink|dwell|let it|take it|give up|think about)|try (?:to|not to) (?:be (?:more|less|positive|grateful|happy|strong|patient)|think positive|worry|overthink|stop|forget|look|see the|relax|get|eat|sleep|exercise)|try (?:yoga|meditation|meditating|exercising|eating|harder|getting|going|some)|be (?:strong|positive|grateful|patient|happy|reasonable|more \p{L}+)|forget about (?:it|him|her|them)|focus on the|give it time|go (?:for a (?:run|walk)|outside|to the gym|to bed earlier|to church)|leave (?:him|her|them)|ignore (?:him|her|them|it)|quit (?:your|that|the)|break up with|drink (?:more|less)|eat (?:more|less|better|healthier)|exercise more|sleep more|take (?:a hot bath|vitamins|up a hobby))`,
  ],
);

const ABSOLUTES: Pattern[] = patterns(
  'absolute',
  [
    String.raw`(?<!(?:can|may|could|will|you|almost|nearly|not|n't|who|what|have|has|if|things|is|are|do|did|as|hardly|mostly|would) )(?<!^)always${KIND_ALWAYS}(?! (?:on|here|stop|skip|open|call|say no|keep|carry|bring|ask|go back|come back|change|choose|take a|pause|write|in the same place|the same (?:time|day|place|room)|at))`,
    'often',
  ],
  [
    String.raw`(?:i|we|he|she|they|it|things|${OTHERS}|this family)(?: will| 'll| can| could| would|'ll)? never${KIND_ALWAYS}(?! (?:been here|met|used|tried|seen the))`,
    'hardly ever',
  ],
  [
    String.raw`(?:is|are|was|were|'s|'re|has|have|'ve|did) never(?! (?:okay|ok|acceptable|your fault|alone|too (?:late|early|small)|shared|shown|asked|sent|used|required|a must|needed|been (?:to|here|so (?:proud|glad))|his fault|her fault|their fault|wrong to|stored|kept|allowed|your job))|has always (?:been (?:like|this|that|the|a)|hated|blamed|had)|(?:is|are|'s|'re|am|'m|was|were) always(?! (?:okay|ok|welcome|there|possible|allowed|your|up to|on|open|free|here|safe|at the|in the|the same (?:time|day|place|room|number|person)|an option|a choice|available|with|private|optional|someone|somebody|a person|printed|shown))`,
  ],
  [
    String.raw`(?:everyone|everybody|no one|nobody|no-one) (?:always |ever |else |in this (?:family|house) |here |really |around here )*(?:hates?|cares?|knows (?:you|that|i|what|it|this|better|how)|thinks?|understands|helps|listens|likes|loves|lies|leaves (?:me|us|you)|blames|is against|believes|respects|takes|appreciates|wants|has it|gets (?:me|it)|calls|notices|asks me|tells me|trusts|agrees (?:with me)?|supports|visits|talks to|lets me|does anything|ever)`,
  ],
  [
    String.raw`nothing (?:i (?:do|say)|we (?:do|say|try)|you (?:do|say)|he does|she does)?(?: ?)(?:ever |will ever |is ever |will |can )*(?:works?(?! (?:out of|if))|helps?|changes?|matters?|goes right|good enough|is (?:good )?enough|is right|pleases|be the same|get better|gets better|make(?:s)? (?:a|any) difference|is going right|counts)|nothing but (?:trouble|problems|lies|grief|pain)`,
  ],
  [
    String.raw`everything(?: (?:i|you|he|she|we|they) (?:do|does|say|says|touch|touches|try|tries))?(?:'s| is| goes| has gone| will be| falls| went| turns?| always| gets| revolves| has to be| depends)(?: (?:always|so|completely|totally|just|all))* (?:wrong|ruined|terrible|awful|hopeless|bad|lost|my fault|a disaster|a mess|pointless|over|falling apart|apart|around|your way|about|against|a fight|a lie|a problem|goes wrong|to (?:pieces|dust|hell)|perfect)`,
  ],
  [
    String.raw`all the time(?! (?:you (?:need|want|like)|in the world|that))|every single (?:time|day|night|one|thing|word|weekend)|each and every|24/7|(?:not|never) once|(?:for the|the) (?:hundredth|thousandth|millionth) time|a (?:hundred|thousand|million) times|no matter what (?:i|we|you|anyone) (?:do|does|say|try|tries)|the only one (?:who|that) (?:ever |really |does|cares|works|tries|cleans|helps)|(?:completely|totally|absolutely|utterly) (?:useless|hopeless|ruined|impossible|alone|unfair|pointless|wrong|over|out of control|powerless|helpless)|there(?:'s| is) no (?:hope|point|way out|use)|impossible to (?:please|talk|live|trust|help|reach|love)|the worst (?:[\p{L}]+ )?(?:ever|in the world|thing that)|my whole life is|(?:the|this) whole (?:day|week|year|family|weekend|evening|trip) (?:is|was|has been|got) (?:always |completely |totally )?(?:ruined|wasted|a disaster|broken|lost|crazy)|things will never|it will never|this will never|not a single`,
  ],
);

const PARTICIPLES = String.raw`(?!tired|scared|worried|excited|surprised|interested|bored|relaxed|concerned|frightened|pleased|disappointed|annoyed|confused|stressed|involved|married|loved|embarrassed|ashamed|honest|open)(?:\p{L}+ed|taken|done|written|sent|told|given|brought|held|left|made|put|read|said|shown|spent|paid|met|kept|begun|broken|chosen|drawn|driven|eaten|forgotten|found|heard|hidden|known|laid|led|lent|lost|set|spoken|sworn|taught|thrown|understood|worn|withdrawn|undertaken|overseen|cut|shut|sought|dealt|built|bought|caught|cleaned up|filled in|filled out|switched off|turned off|handed in)`;
const PASSIVE_ORDERS: Pattern[] = patterns(
  'passive-order',
  [
    String.raw`(?:must|has to|have to|is to|are to|should|shall|needs to|need to|ought to|will need to|will have to)(?: not| always| only| all| never| also| then| first)* be ${PARTICIPLES}`,
    null,
    'i|we|you|and',
  ],
  [
    String.raw`(?:(?:is|are) (?:strictly |absolutely |hereby |kindly |also )*(?:required|expected|requested|obliged|obligatory|mandatory|compulsory|prohibited|forbidden|not permitted|not allowed|not to be|to be (?:taken|done|kept|completed|returned|followed|used|handed|written|left|filled|brought|given|switched|avoided|observed|reported|signed|submitted|turned|maintained|respected|cleaned|made|practi[sc]ed|read|told|logged|recorded|monitored))|(?:will|shall) not be (?:tolerated|accepted|permitted|allowed))(?! of (?:me|us|you)\?)`,
  ],
  [
    String.raw`it is (?:strictly |absolutely )?(?:required|expected|necessary|mandatory|essential|imperative|obligatory|compulsory|forbidden|prohibited|requested) (?:that|to|for)|(?:completion|attendance|participation|compliance|adherence|submission|punctuality|abstinence)(?: [\p{L}]+){0,4} is (?:required|mandatory|expected|compulsory|essential|necessary|obligatory)|no (?:phones?|talking|visitors?|exceptions?|\p{L}+) (?:is|are|will be) (?:allowed|permitted|accepted|tolerated)`,
  ],
);

/** English, in the spelling of the United States; British spellings are heard as well. */
export const ENGLISH: CoachLanguage = {
  longestSentence: 20,
  patterns: [
    ...THREATS,
    ...BLAME,
    ...MIND_READING,
    ...LABELS,
    ...ADVICE,
    ...ABSOLUTES,
    ...PASSIVE_ORDERS,
    ...patterns('hard-word', ...ENGLISH_HARD_WORDS),
  ],
};
