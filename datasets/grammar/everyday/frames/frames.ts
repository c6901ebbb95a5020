/**
 * What people say in fixed words: greetings, thanks, the shop, the phone.
 *
 * A line is `plain ; polite ; formal | English | more English`; a level may be missing (`-`).
 * `{name}`, `{food}` and the like are drawn; in Korean a particle in brackets follows its word:
 * `{food}(을)`.
 *
 * @module
 */

/** Greetings, introductions, partings. */
const greetings = `
안녕 ; 안녕하세요 ; 안녕하십니까 | Hello. | Hi.
안녕, {name}{아} ; 안녕하세요, {name} 씨 ; - | Hi, {name}. | Hello, {name}.
{name}{야}, 안녕 ; {name} 씨, 안녕하세요 ; - | Hi, {name}. | Hello, {name}.
잘 가 ; 안녕히 가세요 ; 안녕히 가십시오 | Goodbye. | Bye.
잘 있어 ; 안녕히 계세요 ; 안녕히 계십시오 | Goodbye. | Bye.
잘 가, {name}{아} ; 안녕히 가세요, {name} 씨 ; - | Goodbye, {name}. | Bye, {name}.
만나서 반가워 ; 만나서 반가워요 ; 만나서 반갑습니다 | Nice to meet you. | It's nice to meet you.
- ; 처음 뵙겠습니다 ; 처음 뵙겠습니다 | How do you do? | Nice to meet you.
나는 {name}{야} ; 저는 {name}{예요} ; 저는 {name}입니다 | I'm {name}.
안녕, 나는 {name}{야} ; 안녕하세요, 저는 {name}{예요} ; 안녕하십니까, 저는 {name}입니다 | Hi, I'm {name}. | Hello, I'm {name}.
내 이름은 {name}{야} ; 제 이름은 {name}{예요} ; 제 이름은 {name}입니다 | My name is {name}.
- ; 저는 {name}{이}라고 해요 ; 저는 {name}{이}라고 합니다 | My name is {name}. | I'm {name}.
오랜만이야 ; 오랜만이에요 ; 오랜만입니다 | Long time no see. | It's been a while.
{name}{야}, 오랜만이야 ; {name} 씨, 오랜만이에요 ; - | {name}, long time no see. | Long time no see, {name}.
잘 지냈어? ; 잘 지냈어요? ; 잘 지내셨습니까? | How have you been?
어떻게 지내? ; 어떻게 지내세요? ; 어떻게 지내십니까? | How are you doing? | How are you?
잘 지내 ; 잘 지내요 ; 잘 지냅니다 | I'm doing well. | I'm fine.
- ; 덕분에 잘 지내요 ; 덕분에 잘 지냅니다 | I'm doing well, thanks to you.
요즘 어때? ; 요즘 어떠세요? ; 요즘 어떻습니까? | How are things these days? | How are you these days?
{yours}(은) 잘 지내? ; {yours}(은) 잘 지내요? ; - | How is {yours} doing? | Is {yours} doing well?
내일 봐 ; 내일 봐요 ; 내일 뵙겠습니다 | See you tomorrow.
나중에 봐 ; 나중에 봐요 ; 나중에 뵙겠습니다 | See you later.
또 봐 ; 또 봐요 ; 또 뵙겠습니다 | See you again.
{day}에 봐 ; {day}에 봐요 ; {day}에 뵙겠습니다 | See you on {day}.
다음에 또 만나자 ; 다음에 또 만나요 ; 다음에 또 만납시다 | Let's meet again next time. | See you next time.
잘 자 ; 안녕히 주무세요 ; 안녕히 주무십시오 | Good night.
잘 자, {name}{아} ; 안녕히 주무세요, {name} 씨 ; - | Good night, {name}.
잘 잤어? ; 안녕히 주무셨어요? ; 안녕히 주무셨습니까? | Did you sleep well? | Good morning.
좋은 아침 ; 좋은 아침이에요 ; 좋은 아침입니다 | Good morning.
다녀올게 ; 다녀올게요 ; 다녀오겠습니다 | I'm leaving. | I'll be back.
다녀왔어 ; 다녀왔어요 ; 다녀왔습니다 | I'm home. | I'm back.
어서 와 ; 어서 오세요 ; 어서 오십시오 | Welcome.
잘 다녀와 ; 잘 다녀오세요 ; 잘 다녀오십시오 | Have a good trip. | Have a good day.
조심해서 가 ; 조심해서 가세요 ; 조심해서 가십시오 | Get home safely. | Take care.
좋은 하루 보내 ; 좋은 하루 보내세요 ; 좋은 하루 보내십시오 | Have a nice day. | Have a good day.
주말 잘 보내 ; 주말 잘 보내세요 ; 주말 잘 보내십시오 | Have a nice weekend.
여행 잘 다녀와 ; 여행 잘 다녀오세요 ; - | Have a nice trip.
- ; 잘 부탁드려요 ; 잘 부탁드립니다 | I look forward to working with you. | Please take care of me.
어디 가? ; 어디 가세요? ; 어디 가십니까? | Where are you going?
밥 먹었어? ; 식사하셨어요? ; 식사하셨습니까? | Have you eaten? | Did you eat?
점심 먹었어? ; 점심 드셨어요? ; - | Did you have lunch?
무슨 일이야? ; 무슨 일이에요? ; 무슨 일입니까? | What's going on? | What's wrong?
무슨 일 있어? ; 무슨 일 있어요? ; 무슨 일 있습니까? | Is something wrong? | Is something the matter?
어디서 왔어? ; 어디에서 오셨어요? ; 어디에서 오셨습니까? | Where are you from?
{country}에서 왔어 ; {country}에서 왔어요 ; {country}에서 왔습니다 | I'm from {country}. | I came from {country}.
어디 살아? ; 어디 사세요? ; 어디에 사십니까? | Where do you live?
{city}에 살아 ; {city}에 살아요 ; {city}에 삽니다 | I live in {city}.
무슨 일 해? ; 무슨 일 하세요? ; 무슨 일을 하십니까? | What do you do? | What do you do for a living?
뭐 해? ; 뭐 해요? ; - | What are you doing?
지금 뭐 해? ; 지금 뭐 해요? ; 지금 뭐 하십니까? | What are you doing now?
{name}(은) 지금 뭐 해? ; {name}(은) 지금 뭐 해요? ; - | What is {name} doing now?
주말에 뭐 했어? ; 주말에 뭐 했어요? ; 주말에 뭐 하셨습니까? | What did you do over the weekend? | What did you do on the weekend?
어제 뭐 했어? ; 어제 뭐 했어요? ; 어제 뭐 하셨습니까? | What did you do yesterday?
내일 뭐 할 거야? ; 내일 뭐 할 거예요? ; 내일 뭐 하실 겁니까? | What are you going to do tomorrow?
주말에 뭐 할 거야? ; 주말에 뭐 할 거예요? ; - | What are you going to do this weekend?
`;

