# What the tutor says in Spanish: neutral and international, with "tú". Ids and variables are those of en.ftl.

## Words used in several places

minutes-short = { $count } min
days =
    { $count ->
        [0] hoy
        [one] mañana
       *[other] dentro de { $count } días
    }
next = Siguiente
back = Volver
done = Listo
undo = Deshacer
more = Más
off = no
old-button = Eso ya está cerrado.
error = Algo falló de mi lado y ya tomé nota (número { $id }). No se ha perdido nada de lo que guardaste. Inténtalo otra vez, por favor.

## Commands, as the phone's menu shows them

command-today = Hoy: artículo, palabras y todo lo demás
command-review = Repasar mis palabras
command-words = Mi cuaderno de palabras
command-settings = Ajustes
command-help = Cómo funciona

## The first minute

start-welcome =
    <b>Te doy la bienvenida a Lexigram.</b>
    Cada día te envío un artículo corto en inglés, a tu nivel. Pregúntame por cualquier palabra: la guardo y te la vuelvo a preguntar justo antes de que se te olvide.

    ¿Qué idioma hablas mejor?
start-tongue-other = Otro idioma
start-tongue-none = Ninguno de estos
start-tongue-list = ¿Qué idioma hablas mejor?
start-level =
    ¿Cuánto inglés sabes hoy? Elige la línea que más se te parezca. No hace falta que sea exacta: iré ajustando el nivel con tus lecturas.

    <b>A1</b>  Sé algunas palabras y frases.
    <b>A2</b>  Puedo hablar de cosas cotidianas.
    <b>B1</b>  Me las arreglo casi siempre en un viaje.
    <b>B2</b>  Sigo las noticias y las películas.
    <b>C1</b>  Leo casi de todo.
    <b>C2</b>  Casi como mi propio idioma.
start-level-unsure = No lo sé bien
start-ready = Nivel { $level }. Aquí tienes tu primer artículo. Envíame cualquier palabra que no conozcas.
start-invitation = Guardé tu invitación; más adelante volveremos a ella.

## The clock: hour and time zone together

clock-question =
    Tu próximo artículo llega mañana a las { $hour }.
    ¿Tu reloj marca ahora { $now }?
clock-yes = Sí, a las { $hour }
clock-zone = { $time } · { $place }
clock-hour = Otra hora
clock-hour-question = ¿A qué hora quieres el artículo?
clock-hint = Si tu hora no está aquí, responde a este mensaje con la que marca tu reloj (14:05) o con una ciudad grande cercana.
clock-which = ¿Es esta tu hora?
clock-set = De acuerdo. El próximo artículo llega mañana a las { $hour }, hora tuya.
clock-unknown = No encontré “{ $text }”. Responde con la hora que marca tu reloj, como 14:05, o con una ciudad grande cercana, como Lima.

## The article

article-head =
    📖 <b>{ $title }</b>
    { $level } · { minutes-short } · { $topic }{ $pages }
article-pages = { " " }· { $page }/{ $pages }
article-words =
    { $count ->
        [one] ▸ { $count } palabra
       *[other] ▸ { $count } palabras
    }
article-source = Escrito para Lexigram · <a href="https://creativecommons.org/licenses/by/4.0/">{ $licence }</a>
article-keep = Guardar palabras
article-questions = Preguntas
article-easier = Más fácil
article-harder = Más difícil
article-read-on = Seguir
article-first-page = Al principio
article-kept = Toca una palabra para guardarla; tócala otra vez para quitarla.
article-useful = ¿Te siguen sirviendo los artículos?
article-every-day = Cada día
article-twice = 2 por semana
article-stop = Parar
article-rhythm-daily = De acuerdo: un artículo cada día.
article-rhythm-twice = De acuerdo: un artículo los martes y los sábados.
article-rhythm-stopped = No habrá más artículos. En /today tienes uno cuando quieras.
article-last = Esta es la última historia que tengo.
article-shelf-empty = Ya leíste todas mis historias. Tus repasos siguen, y con la próxima actualización llegarán historias nuevas.
article-again = Leíste “{ $title }” en { $before }. ¿La leemos en { $level }?
article-again-button = Leerla en { $level }
topic-nature = Naturaleza
topic-science = Ciencia
topic-history = Historia
topic-cities = Ciudades
topic-work = Trabajo
topic-sport = Deporte
topic-food = Comida
topic-music = Música
topic-health = Salud
topic-technology = Tecnología
topic-money = Dinero
topic-language = Lenguaje

