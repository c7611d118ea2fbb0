"""An inverted index over real input: every word of every .py file of the standard library, one transaction a file.

Each transaction reads its file, collects the words with their lines, and merges them into the shared dictionaries.  The loop is
written as if it were alone; two transactions that add to the same dictionary at once make one of them run again.

usage: index.py [FOLDER [LIMIT]]"""

import os
import re
import sys

import measure
import transaction

WORD = re.compile(r'[A-Za-z_][A-Za-z_0-9]{2,}')
PARTS = 64


def files_below(folder):
    result = []
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(set(folders) - {'site-packages', 'test', '__pycache__'})
        result.extend(os.path.join(path, name) for name in sorted(files) if name.endswith('.py'))
    return result


class Index:
    """word -> {file number: lines}, in parts by file number: files that are read at the same time go into different parts, and so
    do not conflict over the words that they share."""

    def __init__(self):
        self.parts = [{} for _ in range(PARTS)]

    def add_file(self, number, filename):
        with open(filename, 'rb') as f:
            text = f.read().decode('utf-8', 'replace')
        words = {}
        for line, content in enumerate(text.split('\n'), 1):
            for word in WORD.findall(content):
                words.setdefault(word, []).append(line)
        part = self.parts[number % PARTS]
        for word, lines in words.items():
            part.setdefault(word, {})[number] = lines

    def find(self, word):
        """[(file number, lines)], in the order of the files."""
        return sorted(place for part in self.parts for place in part.get(word, {}).items())

    def words(self):
        return set().union(*self.parts)

    def __eq__(self, other):
        words = self.words()
        return words == other.words() and all(self.find(word) == other.find(word) for word in words)


def serial(files):
    index = Index()
    for number, filename in enumerate(files):
        index.add_file(number, filename)
    return index


def parallel(files):
    index = Index()
    for number, filename in enumerate(files):
        transaction.add(index.add_file, number, filename)
    transaction.run()
    return index


def description(index):
    places = sum(len(lines) for part in index.parts for found in part.values() for lines in found.values())
    return '%d words, %d places' % (len(index.words()), places)


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.__file__)
    files = files_below(folder)
    if len(sys.argv) > 2:
        files = files[:int(sys.argv[2])]
    measure.compare('real input: an index of the words of %d files' % len(files),
                    lambda: serial(files), lambda: parallel(files), description)


if __name__ == '__main__':
    main()