/** Thanks, apologies, wishes, reactions. */
const manners = `
고마워 ; 고마워요 ; 감사합니다 | Thank you. | Thanks.
정말 고마워 ; 정말 고마워요 ; 정말 감사합니다 | Thank you so much. | Thank you very much.
- ; 고맙습니다 ; 고맙습니다 | Thank you.
{name}{야}, 고마워 ; {name} 씨, 고마워요 ; {name} 씨, 감사합니다 | Thank you, {name}. | Thanks, {name}.
{thanks} 고마워 ; {thanks} 고마워요 ; {thanks} 감사합니다 | Thank you for {thanks}. | Thanks for {thanks}.
{gift} 고마워 ; {gift} 고마워요 ; {gift} 감사합니다 | Thank you for the {gift}. | Thanks for the {gift}.
아니야 ; 아니에요 ; 아닙니다 | No. | Not at all.
천만에 ; 천만에요 ; 천만에요 | You're welcome.
별거 아니야 ; 별거 아니에요 ; - | It's nothing. | It's no big deal.
미안해 ; 미안해요 ; 미안합니다 | I'm sorry. | Sorry.
정말 미안해 ; 정말 미안해요 ; 정말 죄송합니다 | I'm so sorry. | I'm really sorry.
- ; 죄송해요 ; 죄송합니다 | I'm sorry.
{name}{야}, 미안해 ; {name} 씨, 미안해요 ; {name} 씨, 죄송합니다 | I'm sorry, {name}. | Sorry, {name}.
{sorry} 미안해 ; {sorry} 미안해요 ; {sorry} 죄송합니다 | I'm sorry {sorry}. | Sorry {sorry}.
- ; 실례합니다 ; 실례합니다 | Excuse me.
- ; 저기요 ; - | Excuse me.
- ; 잠시만요 ; - | Just a moment, please. | One moment, please.
잠깐만 ; 잠깐만요 ; - | Wait a second. | Just a moment.
잠깐만 기다려 ; 잠깐만 기다려 주세요 ; 잠시만 기다려 주십시오 | Please wait a moment. | Wait a moment.
괜찮아 ; 괜찮아요 ; 괜찮습니다 | It's okay. | I'm okay.
괜찮아? ; 괜찮아요? ; 괜찮으십니까? | Are you okay?
걱정하지 마 ; 걱정하지 마세요 ; 걱정하지 마십시오 | Don't worry.
축하해 ; 축하해요 ; 축하합니다 | Congratulations.
생일 축하해 ; 생일 축하해요 ; 생일 축하합니다 | Happy birthday.
생일 축하해, {name}{아} ; 생일 축하해요, {name} 씨 ; 생일 축하합니다, {name} 씨 | Happy birthday, {name}.
{event} 축하해 ; {event} 축하해요 ; {event} 축하합니다 | Congratulations on {event}.
새해 복 많이 받아 ; 새해 복 많이 받으세요 ; 새해 복 많이 받으십시오 | Happy New Year.
메리 크리스마스 ; - ; - | Merry Christmas.
힘내 ; 힘내세요 ; 힘내십시오 | Cheer up.
{name}{야}, 힘내 ; {name} 씨, 힘내세요 ; - | Cheer up, {name}.
화이팅 ; - ; - | You can do it. | Good luck.
파이팅 ; - ; - | You can do it. | Good luck.
행운을 빌어 ; 행운을 빌어요 ; 행운을 빕니다 | Good luck.
시험 잘 봐 ; 시험 잘 보세요 ; - | Good luck on your exam.
수고했어 ; 수고하셨어요 ; 수고하셨습니다 | Good job. | Good work.
- ; 수고하세요 ; - | Keep up the good work.
맛있게 먹어 ; 맛있게 드세요 ; 맛있게 드십시오 | Enjoy your meal.
잘 먹을게 ; 잘 먹을게요 ; 잘 먹겠습니다 | Thank you for the food. | Thanks for the meal.
잘 먹었어 ; 잘 먹었어요 ; 잘 먹었습니다 | Thank you for the meal. | That was a good meal.
건배 ; - ; - | Cheers.
빨리 나아 ; 빨리 나으세요 ; - | Get well soon.
몸조리 잘해 ; 몸조리 잘하세요 ; - | Take care of yourself.
조심해 ; 조심하세요 ; 조심하십시오 | Be careful.
응 ; 네 ; 네 | Yes.
아니 ; 아니요 ; 아닙니다 | No.
그래 ; 그래요 ; 그렇습니다 | Okay. | That's right.
좋아 ; 좋아요 ; 좋습니다 | Sounds good. | Okay.
알았어 ; 알았어요 ; 알겠습니다 | Okay. | I understand.
알겠어 ; 알겠어요 ; 알겠습니다 | I understand. | Got it.
몰라 ; 몰라요 ; 모르겠습니다 | I don't know.
잘 모르겠어 ; 잘 모르겠어요 ; 잘 모르겠습니다 | I'm not sure. | I don't really know.
맞아 ; 맞아요 ; 맞습니다 | That's right.
정말? ; 정말요? ; 정말입니까? | Really?
진짜? ; 진짜요? ; - | Really?
그래? ; 그래요? ; 그렇습니까? | Is that so? | Really?
물론이지 ; 물론이죠 ; 물론입니다 | Of course.
당연하지 ; 당연하죠 ; 당연합니다 | Of course.
글쎄 ; 글쎄요 ; - | I'm not sure. | Well, I don't know.
안 돼 ; 안 돼요 ; 안 됩니다 | No, you can't. | No way.
돼 ; 돼요 ; 됩니다 | Yes, you can. | It's okay.
큰일 났어 ; 큰일 났어요 ; 큰일 났습니다 | I'm in big trouble. | We're in trouble.
어떡해 ; 어떡해요 ; - | What should I do? | Oh no.
어떻게 하지? ; 어떻게 하죠? ; 어떻게 합니까? | What should I do? | What should we do?
왜? ; 왜요? ; - | Why?
왜 그래? ; 왜 그래요? ; 왜 그러십니까? | What's wrong? | Why are you like that?
뭐라고? ; 뭐라고요? ; - | What did you say?
재미있겠다 ; 재미있겠네요 ; - | That sounds fun.
맛있겠다 ; 맛있겠네요 ; - | That looks delicious.
좋겠다 ; 좋겠네요 ; - | That must be nice. | Lucky you.
아쉽다 ; 아쉽네요 ; 아쉽습니다 | That's too bad. | What a pity.
안됐다 ; 안됐네요 ; - | I'm sorry to hear that. | That's too bad.
다행이다 ; 다행이에요 ; 다행입니다 | That's a relief. | What a relief.
대단하다 ; 대단해요 ; 대단합니다 | That's amazing. | That's great.
부럽다 ; 부러워요 ; 부럽습니다 | I envy you. | I'm jealous.
신기하다 ; 신기해요 ; - | That's amazing. | How interesting.
상관없어 ; 상관없어요 ; 상관없습니다 | It doesn't matter. | I don't care.
필요 없어 ; 필요 없어요 ; 필요 없습니다 | I don't need it.
사랑해 ; 사랑해요 ; 사랑합니다 | I love you.
보고 싶어 ; 보고 싶어요 ; 보고 싶습니다 | I miss you.
{person}(이) 보고 싶어 ; {person}(이) 보고 싶어요 ; {person}(이) 보고 싶습니다 | I miss {person}.
기다릴게 ; 기다릴게요 ; 기다리겠습니다 | I'll wait.
나도 ; 저도요 ; - | Me too.
나도 그렇게 생각해 ; 저도 그렇게 생각해요 ; 저도 그렇게 생각합니다 | I think so too.
내 생각은 달라 ; 제 생각은 달라요 ; 제 생각은 다릅니다 | I have a different opinion. | I think differently.
네 말이 맞아 ; - ; - | You're right.
믿을 수 없어 ; 믿을 수 없어요 ; 믿을 수 없습니다 | I can't believe it.
기대돼 ; 기대돼요 ; 기대됩니다 | I'm looking forward to it.
{event2}(이) 기대돼 ; {event2}(이) 기대돼요 ; {event2}(이) 기대됩니다 | I'm looking forward to {event2}.
`;

