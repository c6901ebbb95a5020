/**
 * Reasons that people give, with what they do then.
 *
 * Lines are those of `verbs.ts`; a reason that is not about the subject has `it:` before its English,
 * and one that is about a thing says the thing: `the room:`.
 *
 * @module
 */
import { type VerbFrame, verbs } from "../phrase.ts";

/** Reasons and what follows from any of them. */
export interface Cluster {
  readonly reasons: readonly VerbFrame[];
  readonly effects: readonly VerbFrame[];
}

function cluster(reasons: string, effects: string): Cluster {
  return { reasons: verbs(reasons), effects: verbs(effects) };
}

/** `a` marks an adjective among the reasons; `n` among the effects what cannot be done then. */
export const clusters: readonly Cluster[] = [
  cluster(
    `배가 고프다 | be hungry | a
배고프다 | be hungry | a
점심을 안 먹다 | not eat lunch | N`.split("\n").slice(0, 2).join("\n"),
    `라면을 먹다 | eat ramen | ql
[meal]을 먹다 | eat [meal:a] | ql
[meal]을 시키다 | order [meal:some] | ql
[snack]을 먹다 | eat [snack:a] | ql
식당에 가다 | go to the restaurant | ql
밥을 먹다 | eat | ql
[meal]을 만들다 | make [meal:some] | l`,
  ),
  cluster(
    `목이 마르다 | be thirsty | a`,
    `물을 마시다 | drink water | ql
주스를 마시다 | drink juice | ql
물을 사다 | buy some water | ql
[drink]을 마시다 | drink [drink:a] | ql
편의점에 가다 | go to the convenience store | ql`,
  ),
  cluster(
    `피곤하다 | be tired | a
너무 피곤하다 | be really tired | a
졸리다 | be sleepy | a
힘들다 | be exhausted | a
일을 많이 하다 | work a lot | p
잠을 못 자다 | can't sleep | p`.split("\n").slice(0, 4).join("\n"),
    `일찍 자다 | go to bed early | ql
집에 가다 | go home | ql
쉬다 | rest | ql
낮잠을 자다 | take a nap | ql
커피를 마시다 | drink coffee | ql
집에서 쉬다 | rest at home | ql
샤워~하다 | take a shower | q
택시를 타다 | take a taxi | ql
일찍 퇴근~하다 | leave work early | q
세수를 하다 | wash {own} face | q`,
  ),
  cluster(
    `아프다 | be sick | a
머리가 아프다 | have a headache | a
배가 아프다 | have a stomachache | a
감기에 걸리다 | catch a cold | p
열이 나다 | have a fever | 
목이 아프다 | have a sore throat | a
다리를 다치다 | hurt {own} leg | p`,
    `병원에 가다 | go to the hospital | q
약을 먹다 | take medicine | q
집에서 쉬다 | rest at home | q
집에 있다 | stay home | q
학교에 못 가다 | can't go to school | n
회사에 못 가다 | can't go to work | n
일찍 자다 | go to bed early | q
약국에 가다 | go to the pharmacy | q
약을 사다 | buy some medicine | q
푹 쉬다 | get some good rest | q
따뜻한 물을 마시다 | drink warm water | q
집에 일찍 오다 | come home early | q`,
  ),
  cluster(
    `비가 오다 | it: rain | 
비가 많이 오다 | it: rain a lot | 
눈이 오다 | it: snow | 
눈이 많이 오다 | it: snow a lot |
바람이 불다 | it: be windy | `,
    `집에 있다 | stay home | ql
택시를 타다 | take a taxi | ql
버스를 타다 | take the bus | ql
집에서 쉬다 | rest at home | ql
나가지 않다 | not go out | x
산책을 못 하다 | can't take a walk | n
축구를 못 하다 | can't play soccer | n
집에서 영화를 보다 | watch a movie at home | ql
우산을 가져오다 | bring an umbrella | q
우산을 쓰다/regular | use an umbrella | q
일찍 집에 가다 | go home early | ql
운전을 조심~하다 | drive carefully | q
약속을 취소~하다 | cancel {own} plans | 
따뜻한 차를 마시다 | drink hot tea | ql`,
  ),
  cluster(
    `춥다 | it: be cold | a
날씨가 춥다 | the weather: be cold | a
너무 춥다 | it: be really cold | a`,
    `코트를 입다 | wear a coat | q
창문을 닫다 | close the window | ql
히터를 켜다 | turn on the heater | ql
따뜻한 차를 마시다 | drink hot tea | ql
집에 있다 | stay home | ql
장갑을 끼다 | wear gloves | q
모자를 쓰다/regular | wear a hat | q
문을 닫다 | close the door | ql
안에 들어가다 | go inside | ql
국을 끓이다 | make soup | l
목도리를 하다 | wear a scarf | q`,
  ),
  cluster(
    `덥다 | it: be hot | a
날씨가 덥다 | the weather: be hot | a
너무 덥다 | it: be really hot | a`,
    `에어컨을 켜다 | turn on the air conditioner | ql
창문을 열다 | open the window | ql
아이스크림을 먹다 | eat ice cream | ql
수영장에 가다 | go to the swimming pool | ql
물을 많이 마시다 | drink a lot of water | q
선풍기를 켜다 | turn on the fan | ql
냉면을 먹다 | eat cold noodles | ql
바다에 가다 | go to the beach | l
아이스커피를 마시다 | drink iced coffee | ql
찬물로 샤워~하다 | take a cold shower | q
수박을 먹다 | eat watermelon | ql`,
  ),
  cluster(
    `날씨가 좋다 | the weather: be nice | a
날씨가 따뜻하다 | the weather: be warm | a
날씨가 맑다 | it: be sunny | a`,
    `산책~하다 | take a walk | ql
공원에 가다 | go to the park | ql
등산~하다 | go hiking | ql
자전거를 타다 | ride a bike | ql
사진을 찍다 | take pictures | ql
바다에 가다 | go to the beach | l
빨래를 하다 | do the laundry | l
밖에서 놀다 | play outside | ql
창문을 열다 | open the windows | ql
강아지하고 산책~하다 | walk the dog | l
공원에서 점심을 먹다 | have lunch in the park | l
소풍을 가다 | go on a picnic | l`,
  ),
  cluster(
    `바쁘다 | be busy | a
일이 많다 | have a lot of work | a
시간이 없다 | not have time | N
회의가 있다 | have a meeting | `.split("\n").filter((line) => !line.includes("not have")).join(
      "\n",
    ),
    `못 가다 | can't go | n
점심을 못 먹다 | can't eat lunch | n
전화를 못 하다 | can't call | n
친구를 못 만나다 | can't meet {own} friends | n
운동을 못 하다 | can't work out | n
잠을 못 자다 | can't sleep | n
파티에 못 가다 | can't go to the party | n
늦게 퇴근~하다 | leave work late | 
집에 늦게 오다 | come home late | 
택시를 타다 | take a taxi | 
저녁을 못 먹다 | can't eat dinner | n
여행을 못 가다 | can't go on a trip | n
주말에도 일~하다 | work on the weekend too | `,
  ),
  cluster(
    `시험이 있다 | have an exam | 
내일 시험이 있다 | have an exam tomorrow | t
숙제가 많다 | have a lot of homework | a`,
    `도서관에 가다 | go to the library | ql
공부~하다 | study | ql
열심히 공부~하다 | study hard | ql
밤을 새우다 | stay up all night | 
일찍 일어나다 | get up early | ql
놀지 못하다 | can't hang out | n
게임을 못 하다 | can't play games | n
집에 있다 | stay home | ql
커피를 많이 마시다 | drink a lot of coffee |
단어를 외우다 | memorize words | ql`.replace("놀지 못하다", "못 놀다"),
  ),
  cluster(
    `심심하다 | be bored | a
시간이 많다 | have a lot of time | a
할 일이 없다 | it: x | X`.split("\n").slice(0, 2).join("\n"),
    `영화를 보다 | watch a movie | ql
게임을 하다 | play games | ql
친구를 만나다 | meet {own} friend | q
친구에게 전화~하다 | call {own} friend | q
산책~하다 | take a walk | ql
책을 읽다 | read a book | ql
음악을 듣다 | listen to music | ql
드라마를 보다 | watch a drama | ql
쇼핑~하다 | go shopping | ql
빵을 만들다 | make bread | l
그림을 그리다 | draw a picture | l
노래방에 가다 | go to karaoke | l
청소를 하다 | clean | q`,
  ),
  cluster(
    `돈이 없다 | have no money | a
돈이 부족~하다 | not have enough money | N
월급을 못 받다 | x | X`.split("\n").slice(0, 1).join("\n"),
    `아르바이트를 하다 | work part-time | q
친구에게 돈을 빌리다 | borrow money from {own} friend | 
여행을 못 가다 | can't go on a trip | n
옷을 못 사다 | can't buy clothes | n
택시를 못 타다 | can't take a taxi | n
집에서 밥을 먹다 | eat at home | ql
걸어서 가다 | walk there | ql
영화를 못 보다 | can't watch a movie | n
은행에 가다 | go to the bank | q
가방을 못 사다 | can't buy a bag | n`,
  ),
  cluster(
    `비싸다 | it: be expensive | a
너무 비싸다 | it: be too expensive | a
마음에 안 들다 | x | X`.split("\n").slice(0, 2).join("\n"),
    `안 사다 | not buy it | x
못 사다 | can't buy it | n
다른 것을 사다 | buy something else | ql
다른 가게에 가다 | go to another store | ql
돈을 모으다 | save money | q`,
  ),
  cluster(
    `싸다 | it: be cheap | a
예쁘다 | it: be pretty | a
마음에 들다 | like it | s`,
    `두 개 사다 | buy two | ql
많이 사다 | buy a lot | l
선물로 사다 | buy it as a present | l
친구에게 선물~하다 | give it to {own} friend | 
또 사다 | buy it again | l`,
  ),
  cluster(
    `늦게 일어나다 | get up late | p
길이 막히다 | the traffic: be bad | 
버스를 놓치다 | miss the bus | p
알람을 못 듣다 | x | X`.split("\n").slice(0, 3).join("\n"),
    `늦다 | be late | 
택시를 타다 | take a taxi | 
회의에 늦다 | be late for the meeting | 
아침을 못 먹다 | can't eat breakfast | n
수업에 늦다 | be late for class | 
뛰어가다 | run | 
학교에 늦다 | be late for school | 
기차를 놓치다 | miss the train | 
지하철을 타다 | take the subway | `,
  ),
  cluster(
    `친구 생일이다/이다 | it: be {own} friend's birthday | a
엄마 생신이다/이다 | it: be {kin} mom's birthday | a
여자친구 생일이다/이다 | it: be {own} girlfriend's birthday | a
동생 생일이다/이다 | it: be {own} younger brother's birthday | a`,
    `선물을 사다 | buy a present | ql
케이크를 사다 | buy a cake | ql
파티를 하다 | have a party | l
꽃을 사다 | buy flowers | ql
케이크를 만들다 | make a cake | l
미역국을 끓이다 | make seaweed soup | l
편지를 쓰다/regular | write a letter | q
백화점에 가다 | go to the department store | l
가족과 저녁을 먹다 | have dinner with {own} family | l`,
  ),
  cluster(
    `한국 드라마를 좋아하다 | like Korean dramas | s
한국에서 살고 싶다 | want to live in Korea | a
한국 친구가 있다 | have a Korean friend | s
한국 음식을 좋아하다 | like Korean food | s
한국 노래를 좋아하다 | like Korean songs | s`,
    `한국어를 배우다 | learn Korean | q
한국어를 공부~하다 | study Korean | q
한국에 가다 | go to Korea | q
한국말을 연습~하다 | practice Korean | q
한국 역사를 공부~하다 | study Korean history | q`,
  ),
  cluster(
    `방이 더럽다 | the room: be dirty | a
손님이 오다 | guests: come | 
집이 지저분~하다 | the house: be messy | a`,
    `청소~하다 | clean | ql
방을 청소~하다 | clean the room | ql
창문을 닦다 | wipe the windows | ql
쓰레기를 버리다 | take out the trash | ql
방을 정리~하다 | tidy up the room | ql
빨래를 하다 | do the laundry | l`,
  ),
  cluster(
    `시끄럽다 | it: be noisy | a
밖이 시끄럽다 | it: be noisy outside | a
음악 소리가 크다 | the music: be loud | a`,
    `창문을 닫다 | close the window | ql
문을 닫다 | close the door | ql
공부를 못 하다 | can't study | n
잠을 못 자다 | can't sleep | n
다른 곳에 가다 | go somewhere else | ql
도서관에 가다 | go to the library | ql
이어폰을 끼다 | wear earphones | q`,
  ),
  cluster(
    `어둡다 | it: be dark | a
너무 어둡다 | it: be too dark | a`,
    `불을 켜다 | turn on the light | ql
커튼을 열다 | open the curtains | ql
집에 가다 | go home | ql
책을 못 읽다 | can't read the book | n
일찍 돌아가다 | go back early | l`,
  ),
  cluster(
    `지갑을 잃어버리다 | lose {own} wallet | p
휴대폰을 잃어버리다 | lose {own} phone | p
여권을 잃어버리다 | lose {own} passport | p
가방을 잃어버리다 | lose {own} bag | p`,
    `경찰서에 가다 | go to the police station | q
경찰에 전화~하다 | call the police | q
친구에게 전화~하다 | call {own} friend | q
울다 | cry | 
집에 못 가다 | can't go home | n
새로 사다 | buy a new one | q
걱정~하다 | be worried | `,
  ),
  cluster(
    `컴퓨터가 고장 나다 | the computer: break down | p
휴대폰이 고장 나다 | the phone: break down | p
차가 고장 나다 | the car: break down | p
세탁기가 고장 나다 | the washing machine: break down | p`,
    `새로 사다 | buy a new one | q
일을 못 하다 | can't work | n
친구에게 물어보다 | ask {own} friend | q
수리를 맡기다 | get it repaired | q
고치다 | fix it | q`,
  ),
  cluster(
    `슬프다 | be sad | a
기분이 나쁘다 | be upset | a
외롭다 | be lonely | a
우울~하다 | be depressed | a
보고 싶다 | miss {own} friends | a`,
    `울다 | cry | 
친구에게 전화~하다 | call {own} friend | q
엄마에게 전화~하다 | call {own} mom | q
음악을 듣다 | listen to music | ql
혼자 걷다 | walk alone | 
노래를 듣다 | listen to songs | ql
술을 마시다 | have a drink | l
집에 있다 | stay home | 
일기를 쓰다/regular | write in {own} diary | q`,
  ),
  cluster(
    `배가 부르다 | be full | a
배부르다 | be full | a`,
    `더 못 먹다 | can't eat any more | n
산책~하다 | take a walk | ql
안 먹다 | not eat | x
케이크를 못 먹다 | can't eat the cake | n`,
  ),
  cluster(
    `맛있다 | it: be delicious | a
음식이 맛있다 | the food: be delicious | a`,
    `많이 먹다 | eat a lot | ql
다 먹다 | eat it all | q
또 시키다 | order it again | l
또 먹다 | eat it again | l
두 그릇 먹다 | eat two bowls | `,
  ),
  cluster(
    `맵다 | it: be spicy | a
너무 맵다 | it: be too spicy | a
짜다 | it: be salty | a`,
    `못 먹다 | can't eat it | n
물을 마시다 | drink some water | ql
우유를 마시다 | drink some milk | ql
안 먹다 | not eat it | x
조금만 먹다 | eat only a little | q`,
  ),
  cluster(
    `멀다 | it: be far | a
집이 멀다 | {own} house: be far | a
회사가 멀다 | {own} office: be far | a`,
    `버스를 타다 | take the bus | ql
택시를 타다 | take a taxi | ql
지하철을 타다 | take the subway | ql
일찍 나가다 | leave early | ql
걸어서 못 가다 | can't walk there | n
차로 가다 | go by car | ql
일찍 출발~하다 | leave early | ql`,
  ),
  cluster(
    `가깝다 | it: be close | a
집에서 가깝다 | it: be close to home | a`,
    `걸어서 가다 | walk there | ql
자전거로 가다 | go by bike | ql
자주 가다 | go there often | 
걸어가다 | walk there | ql`,
  ),
  cluster(
    `재미있다 | it: be interesting | a
영화가 재미있다 | the movie: be good | a
책이 재미있다 | the book: be interesting | a`,
    `두 번 보다 | read it twice | 
친구에게 추천~하다 | recommend it to {own} friend | q
또 보다 | see it again | l
밤을 새우다 | stay up all night | `.split("\n").slice(1).join("\n"),
  ),
  cluster(
    `재미없다 | it: be boring | a
영화가 지루~하다 | the movie: be boring | a
수업이 지루~하다 | the class: be boring | a`,
    `자다 | fall asleep | 
나가다 | leave | l
집에 가다 | go home | l
졸다 | doze off | `,
  ),
  cluster(
    `휴일이다/이다 | it: be a holiday | a
주말이다/이다 | it: be the weekend | a
방학이다/이다 | it: be vacation | a
일요일이다/이다 | it: be Sunday | a`,
    `늦게 일어나다 | get up late | 
집에서 쉬다 | rest at home | ql
여행을 가다 | go on a trip | l
친구를 만나다 | meet {own} friend | 
영화를 보다 | watch a movie | l
회사에 안 가다 | not go to work | x
학교에 안 가다 | not go to school | x
늦게까지 자다 | sleep late | 
등산을 가다 | go hiking | l
캠핑을 가다 | go camping | l`,
  ),
  cluster(
    `살을 빼고 싶다 | want to lose weight | a
건강이 중요~하다 | health: be important | a
살이 찌다 | gain weight | p`,
    `운동을 시작~하다 | start working out | q
매일 걷다 | walk every day | q
저녁을 안 먹다 | not eat dinner | x
단것을 안 먹다 | not eat sweets | x
야채를 많이 먹다 | eat a lot of vegetables | q
체육관에 다니다 | go to the gym | q
담배를 끊다 | quit smoking | q
수영을 배우다 | learn to swim | q`,
  ),
];
