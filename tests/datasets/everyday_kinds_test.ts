import { assertEquals } from "@std/assert";
import { loadEverydayKoreanEnglish, type SentencePair } from "lib/text/corpora/korean_english.ts";
import { loadTales } from "lib/text/corpora/tales.ts";
import { names } from "../../datasets/grammar/everyday/lexicon/people.ts";
import { finalConsonant } from "../../datasets/grammar/syllable.ts";

const kin =
  /(^|[ .])(이모|고모|삼촌|아내|남편|누나|언니|오빠|형|엄마|아빠|딸|아들|여동생|남동생)[은는이가도] /;
const her = String.raw`(수지|유나|민지|서연|소라|미나|하은|지은|그녀|그 여자)이?[은는이가]`;
const his = String.raw`(민수|준호|지훈|현우|톰|벤|지호|그|그 남자)이?[은는이가]`;
const named = (pronoun: "he" | "she") =>
  names.filter((name) => name.pronoun === pronoun).map(({ korean }) => korean).join("|");
/** Korean names that end in a consonant: friends say 수진이는. */
const closed = names.map(({ korean }) => korean).filter((name) =>
  finalConsonant(name) !== "" && !/^(톰|마이클|존|폴|벤|다니엘|제인)$/.test(name)
).join("|");
const superior = "(어머니|할머니|할아버지|아버지|선생님|교수님|사장님)";
const isPlain = (source: string) => !/(요|죠|니다|니까|시오|시다)[.?!]*$/.test(source);
const particle = "(을|를|한테|에게|에게서|과|와|하고|이랑|랑)";