/** Speaking and learning the language, class. */
const language = `
한국말 할 줄 알아? ; 한국말 할 줄 알아요? ; 한국말을 할 줄 아십니까? | Can you speak Korean? | Do you speak Korean?
{language} 할 줄 알아? ; {language} 할 줄 알아요? ; {language}(을) 할 줄 아십니까? | Can you speak {language}? | Do you speak {language}?
{language}(을) 조금 할 수 있어 ; {language}(을) 조금 할 수 있어요 ; {language}(을) 조금 할 수 있습니다 | I can speak a little {language}.
다시 한번 말해 줘 ; 다시 한번 말해 주세요 ; 다시 한번 말씀해 주십시오 | Please say that again. | Could you say that again?
천천히 말해 줘 ; 천천히 말해 주세요 ; 천천히 말씀해 주십시오 | Please speak slowly.
이해가 안 돼 ; 이해가 안 돼요 ; 이해가 안 됩니다 | I don't understand.
무슨 말인지 모르겠어 ; 무슨 말인지 모르겠어요 ; 무슨 말인지 모르겠습니다 | I don't know what you mean. | I don't understand what you're saying.
무슨 뜻이야? ; 무슨 뜻이에요? ; 무슨 뜻입니까? | What does it mean?
이 단어는 무슨 뜻이야? ; 이 단어는 무슨 뜻이에요? ; 이 단어는 무슨 뜻입니까? | What does this word mean?
{noun}(은) 한국말로 뭐야? ; {noun}(은) 한국말로 뭐예요? ; {noun}(은) 한국말로 뭐라고 합니까? | What's "{noun}" in Korean? | How do you say "{noun}" in Korean?
{noun}(은) 영어로 뭐야? ; {noun}(은) 영어로 뭐예요? ; {noun}(은) 영어로 뭐라고 합니까? | What's "{noun}" in English? | How do you say "{noun}" in English?
이거 한국말로 뭐라고 해? ; 이거 한국말로 뭐라고 해요? ; 이것을 한국말로 뭐라고 합니까? | What do you call this in Korean? | How do you say this in Korean?
왜 한국어를 배워? ; 왜 한국어를 배워요? ; 왜 한국어를 배우십니까? | Why are you learning Korean? | Why do you learn Korean?
어떻게 읽어? ; 어떻게 읽어요? ; 어떻게 읽습니까? | How do you read this? | How do you read it?
어떻게 써? ; 어떻게 써요? ; 어떻게 씁니까? | How do you write it? | How do you spell it?
질문 있어? ; 질문 있어요? ; 질문 있습니까? | Do you have any questions?
질문 있어 ; 질문 있어요 ; 질문 있습니다 | I have a question.
{page}쪽을 펴 ; {page}쪽을 펴세요 ; {page}쪽을 펴십시오 | Open your book to page {page}. | Please open to page {page}.
큰 소리로 읽어 ; 큰 소리로 읽으세요 ; 큰 소리로 읽으십시오 | Read it out loud.
따라 해 ; 따라 하세요 ; 따라 하십시오 | Repeat after me.
잘 들어 ; 잘 들으세요 ; 잘 들으십시오 | Listen carefully.
써 봐 ; 써 보세요 ; 써 보십시오 | Try writing it.
숙제가 뭐야? ; 숙제가 뭐예요? ; 숙제가 뭡니까? | What's the homework?
숙제 다 했어? ; 숙제 다 했어요? ; 숙제 다 하셨습니까? | Did you finish your homework?
오늘은 여기까지 하자 ; 오늘은 여기까지 해요 ; 오늘은 여기까지 하겠습니다 | That's all for today. | Let's stop here today.
`;

