"""Certificates that a text names: whoever holds them has to say since when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from planner.domain.catalogue import Certification

_CODE = re.compile(r"[A-Z]{2}[A-Z0-9-]{2,}")
_EDITION = re.compile(r"-C\d\d$")  # of a code: SAA-C02 is an older SAA-C03
_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"\w+")
_MOST = 200  # patterns kept
_LEVEL = r"associate(?: level)?"

# How else people write the names, by id; a space stands for whatever is between two words.
_OTHER_NAMES = {
    "aws-dva": rf"(?:aws|amazon) (?:{_LEVEL} )?developer {_LEVEL}"
    rf"|(?:aws|amazon) certified (?:{_LEVEL} )?developer(?! tools)",
    "aws-saa": rf"(?:aws|amazon(?: web services)?) (?:certified )?"
    rf"(?:{_LEVEL} solutions? architect|solutions? architect {_LEVEL})",
    "aws-clf": r"(?:aws|amazon) (?:certified )?cloud practitioner",
    "aws-devops-pro": r"(?:aws|amazon) certified (?:professional )?devops engineer"
    r"|aws devops engineer professional",
    "az-204": r"(?:microsoft )?(?:certified )?azure developer associate",
    "az-900": r"(?:microsoft|certified|certification) (?:certified )?azure fundamentals"
    r"|azure fundamentals certifi\w+",
    "az-305": r"(?:microsoft )?(?:certified )?azure solutions? architect expert",
    "gcp-ace": r"associate cloud engineer",
    "gcp-pcd": r"professional cloud developer",
    "gcp-cdl": r"(?:google |gcp )?(?:certified )?cloud digital leader",
    "ckad": r"(?:certified kubernetes|kubernetes certified) (?:application|app) developer",
    "cka": r"(?-i:CKA)|(?:certified kubernetes|kubernetes certified) administrator",
    "edb-postgresql-associate": r"(?:edb|enterprisedb) (?:certified )?(?:postgre\w* )?"
    r"(?:v?\d[\d.]* )?associate|postgre\w* (?:v?\d[\d.]* )?associate certifi\w+"
    r"|(?:edb|enterprisedb) certified associate",
    "edb-postgresql-professional": r"(?:edb|enterprisedb) (?:certified )?(?:postgre\w* )?"
    r"(?:v?\d[\d.]* )?professional|postgre\w* (?:v?\d[\d.]* )?professional certifi\w+",
    "mongodb-associate-developer": r"mongodb certified (?:associate )?developer"
    r"|mongodb developer associate|mongodb associate developer",
    "mongodb-associate-dba": r"mongodb certified (?:associate )?(?:dba|database administrator)"
    r"|mongodb (?:dba|database administrator) associate|mongodb associate dba",
    "hashicorp-terraform-associate": r"terraform (?:certified )?associate",
    "confluent-ccdak": r"confluent certified developer",
    "oracle-java-se": r"(?:oracle certified professional|ocp) java (?:(?:platform )?se (?:\d+ )?)?"
    r"(?:\d+ )?(?:developer|programmer|\d+)|ocp java se"
    r"|java se \d+ (?:developer|programmer) (?:ii )?(?:oracle certified professional|ocp)"
    r"|ocpjp|1z0 8(?:09|1[15679]|29|30)",
    "oracle-mysql-developer": r"(?:oracle certified professional|ocp) mysql (?:\d[\d.]* )?"
    r"(?:database )?developer",
    "vmware-spring-pro": r"(?:vmware |pivotal )?(?:certified )?spring (?:certified )?professional"
    r"(?! experience| developer| with)",
    "openjs-jsnad": r"(?:openjs )?node\.?js application developer",
    "openjs-jsnsd": r"(?:openjs )?node\.?js services developer",
    "lfcs": r"linux foundation certified sys(?:tems? )?admin(?:istrator)?",
    "pca": r"prometheus certified associate",
    "docker-dca": r"docker certified associate",
    "psm-1": r"professional scrum master(?! (?:level )?(?:ii|iii|2|3)\b)|psm ?-?(?:i|1)\b",
}


def certificates_in(text: str, certifications: Iterable[Certification]) -> tuple[str, ...]:
    """The ids of those that a text names: in full, by their code, or as people write them."""
    return tuple(
        one.id for one in certifications if _pattern(one.id, one.name, one.code).search(text)
    )


@lru_cache(maxsize=_MOST)
def _pattern(id_: str, name: str, code: str) -> re.Pattern[str]:
    """The words of the name whatever stands between them, or a code as it is written."""
    words = r"\W{1,4}".join(map(re.escape, _WORD.findall(_BRACKETS.sub("", name))))
    codes = (_any_edition(found) for found in codes_in(code))
    other = _OTHER_NAMES.get(id_, words).replace(" ", r"\W{1,4}")
    either = "|".join([f"(?i:{words})", f"(?i:{other})", *codes])
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)")


def _any_edition(code: str) -> str:
    is_edition = _EDITION.search(code)
    return re.escape(code[:-2]) + r"\d\d" if is_edition else re.escape(code)


def codes_in(code: str) -> list[str]:
    """The codes, such as `CKAD` and `AZ-204`, that are long enough to mean nothing else."""
    return _CODE.findall(code)
