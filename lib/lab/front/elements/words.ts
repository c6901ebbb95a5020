/**
 * The page's own texts in English and Korean, and the choice between the two languages. The English text is
 * the key: a text without a translation appears in English.
 *
 * @module
 */

/** The languages of the interface. A notebook has an edition for each, or is English. */
export type Language = "en" | "ko";

const storageKey = "course-language";

const korean: Readonly<Record<string, string>> = {
  // list of notebooks
  "Attention and Transformers": "어텐션과 트랜스포머",
  "A course in notebooks, from one forgetful vector to GPT.":
    "잘 잊는 벡터 하나에서 GPT까지, 노트북으로 배우는 강의입니다.",
  "Notebooks": "노트북 목록",
  "Continue": "이어서 하기",
  "Kernel running": "커널 실행 중",
  "There is no notebook in this folder yet.": "이 폴더에는 아직 노트북이 없습니다.",
  "The list could not be loaded.": "목록을 불러오지 못했습니다.",
  "Exercises solved": "해결한 연습 문제",
  "Last read": "마지막으로 읽은 곳",
  "New notebook": "새 노트북",
  "Actions on this notebook": "이 노트북에 할 수 있는 일",
  "Rename…": "이름 바꾸기…",
  "Rename the notebook": "노트북 이름 바꾸기",
  "Rename": "이름 바꾸기",
  "Duplicate": "복제",
  "Stop the kernel": "커널 중지",
  "Delete…": "삭제…",
  "Delete this notebook?": "이 노트북을 삭제할까요?",
  "A copy of it is kept in the folder .backups.": "사본이 .backups 폴더에 보관됩니다.",
  "The notebook was deleted. A copy lies in the folder .backups/page.":
    "노트북을 삭제했습니다. 사본은 .backups/page 폴더에 있습니다.",
  // how one stands with an exercise
  "Solved": "해결함",
  "Not right yet": "아직 맞지 않음",
  "Does not run yet": "오류로 실행되지 않음",
  "Not checked yet": "아직 확인하지 않음",
  "Not started": "시작하지 않음",
  "Read by a person": "사람이 읽고 채점",
  "Hint": "힌트",
  "Solution": "풀이",
  "Start again": "처음부터",
  "Show the solution?": "풀이를 볼까요?",
  "Show the solution": "풀이 보기",
  "Trying once more teaches more than reading it.":
    "한 번 더 해 보는 것이 읽는 것보다 더 많이 가르쳐 줍니다.",
  "Start this exercise again?": "이 연습 문제를 처음부터 다시 할까요?",
  "The cell becomes what it was at first. Your text stays below it, to copy.":
    "셀이 처음 상태로 돌아갑니다. 쓴 내용은 아래에 남으니 복사할 수 있습니다.",
  "The server did not answer. Try again.": "서버가 응답하지 않습니다. 다시 시도해 보세요.",
  "Go to the next exercise that is not solved": "아직 해결하지 않은 다음 연습 문제로 이동",
  // header
  "All notebooks": "전체 노트북 목록",
  "Run": "실행",
  "Run this cell and go to the next": "이 셀을 실행하고 다음 셀로 이동",
  "Contents": "목차",
  "Contents of this notebook": "이 노트북의 목차",
  "More": "더 보기",
  "More actions": "다른 기능",
  "Run all above": "위의 셀 모두 실행",
  "Back to the original…": "원본으로 되돌리기…",
  "Run all": "모두 실행",
  "Run all cells from the top": "처음부터 모든 셀 실행",
  "Stop": "중지",
  "Stop the running cell": "실행 중인 셀 중지",
  "Restart": "다시 시작",
  "Restart the kernel: variables are forgotten": "커널 다시 시작: 변수가 지워집니다",
  "Restart and run all": "다시 시작하고 모두 실행",
  "Code": "코드",
  "Insert a code cell below": "아래에 코드 셀 추가",
  "Text": "텍스트",
  "Insert a text cell below": "아래에 텍스트 셀 추가",
  "Save": "저장",
  "Save this notebook": "이 노트북 저장",
  "Keyboard shortcuts": "단축키",
  "Switch the language": "언어 바꾸기",
  "Notebook actions": "노트북 도구",
  "Skip to the notebook": "노트북으로 건너뛰기",
  "Cells": "셀",
  "Code cell": "코드 셀",
  "Text cell": "텍스트 셀",
  "Raw cell": "원시 셀",
  "Editor of the cell": "셀 편집기",
  "Print": "인쇄",
  "Download as HTML": "HTML로 내려받기",
  "Download this notebook": "이 노트북 내려받기",
  "Download as TypeScript": "TypeScript로 내려받기",
  "Switch to light or dark": "밝은 화면과 어두운 화면 바꾸기",
  // cells
  "Actions on this cell": "이 셀에 할 수 있는 일",
  "Edit": "편집",
  "Move up": "위로 이동",
  "Move down": "아래로 이동",
  "Split at the cursor": "커서에서 나누기",
  "Split the cell at the cursor": "커서에서 셀 나누기",
  "Merge with the cell below": "아래 셀과 합치기",
  "Copy": "복사",
  "Paste below": "아래에 붙여넣기",
  "Make it a code cell": "코드 셀로 바꾸기",
  "Make it a text cell": "텍스트 셀로 바꾸기",
  "Clear the output": "출력 지우기",
  "Clear all outputs": "모든 출력 지우기",
  "Delete": "삭제",
  "The cell was deleted.": "셀을 삭제했습니다.",
  "Undo": "되돌리기",
  "Run this cell": "이 셀 실행",
  // kernel
  "Starting the kernel…": "커널을 시작하는 중…",
  "Ready": "준비됨",
  "Running…": "실행 중…",
  "Restarting…": "다시 시작하는 중…",
  "Kernel stopped": "커널이 멈춤",
  "Connecting…": "연결하는 중…",
  "No connection": "연결 끊김",
  "The kernel has stopped. Your text and outputs are safe; variables are gone.":
    "커널이 멈췄습니다. 글과 출력은 그대로 있지만 변수는 사라졌습니다.",
  "The kernel stopped and was started again. Variables are gone: run the cells from the top.":
    "커널이 멈춰서 다시 시작했습니다. 변수가 사라졌으니 셀을 처음부터 다시 실행하세요.",
  "The kernel was ended to save memory. Variables are gone: run the cells from the top.":
    "메모리를 아끼려고 커널을 종료했습니다. 변수가 사라졌으니 셀을 처음부터 다시 실행하세요.",
  "Start the kernel again": "커널 다시 시작",
  "Run the cells again": "셀 다시 실행",
  "The course's server does not answer. Is “deno task start” still running in the terminal? Your text stays in this page, which reconnects by itself.":
    "강의 서버가 응답하지 않습니다. 터미널에서 “deno task start”가 실행되고 있나요? 작성한 내용은 이 페이지에 남아 있으며, 서버가 돌아오면 자동으로 다시 연결합니다.",
  "The server was started anew, and with it the kernel. Variables are gone: run the cells from the top.":
    "서버와 커널이 새로 시작되었습니다. 변수가 사라졌으니 셀을 처음부터 다시 실행하세요.",
  "The server was started anew and no longer knows this page. Open the address that the terminal shows.":
    "서버가 새로 시작되어 이 페이지를 알지 못합니다. 터미널에 표시된 주소를 여세요.",
  "Dismiss": "닫기",
  "The kernel did not start.": "커널을 시작하지 못했습니다.",
  "The notebook could not be opened.": "노트북을 열지 못했습니다.",
  "Restart the kernel?": "커널을 다시 시작할까요?",
  "Variables are forgotten; text and outputs stay.":
    "변수가 지워집니다. 글과 출력은 그대로 남습니다.",
  "Cancel": "취소",
  "Back to the original?": "원본으로 되돌릴까요?",
  "Back to the original": "원본으로 되돌리기",
  "The notebook becomes what it was when it was first opened here. Your version is kept in the folder .backups.":
    "노트북이 여기서 처음 열었을 때의 상태로 돌아갑니다. 지금까지 작성한 내용은 .backups 폴더에 보관됩니다.",
  "The notebook is as it was at first. Your version lies in the folder .backups/page.":
    "노트북을 처음 상태로 되돌렸습니다. 작성하신 내용은 .backups/page 폴더에 있습니다.",
  "Another tab or program has changed this notebook. You see its new version.":
    "다른 탭이나 프로그램이 이 노트북을 바꾸었습니다. 지금 보이는 것은 새 내용입니다.",
  "A part of this output is left out: nothing that is stored in a notebook runs here before you run its cell.":
    "출력의 일부를 표시하지 않았습니다. 노트북에 저장된 내용은 그 셀을 실행하기 전에는 이 페이지에서 동작하지 않습니다.",
  "Output with scripts": "스크립트가 있는 출력",
  "Show all imports": "가져온 것 모두 보기",
  // beside the notebook
  "Glossary": "용어집",
  "Glossary of the course": "이 강의의 용어집",
  "Look up a word": "용어 찾기",
  "No such word in this course.": "이 강의에는 그런 용어가 없습니다.",
  "Introduced in notebook": "처음 나오는 노트북:",
  "Variables": "변수",
  "Variables of the cells that ran": "실행한 셀의 변수",
  "No cell that ran has declared a variable yet.": "아직 실행한 셀에 선언된 변수가 없습니다.",
  // what has run
  "Result of an earlier session": "이전 세션의 결과",
  "Edited since it ran": "실행한 뒤에 고침",
  "Some cells above have not run in this kernel yet.":
    "위쪽에 이 커널에서 아직 실행하지 않은 셀이 있습니다.",
  "Run what stands above, then this cell": "위의 셀을 모두 실행하고 이 셀도 실행",
  // predictions
  "Your prediction": "나의 예측",
  "What do you expect, and why?": "무엇이 나올까요? 그 이유는 무엇인가요?",
  "You predicted:": "나의 예측:",
  "Say what you expect, then run this cell.": "무엇이 나올지 먼저 적어 보고 이 셀을 실행하세요.",
  "Show the stored result": "저장된 결과 보기",
  // outputs
  "Printed text": "출력된 글",
  "Output": "출력",
  "No output": "출력 없음",
  "This cell is still at work. Stop it to run it again.":
    "이 셀은 아직 실행 중입니다. 다시 실행하려면 먼저 중지하세요.",
  "This page has no means to draw:": "이 페이지에서 그릴 수 없는 그림:",
  "This page draws Plotly figures only. This is the description of a Vega chart.":
    "이 페이지는 Plotly 그림만 그립니다. 아래는 Vega 차트의 설명입니다.",
  "Show all lines": "모든 줄 보기",
  "Show less": "줄여서 보기",
  // saving
  "Saved": "저장됨",
  "Unsaved": "저장 안 됨",
  "Saving…": "저장하는 중…",
  "Not saved": "저장하지 못함",
  "Read only": "읽기 전용",
  "The disk is full. Nothing was written, and the file is as it was before.":
    "디스크가 가득 찼습니다. 아무것도 쓰지 않았으며 파일은 이전 그대로입니다.",
  "The disk is read-only: nothing was written.": "디스크가 읽기 전용이라 아무것도 쓰지 않았습니다.",
  "Your text is safe in this page, which tries again by itself.":
    "작성한 내용은 이 페이지에 그대로 있으며, 자동으로 다시 저장을 시도합니다.",
  "Try again now": "지금 다시 시도",
  "Close": "닫기",
  // shortcuts
  "Run the cell and go on": "셀을 실행하고 다음으로",
  "Run the cell and stay": "셀을 실행하고 그대로",
  "Run the cell and insert one below": "셀을 실행하고 아래에 셀 추가",
  "Edit the cell": "셀 편집",
  "Leave the editor": "편집 마치기",
  "Previous or next cell": "이전 또는 다음 셀",
  "Insert a cell above or below": "위 또는 아래에 셀 추가",
  "Code cell or text cell": "코드 셀 또는 텍스트 셀로",
  "Move the cell up or down": "셀을 위 또는 아래로 이동",
  "Cut, copy or paste the cell": "셀 잘라내기, 복사, 붙여넣기",
  "Delete the cell": "셀 삭제",
  "Undo a deleted or moved cell": "셀 삭제나 이동 되돌리기",
  "Stop the kernel's work": "커널 작업 중지",
  "Show this list": "이 목록 보기",
  "Outside of an editor (press Escape):": "편집기 밖에서 (Esc를 누른 뒤):",
  "Everywhere:": "어디서나:",
  "Find and replace": "찾기와 바꾸기",
  "In an editor:": "편집기 안에서:",
  "Complete the word, or indent": "단어 완성 또는 들여쓰기",
  "Explain what stands here, or un-indent": "이 자리의 설명 또는 내어쓰기",
  "Make the line a comment": "줄을 주석으로",
  "Go to the next problem": "다음 문제로 이동",
  // JupyterLab's search
  "Find": "찾기",
  "Replace": "바꾸기",
  "Replace All": "모두 바꾸기",
  "Match Case": "대소문자 구분",
  "Match Whole Word": "단어 단위로",
  "Use Regular Expression": "정규식 사용",
  "Show Replace": "바꾸기 열기",
  "Hide Replace": "바꾸기 닫기",
  "Previous Match": "이전 결과",
  "Next Match": "다음 결과",
  "Preserve Case": "대소문자 유지",
  "Show Search Filters": "검색 범위 열기",
  "Hide Search Filters": "검색 범위 닫기",
  "Search Cell Outputs": "출력에서도 찾기",
  "Close Search Box": "검색 닫기",
  // sentences of JupyterLab's own dialogs
  "File Save Error for %1": "%1 저장 오류",
  "File Load Error for %1": "%1 열기 오류",
  "The file has changed": "파일이 바뀌었습니다",
  "Another tab or program has written %1 since this page read it. Which version do you want to go on with? A copy of the other one is kept in the folder .backups.":
    "이 페이지가 읽은 뒤에 다른 탭이나 프로그램이 %1 파일을 저장했습니다. 어느 쪽으로 계속할까요? 나머지 한쪽은 .backups 폴더에 사본으로 보관됩니다.",
  "Click to add a cell.": "눌러서 셀을 추가하세요.",
  "Load from disk": "디스크에서 불러오기",
  "Keep this page": "이 페이지의 내용으로 저장",
  "Type your answer, then Enter": "답을 쓰고 Enter를 누르세요",
};

let current: Language = read();
// Once: to set it again, even to the same, makes the browser look at the style of the whole page again.
document.documentElement.lang = current;
const listeners = new Set<() => void>();

function read(): Language {
  const { language } = document.documentElement.dataset; // a site has a page for each language
  if (language === "en" || language === "ko") return language;
  try {
    return localStorage.getItem(storageKey) === "ko" ? "ko" : "en";
  } catch {
    return "en"; // storage is switched off: the choice lasts as long as the page
  }
}

/** The page's current language. */
export function language(): Language {
  return current;
}

/** Switches to the other language, for this page and the next visit. */
export function switchLanguage(): void {
  current = current === "en" ? "ko" : "en";
  try {
    localStorage.setItem(storageKey, current);
  } catch {
    // see read()
  }
  document.documentElement.lang = current;
  for (const listener of listeners) listener();
}

/** The translation of `english` into the page's language. */
export function t(english: string): string {
  return current === "ko" ? korean[english] ?? english : english;
}

/** Calls `write` now, and again whenever the language changes, until the function that it returns is called. */
export function onLanguageChange(write: () => void): () => void {
  listeners.add(write);
  write();
  return () => void listeners.delete(write);
}
