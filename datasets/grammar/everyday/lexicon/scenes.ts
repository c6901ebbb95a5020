/**
 * What is done after what, what alongside what, and what one would not expect: two acts in one
 * sentence belong together.
 *
 * Lines are those of `verbs.ts`.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { drawPhrase, type Phrase, type VerbFrame, verbs } from "../phrase.ts";

/** Acts in the order in which they are done; some may be left out. */
const scenes: readonly (readonly VerbFrame[])[] = `
일어나다 | get up
이를 닦다 | brush {own} teeth
세수를 하다 | wash {own} face
샤워~하다 | take a shower
아침을 먹다 | have breakfast
옷을 갈아입다 | change clothes
출근~하다 | go to work

일찍 일어나다 | get up early
운동~하다 | work out
샤워~하다 | take a shower
신문을 읽다 | read the newspaper
커피를 마시다 | drink coffee
학교에 가다 | go to school

집에 오다 | come home
손을 씻다 | wash {own} hands
저녁을 먹다 | have dinner
설거지~하다 | do the dishes
텔레비전을 보다 | watch TV
[literature]을 읽다 | read [literature:a]
일찍 자다 | go to bed early

장을 보다 | go grocery shopping
요리~하다 | cook
[meal]을 먹다 | eat [meal:a]
설거지~하다 | do the dishes
쉬다 | rest

시장에 가다 | go to the market
[grocery]을 사다 | buy [grocery:some]
[cooked]을 만들다 | make [cooked:some]

[person]을 만나다 | meet [person:object]
점심을 먹다 | have lunch
[watching]을 보다 | watch [watching:a]
[drink]을 마시다 | drink [drink:a]
집에 가다 | go home

짐을 싸다 | pack {own} bags
공항에 가다 | go to the airport
비행기를 타다 | take a plane
호텔에 도착~하다 | arrive at the hotel
사진을 찍다 | take pictures

출근~하다 | go to work
이메일을 확인~하다 | check {own} email
회의를 하다 | have a meeting
점심을 먹다 | have lunch
보고서를 쓰다/regular | write a report
퇴근~하다 | leave work

도서관에 가다 | go to the library
[subject]을 공부~하다 | study [subject:a]
숙제를 끝내다 | finish {own} homework
친구를 만나다 | meet {own} friend
집에 가다 | go home

창문을 열다 | open the window
방을 청소~하다 | clean the room
쓰레기를 버리다 | take out the trash
샤워~하다 | take a shower
쉬다 | rest

병원에 가다 | go to the hospital
약을 사다 | buy some medicine
약을 먹다 | take medicine
푹 쉬다 | get some rest

체육관에 가다 | go to the gym
운동~하다 | work out
샤워~하다 | take a shower
물을 마시다 | drink water
집에 가다 | go home

백화점에 가다 | go to the department store
[clothes]을 사다 | buy [clothes:a]
[gift]을 사다 | buy [gift:a]
점심을 먹다 | have lunch
집에 오다 | come home

[letters]을 쓰다/regular | write [letters:a]
우체국에 가다 | go to the post office
소포를 보내다 | send a package

은행에 가다 | go to the bank
돈을 찾다 | withdraw money
[shopItem]을 사다 | buy [shopItem:a]

개를 산책시키다 | walk the dog
개에게 먹이를 주다 | feed the dog
꽃에 물을 주다 | water the flowers
아침을 먹다 | have breakfast

머리를 감다 | wash {own} hair
머리를 말리다 | dry {own} hair
화장~하다 | put on makeup
나가다 | go out

단어를 외우다 | memorize words
발음을 연습~하다 | practice pronunciation
시험을 보다 | take a test

표를 예매~하다 | book a ticket
극장에 가다 | go to the movie theater
영화를 보다 | watch a movie
커피를 마시다 | drink coffee

바다에 가다 | go to the beach
수영~하다 | swim
모래성을 만들다 | build a sandcastle
[snack]을 먹다 | eat [snack:a]

공원에 가다 | go to the park
자전거를 타다 | ride a bike
도시락을 먹다 | eat a boxed lunch
사진을 찍다 | take pictures

숙제를 하다 | do {own} homework
일기를 쓰다/regular | write in {own} diary
음악을 듣다 | listen to music
자다 | sleep

빨래~하다 | do the laundry
옷을 다리다 | iron the clothes
청소~하다 | clean
차를 마시다 | drink tea

학교를 졸업~하다 | graduate from school
여행을 가다 | go on a trip
직업을 구하다 | find a job
차를 사다 | buy a car
`.trim().split("\n\n").map(verbs);

