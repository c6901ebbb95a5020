import { loadKoreanEnglish, loadEverydayKoreanEnglish, loadWrittenPairs, type SentencePair } from "lib/text/corpora/korean_english.ts";
import { WordTokenizer } from "lib/text/tokenizers/words.ts";
const c = await loadKoreanEnglish(), e = await loadEverydayKoreanEnglish(), w = (await loadWrittenPairs()).slice(0, 521);
const ko = (p: readonly SentencePair[]) => p.map((x) => x.source), en = (p: readonly SentencePair[]) => p.map((x) => x.targets[0]);
const report = (name: string, pairs: readonly SentencePair[], min?: number) => {
  const k = WordTokenizer.train(ko(pairs), { minimumCount: min }), n = WordTokenizer.train(en(pairs), { minimumCount: min, splitKorean: false });
  const mean = (t: WordTokenizer, list: string[]) => { const l = list.map((x) => t.encode(x).length); return [l.reduce((a, b) => a + b) / l.length, Math.max(...l)]; };
  const unk = (t: WordTokenizer, list: string[]) => { const id = t.vocabulary.specialId("<unk>"); const ids = list.flatMap((x) => t.encode(x)); return ids.filter((i) => i === id).length / ids.length; };
  console.log(name, "ko types", k.vocabulary.size, "en types", n.vocabulary.size, "mean/max ko", mean(k, ko(pairs)), "en", mean(n, en(pairs)), "unk on 521 ko", unk(k, ko(w)), "en", unk(n, w.flatMap((x) => x.targets)), "en first", unk(n, en(w)));
};
report("core", c.train);
if (Deno.args[0]) { report("everyday", e.train); report("both, >=3", [...c.train, ...e.train], 3); }
