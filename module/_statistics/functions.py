"""The inverse of the normal distribution's cumulative function: Wichura's algorithm AS 241 (Applied Statistics 37, 1988), the variant
for 16 digits.  Three ranges, in each of which the result is a quotient of two polynomials of degree 7."""
from __future__ import absolute_import

import math

from interpreter.errors import value_error
from interpreter.gateway import function

# coefficients of numerator and denominator, the highest power first
_MIDDLE = ([2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
            1971.5909503065514427, 133.14166789178437745, 3.3871328727963666080],
           [5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867, 5394.1960214247511077,
            687.18700749205790830, 42.313330701600911252, 1.0])
_OUTER = ([7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258, 3.64784832476320460504,
           5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734],
          [1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
           6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1.0])
_TAIL = ([2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
          2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720],
         [2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
          1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0])


def polynomial(coefficients, r):
    total = coefficients[0]
    for i in range(1, len(coefficients)):
        total = total * r + coefficients[i]
    return total


@function('_normal_dist_inv_cdf(p: float, mu: float, sigma: float, /) -> float')
def normal_dist_inv_cdf(p, mu, sigma):
    """Below which value lies the part p of a normal distribution?"""
    if p <= 0.0 or p >= 1.0 or sigma <= 0.0:
        raise value_error("inv_cdf undefined for these parameters")
    q = p - 0.5
    if math.fabs(q) <= 0.425:
        r = 0.180625 - q * q
        x = polynomial(_MIDDLE[0], r) * q / polynomial(_MIDDLE[1], r)
        return mu + x * sigma
    r = math.sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        r -= 1.6
        x = polynomial(_OUTER[0], r) / polynomial(_OUTER[1], r)
    else:
        r -= 5.0
        x = polynomial(_TAIL[0], r) / polynomial(_TAIL[1], r)
    if q < 0.0:
        x = -x
    return mu + x * sigma
