# What the tutor says in English. Ids and variables are the same in every language; tests/texts checks it.
# Markup is Telegram's HTML. Values are escaped before they come here.

## Words used in several places

minutes-short = { $count } min
days =
    { $count ->
        [0] today
        [one] tomorrow
       *[other] in { $count } days
    }
next = Next
back = Back
done = Done
undo = Undo
more = More
off = off
old-button = That one is closed already.
error = Something went wrong on my side, and I've noted it (number { $id }). Nothing you kept is lost. Please try again.

## Commands, as the phone's menu shows them

command-today = Today: article, words, everything
command-review = Review my words
command-words = My vocab book
command-settings = Settings
command-help = How this works

## The first minute

start-welcome =
    <b>Welcome to Lexigram.</b>
    Every day I send you a short article in English at your level. Ask me about any word, and I'll keep it for you and ask it again just before you'd forget it.

    Which language do you speak best?
start-tongue-other = Another language
start-tongue-none = None of these
start-tongue-list = Which language do you speak best?
start-level =
    How much English do you have today? Choose the line that sounds most like you. It doesn't have to be exact: I'll adjust as you read.

    <b>A1</b>  I know some words and phrases.
    <b>A2</b>  I can talk about everyday things.
    <b>B1</b>  I manage most things on a trip.
    <b>B2</b>  I follow the news and films.
    <b>C1</b>  I read almost anything.
    <b>C2</b>  Close to my own language.
start-level-unsure = I'm not sure
start-ready = Level { $level }. Here's your first article. Send me any word in it that you don't know.
start-invitation = I've kept your invitation and will come back to it.

## The clock: hour and time zone together

clock-question =
    Your next article comes tomorrow at { $hour }.
    Is it { $now } where you are?
clock-yes = Yes, { $hour } is good
clock-zone = { $time } · { $place }
clock-hour = Another hour
clock-hour-question = When shall the article come?
clock-hint = If your time isn't here, reply to this message with the time on your clock (14:05) or a big city near you.
clock-which = Is this your time?
clock-set = Good. The next article comes tomorrow at { $hour }, your time.
clock-unknown = I couldn't find “{ $text }”. Reply with the time on your clock, like 14:05, or with a big city near you, like Lima.

## The article

article-head =
    📖 <b>{ $title }</b>
    { $level } · { minutes-short } · { $topic }{ $pages }
article-pages = { " " }· { $page }/{ $pages }
article-words =
    { $count ->
        [one] ▸ { $count } word
       *[other] ▸ { $count } words
    }
article-source = Written for Lexigram · <a href="https://creativecommons.org/licenses/by/4.0/">{ $licence }</a>
article-keep = Keep words
article-questions = Questions
article-easier = Easier
article-harder = Harder
article-read-on = Read on
article-first-page = First page
article-kept = Tap a word to keep it, tap again to let it go.
article-useful = Still useful?
article-every-day = Every day
article-twice = Twice a week
article-stop = Stop
article-rhythm-daily = Good: an article every day.
article-rhythm-twice = Good: an article on Tuesdays and Saturdays.
article-rhythm-stopped = No more articles. /today has one whenever you like.
article-last = This is the last story on my shelf.
article-shelf-empty = You've read every story on my shelf. Your reviews go on, and new stories will come with the next update.
article-again = You read “{ $title }” at { $before }. Shall we read it at { $level }?
article-again-button = Read it at { $level }
topic-nature = Nature
topic-science = Science
topic-history = History
topic-cities = Cities
topic-work = Work
topic-sport = Sport
topic-food = Food
topic-music = Music
topic-health = Health
topic-technology = Technology
topic-money = Money
topic-language = Language

## Comprehension

quiz-head = Question { $number } of { $count }
quiz-right = ✅ Right.
quiz-wrong = Not quite. The answer is: <b>{ $answer }</b>
quiz-proof = From the text: <i>“{ $proof }”</i>
quiz-end =
    { $count ->
        [one] { $right } of { $count } question right.
       *[other] { $right } of { $count } questions right.
    }

## A word

word-where = <i>“{ $sentence }”</i>
word-translation = { $language }: { $words }
word-no-translation = I have no translation into { $language } for this one yet.
word-synonyms = ≈ { $words }
word-antonyms = ↔ { $words }
word-form = “{ $form }” is a form of <b>{ $lemma }</b>
word-own-meaning = your meaning: { $meaning }
word-other-meanings = Other meanings
word-saved = Saved ✓ undo
word-save = Save
word-meanings-head = <b>{ $lemma }</b> has several meanings. Which one do you want to keep?
word-unknown = “{ $word }” isn't in my dictionary.
word-suggest = I think you mean { $word }. Tap it and I'll explain it.
word-suggest-several = Did you mean one of these?
word-keep-anyway = Keep it anyway
word-ask-meaning = Kept: <b>{ $word }</b>. Reply to this message with what it means, and I'll ask it like any other word.
pos-noun = noun
pos-verb = verb
pos-adjective = adjective
pos-adverb = adverb
pos-preposition = preposition
pos-conjunction = conjunction
pos-determiner = determiner
pos-pronoun = pronoun
pos-number = number
pos-interjection = interjection
pos-phrase = phrase

