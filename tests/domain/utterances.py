"""What people ask in Spanish and Arabic (kind | words, comma between | language), and what asks nothing."""

SPANISH_AND_ARABIC = """
¿Qué significa reluctant? = meaning | reluctant
que significa reluctant = meaning | reluctant
q significa reluctant = meaning | reluctant
ke sinifica reluctant = meaning | reluctant
Hola, ¿me puedes decir qué significa “scarce”? Gracias = meaning | scarce
qué quiere decir give up = meaning | give up
cuál es el significado de reluctant = meaning | reluctant
significado de reluctant = meaning | reluctant
definición de la palabra scarce = meaning | scarce
qué es reluctant = meaning | reluctant
reluctant qué significa = meaning | reluctant
no entiendo la palabra reluctant = meaning | reluctant
no sé qué significa scarce = meaning | scarce
qué significa reluctant en español = translate | reluctant | es
traduce reluctant = translate | reluctant
traduce reluctant al español = translate | reluctant | es
reluctant en español = translate | reluctant | es
cómo se dice perro en inglés = say | perro | en
como se dice tener ganas? = say | tener ganas | en
¿Cómo digo "me da igual" en inglés? = say | me da igual | en
cómo se dice en inglés perro = say | perro | en
perro en inglés = say | perro | en
sinónimo de big = synonyms | big
dame sinónimos de big por favor = synonyms | big
otra palabra para big = synonyms | big
lo contrario de eager = opposite | eager
¿cuál es el antónimo de eager? = opposite | eager
diferencia entre say y tell = difference | say, tell
¿Cuál es la diferencia entre affect y effect? = difference | affect, effect
qué diferencia hay entre say y tell = difference | say, tell
cómo se pronuncia thorough = pronounce | thorough
pronunciación de thorough = pronounce | thorough
usa reluctant en una frase = example | reluctant
dame un ejemplo con reluctant = example | reluctant
cómo se usa although = example | although
una palabra para alguien que nunca se rinde = reverse | alguien que nunca se rinde
ما معنى reluctant = meaning | reluctant
ما معنى كلمة reluctant؟ = meaning | reluctant
ماذا تعني reluctant = meaning | reluctant
ماذا يعني "give up"؟ = meaning | give up
شو يعني reluctant = meaning | reluctant
ايش معنى reluctant = meaning | reluctant
معنى reluctant = meaning | reluctant
reluctant يعني ايه = meaning | reluctant
لو سمحت، ما معنى scarce؟ = meaning | scarce
مَا مَعْنَى scarce = meaning | scarce
كيف أقول كتاب بالإنجليزية = say | كتاب | en
كيف نقول كتاب في الانجليزية؟ = say | كتاب | en
كتاب = say | كتاب | en
книга = say | книга | en
ترجم reluctant = translate | reluctant
ترجم reluctant إلى العربية = translate | reluctant | ar
reluctant بالعربية = translate | reluctant | ar
مرادف big = synonyms | big
ما مرادف كلمة big = synonyms | big
عكس big = opposite | big
ما عكس كلمة big؟ = opposite | big
ما الفرق بين affect و effect؟ = difference | affect, effect
الفرق بين say وtell = difference | say, tell
كيف تنطق thorough = pronounce | thorough
كيف ألفظ كلمة thorough؟ = pronounce | thorough
استخدم reluctant في جملة = example | reluctant
أعطني مثالا على reluctant = example | reluctant
""".strip()

NOT_LOOKUPS = """
thanks
Thanks!
thank you so much
ok
OK 👍
yes
no
hi
Hello there
good morning
how are you?
what is your name?
what's up
lol
hahaha
jajaja
great!
gracias
muchas gracias
hola
buenos días
شكرا
مرحبا
السلام عليكم
спасибо
谢谢
I am tired
I like it
you are funny
I think this story is very interesting today
I went to the market with my mother and we bought some fruit
the weather is very nice in my city
Yes, I think so
/start
/weather London
/define@otherbot went
https://example.org/article
@friend
42
3.14
🙂
???
...
I don't know
I don't understand
what?
why
me llamo Ana y vivo en Lima
""".strip("\n")
