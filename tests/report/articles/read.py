#!/usr/bin/env python3
"""read.py ARTICLE PDF: whether the PDF holds what the article says.

Prints what is lost, printed twice, or refers to a wrong page."""
import re
import subprocess
import sys


def pages_of(pdf, *options):
    text = subprocess.run(['pdftotext', *options, pdf, '-'], check=True,
                          capture_output=True).stdout.decode()
    return text.split('\f')[:-1]


def joined(text):
    return re.sub(r'[\s\u00ad]', '', text)


def marks_of(text, letter):
    return re.findall(rf'{letter}([0-9]+){letter}', text)


def lost_marks(article, text):
    printed = marks_of(text, 'w')
    for mark in sorted(set(marks_of(article, 'w')), key=int):
        if mark not in printed:
            yield f'w{mark}w is lost'
        elif printed.count(mark) > 1:
            yield f'w{mark}w is printed {printed.count(mark)} times'


def wrong_pages(pages):
    at = {}
    for number, page in enumerate(pages, 1):
        for heading in marks_of(joined(page), 'h'):
            # Running heads say the chapter's title again on later pages.
            at.setdefault(heading, number)
    for heading, number in re.findall(r'r([0-9]+)r:([0-9]*)쪽',
                                      joined('\n'.join(pages))):
        if at.get(heading) is None or number != str(at[heading]):
            yield f'h{heading}h is on page {at.get(heading)}, not {number}'


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        article = file.read()
    pages = pages_of(sys.argv[2], '-raw')
    found = [*lost_marks(article, joined('\n'.join(pages))),
             *wrong_pages(pages)]
    print('\n'.join(found[:5]))
    sys.exit(1 if found else 0)


main()
