/**
 * What people do in everyday talk: Korean with its English, and what fits with it.
 *
 * A line is `Korean | English | flags | places`. `[meal]을` is a noun of a kind with its particle;
 * `[meal:a]` is the same noun with its determiner in English; `{own}` becomes the possessive of
 * the subject and `{self}` its reflexive. Verbs that `하다` makes of a noun are written `공부~하다`
 * where 안 goes between.
 *
 * | flag | meaning |
 * | ---- | ------- |
 * | `m` | over in a moment: no progressive out of the blue |
 * | `s` | a state: never progressive |
 * | `i` | happens to one: not wanted, promised or asked for |
 * | `h` | asked as a favour: -아 주세요 |
 * | `q` | advised: -(으)세요 |
 * | `l` | proposed: let's |
 * | `t` | tried: -아 보다 |
 * | `k` | a skill: -(으)ㄹ 줄 알다 |
 * | `b` | forbidden: -지 마세요 |
 * | `e` | an experience: -(으)ㄴ 적이 있다 |
 * | `f` | a habit: every day, often |
 * | `w` | done with others |
 * | `r` | said only when it is asked for, advised, proposed or forbidden |
 * | `H` | asked for by the speaker alone: `lend me` |
 * | `I` | not forbidden by -(으)면 안 되다 |
 * | `A` | an adjective in Korean: 필요하다 |
 *
 * @module
 */
import { verbs } from "../phrase.ts";