## Comprehension

quiz-head = Pregunta { $number } de { $count }
quiz-right = ✅ Correcto.
quiz-wrong = No del todo. La respuesta es: <b>{ $answer }</b>
quiz-proof = Lo dice el texto: <i>“{ $proof }”</i>
quiz-end =
    { $count ->
        [one] { $right } de { $count } respuesta correcta.
       *[other] { $right } de { $count } respuestas correctas.
    }

## A word

word-where = <i>“{ $sentence }”</i>
word-translation = { $language }: { $words }
word-no-translation = Todavía no la tengo traducida ({ $language }).
word-synonyms = ≈ { $words }
word-antonyms = ↔ { $words }
word-form = “{ $form }” es una forma de <b>{ $lemma }</b>
word-own-meaning = tu significado: { $meaning }
word-other-meanings = Otros sentidos
word-saved = Guardada ✓ quitar
word-save = Guardar
word-meanings-head = <b>{ $lemma }</b> tiene varios sentidos. ¿Cuál quieres guardar?
word-unknown = “{ $word }” no está en mi diccionario.
word-suggest = Creo que quieres decir { $word }. Tócala y te la explico.
word-suggest-several = ¿Querías decir una de estas?
word-keep-anyway = Guardarla igual
word-ask-meaning = Guardada: <b>{ $word }</b>. Responde a este mensaje con su significado y te la preguntaré como cualquier otra.
pos-noun = sustantivo
pos-verb = verbo
pos-adjective = adjetivo
pos-adverb = adverbio
pos-preposition = preposición
pos-conjunction = conjunción
pos-determiner = determinante
pos-pronoun = pronombre
pos-number = número
pos-interjection = interjección
pos-phrase = expresión

## Reviews

review-meaning = ¿Qué significa <b>{ $word }</b>?
review-gap = ¿Qué palabra encaja?
review-word = ¿Qué palabra significa esto?
review-cloze = Escribe la palabra que falta.
review-typed = Escribe la palabra en inglés.
review-clue = Pista: { $hint }
review-right = ✅ { $key }
review-wrong = Esta vez no. Es { $key }.
review-yours = Tu respuesta: { $answer }
review-nearly-typo = Casi: revisa la ortografía.
review-nearly-form = Casi: es esa palabra, pero en otra forma.
review-nearly-synonym = El sentido es ese, pero busco otra palabra.
review-nearly-hint = Se escribe así: <code>{ $hint }</code>
review-end =
    { $asked ->
        [one] Recordaste { $recalled } de { $asked } palabra.
       *[other] Recordaste { $recalled } de { $asked } palabras.
    }
review-end-next = La siguiente toca { $when }.
review-empty = Tu cuaderno está vacío. Guarda algunas palabras de un artículo o envíame cualquiera, y te las preguntaré desde mañana.
review-idle = Por ahora no hay nada que repasar. La siguiente palabra toca { $when }.
review-idle-none = Por ahora no hay nada que repasar.
review-minutes = ¿Cuántos minutos al día te vienen bien?
review-minutes-set =
    { $count ->
        [one] De acuerdo: { $count } minuto al día.
       *[other] De acuerdo: unos { $count } minutos al día.
    }
review-two = ¿Solo dos palabras?
review-replaced = Esta pregunta ha dejado paso a una más nueva.
review-farewell = Te espero. Toca el botón cuando vuelvas.
review-back = Aquí estoy
review-aside = No conté “{ $text }” como respuesta. ¿Qué era?
review-aside-answer = Mi respuesta
review-aside-word = ¿Qué significa?
review-menu = ¿Qué hacemos?
review-later-hour = Dentro de una hora
review-later-tonight = Esta noche
review-later-tomorrow = Mañana
review-suspend = No preguntarla más
review-suspended = Ya no te preguntaré <b>{ $word }</b>. Sigue en tu cuaderno.
review-away = Voy a estar fuera

