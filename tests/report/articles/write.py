#!/usr/bin/env python3
"""write.py SEED FOLDER: an article that nobody wrote, from all kinds of blocks.

Each paragraph, item, note and cell below a head begins with a mark, w1w, w2w
..., so that a reader can tell whether anything was lost. Headings have marks of their own,
h1h ..., and a reference to the page of one is written r1r:12쪽."""
import json
import os
import random
import sys

WORDS = """전자정부 서비스 국민 행정 개혁 지표 순위 발전 지수 온라인 참여 정보화
촉진 기본법 제정 행정망 주민등록 부동산 자동차 고용 통관 국가기간전산망 사업
위원회 출범 포털 개통 시스템 데이터 공개 2010년 2018. 7. 1. 193개국 3.5% 1,234건
UN EGDI API PDF/A ‘정부24’ 「전자정부법」 『백서』 (2001년) 제3조제2항""".split()
SHEETS = ['A4', 'B5', '신국판', '"16:9"', 'A5']
PARAGRAPHS = ['{}', '{break: syllable}', '{break: word-only}', '{align: left}',
              '{hanging: 0.7, hangul-latin: 0.125}']
NUMBERINGS = ['chapters', 'korean', 'official', 'roman', 'decimal', 'none']
NOTES = ['{}', '{place: chapter}', '{place: end}', '{restart: page}',
         '{number: "①"}', '{under-tables: false}']


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.marks = self.ids = 0
        self.notes, self.headings, self.things = [], [], []

    def chance(self, share):
        return self.random.random() < share

    def some(self, least, most):
        return range(self.random.randint(least, most))

    def mark(self):
        self.marks += 1
        return f'w{self.marks}w'

    def new_id(self, kind):
        self.ids += 1
        self.things.append(f'{kind}-x{self.ids}')
        return self.things[-1]

    def words(self, least, most):
        return ' '.join([self.mark()] + [self.random.choice(WORDS)
                                         for _ in self.some(least, most)])

    def inline(self):
        word = self.random.choice(WORDS)
        kinds = [f'**{word}**을', f'*{word}*의', f'`{word}`',
                 f'[{word}](https://example.org/a/b?c=d)',
                 '[훈민정음]{hanja=訓民正音}', '[字]{ruby=자}',
                 f'[{word}]{{.dots}}', 'H<sub>2</sub>O']
        if self.chance(.03):
            return word + self.note()
        if self.things and self.chance(.03):
            return f'@{self.random.choice(self.things)}은(는)'
        if self.headings and self.chance(.03):
            number = self.random.choice(self.headings)
            return f'r{number}r:@page:sec-h{number}쪽'
        return self.random.choice(kinds) if self.chance(.1) else word

    def text(self, least, most):
        return ' '.join([self.mark()] + [self.inline()
                                         for _ in self.some(least, most)]) + '.'

    def note(self):
        self.notes.append(self.words(3, self.random.choice([20, 20, 120])))
        return f'[^n{len(self.notes)}]'

    def heading(self, level):
        number = len(self.headings) + 1
        self.headings.append(number)
        given = self.random.choice(['', '', ' .odd', ' notes=chapter',
                                    ' .unnumbered', ' .appendix'])
        return (f'{"#" * level} h{number}h {self.random.choice(WORDS)} '
                f'{{#sec-h{number}{given if level == 1 else ""}}}')

    def caption(self, kind):
        return f'#{self.new_id(kind)} caption="{self.words(2, 8)}"'

    def table(self, columns):
        rows = [' | '.join(['머리'] * columns),
                ' | '.join(self.random.choice(['---', '---:', ':-:'])
                           for _ in range(columns))]
        for _ in self.some(1, self.random.choice([4, 40])):
            rows.append(' | '.join(
                self.text(0, 6) if self.chance(.5) else
                f'{self.random.random() * 1e4:,.2f}' for _ in range(columns)))
        given = self.random.choice(['', ' unit="명"', ' source="자료"',
                                    ' row-heads=1', ' place=top'])
        return ('\n'.join(f'| {row} |' for row in rows) +
                f'\n\n: {self.text(1, 6)} {{#{self.new_id("tbl")}{given}}}')

    def figure(self):
        given = self.random.choice(['', ' width=60%', ' place=page',
                                    ' place=bottom', ' place=here',
                                    ' rotate=true'])
        return (f'![{self.words(2, 6)}](chart.vl.json)'
                f'{{#{self.new_id("fig")} alt="그림"{given}}}')

    def figures(self):
        inner = '\n\n'.join(
            f'![{self.words(1, 3)}](chart.vl.json){{#{self.new_id("fig")} '
            'alt="그림"}' for _ in self.some(2, 4))
        return f'::: {{.figures {self.caption("fig")}}}\n{inner}\n:::'

    def panel(self):
        kind = self.random.choice(['from-to', 'mirror'])
        rows = ['가 | 나 | 다', '---|---|---']
        rows += [' | '.join(self.words(1, 6) for _ in range(3))
                 for _ in self.some(1, 5)]
        return (f'::: {{.{kind} {self.caption("fig")}}}\n' +
                '\n'.join(f'| {row} |' for row in rows) + '\n:::')

    def items(self, depth=0):
        lines, is_numbered = [], self.chance(.5)
        for i in self.some(1, 5):
            sign = f'{i + 1}.' if is_numbered else '-'
            lines.append(f'{"   " * depth}{sign} {self.text(1, 25)}')
            if depth < 4 and self.chance(.3):
                lines.append(self.items(depth + 1))
        return '\n'.join(lines)

    def columns(self):
        kinds = [lambda: self.text(5, 120), self.items, lambda: self.table(2),
                 lambda: f'> {self.text(5, 40)}']
        inner = '\n\n'.join(self.random.choice(kinds)()
                            for _ in self.some(1, 5))
        return f':::: {{.columns count=2}}\n{inner}\n::::'

    def box(self):
        kind = self.random.choice(['.note title="알림"', '.summary', '.callout',
                                   '.official', '.outline'])
        inner = self.items() if kind in ('.official', '.outline') else (
            '\n\n'.join(self.random.choice([lambda: self.text(5, 80), self.items,
                                            lambda: self.table(3)])()
                        for _ in self.some(1, 3)))
        return f':::: {{{kind}}}\n{inner}\n::::'

    def landscape(self):
        inner = '\n\n'.join(self.random.choice([lambda: self.text(5, 80),
                                                 lambda: self.table(4)])()
                            for _ in self.some(1, 3))
        return f':::: {{.landscape}}\n{inner}\n::::'

    def paragraph(self):
        asked = self.random.choice(['break=syllable', 'align=left indent=0',
                                    'tracking=-0.02 glyph-width=0.96'])
        return f'::: {{.paragraph {asked}}}\n{self.text(5, 80)}\n:::'

    def code(self):
        lines = [f'{self.mark()} = 1' for _ in self.some(1, 50)]
        return '```python {.numbered}\n' + '\n'.join(lines) + '\n```'

    def equation(self):
        return (f'::: {{.equation #{self.new_id("eq")}}}\n{self.mark()} = 나 ÷ 다'
                '\n:::')

    def block(self):
        kinds = [self.items, lambda: self.table(self.random.randint(1, 4)),
                 self.figure, self.figures, self.panel, self.columns, self.box,
                 self.landscape, self.paragraph, self.code, self.equation, lambda: f'> {self.text(5, 60)}',
                 lambda: f'{self.mark()}\n: {self.text(5, 40)}',
                 lambda: '::: {.pagebreak}\n:::']
        return self.text(5, 120) if self.chance(.5) else (
            self.random.choice(kinds)())

    def article(self):
        blocks = []
        for _ in self.some(2, 5):
            blocks.append(self.heading(1))
            blocks.append(self.text(5, 60))
            for _ in self.some(1, 4):
                blocks.append(self.heading(self.random.randint(2, 4)))
                blocks += [self.block() for _ in self.some(1, 6)]
                blocks.append(self.text(5, 60))
        for i, note in enumerate(self.notes):
            blocks.append(f'[^n{i + 1}]: {note}')
        return '\n\n'.join(blocks) + '\n'

    def front_matter(self):
        choose = self.random.choice
        return (f'---\ntitle: 글\ncover: false\ncontents: false\nstyle:\n'
                f'  page: {{size: {choose(SHEETS)}}}\n'
                f'  paragraph: {choose(PARAGRAPHS)}\n'
                f'  numbering: {{headings: {choose(NUMBERINGS)}}}\n'
                f'  footnotes: {choose(NOTES)}\n'
                f'  chapters: {{odd: {choose(["true", "false"])}}}\n---\n\n')


def main():
    seed, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    writer = Writer(seed)
    with open(os.path.join(folder, 'report.md'), 'w', encoding='utf-8') as file:
        file.write(writer.front_matter() + writer.article())
    spec = {'data': {'values': [{'a': i, 'b': i * 7 % 11} for i in range(8)]},
            'mark': 'bar', 'height': 120,
            'encoding': {'x': {'field': 'a', 'type': 'ordinal'},
                         'y': {'field': 'b', 'type': 'quantitative'}}}
    with open(os.path.join(folder, 'chart.vl.json'), 'w') as file:
        json.dump(spec, file)


main()