/** What one does with half an ear or one hand, and what meanwhile. */
const halfDone: readonly (readonly [readonly VerbFrame[], readonly VerbFrame[]])[] = ([
  [
    `
[listening]을 듣다 | listen to [listening:a]
`,
    `
공부~하다 | study
청소~하다 | clean
요리~하다 | cook
걷다 | walk
일~하다 | work
숙제를 하다 | do {own} homework
설거지~하다 | do the dishes
그림을 그리다 | draw a picture
버스를 기다리다 | wait for the bus
빨래~하다 | do the laundry
산책~하다 | take a walk
운동~하다 | work out
쉬다 | rest
`,
  ],
  [
    `
노래를 부르다 | sing
`,
    `
청소~하다 | clean
요리~하다 | cook
걷다 | walk
설거지~하다 | do the dishes
샤워~하다 | take a shower
`,
  ],
  [
    `
커피를 마시다 | drink coffee
차를 마시다 | drink tea
녹차를 마시다 | drink green tea
주스를 마시다 | drink juice
`,
    `
공부~하다 | study
일~하다 | work
이야기~하다 | talk
쉬다 | rest
[literature]을 읽다 | read [literature:a]
버스를 기다리다 | wait for the bus
`,
  ],
  [
    `
[snack]을 먹다 | eat [snack:a]
`,
    `
[watching]을 보다 | watch [watching:a]
텔레비전을 보다 | watch TV
걷다 | walk
이야기~하다 | talk
버스를 기다리다 | wait for the bus
`,
  ],
] as const).map(([first, second]) => [verbs(first), verbs(second)] as const);

/** What one is doing when something else comes of it. */
const interrupted: readonly (readonly [VerbFrame, readonly VerbFrame[]])[] = `
밥을 먹다 | eat > 전화를 받다 | answer the phone ; 울다 | cry
[literature]을 읽다 | read [literature:a] > 잠이 들다 | fall asleep ; 전화를 받다 | answer the phone
[watching]을 보다 | watch [watching:a] > 잠이 들다 | fall asleep ; 울다 | cry
텔레비전을 보다 | watch TV > 잠이 들다 | fall asleep
[listening]을 듣다 | listen to [listening:a] > 잠이 들다 | fall asleep
공부~하다 | study > 잠이 들다 | fall asleep ; 전화를 받다 | answer the phone
[subject]을 공부~하다 | study [subject:a] > 잠이 들다 | fall asleep
걷다 | walk > 넘어지다 | fall down ; 친구를 만나다 | run into {own} friend
뛰다 | run > 넘어지다 | fall down ; 다리를 다치다 | hurt {own} leg
산책~하다 | take a walk > 넘어지다 | fall down ; 친구를 만나다 | run into {own} friend
자전거를 타다 | ride a bike > 넘어지다 | fall down ; 다치다 | get hurt
축구를 하다 | play soccer > 넘어지다 | fall down ; 다리를 다치다 | hurt {own} leg
농구를 하다 | play basketball > 넘어지다 | fall down ; 다리를 다치다 | hurt {own} leg
운동~하다 | work out > 다치다 | get hurt ; 전화를 받다 | answer the phone
요리~하다 | cook > 손을 다치다 | hurt {own} hand ; 전화를 받다 | answer the phone
장을 보다 | shop for groceries > 친구를 만나다 | run into {own} friend ; 지갑을 잃어버리다 | lose {own} wallet
쇼핑~하다 | shop > 친구를 만나다 | run into {own} friend ; 지갑을 잃어버리다 | lose {own} wallet
청소~하다 | clean > 지갑을 찾다 | find {own} wallet ; 컵을 깨다 | break a cup
설거지~하다 | do the dishes > 접시를 깨다 | break a plate ; 컵을 깨다 | break a cup
일~하다 | work > 전화를 받다 | answer the phone ; 다치다 | get hurt
버스를 기다리다 | wait for the bus > 친구를 만나다 | run into {own} friend
등산~하다 | hike > 다리를 다치다 | hurt {own} leg ; 길을 잃다 | get lost
운전~하다 | drive > 길을 잃다 | get lost
스키를 타다 | ski > 다리를 다치다 | hurt {own} leg ; 넘어지다 | fall down
[person]과 이야기~하다 | talk with [person:object] > 울다 | cry
여행~하다 | travel > 여권을 잃어버리다 | lose {own} passport ; 지갑을 잃어버리다 | lose {own} wallet
`.trim().split("\n").map((line) => {
  const [act, outcomes] = line.split(" > ");
  return [verbs(act)[0], outcomes.split(" ; ").flatMap((outcome) => verbs(outcome))] as const;
});

