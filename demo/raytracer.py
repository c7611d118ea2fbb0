"""A ray tracer whose rows are transactions: the loop over the rows, with `transaction.add` for the call.

usage: raytracer.py [WIDTH [HEIGHT [PICTURE.ppm]]]"""

import math
import sys

import measure
import transaction


class Vector:
    __slots__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def normalized(self):
        return self * (1.0 / math.sqrt(self.dot(self)))

    def reflected(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Sphere:
    def __init__(self, centre, radius, colour, mirror):
        self.centre = centre
        self.radius = radius
        self.colour = colour
        self.mirror = mirror

    def hit(self, origin, direction):
        """The distance along the ray, or None."""
        to_centre = self.centre - origin
        along = to_centre.dot(direction)
        square = self.radius * self.radius - to_centre.dot(to_centre) + along * along
        if square <= 0.0:
            return None
        root = math.sqrt(square)
        if along - root > 1e-6:
            return along - root
        return along + root if along + root > 1e-6 else None

    def normal(self, point):
        return (point - self.centre) * (1.0 / self.radius)

    def colour_at(self, point):
        return self.colour


class Floor:
    """A chequered plane."""
    mirror = 0.15

    def __init__(self, height):
        self.height = height

    def hit(self, origin, direction):
        if abs(direction.y) < 1e-9:
            return None
        distance = (self.height - origin.y) / direction.y
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)

    def colour_at(self, point):
        if (math.floor(point.x) + math.floor(point.z)) % 2:
            return Vector(0.9, 0.9, 0.9)
        return Vector(0.15, 0.2, 0.25)


class Scene:
    def __init__(self):
        self.things = [Floor(-1.0)]
        for i in range(7):
            angle = i * 2.0 * math.pi / 7
            self.things.append(Sphere(Vector(2.2 * math.cos(angle), -0.5, 6.0 + 2.2 * math.sin(angle)), 0.5,
                                      Vector(0.5 + 0.5 * math.cos(angle), 0.5 + 0.5 * math.sin(angle), 0.6), 0.25))
        self.things.append(Sphere(Vector(0.0, 0.3, 6.0), 1.2, Vector(1.0, 0.85, 0.4), 0.5))
        self.light = Vector(-0.5, 1.0, -0.6).normalized()

    def nearest(self, origin, direction):
        best, best_distance = None, 1e30
        for thing in self.things:
            distance = thing.hit(origin, direction)
            if distance is not None and distance < best_distance:
                best, best_distance = thing, distance
        return best, best_distance

    def trace(self, origin, direction, depth):
        thing, distance = self.nearest(origin, direction)
        if thing is None:
            glow = 0.5 * (direction.y + 1.0)
            return Vector(0.6, 0.75, 1.0) * glow
        point = origin + direction * distance
        normal = thing.normal(point)
        brightness = 0.2
        towards_light = normal.dot(self.light)
        if towards_light > 0.0 and self.nearest(point, self.light)[0] is None:
            brightness += 0.8 * towards_light
        colour = thing.colour_at(point) * brightness
        if depth and thing.mirror:
            mirrored = self.trace(point, direction.reflected(normal), depth - 1)
            colour = colour * (1.0 - thing.mirror) + mirrored * thing.mirror
        return colour


def render_row(scene, picture, y, width, height):
    row = bytearray()
    for x in range(width):
        direction = Vector((x - width / 2) / width, (height / 2 - y) / width, 0.9).normalized()
        colour = scene.trace(Vector(0.0, 0.2, 0.0), direction, 3)
        for part in (colour.x, colour.y, colour.z):
            row.append(max(0, min(255, int(part * 255.0))))
    picture[y] = bytes(row)


def render_loop(width, height):
    scene, picture = Scene(), {y: None for y in range(height)}
    for y in range(height):
        render_row(scene, picture, y, width, height)
    return picture


def render_transactions(width, height):
    scene, picture = Scene(), {y: None for y in range(height)}
    for y in range(height):
        transaction.add(render_row, scene, picture, y, width, height)
    transaction.run()
    return picture


def write_ppm(filename, picture, width, height):
    with open(filename, 'wb') as f:
        f.write(b'P6 %d %d 255\n' % (width, height))
        for y in range(height):
            f.write(picture[y])


def main():
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    height = int(sys.argv[2]) if len(sys.argv) > 2 else 180
    picture = measure.compare('transaction: a ray tracer, %d x %d, a transaction a row' % (width, height),
                              lambda: render_loop(width, height),
                              lambda: render_transactions(width, height),
                              lambda picture: 'checksum %d' % (sum(sum(row) for row in picture.values()) % 65521))
    if len(sys.argv) > 3:
        write_ppm(sys.argv[3], picture, width, height)
        print('   picture:     %s' % sys.argv[3])


if __name__ == '__main__':
    main()
