"""The Japanese school year (学年) a person of a birth date is in; what a library makes of it is left to its profile."""

from datetime import date

_YEAR_BEGINS = (4, 1)


def school_grade(birth_date: date, on: date) -> int:
    """The school year on the day `on`: 1 to 6 elementary school, 7 to 9 middle school, 10 and above later years; below 1
    before school. KT-03 asks for 7 or more.

    A child enters at the first April 1 that follows the day on which six years are full, and a year of age is full on the
    day before the birthday: one born on April 1 is the youngest of the older year. Sources: 学校教育法 17条,
    学校教育法施行規則 59条, 年齢計算ニ関スル法律. Nobody is taken to repeat a year.
    """
    enters_in = birth_date.year + (6 if (birth_date.month, birth_date.day) <= _YEAR_BEGINS else 7)
    school_year = on.year if (on.month, on.day) >= _YEAR_BEGINS else on.year - 1
    return school_year - enters_in + 1