## Reviews

review-meaning = What does <b>{ $word }</b> mean?
review-gap = Which word fits?
review-word = Which word means this?
review-cloze = Type the missing word.
review-typed = Type the English word.
review-clue = Clue: { $hint }
review-right = ✅ { $key }
review-wrong = Not this time. It's { $key }.
review-yours = You said: { $answer }
review-nearly-typo = Nearly: check the spelling.
review-nearly-form = Nearly: right word, another form.
review-nearly-synonym = Right meaning, but I'm after another word.
review-nearly-hint = It looks like this: <code>{ $hint }</code>
review-end =
    { $asked ->
        [one] { $recalled } of { $asked } word recalled.
       *[other] { $recalled } of { $asked } words recalled.
    }
review-end-next = The next one fades { $when }.
review-empty = Your book is empty. Keep a few words from an article, or send me any word, and I'll ask them from tomorrow.
review-idle = Nothing is fading at the moment. The next word comes { $when }.
review-idle-none = Nothing is fading at the moment.
review-minutes = How many minutes a day suit you?
review-minutes-set = Good: about { $count } minutes a day.
review-two = Just two words?
review-replaced = This question has made way for a newer one.
review-farewell = I'll wait. Tap when you're back.
review-back = I'm back
review-aside = I didn't mark “{ $text }”. What was it?
review-aside-answer = My answer
review-aside-word = What does it mean?
review-menu = What shall I do?
review-later-hour = Later: in an hour
review-later-tonight = Tonight
review-later-tomorrow = Tomorrow
review-suspend = Don't ask this word
review-suspended = I won't ask <b>{ $word }</b> any more. It's still in your book.
review-away = I'm away

## Pauses

pause-question = For how long?
pause-monday = Until Monday
pause-week = 1 week
pause-fortnight = 2 weeks
pause-month = A month
pause-set = Quiet until { $until }. /today works all the same.
pause-over = Welcome back. I'll write again as usual.
pause-resume = Write again now

## The book

book-head =
    { $total ->
        [one] <b>Your book: { $total } word</b>
       *[other] <b>Your book: { $total } words</b>
    }
book-empty = Your book is empty. Tap <b>{ article-keep }</b> under an article, or send me any word.
book-page = { $page }/{ $pages }
book-strength = { $bar } { $percent }% chance that you'd recall it today
book-never = never asked yet
book-next = Next question { $when }.
book-paused = Not asked any more.
book-sightings =
    { $count ->
        [one] Met once:
       *[other] Met { $count } times:
    }
book-sighting = { $date }: <i>“{ $sentence }”</i>
book-sighting-alone = { $date }: asked by you
book-delete = Delete
book-deleted = <b>{ $word }</b> is out of your book.
book-suspend = Don't ask
book-unsuspend = Ask again

## Today, settings, help

today-head = <b>Today</b>
today-article = Your article: { $title }
today-no-article = No new article: you've read every story on my shelf.
today-review = There are words to look at.
today-no-review = No word needs you now.
today-read = Read
today-another = Another story
today-button-review = Review
today-button-words = My words
today-button-settings = Settings
settings-head = <b>Settings</b>. Tap what you'd like to change.
settings-language = Language: { $value }
settings-tongue = I speak: { $value }
settings-level = My level: { $value }
settings-zone = My time: { $value }
settings-hour = Article at: { $value }
settings-rhythm = Articles: { $value }
settings-minutes = Minutes a day: { $value }
settings-pause = Pause: { $value }
settings-language-question = Which language shall I speak?
settings-rhythm-question = How often shall articles come?
settings-level-question = Which level are you reading at?
rhythm-daily = every day
rhythm-twice = twice a week
rhythm-stopped = off
help =
    <b>How this works</b>
    📖 Every day at your hour I send a short article. <b>{ article-keep }</b> puts its hard words into your book.
    Send me a word, or ask “what does <i>reluctant</i> mean?”, and I explain it and keep it. Reply to an article with a word to get its sense there.
    Before a word fades from your memory I ask it: tap an answer or type it. You can undo everything.

    /today leads everywhere · /review asks your words now · /words is your book · /settings changes anything

## What isn't understood

puzzled = I didn't understand that. Send me one English word or phrase and I'll explain it, or see /help.
puzzled-chat = I'm here. Send me any English word and I'll explain it, or open /today.
puzzled-long = That's a longer text than I can read yet. Send me a word or phrase from it, and I'll explain it.
puzzled-difference = I can't compare words yet. Send me one of them, and I'll explain it.
puzzled-reverse = I can't search by meaning yet. Send me an English word, and I'll explain it.
puzzled-say = I can only explain English words so far. Send me one, and I'll explain and translate it.
puzzled-media = I can only read text so far. Send me a word, and I'll explain it.