## Pauses

pause-question = ¿Por cuánto tiempo?
pause-monday = Hasta el lunes
pause-week = 1 semana
pause-fortnight = 2 semanas
pause-month = Un mes
pause-set = Sin mensajes hasta el { $until }. /today funciona igual.
pause-over = Qué bien tenerte de vuelta. Te escribiré como siempre.
pause-resume = Reanudar ahora

## The book

book-head =
    { $total ->
        [one] <b>Tu cuaderno: { $total } palabra</b>
       *[other] <b>Tu cuaderno: { $total } palabras</b>
    }
book-empty = Tu cuaderno está vacío. Toca <b>{ article-keep }</b> debajo de un artículo o envíame cualquier palabra.
book-page = { $page }/{ $pages }
book-strength = { $bar } { $percent } % de probabilidad de que hoy la recuerdes
book-never = todavía sin preguntar
book-next = Próxima pregunta: { $when }.
book-paused = Ya no se pregunta.
book-sightings =
    { $count ->
        [one] Encontrada una vez:
       *[other] Encontrada { $count } veces:
    }
book-sighting = { $date }: <i>“{ $sentence }”</i>
book-sighting-alone = { $date }: preguntaste por ella
book-delete = Borrar
book-deleted = <b>{ $word }</b> ya no está en tu cuaderno.
book-suspend = No preguntarla
book-unsuspend = Preguntarla

## Today, settings, help

today-head = <b>Hoy</b>
today-article = Tu artículo: { $title }
today-no-article = No hay artículo nuevo: ya leíste todas mis historias.
today-review = Hay palabras para repasar.
today-no-review = Ahora no hay nada que repasar.
today-read = Leer
today-another = Otra historia
today-button-review = Repasar
today-button-words = Mis palabras
today-button-settings = Ajustes
settings-head = <b>Ajustes</b>. Toca lo que quieras cambiar.
settings-language = Idioma: { $value }
settings-tongue = Hablo: { $value }
settings-level = Mi nivel: { $value }
settings-zone = Mi hora: { $value }
settings-hour = Artículo a las: { $value }
settings-rhythm = Artículos: { $value }
settings-minutes = Minutos al día: { $value }
settings-pause = Pausa: { $value }
settings-language-question = ¿En qué idioma te hablo?
settings-rhythm-question = ¿Con qué frecuencia quieres los artículos?
settings-level-question = ¿En qué nivel lees?
rhythm-daily = cada día
rhythm-twice = dos por semana
rhythm-stopped = ninguno
help =
    <b>Cómo funciona</b>
    📖 Cada día, a tu hora, te envío un artículo corto. <b>{ article-keep }</b> pone sus palabras difíciles en tu cuaderno.
    Envíame una palabra o pregunta “¿qué significa <i>reluctant</i>?”: te la explico y la guardo. Si respondes a un artículo con una palabra, te digo qué significa allí.
    Antes de que una palabra se te olvide, te la pregunto: toca una respuesta o escríbela. Todo se puede deshacer.

    /today lleva a todo · /review pregunta tus palabras ahora · /words es tu cuaderno · /settings cambia lo que quieras

## What isn't understood

puzzled = No entendí eso. Envíame una palabra o expresión en inglés y te la explico, o mira /help.
puzzled-chat = Aquí estoy. Envíame cualquier palabra en inglés y te la explico, o abre /today.
puzzled-long = Ese texto es más largo de lo que puedo leer por ahora. Envíame una palabra o expresión de él y te la explico.
puzzled-difference = Todavía no sé comparar palabras. Envíame una de ellas y te la explico.
puzzled-reverse = Todavía no sé buscar por significado. Envíame una palabra en inglés y te la explico.
puzzled-say = Por ahora solo explico palabras inglesas. Envíame una y te la explico y traduzco.
puzzled-media = Por ahora solo leo texto. Envíame una palabra y te la explico.