export const everydayVerbs = verbs(`
[meal]을 먹다 | eat [meal:a] | qltefw | 식당 집 학교 시장
[dish]을 먹다 | eat [dish:a] | qltefw | 식당 집
[snack]을 먹다 | eat [snack:a] | qlfb | 카페 집
[fruit]을 먹다 | eat [fruit:a] | qlf | 집
아침을 먹다 | have breakfast | qlfw | 집 호텔 카페
점심을 먹다 | have lunch | qlfw | 식당 회사 학교
저녁을 먹다 | have dinner | qlfw | 식당 집
[drink]을 마시다 | drink [drink:a] | qltfw | 카페 집
커피를 한잔하다 | have a cup of coffee | lw | 카페
약을 먹다 | take medicine | qf | 집
[dish]을 끓이다 | make [dish:some] | kht | 집
라면을 끓이다 | make ramen | khlt | 집
[cooked]을 만들다 | make [cooked:some] | klte | 집 부엌
[snack]을 만들다 | make [snack:some] | kte | 부엌 집
저녁을 준비~하다 | make dinner | h | 집 부엌
요리~하다 | cook | kfw | 집 부엌
[dish]을 주문~하다 | order [dish:some] | mhl | 식당
[meal]을 주문~하다 | order [meal:some] | mhl | 식당
[meal]을 시키다 | order [meal:some] | mhl | 식당
계산~하다 | pay | mh | 식당 가게
[grocery]을 사다 | buy [grocery:some] | mqh | 마트 시장 편의점
[fruit]을 사다 | buy [fruit:some] | mqh | 마트 시장
[clothes]을 사다 | buy [clothes:a] | mlw | 백화점 시장 옷가게
[shoes]을 사다 | buy [shoes:some] | mlw | 백화점 시장
[worn]을 사다 | buy [worn:a] | mlw | 백화점
[gift]을 사다 | buy [gift:a] | mlw | 백화점
[shopItem]을 사다 | buy [shopItem:a] | m | 백화점 시장
[device]을 사다 | buy [device:a] | m | 백화점
[furniture]을 사다 | buy [furniture:a] | m | 백화점
[goods]을 사다 | buy [goods:a] | m | 백화점
[tool]을 사다 | buy [tool:some] | mqh | 마트 문구점 편의점
차를 팔다 | sell {own} car | m |
집을 팔다 | sell {own} house | m |
[fruit]을 팔다 | sell [fruit:s] | r | 시장
[clothes]을 입다 | wear [clothes:a] | qtb |
[headwear]을 쓰다/regular | wear [headwear:a] | |
[fitted]을 끼다 | wear [fitted:a] | |
[fastened]을 하다 | wear [fastened:a] | |
[shoes]을 신다 | wear [shoes:bare] | qtb |
[shoes]을 벗다 | take off [shoes:own] | mqhr |
[clothes]을 벗다 | take off [clothes:own] | mqr |
옷을 갈아입다 | change clothes | mqr | 집 방
[belonging]을 잃어버리다 | lose [belonging:own] | mie | 지하철역 공항
[mislaid]을 찾다 | look for [mislaid:own] | h | 방 집
[belonging]을 가져오다 | bring [belonging:own] | mqh |
[lendable]을 빌리다 | borrow [lendable:a] | m |
[lendable]을 빌려주다 | lend me [lendable:some] | mH |
[belonging]을 보여 주다 | show me [belonging:own] | mH |
사진을 보여 주다 | show me the photo | mH |
길을 알려 주다 | tell me the way | mH |
[thing]을 알려 주다 | tell me [thing:own] | mH |
[lendable]을 쓰다/regular | use [lendable:a] | m |
컴퓨터를 쓰다/regular | use the computer | f | 집 회사 도서관
[device]을 고치다 | fix [device:the] | khe | 집
차를 고치다 | fix the car | khe |
[literature]을 읽다 | read [literature:a] | qlfe | 도서관 집 카페 방 공원
[notice]을 읽다 | read [notice:the] | q | 회사 집
[letters]을 쓰다/regular | write [letters:a] | | 집 카페
[message]을 보내다 | send [message:a] | mhe | 회사
[message]을 받다 | get [message:a] | mi |
일기를 쓰다/regular | write in {own} diary | f | 방
보고서를 쓰다/regular | write a report | | 회사 사무실
[watching]을 보다 | watch [watching:a] | qlefw | 집 거실
텔레비전을 보다 | watch TV | lfw | 집 거실
사진을 보다 | look at photos | lw | 집
[listening]을 듣다 | listen to [listening:a] | qlf | 집 방 카페
수업을 듣다 | take a class | q | 학교 대학교
[struck]을 치다 | play [struck:a] | k | 방 집
[bowed]을 켜다 | play [bowed:a] | k | 방 집
[blown]을 불다 | play [blown:a] | k | 방 집
피아노를 치다 | play the piano | klf | 집
기타를 치다 | play the guitar | klf | 방
[sport]을 하다 | play [sport:a] | klew | 공원 학교 체육관
축구를 하다 | play soccer | klewf | 공원 학교
노래를 부르다 | sing | klfw | 노래방
노래~하다 | sing | klf | 노래방 교실
춤을 추다 | dance | klfw | 
그림을 그리다 | draw a picture | klf | 방 공원 교실
사진을 찍다 | take a picture | hlbf | 공원 바다 박물관
[subject]을 공부~하다 | study [subject:a] | qlfw | 도서관 집 학교 대학교
[subject]을 배우다 | learn [subject:a] | qe | 학교 대학교
[skillLesson]을 배우다 | learn [skillLesson:a] | qe |
[subject]을 가르치다 | teach [subject:a] | e | 학교 대학교
[language]로 말~하다 | speak in [language:a] | qhk |
공부~하다 | study | qlfw | 도서관 집 방 학교
숙제를 하다 | do {own} homework | qlf | 집 도서관 방
숙제를 끝내다 | finish {own} homework | mq |
시험을 보다 | take a test | e | 학교
시험에 합격~하다 | pass the exam | mi |
시험에 떨어지다 | fail the exam | mie |
단어를 외우다 | memorize words | qlf | 도서관
질문을 하다 | ask a question | mq | 
질문에 대답~하다 | answer the question | mqhr |
수업을 시작~하다 | start class | mr |
학교를 졸업~하다 | graduate from school | m |
일~하다 | work | fw | 회사 은행 식당 카페 병원 사무실
회의를 하다 | have a meeting | w | 회사 사무실
출근~하다 | go to work | mf |
퇴근~하다 | leave work | mf |
회사를 그만두다 | quit {own} job | m |
일을 끝내다 | finish work | m |
아르바이트를 하다 | work part-time | e | 카페 식당 편의점
돈을 벌다 | make money | |
돈을 모으다 | save money | q |
돈을 빌리다 | borrow money | mb |
돈을 찾다 | withdraw money | m | 은행
돈을 쓰다/regular | spend money | b |
[place]에 가다 | go [place:to] | mqlfwe |
[region]에 가다 | go [region:to] | mlwe |
[place]에 오다 | come [place:to] | mqf |
[region]에 오다 | come [region:to] | m |
[region]에 살다 | live [region:at] | sw |
[place]에 도착~하다 | arrive [place:at] | mi |
[place]에서 나오다 | come out of [town:noun] | m |
[region]을 여행~하다 | travel around [region:noun] | elw |
집에 가다 | go home | mqlfb |
집에 오다 | come home | mqf |
집에 있다 | stay home | qs |
집에서 쉬다 | rest at home | ql |
산책~하다 | take a walk | qlfw | 공원 바다
걷다 | walk | qlfw | 공원 밖
뛰다 | run | bfr | 공원
달리다 | run | f | 공원
수영~하다 | swim | klbfw | 수영장 바다 강
운동~하다 | work out | qlfw | 체육관 공원 집
등산~하다 | go hiking | lwfe |
낚시~하다 | go fishing | lwe | 강 바다
여행을 가다 | go on a trip | mlwe |
쇼핑~하다 | go shopping | lwf | 백화점 시장 시내
장을 보다 | go grocery shopping | lwf | 시장 마트
[vehicle]을 타다 | take [vehicle:a] | mqlfe |
[coach]을 타다 | take [coach:a] | mqe |
엘리베이터를 타다 | take the elevator | mqlr |
자전거를 타다 | ride a bike | klfw | 공원
말을 타다 | ride a horse | ke |
스키를 타다 | ski | klew |
[vehicle]에서 내리다 | get off [vehicle:a] | mqr |
[coach]에서 내리다 | get off [coach:a] | mqr |
버스를 기다리다 | wait for the bus | | 버스정류장
[person]을 기다리다 | wait for [person:object] | q | 역 카페 공항
[person]을 만나다 | meet [person:object] | mefq | 카페 공원 시내 학교 식당
[person]을 돕다 | help [person:object] | qf |
[person]을 초대~하다 | invite [person:object] | mq |
[dear]을 사랑~하다 | love [dear:object] | s |
[person]을 믿다 | trust [person:object] | sb |
[person]을 그리워하다 | miss [person:object] | si |
[person]을 찾다 | look for [person:object] | h |
[person]과 이야기~하다 | talk with [person:object] | qf | 카페
[person]과 싸우다 | fight with [person:object] | beI |
[person]과 결혼~하다 | marry [person:object] | m |
[person]과 놀다 | hang out with [person:object] | fb | 공원 집
[person]에게 전화~하다 | call [person:object] | mqf |
[person]에게 물어보다 | ask [person:object] | mq |
[person]에게 [gift]을 주다 | give [person:object] [gift:a] | me |
[person]에게 [gift]을 선물~하다 | give [person:object] [gift:a] | m |
[person]에게 용돈을 주다 | give [person:object] some pocket money | m |
용돈을 받다 | get some pocket money | mi |
[person]에게 [message]을 보내다 | send [person:object] [message:a] | mq |
[person]에게 [talk]을 말~하다 | tell [person:object] [talk:the] | m |
[person]에게 [subject]을 가르치다 | teach [person:object] [subject:a] | e |
[person]에게서 [gift]을 받다 | get [gift:a] from [person:object] | mi |
친구를 사귀다 | make friends | mq | 학교
자다 | sleep | qbf | 집 방 호텔
일찍 자다 | go to bed early | qf |
늦게 자다 | go to bed late | fb |
낮잠을 자다 | take a nap | qfb | 집 방
일어나다 | get up | mqf |
일찍 일어나다 | get up early | mqf |
늦게 일어나다 | get up late | mf |
쉬다 | rest | ql | 집
샤워~하다 | take a shower | qf | 집 체육관
목욕~하다 | take a bath | qf |
[washable]을 씻다 | wash [washable:own] | qf |
이를 닦다 | brush {own} teeth | qf |
머리를 감다 | wash {own} hair | qf |
머리를 자르다 | get a haircut | me | 미용실
화장~하다 | put on makeup | f |
[room]을 청소~하다 | clean [room:the] | qhlf |
청소~하다 | clean | qhlf |
빨래~하다 | do the laundry | qhf | 집
설거지~하다 | do the dishes | qhf | 부엌
쓰레기를 버리다 | take out the trash | mqhb |
[room]을 정리~하다 | tidy up [room:the] | qhl |
이사~하다 | move | me |
[openable]을 열다 | open [openable:the] | mqhbr |
[openable]을 닫다 | close [openable:the] | mqhbr |
[switchable]을 켜다 | turn on [switchable:the] | mqhbr |
[switchable]을 끄다 | turn off [switchable:the] | mqhr |
가스를 잠그다 | turn off the gas | mqh | 집
가스를 확인~하다 | check the gas | mq | 집
불을 켜다 | turn on the light | mqh |
불을 끄다 | turn off the light | mqh |
앉다 | sit down | mqlbr |
여기 앉다 | sit here | mqbr |
서다 | stand | br |
들어오다 | come in | mqbr |
들어가다 | go in | mqlbr |
나가다 | go out | mlbf |
나오다 | come out | mqbr |
올라가다 | go up | mqlr |
내려가다 | go down | mqlr |
돌아오다 | come back | mq |
돌아가다 | go back | mq |
떠나다 | leave | ml |
출발~하다 | leave | ml |
왼쪽으로 가다 | go left | mqr |
오른쪽으로 가다 | go right | mqr |
길을 건너다 | cross the street | mqbr |
길을 잃다 | get lost | mie |
길을 묻다/ㄷ | ask for directions | m |
운전~하다 | drive | kfb | 
운전을 배우다 | learn to drive | e |
차를 세우다 | stop the car | mhr |
기다리다 | wait | qhl | 여기
전화를 받다 | answer the phone | mqhr |
전화를 끊다 | hang up | mqr |
문자를 보내다 | send a text message | mqhf |
사진을 보내다 | send a picture | mqh |
인터넷을 하다 | go online | f | 집
게임을 하다 | play games | lfbw | 집 방
이름을 쓰다/regular | write {own} name | mqhr |
말~하다 | talk | qhb |
천천히 말~하다 | speak slowly | qhr |
크게 말~하다 | speak loudly | qhbr |
이야기~하다 | talk | qlfw | 카페
웃다 | laugh | fbrI |
울다 | cry | bfI |
소리를 지르다 | scream | b |
거짓말을 하다 | lie | meb |
농담을 하다 | joke | fb |
약속을 지키다 | keep {own} promise | mq |
약속을 취소~하다 | cancel the appointment | m |
예약~하다 | make a reservation | mqhl | 
호텔을 예약~하다 | book a hotel | mqh |
표를 예매~하다 | book a ticket | mqh |
계획을 세우다 | make a plan | lq |
준비~하다 | get ready | ql |
여행을 준비~하다 | prepare for the trip | w |
짐을 싸다 | pack {own} bags | q | 집
짐을 들다 | carry the luggage | h |
생각~하다 | think | qr |
한국어를 이해~하다 | understand Korean | s |
잊어버리다 | forget | mib |
[thing]을 잊어버리다 | forget [thing:own] | mibr |
[thing]을 바꾸다 | change [thing:own] | mr |
약속을 잊다 | forget the appointment | mib |
[friend]을 알다 | know [friend:object] | si |
전화번호를 알다 | know the phone number | si |
주소를 알다 | know the address | si |
비밀번호를 알다 | know the password | si |
결정~하다 | decide | mq |
[gift]을 선택~하다 | choose [gift:a] | m |
[clothes]을 고르다 | choose [clothes:a] | qhl | 백화점
[gift]을 고르다 | choose [gift:a] | qhl |
서류를 확인~하다 | check the documents | mqhr | 회사
이메일을 확인~하다 | check {own} email | mqf |
연습~하다 | practice | qlfw |
발음을 연습~하다 | practice pronunciation | qlf |
노력~하다 | try hard | q |
포기~하다 | give up | mbqIr |
꿈을 포기~하다 | give up {own} dream | mb |
여행을 포기~하다 | give up the trip | m |
공부를 포기~하다 | give up studying | mb |
실수~하다 | make a mistake | mieb |
땅을 파다 | dig a hole in the ground | qh | 마당
사과~하다 | apologize | mq |
성공~하다 | succeed | mi |
실패~하다 | fail | mie |
시작~하다 | start | mqlr |
끝나다 | finish | mi |
늦다 | be late | mibf |
넘어지다 | fall down | mie | 길
다치다 | get hurt | mieb |
다리를 다치다 | hurt {own} leg | mie |
감기에 걸리다 | catch a cold | mief |
병원에 입원~하다 | be hospitalized | mie |
담배를 피우다 | smoke | bf | 여기
담배를 끊다 | quit smoking | mq |
술을 마시다 | drink | lfbw |
살이 찌다 | gain weight | mi |
살을 빼다 | lose weight | q |
다이어트를 하다 | be on a diet | qe |
파티를 하다 | have a party | lw | 집
생일 파티를 하다 | have a birthday party | lw | 집
결혼~하다 | get married | m |
헤어지다 | break up | mi |
[pet]을 키우다 | have [pet:a] | es |
고양이를 키우다 | have a cat | es |
강아지를 키우다 | have a puppy | es |
개를 산책시키다 | walk the dog | f | 공원
꽃에 물을 주다 | water the flowers | qhf |
[planted]을 심다 | plant [planted:a] | e | 마당
별을 보다 | look at the stars | lw | 산
[sight]을 그리다 | draw [sight:the] | el |
[sight] 사진을 찍다 | take a picture of [sight:the] | elw |
[view]을 보다 | look at [view:the] | lw |
[meal]을 좋아하다 | like [meal:s] | s |
[fruit]을 좋아하다 | like [fruit:s] | s |
[drink]을 좋아하다 | like [drink:s] | s |
[animal]을 좋아하다 | like [animal:s] | s |
[sport]을 좋아하다 | like [sport:s] | s |
[color]을 좋아하다 | like [color:s] | s |
[season]을 좋아하다 | like [season:s] | s |
[subject]을 좋아하다 | like [subject:s] | s |
[hobby]을 좋아하다 | like [hobby:s] | s |
[watching]을 좋아하다 | like [watching:s] | s |
[listening]을 좋아하다 | like [listening:s] | s |
[person]을 좋아하다 | like [person:object] | s |
[meal]을 싫어하다 | hate [meal:s] | s |
[animal]을 싫어하다 | hate [animal:s] | s |
[hobby]을 싫어하다 | hate [hobby:s] | s |
[animal]을 무서워하다 | be afraid of [animal:s] | si |
[gift]을 받다 | get [gift:a] | mi |
월급을 받다 | get paid | mif |
[belonging]이 필요~하다 | need [belonging:a] | siA |
[tool]이 필요~하다 | need [tool:some] | siA |
[device]이 필요~하다 | need [device:a] | siA |
[shopItem]이 필요~하다 | need [shopItem:a] | siA |
시간이 필요~하다 | need time | siA |
도움이 필요~하다 | need help | siA |
[belonging]이 있다 | have [belonging:a] | sin |
[device]이 있다 | have [device:a] | sin |
[appointment]이 있다 | have [appointment:a] | sin |
열이 나다 | have a fever | si |
기침이 나다 | have a cough | si |
콧물이 나다 | have a runny nose | si |
시간이 있다 | have time | sin |
약속이 있다 | have plans | sin |
돈이 있다 | have money | sin |
질문이 있다 | have a question | sin |
문제가 있다 | have a problem | sin |
여자친구가 있다 | have a girlfriend | sin |
남자친구가 있다 | have a boyfriend | sin |
언니가 있다 | have an older sister | sin |
남동생이 있다 | have a younger brother | sin |
관심이 있다 | be interested | sin |
[subject]에 관심이 있다 | be interested in [subject:a] | sin |
자신이 있다 | be confident | sin |
걱정~하다 | worry | bqfI |
[exam]을 걱정~하다 | worry about [exam:the] | bI |
[grade]을 확인~하다 | check [grade:own] | mq |
화를 내다 | get angry | mbfIr |
화가 나다 | be angry | si |
긴장~하다 | be nervous | ibr |
놀라다 | be surprised | mi |
당황~하다 | be embarrassed | mi |
후회~하다 | regret it | sib |
칭찬을 받다 | be praised | mi |
인사~하다 | say hello | mqfr |
소개~하다 | introduce {self} | mqr |
[person]을 소개~하다 | introduce [person:object] | mhr |
축하~하다 | celebrate | lr |
[event]을 준비~하다 | get ready for [event:the] | q |
[occasion]에 가다 | go to [occasion:a] | mlw |
[appointment]에 늦다 | be late for [appointment:the] | mib |
[document]을 보내다 | send [document:the] | mqh | 회사
[document]을 준비~하다 | prepare [document:the] | qh | 회사
[task]을 끝내다 | finish [task:the] | mq | 회사
사진을 찾다 | find the photo | mi |
빵을 굽다/ㅂ | bake bread | kfe | 집
고기를 굽다/ㅂ | grill meat | kl | 집 마당
과일을 씻다 | wash the fruit | hq | 부엌
야채를 썰다 | cut the vegetables | hq | 부엌
음식을 나누다 | share the food | mlr |
음식을 남기다 | leave food | mbr |
맛을 보다 | have a taste | mqtr |
단것을 먹다 | eat sweets | bf |
밤을 새우다 | stay up all night | eb |
꿈을 꾸다 | have a dream | ife |
눈을 감다 | close {own} eyes | mqhr |
손을 들다 | raise {own} hand | mqhr |
책을 덮다 | close the book | mqhr |
벽에 그림을 걸다 | hang a picture on the wall | mhr |
가방에 책을 넣다 | put a book in the bag | mqhr |
책상 위에 책을 놓다 | put the book on the desk | mqhr |
상자를 옮기다 | move the box | hlr |
줄을 서다 | stand in line | qr | 식당
비밀번호를 바꾸다 | change the password | mqhr |
파일을 저장~하다 | save the file | mqhr |
버튼을 누르다 | press the button | mqhbr |
앱을 설치~하다 | install the app | mqhr |
규칙을 지키다 | follow the rules | mqr |
주말을 집에서 보내다 | spend the weekend at home | w |
주말을 바다에서 보내다 | spend the weekend at the beach | w |
방학을 집에서 보내다 | spend the vacation at home | w |
방학을 시골에서 보내다 | spend the vacation in the countryside | w |
비를 맞다 | get caught in the rain | mi |
주사를 맞다 | get a shot | mir | 병원
은행에서 돈을 바꾸다 | exchange money at the bank | mr |
봉사활동을 하다 | volunteer | ew | 병원
세일을 하다 | have a sale | fr | 백화점 옷가게
조심~하다 | be careful | qsr |
서두르다 | hurry | qlbr |
참다 | hold back | qr |
따라오다 | follow me | mqr |
도망가다 | run away | mir |
숨다 | hide | mr |
던지다 | throw it | mbr |
만지다 | touch it | bmr |
누르다 | press it | mbr |
설명~하다 | explain | mqhr |
규칙을 설명~하다 | explain the rules | mh |
이유를 설명~하다 | explain the reason | mqh |
[person]을 믿다 | believe [person:object] | sb |
신을 믿다 | believe in God | s |
휴가를 즐기다 | enjoy {own} vacation | q |
파티를 즐기다 | enjoy the party | q |
방에 들어가다 | enter the room | mqbr |
교실에 들어가다 | enter the classroom | mqbr |
동아리에 가입~하다 | join a club | mlq |
팀에 들어가다 | join the team | m |
비행기를 놓치다 | miss the plane | mi |
기회를 놓치다 | miss the chance | mib |
버스를 놓치다 | miss the bus | mie |
열쇠를 숨기다 | hide the key | mr |
돈을 숨기다 | hide the money | mr |
공을 던지다 | throw the ball | mqbr |
공을 차다 | kick the ball | mqr |
공을 잡다 | catch the ball | mqer |
물고기를 잡다 | catch a fish | mei | 강 바다
개에게 물리다 | get bitten by a dog | mie |
[dear]을 안다 | hug [dear:object] | mqr |
[person]을 때리다 | hit [person:object] | mbr |
[person]을 칭찬~하다 | praise [person:object] | mq |
[person]을 깨우다 | wake [person:object] up | mhb |
[person]을 놀라게 하다 | surprise [person:object] | m |
[person]을 도와주다 | help [person:object] | qf |
아이들을 돌보다 | take care of the kids | q |
할머니를 돌보다 | take care of {kin} grandmother | q |
부모님을 돌보다 | take care of {own} parents | q |
[pet]을 돌보다 | take care of [pet:the] | qh |
[elder]을 방문~하다 | visit [elder:object] | mq |
[person]을 따라가다 | follow [person:object] | mqbr |
[person]을 데려오다 | bring [person:object] | mq |
[person]을 부르다 | call [person:object] over | mq |
[person]을 보다 | see [person:object] | mie |
[person]을 용서~하다 | forgive [person:object] | mq |
[person]을 기억~하다 | remember [person:object] | si |
[person]을 이해~하다 | understand [person:object] | s |
[elder]을 존경~하다 | respect [elder:object] | s |
[person]에게 사과~하다 | apologize to [person:object] | mq |
[person]에게 거짓말을 하다 | lie to [person:object] | mbe |
[person]에게 돈을 빌려주다 | lend [person:object] money | mb |
[person]에게 길을 가르쳐 주다 | show [person:object] the way | m |
[person]에게 사진을 보여 주다 | show [person:object] the photo | mq |
[person]에게 인사~하다 | greet [person:object] | mqf |
[person]과 춤을 추다 | dance with [person:object] | e |
여자친구와 헤어지다 | break up with {own} girlfriend | m |
남자친구와 헤어지다 | break up with {own} boyfriend | m |
아기를 안다 | hold the baby | mqh |
아기를 돌보다 | take care of the baby | qh |
고양이에게 밥을 주다 | feed the cat | mqhf |
개에게 먹이를 주다 | feed the dog | mqhf |
일찍 깨다 | wake up early | mif |
늦잠을 자다 | oversleep | mief |
잠이 들다 | fall asleep | mi |
물을 끓이다 | boil water | qh | 부엌
계란을 삶다 | boil an egg | q | 부엌
계란을 깨다 | break an egg | mqr |
고기를 볶다 | stir-fry meat | q | 부엌
케이크를 굽다 | bake a cake | ke | 집
파이를 굽다 | bake a pie | ke | 집
컵을 깨다 | break a cup | mie |
창문을 깨다 | break the window | mie |
벽을 칠~하다 | paint the wall | h |
집을 짓다 | build a house | e |
다리를 건너다 | cross the bridge | mqr |
강을 건너다 | cross the river | me |
계단을 올라가다 | go up the stairs | mqr |
산에 올라가다 | climb a mountain | mef |
나무에 올라가다 | climb a tree | meb |
문을 두드리다 | knock on the door | mqr |
문을 밀다 | push the door | mqr |
문을 당기다 | pull the door | mqr |
문을 잠그다 | lock the door | mqhr |
책상을 밀다 | push the desk | mhr |
방을 빌리다 | rent a room | m |
차를 빌리다 | rent a car | mle |
집을 구하다 | find a house | mq |
책을 돌려주다 | return the book | mqh |
돈을 갚다 | pay back the money | mq |
돈을 받다 | receive money | mi |
돈을 잃다 | lose money | mie |
돈을 낭비~하다 | waste money | b |
시간을 낭비~하다 | waste time | b |
지갑을 떨어뜨리다 | drop {own} wallet | mi |
컵을 떨어뜨리다 | drop a cup | mi |
이름을 적다 | write down {own} name | mqhr |
서명~하다 | sign it | mqhr |
답을 고르다 | choose the answer | mqr |
답을 찾다 | find the answer | m |
문제를 풀다 | solve the problem | qh |
틀린 것을 고치다 | correct the mistakes | qh |
돈을 세다 | count the money | qhr |
열까지 세다 | count to ten | qr |
경기에 이기다 | win the game | mie |
경기에 지다 | lose the game | mie |
상을 받다 | win a prize | mie |
소리치다 | shout | mbr |
미소를 짓다 | smile | qr |
하품을 하다 | yawn | mi |
커피 냄새를 맡다 | smell the coffee | mr |
소원을 빌다 | make a wish | mql |
기도~하다 | pray | qf | 교회
회의에 참석~하다 | attend the meeting | mq |
수업에 참석~하다 | attend class | mqf |
대회에 참가~하다 | take part in the contest | mle |
주차~하다 | park the car | mbhr | 주차장
버스로 갈아타다 | change to a bus | mq |
비행기표를 사다 | buy a plane ticket | mq |
지도를 보다 | look at the map | qr |
시계를 보다 | look at the clock | mr |
하늘을 보다 | look at the sky | qlr |
창밖을 보다 | look out the window | r|
거울을 보다 | look in the mirror | f |
뒤를 돌아보다 | look back | mbr |
쪽지를 남기다 | leave a note | mqhr |
메모를 하다 | take notes | qf |
의견을 말~하다 | give {own} opinion | mq |
생각을 바꾸다 | change {own} mind | mi |
마음을 바꾸다 | change {own} mind | mi |
약속을 어기다 | break {own} promise | mb |
사실을 말~하다 | tell the truth | mqr |
소문을 듣다 | hear a rumor | mi |
소식을 듣다 | hear the news | mi |
이상한 소리를 듣다 | hear a strange sound | mie |
계획에 반대~하다 | be against the plan | s |
용기를 내다 | be brave | qr |
힘을 내다 | cheer up | qr |
긴장을 풀다 | relax | q |
스트레스를 받다 | be stressed | i |
혼나다 | get in trouble | mi |
빗속을 걷다 | walk in the rain | |
손을 흔들다 | wave {own} hand | mqr |
손톱을 깎다 | cut {own} nails | mf |
머리를 빗다 | comb {own} hair | qf |
머리를 말리다 | dry {own} hair | f |
옷을 빨다 | wash {own} clothes | qhf |
옷을 다리다 | iron the clothes | h |
구두를 닦다 | polish {own} shoes | hf |
바닥을 쓸다 | sweep the floor | qh |
바닥을 닦다 | wipe the floor | qh |
창문을 닦다 | wipe the window | qhl |
세수를 하다 | wash {own} face | qf |
잔디를 깎다 | mow the lawn | h | 마당
나무를 심다 | plant a tree | le | 마당 산
사과를 따다 | pick apples | e |
모래성을 만들다 | build a sandcastle | l | 바다
눈사람을 만들다 | build a snowman | le | 마당 밖
연을 날리다 | fly a kite | le | 공원
캠핑을 가다 | go camping | mlew |
소풍을 가다 | go on a picnic | mlew |
산에 가다 | go to the mountains | mlw |
바다에 가다 | go to the beach | mlwe |
농장에서 일~하다 | work on a farm | |
공장에서 일~하다 | work at a factory | |
직업을 구하다 | find a job | mq |
나이를 속이다 | lie about {own} age | mb |
직업을 바꾸다 | change {own} job | me |
사업을 하다 | run a business | |
새 직장을 구하다 | find a new job | m |
이력서를 쓰다/regular | write a resume | |
면접을 보다 | have a job interview | m |
세계를 여행~하다 | travel around the world | le |
외국에 가다 | go abroad | me |
외국어를 배우다 | learn a foreign language | q |
외국에서 살다 | live abroad | s |
맞춤법을 확인~하다 | check the spelling | mq |
단어를 찾다 | look up a word | mq |
글을 쓰다/regular | write | qf |
책을 쓰다/regular | write a book | |
`);
