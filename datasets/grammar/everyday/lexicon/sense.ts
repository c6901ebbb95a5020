/**
 * What is asked, wished and told of which acts: one asks why somebody is late and not why she has
 * lunch, plans a trip and not a yawn.
 *
 * @module
 */
import { paceOf } from "./pace.ts";

/** A kind of talk that suits some acts only. */
export type Talk =
  | "what"
  | "when"
  | "what time"
  | "what day"
  | "why"
  | "why always"
  | "how"
  | "can you"
  | "here"
  | "wanted"
  | "planned"
  | "had to"
  | "advised"
  | "asked whether always"
  | "hoped"
  | "hoped for others"
  | "turned out"
  | "almost"
  | "of others ahead"
  | "already"
  | "only"
  | "as a child"
  | "at leisure"
  | "on the way"
  | "in the rain";

interface Rule {
  /** By the English of the verb's frame. */
  readonly only?: RegExp;
  readonly never?: RegExp;
  /** Said of what is done in passing, too. */
  readonly trifles: boolean;
}

const rules: Readonly<Record<Talk, Rule>> = {
  what: {
    only:
      /^(eat|drink|make \[|order|buy|read|write \[|watch \[|listen to \[|study \[|learn|teach \[|send \[|choose \[|bring|borrow|look for|fix|draw \[|plant|get \[|meet|invite|wait for|help|hate|like)/,
    trifles: true,
  },
  when: {
    only:
      /^(meet|go|come|arrive|leave|send|call \[person:object\]$|buy|order|get up$|have (breakfast|lunch|dinner|a meeting|a party|a birthday|a job)|eat|study$|work (out|part)|clean|do|finish (work|{own}|\[)|start|take (a test|a walk|a nap|\[coach|out)|learn|move$|graduate|quit|get (married|a haircut|paid)|marry|visit|cook|make (\[|dinner|ramen)|book|feed|swim|return|pay back|fix|join|write (a report|a book|\[letters)|change {own} (job|mind)|break up|travel|give \[person|wash {own} (hair|clothes))/,
    never: /early|late|start class/,
    trifles: true,
  },
  "what time": {
    only:
      /^(get up$|go (home|to (bed|work|\[place|\[event)|\[place)|have (breakfast|lunch|dinner|a meeting)|leave|come (home|back)|arrive|meet|take (a nap|\[coach|a test|medicine)|make dinner|work out|study$|finish work)/,
    never: /early|late|job|class/,
    trifles: false,
  },
  "what day": {
    only:
      /^(go (to \[|on a|\[place|camping|hiking|fishing|shopping|grocery)|clean|do the laundry|meet|have a (meeting|party|job)|take (a test|out)|learn|visit|play \[|swim|wash {own} clothes|get a haircut)/,
    trifles: false,
  },
  why: {
    only:
      /^(go (to (bed|\[|the)|home|abroad|\[|out)|come|leave|cry|laugh|get (angry|up (early|late)|married|in trouble)|be (late|against|on a diet)|lie$|lie to|fight|quit|move$|sell|buy \[(gift|clothes|shoes|device|furniture|shopItem)|break (up|{own}|the window)|borrow money|cancel|change {own}|study|learn|work|save money|lose weight|smoke|drink$|run$|stay up|oversleep|give up|fail|call \[person:object\]$|wait|forget|apologize|take (a taxi|medicine)|worry|hide|join|teach|marry|meet|hang out|invite|send \[|write (a resume|\[letters)|spend|waste|get a haircut|wake \[)/,
    never: /give up the|go to \[event/,
    trifles: true,
  },
  "why always": {
    only:
      /^(go to (bed|\[place)|get up (early|late)|be late|study|work|drink$|smoke|call \[person:object\]$|run$|drive|hang out|cry|oversleep)/,
    trifles: true,
  },
  how: {
    only:
      /^(make \[|make (friends|money)|fix|study \[|learn|find (the answer|a job|a house|a new)|solve|go (home|abroad|\[|to (\[place|the))|cook$|save (money|the)|lose weight|book|install|memorize|practice|quit smoking|bake|make ramen)/,
    never: /^go to the (mountains|beach)/,
    trifles: true,
  },
  "can you": {
    only:
      /^(come|go (to \[|\[|to the|out|home|camping|hiking|fishing|shopping|on a)|meet|help|play|drive$|swim|cook|eat \[(meal|dish)|drink$|make \[|finish|send|call \[person:object\]$|wait|speak|read \[|ride|sing|dance|fix|take (part|care|a picture|a taxi|\[coach)|attend|bring|buy \[(grocery|fruit|tool)|stay|work$|work (out|part)|ski|climb a m|carry|teach|write (a report|\[letters)|explain|clean|make dinner|bake|solve|return|invite|run$|sleep|rest|join|visit|talk|pay back|hang out|lend)/,
    never: /early|late|come out|come in|go \[region/,
    trifles: true,
  },
  here: {
    only:
      /^(swim|sing|dance|sleep|smoke|wait$|play \[sport|take a picture|study$|work$|rest|run$|park|eat \[meal|drink \[|sit)/,
    trifles: true,
  },
  wanted: {
    never:
      /^(pay|finish|go to work|leave work|have a (meeting|sale|taste)|take a test|start class|withdraw|make a (plan|reservation)|attend|prepare|return|feed|walk the dog|take (care|medicine|out)|do |write a re|cancel|go grocery|iron|mow|sell|fix|sleep$|get up|wake|clean$|send \[document|come|be late|hang up|apologize|call {own}|arrive|wash|brush|comb|dry|put on|start$|tidy|book|be on|go to bed late|run a business)/,
    trifles: false,
  },
  planned: {
    never:
      /^(sleep|get up|wake|smile|talk|come home|eat|drink|relax|rest|cry|wash|brush|comb|dry|feed|stay|be |walk|watch TV|wear|have (breakfast|lunch|a cup)|work$|pray|go home|take (a (bath|shower|nap|walk)|medicine)|oversleep|try hard|pay|finish|leave work|go to work|enjoy|worry|arrive|come)/,
    trifles: false,
  },
  "had to": {
    never:
      /^(praise|surprise|hug|forgive|win|enjoy|yawn|smile|play \[sport|play games|take a nap|drink$|drink \[|climb|draw|look|watch|eat|listen|spend|have a cup|hang out|see \[|travel|fly|build a s|sing|dance|go (camping|fishing|on a|hiking|shopping)|wear|run$|love|joke|buy \[(gift|device|furniture|shopItem|clothes)|order|choose)/,
    trifles: true,
  },
  advised: {
    never: /^(eat \[(snack|fruit|meal|dish)|drink \[|look|come|open|break an|throw|kick)/,
    trifles: true,
  },
  "asked whether always": {
    never: /^(memorize|wash|check|practice|water|feed|take \[|come|write in|comb|get paid|work$)/,
    trifles: true,
  },
  hoped: {
    only:
      /^(win|pass|meet|go (abroad|on a|\[region|camping)|travel|find (a|the)|succeed|come back|get (\[gift|married)|learn|live|marry|graduate|buy \[(device|furniture)|visit|become|lose weight|make money|make friends)/,
    trifles: true,
  },
  "hoped for others": {
    only:
      /^(come (home|back|\[)|call \[person:object\]$|pass|win|succeed|help|find a|quit smoking|rest|meet|forgive|stay|get (married|\[gift)|graduate|go to bed early|study$|apologize|keep|arrive)/,
    trifles: true,
  },
  "turned out": {
    only:
      /^(learn|study \[|live|move$|work$|teach \[|quit {own}|meet|go (abroad|\[region)|marry|get married|join|take part|have (\[pet|a cat|a puppy)|change {own} job|make friends|run a business|volunteer)/,
    trifles: false,
  },
  almost: {
    only:
      /^(lose|get (lost|hurt|caught|bitten)|fall (down|asleep)|hurt|miss|drop|break (a cup|the window)|be late|forget (the|\[)|fail the|oversleep|make a mistake)/,
    trifles: true,
  },
  "of others ahead": {
    never:
      /^(take (out|medicine|a (shower|bath|nap))|wash|brush|comb|dry|clean|do |polish|wipe|sweep|iron|water|feed|put on|eat|drink|sleep|cut|listen|watch TV|walk|talk|wear|be )/,
    trifles: false,
  },
  already: {
    never:
      /^(take care|help|practice|go \[region|travel|cry|laugh|wear|play|swim|talk|hang|walk|ride|dance|sing|run)/,
    trifles: true,
  },
  only: {
    only:
      /^(eat|drink|buy|read|study|watch|listen|play|learn|order|clean|wash|send|bring|look at|write \[|teach|make \[|check)/,
    trifles: true,
  },
  "as a child": {
    only:
      /^(play|read \[|learn|live|swim|watch|listen|draw|sing|dance|have (\[pet|a cat|a puppy)|eat \[(snack|fruit|meal)|ride|make friends|hang out|build|fly a kite|cry|lie|joke|go (camping|fishing|on a|to the)|fight|catch a fish|climb a tree|write in|study|travel)/,
    trifles: true,
  },
  "at leisure": {
    only:
      /^(read \[|listen|watch|play|draw|take a (walk|nap|picture)|ride a bike|work out|cook|rest|study|go (shopping|hiking|fishing)|swim|sing|clean|meet|call \[person:object\]$|bake|write in|walk)/,
    trifles: true,
  },
  "on the way": {
    only: /^(take a picture|eat \[(dish|meal)|walk|take \[vehicle|write in|drive)/,
    trifles: true,
  },
  "in the rain": {
    only:
      /^(read \[|listen|watch|take (a nap|\[vehicle)|rest|drink \[|stay|clean$|cook|study$|sleep)/,
    trifles: true,
  },
};

/** Whether people say so of the phrase. */
export function isSaid(
  talk: Talk,
  { frame }: {
    readonly frame: { readonly english: string; readonly flags: ReadonlySet<string> };
  },
): boolean {
  const { only, never, trifles } = rules[talk];
  return (only?.test(frame.english) ?? true) && !(never?.test(frame.english) ?? false) &&
    (trifles || paceOf(frame) !== "trifle");
}
