/**
 * Names that the code used before its terms became the field's terms. Each is matched as a whole word and by case in code,
 * comments and documents. Words that are also common words, or words of the content, are not in the list.
 */
export const RETIRED_NAMES = `
AnyRoom Beneath CollectionName Colophon DeskComment DeskDraft DeskForm DeskFrame DeskSource Doorway EditorWords
FROM_STRANGERS KnownOfficial KnownPlaces LONGEST_SESSION_DAYS LONGEST_TEXT LookOver MadeLink Masthead MergeableRoom
MOST_OPTIONS MOST_SHOWN MOST_SORTED NamedAt OpenAdapter OpenHandler OwnAlike PackedAxis PackedTogether ROOMS ROOM_ABOUT
RoomList RoomName RoomRecord RoomRows RoomWords SaveAnswer SearchWords ShownEntry ShownField ShownRow SignedIn ToldCitation
ToldDate ToldPage WayOut WordsPlace
answerAsJson answerAsPage answerWith answersFrom archiveOfSettings asResponse askAfter askKey atEnd axisKey backUp
buildPrograms builtPrograms callerOf canGoOut cardsOf checkRules chosenFrom chosenOf citedDataset citedRecord citedView
clockAt clockOf columnBehind countedTogether csvPieces cubeOf datesAsked dayInWords deskDraft deskLang
deskWords deviceMark deviceNames deviceWords edgeOf editorWords endPrograms factsOf fileInk fitsTotp forgetWhatIsOver
giveBack guessingFromHere heldTexts importNext inFigures insideDesk insistOn instrumentWords isAway isReady isRoom isSaidAway
isSaidUnreadable isSameJson isSameSecret isTold jsonPieces keepCubes keepListLive keepText keptOne keptReads kindWords
knownCubes linkWords madeInline makeRoles markWords missingAtDesk momentOf momentWords namedCard namedDraft
nationSheet needTurn noteArchive noteLink noteSignIn offerNames oncePerRequest openRoute packInThread packTogether pageInk
personNow placesForWords publicRead publicReadSince quotedBeginning readAsked readKnown readNews readStamp readWanted
readWords readyFor rehearseDraft replicasMustShow representsNow restoreFrom revertNext roomImporter roomOf sayAway sayFailure
sayUnreadable serveCopyButtons shadeWords shownEntry shownRows sideWords soughtIn sourceAtDesk stateSheet statedIn
suggestWords takeAway takeTurn tellsOfSpeech timeWords titleWords toldOf toldTo totpAddress typeWords unlessKnown unsaid
useFinding usualColumns wasSignedIn watchPrograms whatChanged wordsFilter wordsHeld workThroughArchive workThroughImports
writeNews zonesToChoose finishedAnswers FinishedAnswers finishedAs askedOf turnAway setDeaf deskFirst DeskFirst letIn withoutInner
plainRequest dressHead asFromHere refuseForeign withoutFramework busyAnswer countBody isInParts offeredOf cubesFrom
BROWSER_PROGRAMS LONGEST_QUOTE LARGE_ROOMS MOST_SELECTED failureMessage onCopy plainIssueText readIntoMemory sayWhatIsReady
startAgain translateToSpanish waysOut whyKept
`
  .trim()
  .split(/\s+/)
