#!/usr/bin/env python3
"""Wikipedia summaries as they come in their package → JSONL: wikipedia.py SUMMARIES.json OUT.jsonl.

One line an article, in the order of titles: {"title", "text", "description", "topic"}. Topics take the
names of this project; an article without one gets an empty topic and is placed by its neighbours later.
"""
import json
import os
import sys
from pathlib import Path

TOPICS = {
    'People': 'People', 'History': 'History', 'Geography': 'Geography', 'Arts': 'Arts',
    'Philosophy and religion': 'Philosophy & religion', 'Everyday life': 'Everyday life',
    'Society and social sciences': 'Society', 'Biology and health sciences': 'Biology & health',
    'Physical sciences': 'Physical sciences', 'Technology': 'Technology', 'Mathematics': 'Mathematics',
    'Uncategorized': '',
}


def main():
    try:
        articles = json.loads(Path(sys.argv[1]).read_text(encoding='utf-8'))
        complete = all({'topic', 'extract', 'description'} <= set(article) for article in articles.values())
    except (ValueError, AttributeError, TypeError):
        complete = False
    if not complete:
        sys.exit(f'The file {sys.argv[1]} does not hold summaries of articles.')
    target = Path(sys.argv[2])
    partial = target.with_name(target.name + '.partial')
    with open(partial, 'w', encoding='utf-8') as out:
        for title in sorted(articles):
            article = articles[title]
            if article['topic'] not in TOPICS:
                sys.exit(f'The topic "{article["topic"]}" is not known.')
            record = {'title': article['title'], 'text': article['extract'],
                      'description': article['description'] or '', 'topic': TOPICS[article['topic']]}
            out.write(json.dumps(record, ensure_ascii=False) + '\n')
    os.replace(partial, target)


main()
