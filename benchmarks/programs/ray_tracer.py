"""The demo's ray tracer: the plain loop, and transactions by one thread and by two.

usage: ray_tracer.py WIDTH HEIGHT       prints: loop <seconds> one <seconds> two <seconds>"""

import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'demo'))
import raytracer
import transaction


def timed(render, width, height):
    start = time.perf_counter()
    picture = render(width, height)
    return picture, time.perf_counter() - start


def main():
    width, height = int(sys.argv[1]), int(sys.argv[2])
    for _ in range(3):
        expected, loop = timed(raytracer.render_loop, width, height)
        transaction.set_num_threads(1)
        one_picture, one = timed(raytracer.render_transactions, width, height)
        transaction.set_num_threads(2)
        two_picture, two = timed(raytracer.render_transactions, width, height)
        assert expected == one_picture == two_picture
        print('loop %.4f one %.4f two %.4f' % (loop, one, two))


main()
