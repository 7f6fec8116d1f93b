"""Inflected forms of every lemma, and of what lemma a form can be, likeliest first."""

from bot.adapters.lexicon.material import Material, Word

READINGS = 6
# How much of a word's use falls to the lemma's own form, and to each other form.
_AS_FORM = 0.2  # "better" is rather a form of good than a word of its own
_SHARES = {"verb": (0.45, 0.2), "noun": (0.7, 0.3), "adjective": (0.95, 0.3), "adverb": (0.95, 0.3)}


def inflections(material: Material, known: dict[Word, float]) -> dict[Word, tuple[str, ...]]:
    """Word → its other forms, for every single-word lemma that inflects; rare ones only if a table has them."""
    irregular: dict[Word, list[str]] = {}
    for form, pos, lemma in material.exceptions:
        irregular.setdefault((lemma, pos), []).append(form)
    found = {}
    for word in known:
        if word in material.inflected or (word[0] in material.zipf and " " not in word[0]):
            forms = material.forms(word)
            if word in irregular and word not in material.inflected:
                forms = tuple(dict.fromkeys((*irregular[word], *forms)))
            if forms:
                found[word] = forms
    return found


def readings(
    material: Material, known: dict[Word, float], inflected: dict[Word, tuple[str, ...]]
) -> dict[str, list[Word]]:
    """Form → the words it can be, likeliest first."""
    scored: dict[str, list[tuple[float, Word]]] = {}
    irregular = {(form, pos) for form, pos, lemma in material.exceptions if form != lemma and (lemma, pos) in known}
    for word, weight in known.items():
        own, other = _SHARES.get(word[1], (1.0, 0.0))
        own *= _AS_FORM if word in irregular else 1.0
        scored.setdefault(word[0], []).append((-own * weight, word))
        for form in inflected.get(word, ()):
            scored.setdefault(form.casefold(), []).append((-other * weight, word))
    for form, pos, lemma in material.exceptions:
        if (lemma, pos) in known:
            scored.setdefault(form, []).append((-0.1 * known[lemma, pos], (lemma, pos)))
    return {form: _ranked(scores) for form, scores in scored.items()}


def capitals(material: Material) -> dict[Word, str]:
    """How the lemmas with capitals are written: Monday, I."""
    own = ((entry.sense.lemma, entry.sense.pos) for entry in material.entries)
    found = {(lemma.casefold(), pos): lemma for lemma, pos in own if lemma != lemma.casefold()}
    for word, senses in material.senses.items():
        for text in material.synsets[senses[0][0]].words:
            if text != word[0] and text.casefold() == word[0]:
                found.setdefault(word, text)
    return found


def _ranked(scores: list[tuple[float, Word]]) -> list[Word]:
    if len(scores) == 1:
        return [scores[0][1]]
    return list(dict.fromkeys(word for _, word in sorted(scores)))[:READINGS]
