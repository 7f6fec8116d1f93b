# What the tutor says in Arabic: Modern Standard, short, addressing women and men alike, hence verbal nouns
# ("حفظ"), past tense and "ك" instead of imperatives. Ids and variables are those of en.ftl.
# Fluent isolates every value, so that English words keep their place; the commands are terms for the same reason.

-today = /today
-review = /review
-words = /words
-settings = /settings
-help = /help

## Words used in several places

minutes-short =
    { $count ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
days =
    { $count ->
        [zero] اليوم
        [one] غدًا
        [two] بعد يومين
        [few] بعد { $count } أيام
        [many] بعد { $count } يومًا
       *[other] بعد { $count } يوم
    }
next = التالي
back = رجوع
done = تم
undo = تراجع
more = المزيد
off = لا
old-button = انتهى هذا من قبل.
error = حدث خطأ من جهتي، وقد سجّلته برقم { $id }. لم يضِع شيء مما حفظت. تُرجى المحاولة مرة أخرى.

## Commands, as the phone's menu shows them

command-today = اليوم: المقال والكلمات وكل شيء
command-review = مراجعة كلماتي
command-words = دفتر كلماتي
command-settings = الإعدادات
command-help = طريقة الاستخدام

## The first minute

start-welcome =
    <b>أهلًا بك في Lexigram.</b>
    يصلك مني كل يوم مقال قصير بالإنجليزية يناسب مستواك. وأي كلمة يصلني سؤال عنها أشرحها وأحفظها لك، ثم أسألك عنها قبيل نسيانها.

    ما لغتك الأم؟
start-tongue-other = لغة أخرى
start-tongue-none = لغتي ليست هنا
start-tongue-list = ما لغتك الأم؟
start-level =
    ما مستواك في الإنجليزية اليوم؟ يكفي اختيار السطر الأقرب إليك، ولا تلزم الدقة: سأعدّل المستوى مع القراءة.

    { "\u200F" }<b>A1</b>  أعرف بعض الكلمات والعبارات.
    { "\u200F" }<b>A2</b>  أتحدث عن الأمور اليومية.
    { "\u200F" }<b>B1</b>  أدبّر معظم أموري في السفر.
    { "\u200F" }<b>B2</b>  أتابع الأخبار والأفلام.
    { "\u200F" }<b>C1</b>  أقرأ كل شيء تقريبًا.
    { "\u200F" }<b>C2</b>  أتقنها كلغتي تقريبًا.
start-level-unsure = لا أعرف تمامًا
start-ready = المستوى { $level }. إليك أول مقال. إن صادفت فيه كلمة جديدة فيكفي إرسالها إليّ.
start-invitation = دعوتك محفوظة، وسأعود إليها.

## The clock: hour and time zone together

clock-question =
    يصلك المقال التالي غدًا في الساعة { $hour }.
    هل الساعة عندك الآن { $now }؟
clock-yes = نعم، الساعة { $hour }
clock-zone = { $time } · { $place }
clock-hour = وقت آخر
clock-hour-question = متى يصلك المقال؟
clock-hint = إن لم يكن وقتك هنا فيكفي الرد على هذه الرسالة بالوقت في ساعتك (14:05) أو باسم مدينة كبيرة قريبة منك.
clock-which = هل هذا هو الوقت لديك؟
clock-set = حسنًا. يصلك المقال التالي غدًا في الساعة { $hour } بتوقيتك.
clock-unknown = لم أجد «{ $text }». يكفي الرد بالوقت في ساعتك، مثل 14:05، أو باسم مدينة كبيرة قريبة منك، مثل Cairo.

## The article

article-head =
    📖 <b>{ $title }</b>
    { "\u200F" }{ $level } · { minutes-short } · { $topic }{ $pages }
article-pages = { " " }· صفحة { $page } من { $pages }
article-words =
    { $count ->
        [zero] ◂ لا كلمات
        [one] ◂ كلمة واحدة
        [two] ◂ كلمتان
        [few] ◂ { $count } كلمات
        [many] ◂ { $count } كلمة
       *[other] ◂ { $count } كلمة
    }
article-source = كُتب من أجل Lexigram · <a href="https://creativecommons.org/licenses/by/4.0/">{ $licence }</a>
article-keep = حفظ الكلمات
article-questions = أسئلة
article-easier = أسهل
article-harder = أصعب
article-read-on = متابعة
article-first-page = البداية
article-kept = لمسة على الكلمة تحفظها، ولمسة أخرى تزيلها.
article-useful = هل ما زالت المقالات مفيدة؟
article-every-day = كل يوم
article-twice = مرتين أسبوعيًا
article-stop = إيقاف
article-rhythm-daily = حسنًا: مقال كل يوم.
article-rhythm-twice = حسنًا: مقال يومي الثلاثاء والسبت.
article-rhythm-stopped = توقفت المقالات. وفي { -today } مقال متى أردت.
article-last = هذه آخر قصة عندي.
article-shelf-empty = قرأت كل القصص التي عندي. المراجعة مستمرة، وستأتي قصص جديدة مع التحديث القادم.
article-again = قرأت «{ $title }» بمستوى { $before }. هل نقرؤها بمستوى { $level }؟
article-again-button = قراءتها بمستوى { $level }
topic-nature = الطبيعة
topic-science = العلوم
topic-history = التاريخ
topic-cities = المدن
topic-work = العمل
topic-sport = الرياضة
topic-food = الطعام
topic-music = الموسيقى
topic-health = الصحة
topic-technology = التقنية
topic-money = المال
topic-language = اللغة

## Comprehension

quiz-head = السؤال { $number } من { $count }
quiz-right = ✅ إجابة صحيحة.
quiz-wrong = ليس تمامًا. الإجابة هي: <b>{ $answer }</b>
quiz-proof = من النص: <i>«{ $proof }»</i>
quiz-end = الإجابات الصحيحة: { $right } من { $count }.

## A word

word-where = <i>«{ $sentence }»</i>
word-translation = { $language }: { $words }
word-no-translation = لا تتوفر ترجمة لهذا المعنى بعد ({ $language }).
word-synonyms = ≈ { $words }
word-antonyms = ↔ { $words }
word-form = «{ $form }» صيغة من <b>{ $lemma }</b>
word-own-meaning = المعنى الذي كتبته: { $meaning }
word-other-meanings = معانٍ أخرى
word-saved = حُفظت ✓ تراجع
word-save = حفظ
word-meanings-head = لكلمة <b>{ $lemma }</b> عدة معانٍ. أي معنى نحفظ؟
word-unknown = «{ $word }» ليست في قاموسي.
word-suggest = أظن أن المقصود { $word }. لمسة عليها تأتي بشرحها.
word-suggest-several = هل المقصود إحدى هذه الكلمات؟
word-keep-anyway = حفظها رغم ذلك
word-ask-meaning = حُفظت: <b>{ $word }</b>. يكفي الرد على هذه الرسالة بمعناها، وسأسألك عنها كغيرها.
pos-noun = اسم
pos-verb = فعل
pos-adjective = صفة
pos-adverb = ظرف
pos-preposition = حرف جر
pos-conjunction = أداة ربط
pos-determiner = أداة تحديد
pos-pronoun = ضمير
pos-number = عدد
pos-interjection = لفظ تعجب
pos-phrase = عبارة

## Reviews

review-meaning = ما معنى <b>{ $word }</b>؟
review-gap = أي كلمة تناسب الفراغ؟
review-word = أي كلمة لها هذا المعنى؟
review-cloze = ما الكلمة الناقصة؟ الجواب كتابةً.
review-typed = ما الكلمة الإنجليزية؟ الجواب كتابةً.
review-clue = تلميح: { $hint }
review-right = ✅ { $key }
review-wrong = ليس هذه المرة. الجواب: { $key }.
review-yours = إجابتك: { $answer }
review-nearly-typo = قريب جدًا: الخطأ في الإملاء فقط.
review-nearly-form = قريب جدًا: الكلمة صحيحة، لكن بصيغة أخرى.
review-nearly-synonym = المعنى صحيح، لكن المطلوب كلمة أخرى.
review-nearly-hint = تبدو هكذا: <code>{ $hint }</code>
review-end =
    { $asked ->
        [zero] لم أسأل عن أي كلمة.
        [one] تذكّرت { $recalled } من كلمة واحدة.
        [two] تذكّرت { $recalled } من كلمتين.
        [few] تذكّرت { $recalled } من { $asked } كلمات.
        [many] تذكّرت { $recalled } من { $asked } كلمة.
       *[other] تذكّرت { $recalled } من { $asked } كلمة.
    }
review-end-next = موعد الكلمة التالية { $when }.
review-empty = دفترك فارغ. يكفي حفظ بضع كلمات من مقال، أو إرسال أي كلمة إليّ، وسأسألك عنها ابتداءً من الغد.
review-idle = لا كلمات للمراجعة الآن. موعد الكلمة التالية { $when }.
review-idle-none = لا كلمات للمراجعة الآن.
review-minutes = كم دقيقة في اليوم تناسبك؟
review-minutes-set =
    { $count ->
        [zero] حسنًا: دون وقت محدد.
        [one] حسنًا: نحو دقيقة في اليوم.
        [two] حسنًا: نحو دقيقتين في اليوم.
        [few] حسنًا: نحو { $count } دقائق في اليوم.
        [many] حسنًا: نحو { $count } دقيقة في اليوم.
       *[other] حسنًا: نحو { $count } دقيقة في اليوم.
    }
review-two = كلمتان فقط؟
review-replaced = أفسح هذا السؤال المجال لسؤال أحدث منه.
review-farewell = سأنتظر. يكفي لمس الزر عند العودة.
review-back = لقد عدت
review-aside = لم أحسب «{ $text }» إجابة. ماذا كان ذلك؟
review-aside-answer = إجابتي
review-aside-word = ما معناها؟
review-menu = ماذا نفعل؟
review-later-hour = لاحقًا: بعد ساعة
review-later-tonight = هذا المساء
review-later-tomorrow = غدًا
review-suspend = إيقاف هذه الكلمة
review-suspended = لن أسألك عن <b>{ $word }</b> بعد الآن. ما زالت في دفترك.
review-away = سأغيب مدة

## Pauses

pause-question = كم المدة؟
pause-monday = حتى الاثنين
pause-week = أسبوع
pause-fortnight = أسبوعان
pause-month = شهر
pause-set = لا رسائل حتى { $until }. أما { -today } فيعمل دائمًا.
pause-over = أهلًا بعودتك. سأكتب لك كالعادة.
pause-resume = استئناف الرسائل

## The book

book-head =
    { $total ->
        [zero] <b>دفترك: لا كلمات</b>
        [one] <b>دفترك: كلمة واحدة</b>
        [two] <b>دفترك: كلمتان</b>
        [few] <b>دفترك: { $total } كلمات</b>
        [many] <b>دفترك: { $total } كلمة</b>
       *[other] <b>دفترك: { $total } كلمة</b>
    }
book-empty = دفترك فارغ. يمتلئ بزر <b>{ article-keep }</b> تحت المقال، أو بإرسال أي كلمة إليّ.
book-page = { $page } من { $pages }
book-strength = { $bar } احتمال تذكّرها اليوم { $percent }٪
book-never = لم أسأل عنها بعد
book-next = السؤال التالي { $when }.
book-paused = توقف السؤال عنها.
book-sightings =
    { $count ->
        [zero] لم ترد بعد:
        [one] وردت مرة واحدة:
        [two] وردت مرتين:
        [few] وردت { $count } مرات:
        [many] وردت { $count } مرة:
       *[other] وردت { $count } مرة:
    }
book-sighting = { $date }: <i>«{ $sentence }»</i>
book-sighting-alone = { $date }: سألت عنها
book-delete = حذف
book-deleted = حُذفت <b>{ $word }</b> من دفترك.
book-suspend = إيقاف السؤال
book-unsuspend = استئناف السؤال

## Today, settings, help

today-head = <b>اليوم</b>
today-article = مقالك: { $title }
today-no-article = لا مقال جديدًا: قرأت كل القصص التي عندي.
today-review = هناك كلمات للمراجعة.
today-no-review = لا كلمات للمراجعة الآن.
today-read = قراءة
today-another = قصة أخرى
today-button-review = مراجعة
today-button-words = كلماتي
today-button-settings = الإعدادات
settings-head = <b>الإعدادات</b>. لمسة على أي منها تغيّره.
settings-language = لغة الحديث: { $value }
settings-tongue = لغتي: { $value }
settings-level = مستواي: { $value }
settings-zone = توقيتي: { $value }
settings-hour = وقت المقال: { $value }
settings-rhythm = المقالات: { $value }
settings-minutes = الدقائق يوميًا: { $value }
settings-pause = توقف مؤقت: { $value }
settings-language-question = بأي لغة نتحدث؟
settings-rhythm-question = كم مرة تصل المقالات؟
settings-level-question = ما مستوى قراءتك؟
rhythm-daily = كل يوم
rhythm-twice = مرتين أسبوعيًا
rhythm-stopped = متوقفة
help =
    <b>طريقة الاستخدام</b>
    📖 يصلك كل يوم في موعدك مقال قصير. زر <b>{ article-keep }</b> يضع كلماته الصعبة في دفترك.
    عند إرسال كلمة، أو سؤال مثل «ما معنى <i>reluctant</i>؟»، أشرحها وأحفظها. والرد على مقال بكلمة منه يأتي بمعناها فيه.
    قبل أن تُنسى الكلمة أسألك عنها، والجواب بلمسة أو كتابةً. ويمكن التراجع عن كل شيء.

    { -today } مدخل إلى كل شيء · { -review } أسئلة عن كلماتك الآن · { -words } دفترك · { -settings } لتغيير أي شيء

## What isn't understood

puzzled = لم أفهم ذلك. تكفي كلمة أو عبارة إنجليزية واحدة لأشرحها، والمزيد في { -help }.
puzzled-chat = أنا هنا. يمكن إرسال أي كلمة إنجليزية لأشرحها، أو فتح { -today }.
puzzled-long = هذا النص أطول مما أستطيع قراءته الآن. تكفي كلمة أو عبارة منه لأشرحها.
puzzled-difference = لا أستطيع المقارنة بين الكلمات بعد. تكفي كلمة واحدة منها لأشرحها.
puzzled-reverse = لا أستطيع البحث بالمعنى بعد. تكفي كلمة إنجليزية لأشرحها.
puzzled-say = أشرح الكلمات الإنجليزية فقط حتى الآن. تكفي كلمة واحدة لأشرحها وأترجمها.
puzzled-media = أقرأ النصوص فقط حتى الآن. تكفي كلمة مكتوبة لأشرحها.
