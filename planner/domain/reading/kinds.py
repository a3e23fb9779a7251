"""Whether a text is a job ad or a CV, where nobody says so."""

from __future__ import annotations

import re
from typing import Literal

_AD = re.compile(
    r"\b(?:we(?:'re| are| use| build| run| need| expect| offer| value| have)|you(?:'ll| will| have|"
    r" are| know| bring| build| need)|your|responsibilities|requirements|nice to have|apply|"
    r"benefits|our|about the role|join us|ideal candidate|job description|must have|about us|"
    r"equal opportunity|qualifications|bonus points|preferred|desirable|a plus|salary|wir|dein|"
    r"deine|unser|nous|vous|votre|nosotros|buscamos)\b",
    re.IGNORECASE,
)
_CV = re.compile(
    r"\b(?:curriculum vitae|lebenslauf|r[eé]sum[eé]\b|date of birth|linkedin\.com/in/|github\.com/|"
    r"bachelor of|(?:19|20)\d\d ?[-–] ?(?:present|now|heute|actualidad|"
    r"(?:(?!and|or)[^\W\d_]{3,10}\.? )?(?:19|20)\d\d)|"
    r"[\w.+-]{1,60}@[\w-]{1,60}\.\w{2,10}|i (?:have|am|worked|built)\b|my\b)"
    r"|^[#* ]{0,4}(?:work experience|employment history|professional experience|experience|"
    r"education|references|hobbies|interests|skills|technical skills|projects|certifications|"
    r"berufserfahrung|ausbildung|kenntnisse|sprachen|hobbys|expériences? professionnelles?|"
    r"formation|compétences|langues|centres d['’]intérêt|loisirs|experiencia (?:laboral|"
    r"profesional)|educación|formación|habilidades|idiomas)"
    r"[*: ]{0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
_CHARACTERS = 20_000
_FEWEST = 2


def guess_kind(text: str) -> Literal["ad", "cv"]:
    """By the words that only one of them has; an ad if that tells little."""
    text = text[:_CHARACTERS]
    of_cv = len(_CV.findall(text))
    return "cv" if of_cv >= _FEWEST and of_cv > len(_AD.findall(text)) else "ad"
