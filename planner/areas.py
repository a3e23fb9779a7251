"""The areas that skills belong to, in the words of the pages."""

AREAS = {
    "language": "Languages",
    "runtime": "Runtimes",
    "framework": "Frameworks",
    "fundamentals": "Fundamentals",
    "api": "APIs",
    "security": "Security",
    "database": "Databases",
    "architecture": "Architecture",
    "messaging": "Messaging",
    "practice": "Engineering practice",
    "devops": "DevOps",
    "tooling": "Tools",
    "cloud": "Cloud",
    "observability": "Observability",
    "testing": "Testing",
    "data_ai": "Data and AI",
    "frontend": "Front end",
    "domain": "Domain knowledge",
    "soft": "Working with people",
    "leadership": "Leadership",
}


def area_name(category: str) -> str:
    """`Data and AI`; the key itself for an area that was added later."""
    return AREAS.get(category, category)
