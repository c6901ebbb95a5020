/**
 * When, how often, how.
 *
 * @module
 */

/** Words about time or manner of both languages. */
export interface Adverbial {
  readonly korean: string;
  readonly english: string;
}

function pairs(list: string): readonly Adverbial[] {
  return list.split(",").map((entry) => {
    const [korean, english] = entry.trim().split("=");
    return { korean, english };
  });
}

export const pastTimes = pairs(
  `어제=yesterday, 그저께=the day before yesterday, 아까=earlier, 어젯밤에=last night, 지난주에=last week, 오늘 아침에=this morning, 어제 저녁에=yesterday evening, 지난 주말에=last weekend, 방금=just now, 며칠 전에=a few days ago, 일주일 전에=a week ago, 한 시간 전에=an hour ago, 오늘=today, 지난 토요일에=last Saturday, 지난 일요일에=last Sunday`,
);
export const futureTimes = pairs(
  `내일=tomorrow, 모레=the day after tomorrow, 다음 주에=next week, 오늘 저녁에=this evening, 오늘 밤에=tonight, 주말에=this weekend, 이번 주말에=this weekend, 이따가=later, 나중에=later, 내일 아침에=tomorrow morning, 곧=soon, 오늘 오후에=this afternoon, 내일 오후에=tomorrow afternoon, 월요일에=on Monday, 화요일에=on Tuesday, 수요일에=on Wednesday, 목요일에=on Thursday, 금요일에=on Friday, 토요일에=on Saturday, 일요일에=on Sunday, 다음 주말에=next weekend, 다음 주 월요일에=next Monday`,
);
/** Times that one chooses, asks or allows: not 곧. */
export const chosenTimes = futureTimes.filter(({ korean }) => korean !== "곧");
export const nowTimes = pairs(
  `지금=now, 오늘=today, 요즘=these days, 지금=right now`,
);
/** Long ago, for what one remembers so long. */
export const distantPast = pairs(
  `작년에=last year, 지난달에=last month, 한 달 전에=a month ago, 두 달 전에=two months ago, 삼 년 전에=three years ago, 지난여름에=last summer, 지난겨울에=last winter`,
);
/** Long from now, for what one plans so far ahead. */
export const distantFuture = pairs(
  `내년에=next year, 올해=this year, 다음 달에=next month, 이번 달에=this month, 이번 여름에=this summer, 방학 때=during the vacation`,
);
/** Habits; English says them last. */
export const habitTimes = pairs(
  `매일=every day, 아침마다=every morning, 매주=every week, 주말마다=every weekend, 보통 주말에=on weekends, 날마다=every day, 저녁마다=every evening, 일요일마다=every Sunday, 토요일마다=every Saturday, 일주일에 한 번=once a week, 일주일에 두 번=twice a week, 일주일에 세 번=three times a week, 하루에 한 번=once a day, 한 달에 한 번=once a month`
    .replace("보통 주말에=on weekends, ", ""),
);
/** How often; English says them before the verb. */
export const frequencies = pairs(
  `자주=often, 가끔=sometimes, 항상=always, 보통=usually, 언제나=always, 늘=always, 때때로=sometimes, 거의 매일=almost every day`
    .replace(", 거의 매일=almost every day", ""),
);
/** How; English says them last. */
export const manners = pairs(
  `빨리=quickly, 천천히=slowly, 열심히=hard, 같이=together, 혼자=alone, 많이=a lot, 조용히=quietly, 다시=again, 또=again, 잘=well, 조금=a little, 일찍=early, 늦게=late`,
);
/** Degrees of an adjective. */
export const degrees = pairs(
  `정말=really, 진짜=really, 아주=very, 너무=so, 매우=very, 좀=a little, 조금=a little, 꽤=quite, 무척=very, 굉장히=really, 참=really, 상당히=quite`,
);