/** Shops, restaurants, hotels. */
const services = `
- ; 뭘 도와드릴까요? ; 무엇을 도와드릴까요? | How can I help you? | May I help you?
- ; 뭐 찾으세요? ; 무엇을 찾으십니까? | What are you looking for?
{item} 있어? ; {item} 있어요? ; {item} 있습니까? | Do you have {any_item}?
{item}(을) 찾고 있어 ; {item}(을) 찾고 있어요 ; {item}(을) 찾고 있습니다 | I'm looking for {a_item}.
- ; {wear} 좀 보여 주세요 ; {wear} 좀 보여 주십시오 | Please show me {a_wear}. | Could you show me {a_wear}?
- ; 이거 주세요 ; - | I'll take this. | This one, please.
- ; 저거 주세요 ; - | I'll take that. | That one, please.
- ; {food} 주세요 ; - | {food_cap}, please. | I'll have {food}.
- ; {food}하고 {drink} 주세요 ; - | {food_cap} and {drink}, please. | I'd like {food} and {drink}.
- ; 저는 {food} 먹을게요 ; - | I'll have {food}.
- ; 이거 얼마예요? ; 이것은 얼마입니까? | How much is this?
- ; 저거 얼마예요? ; - | How much is that?
- ; 모두 얼마예요? ; 모두 얼마입니까? | How much is it in total? | How much is it altogether?
- ; {item}(은) 얼마예요? ; {item}(은) 얼마입니까? | How much {is_item}?
- ; 좀 깎아 주세요 ; - | Please give me a discount. | Can you give me a discount?
- ; 너무 비싸요 ; - | It's too expensive.
- ; 더 싼 거 있어요? ; 더 싼 것 있습니까? | Do you have anything cheaper?
- ; 더 큰 거 있어요? ; 더 큰 것 있습니까? | Do you have a bigger one?
- ; 더 작은 거 있어요? ; 더 작은 것 있습니까? | Do you have a smaller one?
- ; 다른 색 있어요? ; 다른 색 있습니까? | Do you have another color? | Do you have this in another color?
- ; {color} 있어요? ; {color} 있습니까? | Do you have it in {color}? | Do you have {color}?
- ; 입어 봐도 돼요? ; 입어 봐도 됩니까? | Can I try it on? | May I try it on?
- ; 신어 봐도 돼요? ; 신어 봐도 됩니까? | Can I try them on?
- ; 먹어 봐도 돼요? ; - | Can I try it?
- ; 카드로 계산할게요 ; 카드로 계산하겠습니다 | I'll pay by card.
- ; 현금으로 계산할게요 ; 현금으로 계산하겠습니다 | I'll pay in cash.
- ; 카드 돼요? ; 카드 됩니까? | Do you take cards? | Can I pay by card?
- ; 영수증 주세요 ; - | Can I have the receipt, please? | The receipt, please.
- ; 봉투 필요하세요? ; 봉투 필요하십니까? | Do you need a bag?
- ; 봉투 주세요 ; - | A bag, please.
- ; 교환할 수 있어요? ; 교환할 수 있습니까? | Can I exchange it?
- ; 환불해 주세요 ; 환불해 주십시오 | I'd like a refund, please. | Please give me a refund.
- ; 둘러봐도 돼요? ; - | Can I look around?
- ; 그냥 보는 거예요 ; - | I'm just looking.
- ; 몇 분이세요? ; 몇 분이십니까? | How many people? | How many people are you?
- ; {n}명이에요 ; {n}명입니다 | There are {n} of us. | {n} people.
- ; 여기 앉으세요 ; 여기 앉으십시오 | Please sit here.
- ; 메뉴 좀 주세요 ; 메뉴 좀 주십시오 | Can I have the menu, please? | The menu, please.
- ; 메뉴판 좀 보여 주세요 ; - | Please show me the menu.
- ; 주문하시겠어요? ; 주문하시겠습니까? | Would you like to order? | Are you ready to order?
- ; 뭐 드시겠어요? ; 무엇을 드시겠습니까? | What would you like to eat? | What would you like?
- ; 뭐가 맛있어요? ; 뭐가 맛있습니까? | What's good here?
- ; 뭐가 제일 맛있어요? ; - | What's the most delicious here? | What's the best here?
- ; 추천해 주세요 ; 추천해 주십시오 | Please recommend something. | What do you recommend?
- ; 안 맵게 해 주세요 ; 안 맵게 해 주십시오 | Please make it not spicy.
- ; 덜 맵게 해 주세요 ; - | Please make it less spicy.
- ; {grocery} 빼 주세요 ; {grocery} 빼 주십시오 | No {grocery}, please. | Please leave out the {grocery}.
- ; 물 좀 주세요 ; 물 좀 주십시오 | Some water, please. | Can I have some water?
- ; {tool} 좀 주세요 ; {tool} 좀 주십시오 | Can I have {a_tool}, please? | {a_tool_cap}, please.
- ; {drink} 더 주세요 ; {drink} 더 주십시오 | More {drink}, please.
- ; 포장해 주세요 ; 포장해 주십시오 | To go, please. | Please wrap it up.
- ; 여기서 먹을게요 ; 여기서 먹겠습니다 | For here, please. | I'll eat here.
- ; 가져갈게요 ; 가져가겠습니다 | To go, please.
- ; 계산서 주세요 ; 계산서 주십시오 | The check, please. | Can I have the bill, please?
- ; 계산해 주세요 ; 계산해 주십시오 | The check, please.
내가 살게 ; 제가 살게요 ; 제가 사겠습니다 | It's on me. | I'll pay.
오늘은 내가 살게 ; 오늘은 제가 살게요 ; - | It's on me today. | I'll treat you today.
- ; 예약했어요 ; 예약했습니다 | I have a reservation. | I made a reservation.
- ; {name} 이름으로 예약했어요 ; {name} 이름으로 예약했습니다 | I have a reservation under {name}. | I made a reservation under the name {name}.
- ; 예약하고 싶어요 ; 예약하고 싶습니다 | I'd like to make a reservation.
- ; 빈방 있어요? ; 빈방 있습니까? | Do you have any rooms available? | Do you have a room?
- ; 하루에 얼마예요? ; 하루에 얼마입니까? | How much is it per day? | How much is it for one night?
- ; 체크인하고 싶어요 ; 체크인하고 싶습니다 | I'd like to check in.
- ; 체크아웃은 몇 시예요? ; 체크아웃은 몇 시입니까? | What time is checkout?
- ; 와이파이 비밀번호가 뭐예요? ; 와이파이 비밀번호가 뭡니까? | What's the Wi-Fi password?
- ; 여기 와이파이 돼요? ; - | Is there Wi-Fi here? | Do you have Wi-Fi?
- ; 화장실 어디예요? ; 화장실이 어디입니까? | Where's the restroom? | Where is the bathroom?
- ; 몇 시에 문 열어요? ; 몇 시에 문을 엽니까? | What time do you open?
- ; 몇 시에 문 닫아요? ; 몇 시에 문을 닫습니까? | What time do you close?
- ; 자리 있어요? ; 자리 있습니까? | Are there any seats? | Do you have a table?
여기 자리 있어? ; 여기 자리 있어요? ; 여기 자리 있습니까? | Is this seat taken? | Is anyone sitting here?
- ; 사진 좀 찍어 주세요 ; 사진 좀 찍어 주십시오 | Could you take a picture, please? | Please take a picture for me.
- ; 사진 찍어도 돼요? ; 사진 찍어도 됩니까? | Can I take a picture? | May I take a picture?
- ; 어떤 색을 좋아하세요? ; 어떤 색을 좋아하십니까? | What color do you like?
- ; 사이즈가 어떻게 되세요? ; 사이즈가 어떻게 되십니까? | What size are you? | What's your size?
- ; 잘 어울려요 ; 잘 어울립니다 | It looks good on you. | It suits you.
이 {clothes} 어때? ; 이 {clothes} 어때요? ; 이 {clothes} 어떻습니까? | How about this {clothes}? | How {is_clothes}?
`;

