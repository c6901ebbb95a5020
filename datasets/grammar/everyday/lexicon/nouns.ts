/**
 * The nouns of everyday talk, by what can be done with them.
 *
 * `사과=apple` is counted, `빵=bread~` is not, `신발=shoes+` is plural in English, and `음악=^music`
 * stands as it is.
 *
 * @module
 */
import { nouns } from "../noun.ts";

/** Kinds of nouns; verbs and adjectives name these kinds. */
export const nounKinds = {
  meal: nouns(
    `밥=rice~, 빵=bread~, 라면=ramen~, 김치=kimchi~, 불고기=bulgogi~, 비빔밥=bibimbap~, 김밥=gimbap~, 떡볶이=tteokbokki~, 국수=noodles+, 냉면=cold noodles+, 고기=meat~, 생선=fish~, 치킨=fried chicken~, 피자=pizza~, 햄버거=hamburger, 샌드위치=sandwich, 샐러드=salad, 수프=soup~, 돈가스=pork cutlet, 볶음밥=fried rice~, 카레=curry~, 만두=dumplings+, 삼겹살=pork belly~, 파스타=pasta~, 초밥=sushi~, 죽=porridge~, 갈비=ribs+, 스테이크=steak, 도시락=boxed lunch, 한국 음식=Korean food~, 매운 음식=spicy food~`,
  ),
  dish: nouns(
    `된장찌개=soybean paste stew~, 김치찌개=kimchi stew~, 미역국=seaweed soup~, 국=soup~, 찌개=stew~`,
  ),
  snack: nouns(
    `케이크=cake~, 과자=snacks+, 초콜릿=chocolate~, 아이스크림=ice cream~, 사탕=candy~, 떡=rice cake~, 쿠키=cookie, 도넛=donut, 간식=snack`,
  ),
  fruit: nouns(
    `사과=apple, 바나나=banana, 딸기=strawberries+, 수박=watermelon~, 포도=grapes+, 귤=tangerine, 오렌지=orange, 복숭아=peach, 배=pear, 과일=fruit~, 감=persimmon, 레몬=lemon`,
  ),
  grocery: nouns(
    `우유=milk~, 계란=eggs+, 채소=vegetables+, 두부=tofu~, 쌀=rice~, 감자=potatoes+, 고구마=sweet potatoes+, 당근=carrots+, 양파=onions+, 마늘=garlic~, 소금=salt~, 설탕=sugar~, 고추장=chili paste~, 간장=soy sauce~, 버터=butter~, 치즈=cheese~, 돼지고기=pork~, 소고기=beef~, 닭고기=chicken~, 휴지=toilet paper~, 오이=cucumbers+, 버섯=mushrooms+, 토마토=tomatoes+, 김=seaweed~, 식용유=cooking oil~, 후추=pepper~, 야채=vegetables+, 밀가루=flour~, 꿀=honey~, 식초=vinegar~, 배추=cabbage~, 콩=beans+, 옥수수=corn~, 햄=ham~`,
  ),
  drink: nouns(
    `물=water~, 커피=coffee~, 차=tea~, 녹차=green tea~, 홍차=black tea~, 주스=juice~, 오렌지 주스=orange juice~, 콜라=cola~, 우유=milk~, 맥주=beer~, 소주=soju~, 와인=wine~, 아이스커피=iced coffee~, 따뜻한 물=warm water~, 찬물=cold water~, 코코아=hot chocolate~, 사이다=soda~, 술=^alcohol, 음료수=^a soft drink`,
  ),
  clothes: nouns(
    `바지=pants+, 치마=skirt, 셔츠=shirt, 티셔츠=T-shirt, 코트=coat, 청바지=jeans+, 원피스=dress, 스웨터=sweater, 양복=suit, 한복=hanbok, 잠옷=pajamas+, 외투=overcoat, 잠바=jacket, 교복=school uniform, 운동복=gym clothes+, 조끼=vest`,
  ),
  worn: nouns(
    `모자=hat, 안경=glasses+, 장갑=gloves+, 목도리=scarf, 마스크=mask, 반지=ring, 목걸이=necklace, 귀걸이=earrings+, 선글라스=sunglasses+, 넥타이=tie`,
  ),
  headwear: nouns(`모자=hat, 안경=glasses+, 마스크=mask, 선글라스=sunglasses+`),
  fitted: nouns(`장갑=gloves+, 반지=ring`),
  fastened: nouns(`목도리=scarf, 목걸이=necklace, 귀걸이=earrings+, 넥타이=tie`),
  shoes: nouns(
    `신발=shoes+, 구두=dress shoes+, 운동화=sneakers+, 양말=socks+, 슬리퍼=slippers+, 부츠=boots+`,
  ),
  belonging: nouns(
    `지갑=wallet, 가방=bag, 휴대폰=cell phone, 핸드폰=phone, 우산=umbrella, 열쇠=key, 여권=passport, 시계=watch, 카드=card, 노트북=laptop, 신분증=ID, 책=book, 이어폰=earphones+, 충전기=charger, 수첩=notebook, 배낭=backpack, 학생증=student ID, 교통카드=transit card, 돈=money~, 짐=luggage~, 표=ticket, 여행 가방=suitcase, 손수건=handkerchief`,
  ),
  mislaid: nouns(
    `지갑=wallet, 가방=bag, 휴대폰=cell phone, 핸드폰=phone, 우산=umbrella, 열쇠=key, 여권=passport, 시계=watch, 카드=card, 신분증=ID, 책=book, 이어폰=earphones+, 충전기=charger, 수첩=notebook, 학생증=student ID, 교통카드=transit card`,
  ),
  goods: nouns(
    `지갑=wallet, 가방=bag, 휴대폰=cell phone, 우산=umbrella, 시계=watch, 노트북=laptop, 책=book, 이어폰=earphones+, 충전기=charger, 수첩=notebook, 배낭=backpack, 여행 가방=suitcase, 손수건=handkerchief, 표=ticket`,
  ),
  lendable: nouns(
    `책=book, 우산=umbrella, 노트북=laptop, 충전기=charger, 카메라=camera, 자전거=bike, 볼펜=pen, 연필=pencil, 지우개=eraser, 가위=scissors+, 의자=chair, 사다리=ladder, 텐트=tent, 사전=dictionary, 망치=hammer, 펜=pen, 지도=map`,
  ),
  letters: nouns(
    `편지=letter, 이메일=email, 답장=reply, 엽서=postcard, 카드=card, 초대장=invitation, 문자=text message`,
  ),
  device: nouns(
    `컴퓨터=computer, 텔레비전=TV, 라디오=radio, 에어컨=air conditioner, 히터=heater, 선풍기=fan, 세탁기=washing machine, 냉장고=refrigerator, 전자레인지=microwave, 프린터=printer, 청소기=vacuum cleaner, 카메라=camera, 태블릿=tablet, 스피커=speaker, 마이크=microphone`,
  ),
  furniture: nouns(
    `의자=chair, 책상=desk, 침대=bed, 소파=sofa, 식탁=dining table, 옷장=closet, 책장=bookshelf, 거울=mirror, 커튼=curtain, 램프=lamp, 이불=blanket, 베개=pillow`,
  ),
  tool: nouns(
    `볼펜=pen, 연필=pencil, 지우개=eraser, 가위=scissors+, 칼=knife, 숟가락=spoon, 젓가락=chopsticks+, 컵=cup, 접시=plate, 그릇=bowl, 냄비=pot, 수건=towel, 비누=soap~, 칫솔=toothbrush, 치약=toothpaste~, 샴푸=shampoo~, 병=bottle, 봉투=envelope, 상자=box, 공책=notebook, 종이=paper~, 테이프=tape~, 포크=fork, 쟁반=tray, 화장지=toilet paper~, 건전지=batteries+, 지도=map, 공=ball, 바늘=needle, 풀=glue~, 사다리=ladder, 전구=light bulb, 주전자=kettle, 프라이팬=frying pan, 망치=hammer, 열쇠고리=key ring`,
  ),
  reading: nouns(
    `책=book, 소설=novel, 신문=newspaper, 잡지=magazine, 만화책=comic book, 편지=letter, 시=poem, 이메일=email, 기사=article, 교과서=textbook, 동화책=children's book, 역사책=history book, 메뉴=menu, 설명서=manual, 보고서=report, 안내문=notice, 사전=dictionary`,
  ),
  literature: nouns(
    `책=book, 소설=novel, 신문=the newspaper^, 잡지=magazine, 만화책=comic book, 시=poem, 기사=article, 교과서=textbook, 동화책=children's book, 역사책=history book`,
  ),
  notice: nouns(
    `편지=letter, 이메일=email, 메뉴=menu, 설명서=manual, 보고서=report, 안내문=notice`,
  ),
  watching: nouns(
    `영화=movie, 드라마=drama, 뉴스=the news^, 공연=show, 연극=play, 축구 경기=soccer game, 야구 경기=baseball game, 만화=cartoon, 다큐멘터리=documentary, 뮤지컬=musical, 콘서트=concert, 동영상=video, 한국 드라마=Korean drama, 공포 영화=horror movie, 코미디 영화=comedy`,
  ),
  listening: nouns(
    `음악=music~, 노래=song, 라디오=the radio^, 한국 노래=Korean song, 재즈=jazz~, 클래식=classical music~, 팟캐스트=podcast`,
  ),
  sport: nouns(
    `축구=soccer~, 농구=basketball~, 테니스=tennis~, 야구=baseball~, 배드민턴=badminton~, 탁구=table tennis~, 배구=volleyball~, 골프=golf~, 게임=games+`,
  ),
  instrument: nouns(
    `피아노=the piano^, 기타=the guitar^, 바이올린=the violin^, 드럼=the drums^, 플루트=the flute^, 첼로=the cello^, 하모니카=the harmonica^`,
  ),
  struck: nouns(`피아노=the piano^, 기타=the guitar^, 드럼=the drums^`),
  bowed: nouns(`바이올린=the violin^, 첼로=the cello^`),
  blown: nouns(`플루트=the flute^, 하모니카=the harmonica^`),
  subject: nouns(
    `한국어=Korean~, 영어=English~, 수학=math~, 역사=history~, 과학=science~, 일본어=Japanese~, 중국어=Chinese~, 프랑스어=French~, 스페인어=Spanish~, 경제=economics~, 미술=art~, 물리=physics~, 한국 역사=Korean history~, 한글=Hangul~, 컴퓨터 프로그래밍=computer programming~, 독일어=German~`,
  ),
  language: nouns(
    `한국말=Korean~, 영어=English~, 일본어=Japanese~, 중국어=Chinese~, 프랑스어=French~, 한국어=Korean~, 독일어=German~, 러시아어=Russian~`,
  ),
  skillLesson: nouns(
    `요리=cooking~, 수영=swimming~, 운전=driving~, 태권도=taekwondo~, 춤=dancing~, 그림=painting~, 요가=yoga~, 피아노=piano~, 기타=guitar~, 사진=photography~, 테니스=tennis~`,
  ),
  vehicle: nouns(
    `버스=the bus^, 지하철=the subway^, 택시=a taxi^, 기차=the train^`,
  ),
  coach: nouns(
    `비행기=a plane^, 배=a boat^, 고속버스=the express bus^, 공항버스=the airport bus^`,
  ),
  animal: nouns(
    `고양이=cat, 강아지=puppy, 개=dog, 토끼=rabbit, 새=bird, 물고기=fish, 햄스터=hamster, 말=horse, 소=cow, 돼지=pig, 닭=chicken, 호랑이=tiger, 곰=bear, 코끼리=elephant, 원숭이=monkey, 거북이=turtle, 나비=butterfly, 사자=lion, 쥐=mouse, 양=sheep, 뱀=snake, 여우=fox, 늑대=wolf, 오리=duck, 개구리=frog, 벌=bee, 거미=spider, 고래=whale, 상어=shark, 다람쥐=squirrel, 판다=panda`,
  ),
  pet: nouns(
    `고양이=cat, 강아지=puppy, 개=dog, 토끼=rabbit, 새=bird, 물고기=fish, 햄스터=hamster, 거북이=turtle`,
  ),
  cooked: nouns(
    `김치=kimchi~, 불고기=bulgogi~, 비빔밥=bibimbap~, 김밥=gimbap~, 떡볶이=tteokbokki~, 국수=noodles+, 피자=pizza~, 햄버거=hamburger, 샌드위치=sandwich, 샐러드=salad, 볶음밥=fried rice~, 카레=curry~, 만두=dumplings+, 파스타=pasta~, 초밥=sushi~, 죽=porridge~, 도시락=boxed lunch, 한국 음식=Korean food~`,
  ),
  flower: nouns(
    `꽃=flower, 장미=rose, 나무=tree, 화분=potted plant, 튤립=tulip, 해바라기=sunflower`,
  ),
  planted: nouns(`꽃=flower, 장미=rose, 나무=tree, 튤립=tulip, 해바라기=sunflower`),
  gift: nouns(
    `선물=present, 꽃=flowers+, 케이크=cake, 책=book, 초콜릿=chocolate~, 편지=letter, 카드=card, 반지=ring, 향수=perfume~, 인형=doll, 장난감=toy, 목걸이=necklace, 화장품=cosmetics+, 꽃다발=bouquet, 지갑=wallet, 시계=watch`,
  ),
  message: nouns(
    `편지=letter, 문자=text message, 이메일=email, 메시지=message, 사진=photo, 소포=package, 택배=parcel, 엽서=postcard, 답장=reply, 초대장=invitation`,
  ),
  shopItem: nouns(
    `옷=clothes+, 화장품=cosmetics+, 장난감=toy, 그림=picture, 꽃병=vase, 인형=doll, 우표=stamp, 달력=calendar, 기념품=souvenir, 자동차=car, 자전거=bike, 집=house, 가구=furniture~, 지도=map, 공=ball, 보석=jewelry~, 골동품=antique, 카펫=carpet, 텐트=tent, 화장대=dressing table, 약=medicine~, 게임기=game console, 물건=things+`,
  ),
  bodyPart: nouns(
    `머리=head, 배=stomach, 목=throat, 이=tooth, 다리=leg, 팔=arm, 허리=back, 무릎=knee, 손=hand, 발=foot, 눈=eyes+, 어깨=shoulder, 귀=ear, 손가락=finger, 발목=ankle, 등=back, 입=mouth, 코=nose, 얼굴=face, 가슴=chest, 심장=heart, 피부=skin, 엉덩이=bottom`,
  ),
  washable: nouns(`손=hands+, 얼굴=face, 발=feet+`),
  openable: nouns(
    `문=door, 창문=window, 가방=bag, 상자=box, 뚜껑=lid, 봉투=envelope, 냉장고 문=refrigerator door, 서랍=drawer, 커튼=curtains+, 병=bottle`,
  ),
  switchable: nouns(
    `불=light, 텔레비전=TV, 컴퓨터=computer, 에어컨=air conditioner, 히터=heater, 라디오=radio, 선풍기=fan, 휴대폰=cell phone, 가스=gas~, 음악=music~, 알람=alarm`,
  ),
  room: nouns(
    `방=room, 거실=living room, 부엌=kitchen, 욕실=bathroom, 교실=classroom, 사무실=office, 집=house, 침실=bedroom, 화장실=bathroom, 마당=yard`,
  ),
  talk: nouns(
    `이야기=story, 비밀=secret, 거짓말=lie, 농담=joke, 사실=truth, 소식=news~, 결과=result, 이유=reason, 문제=problem, 계획=plan, 생각=idea`,
  ),
  school: nouns(
    `숙제=homework~, 시험=exam, 수업=class, 발표=presentation, 질문=question, 방학=vacation, 학기=semester, 성적=grades+, 단어=word, 문법=grammar~, 발음=pronunciation~, 점수=score`,
  ),
  event: nouns(
    `파티=party, 회의=meeting, 생일 파티=birthday party, 결혼식=wedding, 면접=interview, 시험=exam, 수업=class, 콘서트=concert, 졸업식=graduation, 축제=festival, 공연=show, 모임=get-together, 데이트=date, 출장=business trip, 대회=contest`,
  ),
  occasion: nouns(
    `파티=party, 생일 파티=birthday party, 결혼식=wedding, 콘서트=concert, 졸업식=graduation, 축제=festival, 공연=show, 모임=get-together, 대회=contest`,
  ),
  appointment: nouns(
    `회의=meeting, 면접=interview, 시험=exam, 수업=class, 모임=get-together, 데이트=date, 출장=business trip, 발표=presentation`,
  ),
  exam: nouns(
    `숙제=homework~, 시험=exam, 발표=presentation, 성적=grades+, 점수=score, 면접=interview`,
  ),
  grade: nouns(`성적=grades+, 점수=score, 숙제=homework~`),
  work: nouns(
    `일=work~, 회의=meeting, 보고서=report, 서류=documents+, 월급=salary, 프로젝트=project, 전화=phone call, 이메일=email, 휴가=vacation, 자료=materials+, 계약서=contract, 이력서=resume`,
  ),
  task: nouns(`일=work~, 회의=meeting, 보고서=report, 프로젝트=project, 발표=presentation`),
  document: nouns(`서류=documents+, 자료=materials+, 계약서=contract, 이력서=resume`),
  nature: nouns(
    `산=mountain, 바다=ocean, 강=river, 하늘=sky, 달=moon, 별=stars+, 해=sun, 구름=clouds+, 호수=lake, 섬=island, 숲=forest, 바람=wind, 땅=ground, 바위=rock, 언덕=hill, 폭포=waterfall, 들판=field, 모래=sand~, 잔디=grass~`,
  ),
  view: nouns(
    `바다=ocean, 강=river, 하늘=sky, 달=moon, 별=stars+, 구름=clouds+, 호수=lake, 섬=island, 숲=forest, 폭포=waterfall`,
  ),
  sight: nouns(
    `산=mountain, 바다=ocean, 강=river, 호수=lake, 섬=island, 숲=forest, 바위=rock, 언덕=hill, 폭포=waterfall, 들판=field, 달=moon`,
  ),
  season: nouns(`봄=spring~, 여름=summer~, 가을=fall~, 겨울=winter~`),
  color: nouns(
    `빨간색=red~, 파란색=blue~, 노란색=yellow~, 하얀색=white~, 검은색=black~, 초록색=green~, 분홍색=pink~, 보라색=purple~, 회색=gray~, 갈색=brown~, 주황색=orange~`,
  ),
  job: nouns(
    `학생=student, 의사=doctor, 선생님=teacher, 회사원=office worker, 간호사=nurse, 요리사=cook, 가수=singer, 배우=actor, 경찰=police officer, 기자=reporter, 작가=writer, 화가=painter, 변호사=lawyer, 운전기사=driver, 대학생=college student, 교수=professor, 소방관=firefighter, 미용사=hairdresser, 군인=soldier, 은행원=bank clerk, 디자이너=designer, 프로그래머=programmer, 농부=farmer, 유학생=international student, 주부=homemaker, 사진작가=photographer, 엔지니어=engineer, 약사=pharmacist, 비서=secretary, 모델=model, 감독=director, 통역사=interpreter, 과학자=scientist, 치과 의사=dentist, 사업가=entrepreneur, 조종사=pilot, 시인=poet, 번역가=translator, 판사=judge, 점원=clerk, 공무원=civil servant, 웨이터=waiter, 음악가=musician, 무용가=dancer`,
  ),
  hobby: nouns(
    `자전거 타기=cycling~, 드라마 보기=watching dramas~, 음악=music~, 영화=movies+, 여행=traveling~, 운동=exercise~, 등산=hiking~, 낚시=fishing~, 쇼핑=shopping~, 요리=cooking~, 독서=reading~, 춤=dancing~, 그림=drawing~, 수영=swimming~, 산책=walking~, 게임=games+, 스키=skiing~, 캠핑=camping~, 사진=photography~, 축구=soccer~, 농구=basketball~`,
  ),
  thing: nouns(
    `이름=name, 주소=address, 전화번호=phone number, 나이=age, 생일=birthday, 취미=hobby, 직업=job, 고향=hometown, 가족=family, 꿈=dream, 비밀번호=password, 키=height`,
  ),
} as const;

export type NounKind = keyof typeof nounKinds;

const common =
  /^(신발|양말|바지|셔츠|티셔츠|코트|잠옷|운동화|구두|청바지|슬리퍼|치마|외투|잠바|스웨터|밥|빵|고기|생선|물|우유|차|주스|따뜻한 물|찬물|국|수프|음료수)$/;

/** What everybody has eaten, drunk or worn. */
export function isCommon(korean: string): boolean {
  return common.test(korean);
}