/** Kinds of pairs that a reader has called wrong or stiff, by what betrays them. */
const everydayFaults: Readonly<Record<string, (pair: SentencePair) => boolean>> = {
  "strings and winds with 치다": ({ source }) =>
    /(바이올린|첼로|플루트|하모니카)(을|를|은|는|도|만)? ?(안 |못 )?[치쳐쳤칠친칩]/.test(source),
  "kin of the speaker's kin as his or hers": ({ source, targets: [target] }) =>
    kin.test(source) && /\b(his|her) (older|younger|aunt|uncle|wife|husband|son|dau)/.test(target),
  "a woman's 형 or 누나, a man's 언니 or 오빠": ({ source }) =>
    new RegExp(`(^|[ .])${her} ([^.]* )?(형|누나)${particle} `).test(source) ||
    new RegExp(`(^|[ .])${his} ([^.]* )?(언니|오빠)${particle} `).test(source),
  "jewelry, gloves, scarves and ties with 쓰다": ({ source }) =>
    /(목걸이|귀걸이|반지|넥타이|장갑|목도리)(을|를)? (안 |못 )?[쓰써썼쓸쓴씁]/.test(source),
  "찾을 수 있다 as looking for": ({ source, targets: [target] }) =>
    /찾을 수 [있없]/.test(source) && /\blook for\b/.test(target),
  "우리 가족 of somebody else": ({ source, targets: [target] }) =>
    /우리 가족/.test(source) && /\b(their|his|her|your) family\b/.test(target),
  "당황했다 in the present": ({ source, targets: [target] }) =>
    /당황했/.test(source) && /flustered|\b(is|am|are|'m|'re|'s) embarrassed/.test(target),
  "so hot, so": ({ targets: [target] }) => /\bso (\w+), so\b/.test(target),
  "the animal that one talks about": ({ source, targets: [target], pattern }) =>
    pattern === "about" && /(원숭이|판다|상어|곰|나비|물고기)에/.test(source) &&
    /about the/.test(target),
  "flights that are too short": ({ source }) =>
    /(미국|뉴욕|파리|런던|프랑스|독일|영국|캐나다)까지 비행기로 ([2-9]|두|세|네|다섯|여섯|일곱|여덟|아홉) ?시간/
      .test(source),
  "documents that are finished": ({ source }) =>
    /(자료|계약서|이력서|설명서)(을|를)? (안 |못 )?끝[내냈낼낸]/.test(source),
  "seven bowls or glasses": ({ source }) =>
    /(일곱|여덟|아홉|[7-9]) ?(그릇|잔|병)([ .?]|$)/.test(source),
  "promises of bad things": ({ targets: [target], pattern }) =>
    pattern === "promise" &&
    /^I'll (fight|lie|break|hit|waste|smoke|marry|get married)/.test(target),
  "곧 with what is proposed or allowed": ({ source, pattern }) =>
    /^(may|propose|invite)$/.test(pattern) && /(^| )곧 /.test(source),
  "a telephone call that begins with one's origin": ({ source }) =>
    /^여보세요\S* .*(에서 왔|에 살)/.test(source),
  "a wedding by an hour": ({ source }) => /까지 (결혼|\S+와 헤어|\S+과 결혼)/.test(source),
  "one face of several people": ({ source, targets: [target] }) =>
    /(우리|들)[은이]/.test(source) && /\b(their|our) (face|head|back|nose|mouth)\b/.test(target),
  "appliances for sale": ({ source }) =>
    /(세탁기|냉장고|선풍기|마이크|프린터|청소기)(을|를)? (안 |못 )?[팔판팝]/.test(source),
  "handkerchiefs and tickets that are looked for": ({ targets: [target] }) =>
    /\blook(ing)? for (my|your|his|her|their|our) (handkerchief|ticket)/.test(target),
  "a man's own 오빠 or 언니, a woman's 형 or 누나": ({ source }) =>
    new RegExp(`^(${named("he")})이?[은는] (오빠|언니)[가는] .*[있없]`).test(source) ||
    new RegExp(`^(${named("she")})이?[은는] (형|누나)[이가은는] .*[있없]`).test(source),
  "my parents of somebody else, my room of the listener": ({ source, targets: [target] }) =>
    new RegExp(`^(${named("he")}|${named("she")})이?[은는이가] 부모님[과하]`).test(source) &&
      /\bmy parents\b/.test(target) ||
    /\b(you|he|she|they)\b[^.]*\b(in|to) my room/.test(target),
  "this box is each": ({ targets: [target] }) => /\b[Tt]his .* each\.$/.test(target),
  "-ㄹ 수 있었다 as could": ({ source, targets: [target], pattern }) =>
    pattern === "ability" && /수 있(었|으셨)/.test(source) && /\bcould\b/.test(target),
  "뭘 with a verb that says too little": ({ source, targets: [target] }) =>
    /(뭐|뭘|무엇을) /.test(source) &&
    /^(What|what|.*, what).* (wear|use|spend|play)(ing)?\b/.test(target) &&
    /(뭐|뭘|무엇을) (안 )?(쓰|써|썼|쓸|씁|불|부|끼|껴|낄|켜|켤|켰|하|해|했|할|합)/.test(source),
  "구했다 as looked for": ({ source, targets: [target] }) =>
    /구[했하한]/.test(source) && /\blook(ed)? for a (new )?(house|job)/.test(target),
  "a rate that another word splits": ({ source }) =>
    /(일주일에|한 달에|하루에|일 년에) (왜|누가|어디)/.test(source),
  "you want, so": ({ source, targets: [target] }) =>
    /싶(으니까|은데)/.test(source) && /^You want/.test(target),
  "long courses and daily acts on a single day": ({ source, targets: [target], pattern }) =>
    !/frame|because|if/.test(pattern) &&
    /([월화수목금토일]요일에|일주일 전에|며칠 전에|다음 주 월요일에)/.test(source) &&
    /\b(learn(ed)? (?!about)|change(d)? (my|his|her|your|their) job|sleep|slept|ha(d|ve) a dream|t(ook|ake) a nap)\b/
      .test(target),
  "rates that nobody keeps": ({ targets: [target] }) =>
    /(six|seven|eight|nine|ten) times a (week|month|year)/.test(target) ||
    /\b(takes? notes|eats?|drinks?|has (break|lunch|dinner)|have (break|lunch|dinner)) .*once a month/
      .test(target),
  "always on the way": ({ targets: [target] }) =>
    /\balways (goes?|take a trip) (shopping|hiking|fishing|camping|on a|grocery)/.test(target),
  "at last, with a time that is over": ({ source }) =>
    /^드디어 .*(아까|어제|그저께|어젯밤|전에|지난|방금)/.test(source),
  "over there, in the past": ({ targets: [target] }) => /over there (was|were)\b/.test(target),
  "such a good thing": ({ source }) => /이렇게 좋은/.test(source),
  "what one likes is good": ({ source }) => /좋아하는 \S+[은는] (좋|비싸)/.test(source),
  "things that grow or shrink": ({ targets: [target] }) =>
    /^(Wow, )?(The|This|That|These|Those) .* got (small|big|long|short|pretty|comfortable|soft|fast|interesting|boring)\b/
      .test(target),
  "apologies with an excuse that is none": ({ targets: [target], pattern }) =>
    pattern === "two frames" &&
    /^I'm (so )?sorry [^.]+\. (The .* is broken|I have|I caught|I lost|I don't|Please|I can't)/
      .test(target),
  "이 of the copula between vowels": ({ source }) =>
    [...source.matchAll(/([가-힣])이(잖아|네|죠|지\?|거든)/g)].some(([, before]) =>
      finalConsonant(before) === "" && /[이자수례거짜]/.test(before)
    ),
  "parents and teachers who eat, sleep and go like friends": ({ source, pattern }) =>
    /^(past|must|future|habit|ongoing|plan|manner|rarely)$/.test(pattern) &&
    new RegExp(
      `(^| )${superior}[은는이가] ([^.]* )?(자야|잤|자요|먹(?!이)|마셨|마실|마셔|마시|갔|가요|갈 )`,
    ).test(source),
  "being able to do harm, no need of it": ({ targets: [target], pattern }) =>
    /^(ability|able\?|need not|should)$/.test(pattern) &&
    /\b(can|can't|to) (hit|fight|lie|break a|waste|oversleep|get up late|go to bed late|be late|smoke)\b/i
      .test(target),
  "좋습니다 alone as should": ({ source, targets: [target] }) =>
    /는 게 좋(아|습니다)/.test(source) && /\bshould\b/.test(target),
  "knowing and telling without an object": ({ source, targets: [target] }) =>
    /\bdo you know\?$/i.test(target) && !/무엇|뭐|누/.test(source) ||
    /(이야기|말)(할게|하겠)/.test(source) && /I'll talk( |\.)(?!with)/.test(target),
  "habits that nobody denies": ({ targets: [target] }) =>
    /^No, I don't (cut|brush|wash|comb|dry|oversleep|take a (bath|shower))/.test(target),
  "care for those who need none": ({ source, targets: [target] }) =>
    /돌[보봐봤볼봅]/.test(source) &&
    /\bt(ake|ook|akes|aking) care of (the (doctor|teacher|professor|boss|manager)|[A-Z]|(my|his|her|your) (friend|coworker|husband|wife))/
      .test(target),
  "a verb torn from its own noun": ({ source, pattern }) =>
    pattern === "free order" &&
    /^(길|질문|꿈|춤|소원|약속|줄|밤)(을|를) \S+[이가] /.test(source),
  "by night, until night": ({ targets: [target] }) => /\b(by|until) night\b/.test(target),
  "그녀 and 그들 among friends": ({ source }) => isPlain(source) && /(^| )(그녀|그들)/.test(source),
  "a capital after a word in front": ({ targets: [target], pattern }) =>
    pattern === "word in front" &&
    /^[A-Z][a-z ]*,? (He|She|It|We|They|You|Who|What|Where|When|Why|How|The|My|This|That) /.test(
      target,
    ),
  "woke up them, went to a date": ({ targets: [target] }) =>
    /\b(wake|wakes|woke|waking|woken) up (me|you|him|her|us|them|[A-Z])|\bto a (date|business trip)\b/
      .test(target),
  "withdrawed, being on a diet, How was the noodles": ({ targets: [target] }) =>
    /withdrawed|\b(am|'m|are|'re|is|'s|was|were) (not )?being on|How was the (noodles|dumplings|ribs|cold noodles)/
      .test(target),
  "sunny at night, eyes that are opened like doors": ({ source, targets: [target] }) =>
    /sunny at night/.test(target) ||
    /(open|close) the eyes/.test(target) && /눈을? (안 )?[열닫]/.test(source),
  "a family as a bank clerk": ({ targets: [target] }) =>
    /\bMy family (is|was|isn't|became|wants to be|is going to become) an? (?!little)/i.test(target),
  "a name that is a number": ({ targets: [target] }) => /\bHana\b/.test(target),
  "going hiking that is under way": ({ targets: [target] }) =>
    /\b(am|are|is|was|were|been|['’](m|re|s))( not)?( \w+)? going (hiking|fishing|camping|shopping|grocery)/
      .test(target) || /\b(Are|Is|Were|Was) .* going (hiking|fishing|camping|grocery)/.test(target),
  "the thanks after a meal as eating well": ({ source, targets: [target] }) =>
    /잘 먹[었을]/.test(source) && /\bwell\b/.test(target),
  "health as somebody's": ({ targets: [target] }) =>
    /about (my|his|her|their|our|your) health/.test(target),
  "부르다 of a person as calling on the phone": ({ source, targets: [target] }) =>
    /(?<!노래|경찰|구급차|택시)[를을] (안 |못 |같이 |함께 )?(부르|불러|불렀|부를|부릅)/.test(
      source,
    ) &&
    /\b(call|called|calling|calls)\b(?!.*\bover\b)/.test(target),
  "acts that sleep or something else forbids midway": ({ source }) =>
    /자다가 .*(만나|만났|받)|(샤워|목욕)하다가 .*만/.test(source),
  "pocket money that is chosen or bought": ({ source }) =>
    /용돈(을|를|은|도|만)? (안 |못 )?(고르|고를|골라|골랐|선택|사|샀|살)/.test(source),
  "documents and lessons for money": ({ targets: [target] }) =>
    /the (documents|materials|contract|resume|letter|email) .*(expensive|cheap)/i.test(target),
  "elevators, planes and boats as a habit": ({ source }) =>
    /(매주|매일|날마다|마다|일주일에|한 달에|하루에).*(엘리베이터|비행기|배를 타|공항버스)/.test(
      source,
    ),
  "an introduction with thanks for being well": ({ source, pattern }) =>
    pattern === "two frames" && /덕분에|다녀올|다녀왔/.test(source) && /안녕/.test(source),
  "긴장하다 in the present": ({ source }) => /긴장(해요?|합니다|합니까)[.?]?$/.test(source),
  "a friend's name without 이": ({ source }) =>
    isPlain(source) &&
    new RegExp(`(^| )(${closed})(은|을|과|하고|한테|에게|도)(?=[ .?!]|$)`).test(source),
  "an exam tomorrow in the past": ({ targets: [target] }) => /\bhad an? .*tomorrow/.test(target),
  "yes with a denial": ({ targets: [target], pattern }) =>
    pattern === "word in front" && /^Yes, .*(n't|\bnot\b|\bnever\b)/.test(target),
  "you who do it to you": ({ targets: [target], pattern }) =>
    pattern === "question and answer" && /\b[Yy]ou \w+( \w+)? you\b/.test(target),
  "a woman's wife, a man's husband": ({ targets: [target] }) =>
    /\bher (wife|girlfriend)\b|\bhis (husband|boyfriend)\b/.test(target),
  "she's back, does your parents": ({ targets: [target] }) =>
    /\b(She|He)'s \w+ (hurt|hurts)\b|does your parents/.test(target),
  "a little good": ({ targets: [target] }) =>
    /\ba little (good|nice|pretty|delicious|beautiful|cute|convenient|sturdy|fun|interesting|important|famous|comfortable|fresh|useful|kind|happy)\b/
      .test(target),
  "이 주일 and more": ({ source }) => /([2-9]|\d\d|이|삼|사|오|육|칠|팔|구|십) ?주일/.test(source),
  "a baby that is held quickly": ({ targets: [target] }) =>
    /(hold the baby|take care|write my name|carry|wait|speak) .*quickly/.test(target),
  "a piece of fruit for a meal's price": ({ targets: [target] }) =>
    /\b(lemon|apple|banana|tangerine|orange|peach|pear|persimmon)s? (for|is|are) ([4-9]|\d\d|\d{3}),\d{3} won/
      .test(target),
  "armfuls of bags": ({ targets: [target] }) =>
    /\b(three|four|five|six|seven|eight|nine) (backpack|bag|laptop|watch|wallet|suitcase|umbrella|phone|cell phone|hammer|ladder|kettle|tissue)/
      .test(target),
  "bad things that are wished for": ({ targets: [target] }) =>
    /want to (buy|wear|eat|read|watch) (an? )?(heavy|dirty|uncomfortable|expensive|boring|bad|greasy|sour|difficult) /
      .test(target),
  "a lunch box that is eaten": ({ targets: [target] }) => /lunch box/.test(target),
  "how often after how": ({ source }) =>
    /(늦게|일찍) (때때로|가끔|자주|항상|보통|언제나|늘) /.test(source),
  "when somebody was early": ({ targets: [target] }) =>
    /^(When|What time) .*\b(early|late)\?$/.test(target),
  "knowing one's own family": ({ targets: [target] }) =>
    /\bknow (my|your|his|her|their|our) (wife|husband|mom|dad|son|daughter|aunt|uncle|(older|younger)|grand|parents|friend)/
      .test(target),
  "why for what everybody does": ({ targets: [target] }) =>
    /^Why .*\b(have|having) (lunch|breakfast|dinner)\b|^Why .*(making friends|hear )/.test(target),
  "seeing what is not there yet": ({ targets: [target], pattern }) =>
    pattern === "relative" && /^Did you see .*going to/.test(target),
  "a worry that goes on": ({ targets: [target] }) =>
    /\b(am|are|is|was|were|['’](m|re|s)) worrying\b/.test(target),
  "telling the listener how the listener feels": ({ targets: [target], pattern }) =>
    pattern === "suggest because" && /^You( |')/.test(target),
  "hitting without a reason": ({ source, pattern }) =>
    /때[렸릴려]/.test(source) && !/ban|may not/.test(pattern),
  "raised twice": ({ source }) =>
    /시고 (계|싶어 하[시세])|시려고 하[시세]|시기로 하[시세]/.test(
      source.replace(/(드|주무|계)시/g, ""),
    ),
  "너 in polite speech": ({ source }) =>
    !isPlain(source) && /(^| )(너|나)(는|를|도|에게|한테|와|하고|랑)? /.test(source),
  "grapes and strawberries by the piece": ({ source }) =>
    /(포도|딸기)(를)? .*[0-9가-힣] ?개/.test(source),
  "vacations that are merely spent": ({ source }) =>
    /(주말|방학)[을를]? (안 |못 )?보[내냈낼냅]/.test(source) && !/(하루|잘) 보내/.test(source) &&
    !/^주말 잘/.test(source),
  "the same thing before itself": ({ source }) =>
    /(\S+)[을를]? \S+ (전에|후에|다음에) \1[을를]? /.test(source),
  "signing somebody's name": ({ source, targets: [target] }) =>
    /서명/.test(source) && /\bname\b/.test(target),
  "the speaker's name for the listener to write": ({ targets: [target] }) =>
    /^(Please|Could you|Can you) (write (down )?my name|raise my|close my eyes|give my opinion)/
      .test(target),
  "who reads notices for fun": ({ targets: [target] }) =>
    /\b(read|reads|reading) (a |an )?(manual|report|notice|menu|dictionary|dictionaries|manuals|reports|notices|menus)\b/
      .test(target),
  "feasts and games that are interesting": ({ targets: [target] }) =>
    /\b(party|concert|festival|show|soccer|basketball|tennis|baseball|golf|games) (is|was|are|isn't|aren't) .*interesting/i
      .test(target),
  "naps in the morning": ({ targets: [target] }) => /\bnap at .*morning/.test(target),
  "wow, a question": ({ targets: [target], pattern }) =>
    pattern === "word in front" && /^Wow, .*(\?|you know\.)$/.test(target),
  "introducing oneself for somebody": ({ targets: [target] }) =>
    /you introduce (my|your)self/.test(target),
  "they was, nice out outside": ({ targets: [target] }) =>
    /\b[Tt]hey (was|is|has)\b|out outside/.test(target),
  "parents who do their homework": ({ source }) =>
    new RegExp(`(^| )${superior}[은는이가] ([^.]* )?숙제를`).test(source),
  "children at work": ({ source }) =>
    /^(아이들|학생들)[은이] .*(회사|담배|맥주|소주|이력서|결혼|출근|퇴근)/.test(source),
  "every day to leave work": ({ source }) =>
    /(매일|날마다|마다) (\S+ )?(퇴근|집에 [오와가])/.test(source),
  "food that one asks to be shown": ({ targets: [target] }) =>
    /^Please show me (some )?(corn|\w*apples?|milk|eggs|rice|beans|salt|sugar|honey|flour|cheese)/
      .test(target),
  "toilet paper in the refrigerator": ({ targets: [target] }) =>
    /toilet paper in the refrigerator/.test(target),
  "kids who take care of the kids": ({ source }) =>
    /(아이들|부모님|할머니)[이은가는] ([^.]* )?\1[을를] /.test(source),
  "wasn't nothing": ({ targets: [target] }) => /n't (nothing|nobody|nowhere)\b/.test(target),
  "the listener's mom as my mom": ({ targets: [target] }) =>
    /^(How|Is) .*\bmy \w+ doing/.test(target),
  "doing it to us oneself": ({ targets: [target] }) =>
    /\bI (have|want|need) to \w+ us\b|Do I have to \w+ (us|me)\b/.test(target),
  "the world in a day": ({ source }) => /(어제|그저께|오늘|방금|아까).*세계를? 여행/.test(source),
  "shoes that one has never tried": ({ source, pattern }) =>
    /^(experience|try out)$/.test(pattern) && /(신발|양말|바지|셔츠)[을를]? (신|입)어/.test(source),
  "cleaning in a room": ({ targets: [target] }) =>
    /\bclean(ed|ing|s)? in (my|your|his|her|their|our) room/.test(target),
};

/** What does not come of what was done before it. */
const unexpected =
  /\. But (I|he|she|they|it) (failed the exam|was late|were late|got up late|dozed off|didn't (study|buy|dance|drink|wipe|bring|do the dishes|send|work out)|couldn't (borrow|eat|buy|understand|have breakfast|swim|watch|pass|take any|lose|withdraw|keep|use|talk much))/;

Deno.test("everyday: none of the kinds of pairs that a reader called wrong or stiff", async () => {
  const { train, validation, test } = await loadEverydayKoreanEnglish();
  const pairs = [train, validation, test].flat();
  for (const [kind, isFaulty] of Object.entries(everydayFaults)) {
    assertEquals(pairs.filter(isFaulty).map(({ source }) => source), [], kind);
  }
  const strayed = pairs.filter(({ source, targets: [target], pattern }) =>
    pattern === "joined by a word" && /하지만|그런데/.test(source) && !unexpected.test(target)
  );
  assertEquals(strayed.map(({ source }) => source), [], "contrasts without a relation");
});

/** The same of tales, in their Korean or English. */
const taleFaults: Readonly<Record<string, RegExp>> = {
  "things with 바라다": /[을를] 바랐어요/,
  "toys that were 쓰던": /쓰던 것이/,
  "a parcel that gives": /에게 주는 /,
  "animals as prizes or in boxes, hot food in boxes, melons and clothes from clowns":
    /(won|came first and got|opened a box and found|In it was) a (kitten|puppy|rabbit|hamster|goldfish|turtle|parrot|duckling|burger|pancake)|clown handed \w+ a (kitten|puppy|rabbit|melon|hoodie|coat|sweater)/,
};

Deno.test("tales: none of the kinds of sentences that a reader called stiff", async () => {
  const { train, validation, test } = await loadTales();
  for (const [kind, fault] of Object.entries(taleFaults)) {
    const faulty = [train, validation, test].flat().flatMap(({ english, korean }) => [
      ...english,
      ...korean,
    ]).filter((sentence) => fault.test(sentence));
    assertEquals(faulty, [], kind);
  }
});