/** The phone, appointments. */
const phone = `
여보세요 ; 여보세요 ; 여보세요 | Hello?
- ; 여보세요, {name} 씨 계세요? ; 여보세요, {name} 씨 계십니까? | Hello, is {name} there? | Hello, may I speak to {name}?
- ; {name} 씨 좀 바꿔 주세요 ; {name} 씨 좀 바꿔 주십시오 | May I speak to {name}, please? | Can I talk to {name}?
나 {name}{야} ; 저 {name}{예요} ; 저 {name}입니다 | It's {name}. | This is {name}.
누구야? ; 누구세요? ; 누구십니까? | Who is it? | Who are you?
지금 전화할 수 있어? ; 지금 통화할 수 있어요? ; 지금 통화할 수 있습니까? | Can you talk now? | Can you talk on the phone now?
나중에 다시 전화할게 ; 나중에 다시 전화할게요 ; 나중에 다시 전화하겠습니다 | I'll call you back later. | I'll call again later.
전화해 ; 전화하세요 ; 전화하십시오 | Call me.
내일 전화해 ; 내일 전화하세요 ; - | Call me tomorrow.
연락해 ; 연락하세요 ; 연락해 주십시오 | Keep in touch. | Contact me.
연락할게 ; 연락할게요 ; 연락드리겠습니다 | I'll be in touch. | I'll contact you.
도착하면 전화해 ; 도착하면 전화하세요 ; 도착하면 전화해 주십시오 | Call me when you arrive.
- ; 잘못 거셨어요 ; 잘못 거셨습니다 | You have the wrong number.
잘 안 들려 ; 잘 안 들려요 ; 잘 안 들립니다 | I can't hear you well.
전화번호가 뭐야? ; 전화번호가 뭐예요? ; 전화번호가 뭡니까? | What's your phone number?
전화번호 좀 알려 줘 ; 전화번호 좀 알려 주세요 ; 전화번호 좀 알려 주십시오 | Please tell me your phone number.
- ; 메시지 남겨 주세요 ; 메시지를 남겨 주십시오 | Please leave a message.
시간 있어? ; 시간 있어요? ; 시간 있으십니까? | Do you have time? | Are you free?
{day}에 시간 있어? ; {day}에 시간 있어요? ; {day}에 시간 있으십니까? | Are you free on {day}? | Do you have time on {day}?
내일 시간 있어? ; 내일 시간 있어요? ; 내일 시간 있으십니까? | Are you free tomorrow? | Do you have time tomorrow?
언제 만날까? ; 언제 만날까요? ; - | When shall we meet?
어디서 만날까? ; 어디서 만날까요? ; - | Where shall we meet?
몇 시에 만날까? ; 몇 시에 만날까요? ; - | What time shall we meet?
{place} 앞에서 만나자 ; {place} 앞에서 만나요 ; {place} 앞에서 만납시다 | Let's meet in front of {place}.
{place}에서 만날까? ; {place}에서 만날까요? ; - | Shall we meet {at_place}? | Should we meet {at_place}?
언제가 좋아? ; 언제가 좋아요? ; 언제가 좋으십니까? | When is good for you?
{day} 어때? ; {day} 어때요? ; {day} 어떻습니까? | How about {day}?
{day}은 안 돼 ; {day}은 안 돼요 ; {day}은 안 됩니다 | I can't make it on {day}. | {day} doesn't work for me.
{day}에 약속이 있어 ; {day}에 약속이 있어요 ; {day}에 약속이 있습니다 | I have plans on {day}.
조금 늦을 것 같아 ; 조금 늦을 것 같아요 ; 조금 늦을 것 같습니다 | I think I'll be a little late.
지금 가고 있어 ; 지금 가고 있어요 ; 지금 가고 있습니다 | I'm on my way.
거의 다 왔어 ; 거의 다 왔어요 ; 거의 다 왔습니다 | I'm almost there. | We're almost there.
어디야? ; 어디예요? ; 어디십니까? | Where are you?
나 지금 {place}{야} ; 저 지금 {place}{예요} ; 저 지금 {place}입니다 | I'm {at_place} now.
오래 기다렸어? ; 오래 기다렸어요? ; 오래 기다리셨습니까? | Did you wait long? | Have you been waiting long?
`;

