/**
 * The texts that only the site has, in the language of the page.
 *
 * @module
 */
const korean: Readonly<Record<string, string>> = {
  "Preparing the notebook…": "노트북을 준비하는 중…",
  "A notebook runs only at an address that begins with https:// or http://localhost. You can read it here.":
    "노트북은 https:// 나 http://localhost로 시작하는 주소에서만 실행됩니다. 여기에서는 읽을 수 있습니다.",
  "The notebook could not be started. Try again.": "노트북을 시작하지 못했습니다. 다시 시도하세요.",
  "The course has a newer text of this notebook. Yours stays as it is.":
    "이 노트북의 새 버전이 나왔습니다. 고치신 노트북은 그대로 있습니다.",
  "Read the new text beside yours": "새 버전을 따로 열어 보기",
  "This is the course's new text, to read beside yours. What you change here is not kept.":
    "따로 열어 보는 새 버전입니다. 여기서 고친 내용은 보관되지 않습니다.",
  "This browser keeps nothing for this page: download your work before you close it.":
    "이 브라우저는 이 페이지의 내용을 보관하지 않습니다. 닫기 전에 내려받으세요.",
  "This browser keeps nothing of this course: download a notebook from its own page before you close it.":
    "이 브라우저는 이 강의의 내용을 보관하지 않습니다. 노트북 페이지를 닫기 전에 그 페이지에서 내려받으세요.",
  "Close": "닫기",
  "Your work in this browser": "이 브라우저에 있는 내 작업",
  "Download": "내려받기",
  "Delete": "삭제",
  "Upload a notebook": "노트북 올리기",
  "Delete everything": "모두 삭제",
  "Delete all notebooks, answers and checkpoints of this course from this browser? Nobody can bring them back.":
    "이 브라우저에서 이 강의의 노트북, 답, 체크포인트를 모두 삭제할까요? 되돌릴 수 없습니다.",
  "Delete this version from the browser? Nobody can bring it back.":
    "이 버전을 브라우저에서 삭제할까요? 되돌릴 수 없습니다.",
  "There is nothing of yours yet. What you change in a notebook appears here.":
    "아직 내 작업이 없습니다. 노트북을 고치면 여기에 나타납니다.",
  "There is a notebook of this name already. Replace it? The old one is kept as a copy.":
    "같은 이름의 노트북이 이미 있습니다. 바꿀까요? 이전 노트북은 사본으로 보관됩니다.",
};

/** `english` in the language of the page. */
export function say(english: string): string {
  return document.documentElement.lang === "ko" ? korean[english] ?? english : english;
}
