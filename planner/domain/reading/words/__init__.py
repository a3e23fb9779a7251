"""What reading knows of English beside the catalogue's aliases: data, hardly any code."""


def words(text: str) -> frozenset[str]:
    """Words with white space between them."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Phrases with `|` between them, on as many lines as it takes."""
    return tuple(phrase for part in text.split("|") if (phrase := " ".join(part.split())))