/** On the way. */
const travel = `
- ; {place}까지 가 주세요 ; {place}까지 가 주십시오 | {place_cap}, please. | To {place}, please.
- ; {place}에 가려면 어떻게 해야 돼요? ; {place}에 가려면 어떻게 해야 합니까? | How do I get {to_place}?
- ; {place}(은) 어디에 있어요? ; {place}(은) 어디에 있습니까? | Where is {place}?
- ; 이 버스 {place}에 가요? ; 이 버스 {place}에 갑니까? | Does this bus go {to_place}?
- ; {place}에 가는 버스가 몇 번이에요? ; {place}에 가는 버스가 몇 번입니까? | Which bus goes {to_place}? | What number bus goes {to_place}?
- ; 어디서 내려야 돼요? ; 어디서 내려야 합니까? | Where should I get off? | Where do I have to get off?
- ; 다음 역은 {home}역이에요 ; 다음 역은 {home}역입니다 | The next station is {home} Station.
- ; 여기서 내려 주세요 ; 여기서 내려 주십시오 | Please let me off here. | Drop me off here, please.
- ; 여기서 세워 주세요 ; 여기서 세워 주십시오 | Please stop here. | Stop here, please.
- ; {home} 가는 표 한 장 주세요 ; {home} 가는 표 한 장 주십시오 | One ticket to {home}, please.
- ; {home} 가는 표 두 장 주세요 ; {home} 가는 표 두 장 주십시오 | Two tickets to {home}, please.
- ; {home} 가는 기차가 몇 시에 있어요? ; {home} 가는 기차가 몇 시에 있습니까? | What time is the train to {home}? | What time does the train to {home} leave?
- ; 표는 어디에서 사요? ; 표는 어디에서 삽니까? | Where do I buy a ticket? | Where can I buy a ticket?
똑바로 가 ; 똑바로 가세요 ; 똑바로 가십시오 | Go straight.
쭉 가 ; 쭉 가세요 ; 쭉 가십시오 | Go straight.
오른쪽으로 가 ; 오른쪽으로 가세요 ; 오른쪽으로 가십시오 | Go right. | Turn right.
왼쪽으로 가 ; 왼쪽으로 가세요 ; 왼쪽으로 가십시오 | Go left. | Turn left.
{place} 앞에서 오른쪽으로 가 ; {place} 앞에서 오른쪽으로 가세요 ; {place} 앞에서 오른쪽으로 가십시오 | Turn right in front of {place}.
{place} 앞에서 왼쪽으로 가 ; {place} 앞에서 왼쪽으로 가세요 ; {place} 앞에서 왼쪽으로 가십시오 | Turn left in front of {place}.
{place}(은) {place2} 옆에 있어 ; {place}(은) {place2} 옆에 있어요 ; {place}(은) {place2} 옆에 있습니다 | {place_cap} is next to {place2}.
{place}(은) {place2} 앞에 있어 ; {place}(은) {place2} 앞에 있어요 ; {place}(은) {place2} 앞에 있습니다 | {place_cap} is in front of {place2}.
{place}(은) {place2} 뒤에 있어 ; {place}(은) {place2} 뒤에 있어요 ; {place}(은) {place2} 뒤에 있습니다 | {place_cap} is behind {place2}.
{place}(은) 저기에 있어 ; {place}(은) 저기에 있어요 ; {place}(은) 저기에 있습니다 | {place_cap} is over there.
길을 잃었어 ; 길을 잃었어요 ; 길을 잃었습니다 | I'm lost.
길이 막혀 ; 길이 막혀요 ; 길이 막힙니다 | Traffic is bad. | There's a traffic jam.
얼마나 걸려? ; 얼마나 걸려요? ; 얼마나 걸립니까? | How long does it take?
여기서 멀어? ; 여기서 멀어요? ; 여기서 멉니까? | Is it far from here?
걸어갈 수 있어? ; 걸어갈 수 있어요? ; 걸어갈 수 있습니까? | Can I walk there?
{city}에 처음 왔어 ; {city}에 처음 왔어요 ; {city}에 처음 왔습니다 | It's my first time in {city}. | I came to {city} for the first time.
{city}에 가 봤어? ; {city}에 가 봤어요? ; {city}에 가 보셨습니까? | Have you been to {city}? | Have you ever been to {city}?
{city}에 가 본 적 있어? ; {city}에 가 본 적 있어요? ; {city}에 가 본 적 있습니까? | Have you ever been to {city}?
{city}에 한번 가 봐 ; {city}에 한번 가 보세요 ; - | You should visit {city}. | Try going to {city}.
여행 어땠어? ; 여행 어땠어요? ; 여행은 어떠셨습니까? | How was your trip?
{city}(은) 어땠어? ; {city}(은) 어땠어요? ; {city}(은) 어떠셨습니까? | How was {city}?
{food}(은) 어땠어? ; {food}(은) 어땠어요? ; - | How {was_food}?
{watching}(은) 어땠어? ; {watching}(은) 어땠어요? ; - | How {was_watching}?
{event2}(은) 어땠어? ; {event2}(은) 어땠어요? ; {event2}(은) 어떠셨습니까? | How was {event2}?
`;

