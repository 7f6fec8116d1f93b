"""How people ask about words: data for `bot.domain.lookups`, one file for each language.

Patterns match *folded* text (`pattern.fold`): lower case, no accents, one Arabic letter for its variants.
"""
