#!/usr/bin/env python3
"""Writes a long report for benchmarks: DIR CHAPTERS [KIND].

KIND `mixed`: each chapter is about ten pages of text, tables, footnotes and a
chart; `table`: one table of CHAPTERS rows; `notes`: CHAPTERS footnotes;
`figures`: CHAPTERS charts; `lists`: CHAPTERS lists, five deep."""
import os
import random
import sys

WORDS = """전자정부 국민 행정 서비스 자료 기관 정보 법령 계획 평가 순위 지수 참여 개방
민원 업무 시스템 통합 표준 보안 개인정보 협력 기술 변화 과정 결과 방식 수준 영역 기준
해마다 꾸준히 새로운 공공데이터 부처 지방자치단체 온라인 창구 신청 발급 이용자 만족도
2010년 2018년 UN OECD 데이터베이스 클라우드(Cloud) 「전자정부법」 3.5% 921만""".split()
ENDS = ["늘었다.", "줄었다.", "바뀌었다.", "이루어졌다.", "넓어졌다.", "남아 있다."]
PARTICLES = ["은", "이", "을", "의", "에", "와", "로", "에서", "까지", "도"]

SPEC = """{"data": {"values": [%s]},
 "mark": "line", "width": 400, "height": 160,
 "encoding": {"x": {"field": "year", "type": "quantitative", "axis": {"format": "d"}},
              "y": {"field": "value", "type": "quantitative"},
              "color": {"field": "kind", "type": "nominal"}}}
"""


def sentence(chance):
    count = chance.randint(7, 16)
    words = [chance.choice(WORDS) + (chance.choice(PARTICLES) if chance.random() < .7 else "")
             for _ in range(count)]
    return " ".join(words + [chance.choice(ENDS)])


def paragraph(chance, sentences=5):
    return " ".join(sentence(chance) for _ in range(sentences))


def table(chance, rows):
    lines = ["| 구분 | 2010년 | 2014년 | 2018년 |", "|:---|---:|---:|---:|"]
    for i in range(rows):
        cells = " | ".join(f"{chance.randint(1, 99999):,}" for _ in range(3))
        lines.append(f"| {chance.choice(WORDS)} {i + 1} | {cells} |")
    return "\n".join(lines)


def write_spec(folder, name, chance):
    rows = ", ".join(f'{{"year": {year}, "kind": "{kind}", "value": {chance.randint(1, 100)}}}'
                     for kind in "가나다" for year in range(2003, 2019))
    os.makedirs(os.path.join(folder, "charts"), exist_ok=True)
    with open(os.path.join(folder, "charts", name), "w", encoding="utf-8") as file:
        file.write(SPEC % rows)


def chapter(folder, number, chance):
    yield f"# {chance.choice(WORDS)} {number} {{#sec-{number}}}"
    for section in range(1, 6):
        yield f"## {chance.choice(WORDS)} {section}"
        for i in range(7):
            text = paragraph(chance)
            if i % 3 == 1:
                text += f"[^n{number}-{section}-{i}]"
            if i == 2 and section == 2:
                text += f" @tbl-{number}에 모았다."
            if i == 2 and section == 4:
                text += f" @fig-{number}에 그렸다."
            yield text
            if i % 3 == 1:
                yield f"[^n{number}-{section}-{i}]: {sentence(chance)}"
        if section == 2:
            yield table(chance, 12) + f"\n\n: 표의 제목 {number} {{#tbl-{number}}}"
        if section == 3:
            yield "\n".join(f"- {sentence(chance)}" for _ in range(6))
        if section == 4:
            write_spec(folder, f"c{number}.vl.json", chance)
            yield f'![그림의 제목 {number}](charts/c{number}.vl.json){{#fig-{number} alt="선"}}'


def mixed(folder, count, chance):
    for number in range(1, count + 1):
        yield from chapter(folder, number, chance)


def long_table(folder, count, chance):
    yield "# 표"
    yield table(chance, count) + "\n\n: 긴 표 {#tbl-long}"


def notes(folder, count, chance):
    yield "# 각주"
    for i in range(count):
        yield f"{paragraph(chance, 2)}[^n{i}]"
        yield f"[^n{i}]: {sentence(chance)}"


def figures(folder, count, chance):
    yield "# 그림"
    for i in range(count):
        write_spec(folder, f"c{i}.vl.json", chance)
        yield f"{paragraph(chance, 4)} @fig-{i}에 그렸다."
        yield f'![그림의 제목 {i}](charts/c{i}.vl.json){{#fig-{i} alt="선"}}'


def lists(folder, count, chance):
    yield "# 목록"
    for i in range(count):
        yield sentence(chance)
        yield "\n".join("   " * depth + f"1. {sentence(chance)}\n" + "   " * depth +
                        f"2. {sentence(chance)}" if depth < 4 else
                        "   " * depth + f"1. {sentence(chance)}" for depth in range(5))


KINDS = {"mixed": mixed, "table": long_table, "notes": notes, "figures": figures, "lists": lists}


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    kind = sys.argv[3] if len(sys.argv) > 3 else "mixed"
    os.makedirs(folder, exist_ok=True)
    chance = random.Random(1377)
    blocks = KINDS[kind](folder, count, chance)
    with open(os.path.join(folder, "report.md"), "w", encoding="utf-8") as file:
        file.write("---\ntitle: 긴 보고서\ncontents: {depth: 2}\n---\n\n")
        file.write("\n\n".join(blocks) + "\n")


main()