/** Health and help. */
const help = `
도와줘 ; 도와주세요 ; 도와주십시오 | Please help me. | Help me, please.
살려 줘 ; 살려 주세요 ; 살려 주십시오 | Help! | Save me!
경찰을 불러 줘 ; 경찰을 불러 주세요 ; 경찰을 불러 주십시오 | Please call the police.
구급차를 불러 줘 ; 구급차를 불러 주세요 ; 구급차를 불러 주십시오 | Please call an ambulance.
택시를 불러 줘 ; 택시를 불러 주세요 ; 택시를 불러 주십시오 | Please call a taxi.
어디가 아파? ; 어디가 아프세요? ; 어디가 아프십니까? | Where does it hurt?
언제부터 아팠어? ; 언제부터 아팠어요? ; 언제부터 아프셨습니까? | How long has it been hurting? | Since when has it hurt?
{body}(이) 아파 ; {body}(이) 아파요 ; {body}(이) 아픕니다 | My {body} hurts.
{body}(이) 아파서 왔어 ; {body}(이) 아파서 왔어요 ; {body}(이) 아파서 왔습니다 | I came because my {body} hurts.
감기에 걸렸어 ; 감기에 걸렸어요 ; 감기에 걸렸습니다 | I have a cold. | I caught a cold.
감기 걸린 것 같아 ; 감기 걸린 것 같아요 ; 감기에 걸린 것 같습니다 | I think I have a cold. | I think I caught a cold.
열이 나 ; 열이 나요 ; 열이 납니다 | I have a fever.
기침이 나 ; 기침이 나요 ; 기침이 납니다 | I have a cough.
콧물이 나 ; 콧물이 나요 ; 콧물이 납니다 | I have a runny nose.
토할 것 같아 ; 토할 것 같아요 ; 토할 것 같습니다 | I feel like throwing up. | I think I'm going to throw up.
{grocery} 알레르기가 있어 ; {grocery} 알레르기가 있어요 ; {grocery} 알레르기가 있습니다 | I'm allergic to {grocery}. | I have a {grocery} allergy.
이 약은 하루에 세 번 먹어 ; 이 약은 하루에 세 번 드세요 ; 이 약은 하루에 세 번 드십시오 | Take this medicine three times a day.
식사 후에 드세요 ; 식사 후에 드세요 ; 식사 후에 드십시오 | Take it after meals.
푹 쉬어 ; 푹 쉬세요 ; 푹 쉬십시오 | Get some good rest. | Get some rest.
도움이 필요해 ; 도움이 필요해요 ; 도움이 필요합니다 | I need help.
도와줄까? ; 도와드릴까요? ; 도와드릴까요? | Can I help you? | Shall I help you?
뭐 도와줄까? ; 뭐 도와드릴까요? ; - | What can I help you with?
{belonging}(을) 잃어버렸어 ; {belonging}(을) 잃어버렸어요 ; {belonging}(을) 잃어버렸습니다 | I lost my {belonging}.
{belonging} 봤어? ; {belonging} 봤어요? ; {belonging} 보셨습니까? | Did you see my {belonging}? | Have you seen my {belonging}?
{belonging}(이) 어디 있어? ; {belonging}(이) 어디 있어요? ; {belonging}(이) 어디 있습니까? | Where's the {belonging}? | Where is my {belonging}?
{device}(이) 고장 났어 ; {device}(이) 고장 났어요 ; {device}(이) 고장 났습니다 | The {device} is broken. | The {device} broke down.
{device}(이) 안 돼 ; {device}(이) 안 돼요 ; {device}(이) 안 됩니다 | The {device} doesn't work. | The {device} isn't working.
- ; {device} 좀 써도 돼요? ; {device} 좀 써도 됩니까? | Can I use the {device}? | May I use the {device}?
{tool} 있어? ; {tool} 있어요? ; {tool} 있습니까? | Do you have {a_tool}?
{lendable} 좀 빌려줘 ; {lendable} 좀 빌려주세요 ; {lendable} 좀 빌려주십시오 | Please lend me {a_lendable}. | Can I borrow {a_lendable}?
배터리가 없어 ; 배터리가 없어요 ; 배터리가 없습니다 | My battery is dead. | The battery is dead.
문이 안 열려 ; 문이 안 열려요 ; 문이 안 열립니다 | The door won't open.
불이 났어 ; 불이 났어요 ; 불이 났습니다 | There's a fire.
날씨가 어때? ; 날씨가 어때요? ; 날씨가 어떻습니까? | How's the weather? | What's the weather like?
오늘 날씨 어때? ; 오늘 날씨 어때요? ; 오늘 날씨 어떻습니까? | How's the weather today?
{city} 날씨는 어때? ; {city} 날씨는 어때요? ; {city} 날씨는 어떻습니까? | How's the weather in {city}?
어느 계절을 좋아해? ; 어느 계절을 좋아해요? ; 어느 계절을 좋아하십니까? | Which season do you like? | What season do you like?
무슨 {kind}(을) 좋아해? ; 무슨 {kind}(을) 좋아해요? ; 무슨 {kind}(을) 좋아하십니까? | What {kind} do you like? | What kind of {kind} do you like?
어떤 {kind}(을) 좋아해? ; 어떤 {kind}(을) 좋아해요? ; 어떤 {kind}(을) 좋아하십니까? | What kind of {kind} do you like?
{food} 좋아해? ; {food} 좋아하세요? ; {food}(을) 좋아하십니까? | Do you like {food}?
{food} 먹어 봤어? ; {food} 먹어 봤어요? ; {food}(을) 드셔 보셨습니까? | Have you tried {food}? | Have you ever tried {food}?
{food} 먹을까? ; {food} 먹을까요? ; - | Shall we eat {food}? | Should we have {food}?
{drink} 마실래? ; {drink} 마실래요? ; {drink} 드시겠습니까? | Do you want some {drink}? | Would you like some {drink}?
{hot} 한 잔 줄까? ; {hot} 한 잔 드릴까요? ; - | Would you like a cup of {hot}? | Shall I get you a cup of {hot}?
{food} 어때? ; {food} 어때요? ; {food} 어떻습니까? | How about {food}? | How is the {food}?
{thing} 좀 알려 줘 ; {thing} 좀 알려 주세요 ; {thing}(을) 알려 주십시오 | Please tell me your {thing}.
{name}(을) 알아? ; {name} 씨를 알아요? ; {name} 씨를 아십니까? | Do you know {name}?
{name}(이) 누구야? ; {name} 씨가 누구예요? ; {name} 씨가 누구입니까? | Who is {name}?
{name}(은) 어떤 사람이야? ; {name} 씨는 어떤 사람이에요? ; {name} 씨는 어떤 사람입니까? | What is {name} like? | What kind of person is {name}?
{name}(은) 왔어? ; {name} 씨는 왔어요? ; {name} 씨는 왔습니까? | Did {name} come? | Has {name} come?
{name}(이) 어디 있어? ; {name} 씨 어디 있어요? ; {name} 씨는 어디에 있습니까? | Where is {name}?
결혼했어? ; 결혼했어요? ; 결혼하셨습니까? | Are you married?
형제가 있어? ; 형제가 있어요? ; 형제가 있습니까? | Do you have any siblings? | Do you have any brothers or sisters?
가족이 몇 명이야? ; 가족이 몇 명이에요? ; 가족이 몇 명입니까? | How many people are in your family?
{kin}(은) 뭐 하셔? ; {kin}(은) 뭐 하세요? ; {kin}(은) 무슨 일을 하십니까? | What does your {kin} do?
부모님은 뭐 하셔? ; 부모님은 뭐 하세요? ; 부모님은 무슨 일을 하십니까? | What do your parents do?
`;

/** All the lines, by topic. */
export const frameLines: Readonly<Record<string, string>> = {
  greetings,
  manners,
  language,
  services,
  phone,
  travel,
  help,
};