/** An act, and what did not come of it; the last word is how Korean denies. */
const contrasts: readonly (readonly [VerbFrame, VerbFrame, "none" | "안" | "못"])[] = `
열심히 공부~하다 | study hard | | none > 시험에 떨어지다 | fail the exam
도서관에 가다 | go to the library | | 안 > 공부~하다 | study
도서관에 가다 | go to the library | | 못 > [lendable]을 빌리다 | borrow [lendable:a]
식당에 가다 | go to the restaurant | | 못 > [meal]을 먹다 | eat [meal:a]
백화점에 가다 | go to the department store | | 안 > [clothes]을 사다 | buy [clothes:a]
시장에 가다 | go to the market | | 못 > [grocery]을 사다 | buy [grocery:any]
[literature]을 읽다 | read [literature:a] | | 못 > 이해~하다 | understand it
일찍 일어나다 | get up early | | 못 > 아침을 먹다 | have breakfast
일찍 일어나다 | get up early | | none > 학교에 늦다 | be late for school
바다에 가다 | go to the beach | | 못 > 수영~하다 | swim
극장에 가다 | go to the movie theater | | 못 > 영화를 보다 | watch the movie
시험을 보다 | take the test | | 못 > 합격~하다 | pass
파티에 가다 | go to the party | | 안 > 춤을 추다 | dance
파티에 가다 | go to the party | | 안 > [drink]을 마시다 | drink [drink:any]
여행을 가다 | go on a trip | | 못 > 사진을 찍다 | take any pictures
일찍 자다 | go to bed early | | none > 늦게 일어나다 | get up late
운동을 많이 하다 | exercise a lot | | 못 > 살을 빼다 | lose weight
[meal]을 시키다 | order [meal:some] | | 못 > 다 먹다 | eat it all
은행에 가다 | go to the bank | | 못 > 돈을 찾다 | withdraw money
커피를 마시다 | drink coffee | | none > 졸다 | doze off
방을 청소~하다 | clean the room | | 안 > 창문을 닦다 | wipe the windows
숙제를 하다 | do {own} homework | | 안 > 가져오다 | bring it
저녁을 먹다 | have dinner | | 안 > 설거지~하다 | do the dishes
약속을 하다 | make a promise | | 못 > 지키다 | keep it
[device]을 사다 | buy [device:a] | | 못 > 쓰다/regular | use it
[letters]을 쓰다/regular | write [letters:a] | | 안 > 보내다 | send it
체육관에 가다 | go to the gym | | 안 > 운동~하다 | work out
[person]을 만나다 | meet [person:object] | | 못 > 많이 이야기~하다 | talk much
`.trim().split("\n").map((line) => {
  const [act, outcome] = line.split(" > ");
  const denial = act.split("|").at(-1)?.trim();
  if (denial !== "none" && denial !== "안" && denial !== "못") {
    throw new TypeError(`expected none, 안 or 못, got "${line}"`);
  }
  return [verbs(act.split("|").slice(0, 2).join("|"))[0], verbs(outcome)[0], denial] as const;
});

/** Two acts of one scene, the earlier one first. */
export function drawSteps(random: Random): readonly [Phrase, Phrase] {
  const scene = random.choice(scenes);
  const later = 1 + random.integer(scene.length - 1);
  const earlier = random.integer(later);
  return [drawPhrase(random, scene[earlier]), drawPhrase(random, scene[later])];
}

/** What is done besides, and what one does. */
export function drawMeanwhile(random: Random): readonly [Phrase, Phrase] {
  const [besides, acts] = random.choice(halfDone);
  return [drawPhrase(random, random.choice(besides)), drawPhrase(random, random.choice(acts))];
}

/** What one was doing, and what came of it. */
export function drawInterruption(random: Random): readonly [Phrase, Phrase] {
  const [act, outcomes] = random.choice(interrupted);
  return [drawPhrase(random, act), drawPhrase(random, random.choice(outcomes))];
}

/** An act and what one would not expect after it. */
export function drawContrast(
  random: Random,
): { readonly act: Phrase; readonly outcome: Phrase; readonly denial: "none" | "안" | "못" } {
  const [act, outcome, denial] = random.choice(contrasts);
  return { act: drawPhrase(random, act), outcome: drawPhrase(random, outcome), denial };
}
