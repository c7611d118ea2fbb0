"""An inverted index over real input: every word of every .py file of the standard library, one transaction a file.

Each transaction reads its file, collects the words with their lines, and merges them into the shared dictionaries.  The loop is
written as if it were alone; two files that bring the same new word at once make one of the transactions run again.

usage: index.py [FOLDER [LIMIT]]"""

import os
import re
import sys

import measure
import transaction

WORD = re.compile(r'[A-Za-z_][A-Za-z_0-9]{2,}')
SHARDS = 64


def files_below(folder):
    result = []
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(set(folders) - {'site-packages', 'test', '__pycache__'})
        result.extend(os.path.join(path, name) for name in sorted(files) if name.endswith('.py'))
    return result


class Index:
    """word -> {file number: lines}, spread over several dictionaries."""

    def __init__(self):
        self.shards = [{} for _ in range(SHARDS)]

    def add_file(self, number, filename):
        with open(filename, 'rb') as f:
            text = f.read().decode('utf-8', 'replace')
        words = {}
        for line, content in enumerate(text.split('\n'), 1):
            for word in WORD.findall(content):
                words.setdefault(word, []).append(line)
        for word, lines in words.items():
            self.shard(word).setdefault(word, {})[number] = lines

    def shard(self, word):
        return self.shards[(len(word) * 7 + ord(word[0]) * 3 + ord(word[-1])) % SHARDS]

    def content(self):
        """Everything, in an order that does not depend on who came first."""
        return {word: sorted(places.items()) for shard in self.shards for word, places in shard.items()}


def serial(files):
    index = Index()
    for number, filename in enumerate(files):
        index.add_file(number, filename)
    return index.content()


def parallel(files):
    index = Index()
    for number, filename in enumerate(files):
        transaction.add(index.add_file, number, filename)
    transaction.run()
    return index.content()


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.__file__)
    files = files_below(folder)
    if len(sys.argv) > 2:
        files = files[:int(sys.argv[2])]
    measure.compare('real input: an index of the words of %d files' % len(files),
                    lambda: serial(files), lambda: parallel(files),
                    lambda content: '%d words, %d places' % (
                        len(content), sum(len(lines) for places in content.values() for _, lines in places)))


if __name__ == '__main__':
    main()
