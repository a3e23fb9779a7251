"""How well and how fast texts are read, and what hostile files cost.

    python -m benchmarks.reading

Quality on the examples of the tests (written for this project, so not blind); times of the
processor; memory of the child processes as the system counts it.
"""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable
from statistics import mean, median, quantiles

from planner.domain.reading import MAX_CHARACTERS, compile_lexicon, read_ad, read_cv
from planner.importing import FileProblemError, import_file
from tests.domain.reading.examples import (
    LEXICON,
    SHIPPED,
    TODAY,
    examples,
    score,
    score_of_alternatives,
    share_of_status,
)
from tests.planner.reading import files

ROUNDS = 20
LOCKED = dict.fromkeys(("owner_password", "user_password"), "a")
HOSTILE: dict[str, Callable[[], bytes]] = {
    "PDF, one page": lambda: files.pdf("Work experience", "Python"),
    "PDF with a password": lambda: files.pdf("Go", **LOCKED),
    "scan": files.scan,
    "2,000 pages": lambda: files.pdf_of_pages(2000),
    "page tree in a circle": files.pdf_with_loop,
    "PDF inflating to 200 MB": files.pdf_bomb,
    "DOCX, one paragraph": lambda: files.docx(files.PARAGRAPH.format("Python")),
    "DOCX inflating to 300 MB": files.docx_bomb,
    "DOCX with false sizes": lambda: files.with_false_sizes(files.docx_bomb(30)),
    "DOCX nested 9,000 deep": lambda: files.docx("<w:x>" * 9000 + "</w:x>" * 9000),
    "LinkedIn export inflating to 30 MB": lambda: files.archive({"Skills.csv": "a" * 30_000_000}),
}
LONG = {
    "ads, one line": lambda: " ".join(e.text.replace("\n", " ") for e in examples("ads")) + " ",
    "ads, lines kept": lambda: "\n".join(e.text for e in examples("ads")) + "\n",
    '"python, "': lambda: "python, ",
    '"Go or "': lambda: "Go or ",
    '"("': lambda: "(",
}


def main() -> None:
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    quality()
    speed()
    long_texts()
    hostile_files()


def quality() -> None:
    ads, cvs = examples("ads"), examples("cvs")
    print(f"\n{len(ads)} ads and {len(cvs)} CVs".ljust(45) + "precision   recall       F1")
    for name, of, technologies in (
        ("ads: technologies", ads, True),
        ("ads: concepts", ads, False),
        ("CVs: technologies", cvs, True),
        ("CVs: concepts", cvs, False),
    ):
        found = score(of, technologies=technologies)
        print(f"{name:44}{found.precision:9.3f}{found.recall:9.3f}{found.f1:9.3f}")
    found = score_of_alternatives()
    print(f"{'ads: alternatives':44}{found.precision:9.3f}{found.recall:9.3f}{found.f1:9.3f}")
    print(f"{'required shown as optional':44}{share_of_status('required', 'optional'):9.3f}")
    print(f"{'required shown as required':44}{share_of_status('required', 'required'):9.3f}")
    print(f"{'optional shown as optional':44}{share_of_status('optional', 'optional'):9.3f}")


def speed() -> None:
    print(f"\n{'Time, ms of the processor':44}     mean   median      p95")
    since = time.process_time()
    compile_lexicon(SHIPPED.skills.values(), SHIPPED.certifications.values())
    print(f"{'the look-up, once for a catalogue':44}{1000 * (time.process_time() - since):9.1f}")
    times = [cost(lambda e=e: read_ad(e.text, LEXICON)) for e in examples("ads") * ROUNDS]
    print(f"{'an ad':44}{mean(times):9.1f}{median(times):9.1f}{quantiles(times, n=20)[-1]:9.1f}")
    times = [cost(lambda e=e: read_cv(e.text, LEXICON, TODAY)) for e in examples("cvs") * ROUNDS]
    print(f"{'a CV':44}{mean(times):9.1f}{median(times):9.1f}{quantiles(times, n=20)[-1]:9.1f}")


def long_texts() -> None:
    print(f"\n{'100 KB, ms of the processor':44}       ad       CV")
    for name, part in LONG.items():
        text = (part() * (MAX_CHARACTERS // len(part()) + 1))[:MAX_CHARACTERS]
        ad = cost(lambda text=text: read_ad(text, LEXICON))
        cv = cost(lambda text=text: read_cv(text, LEXICON, TODAY))
        print(f"{name:44}{ad:9.0f}{cv:9.0f}")


def hostile_files() -> None:
    """Each in a process of its own, so that the peak of memory is that of its child alone."""
    print(f"\n{'Files':38}    bytes  seconds       MB  answer")
    for name, make in HOSTILE.items():
        content = make()
        since = time.monotonic()
        if os.fork() == 0:
            answer = "read"
            try:
                import_file(content)
            except FileProblemError as problem:
                answer = problem.code
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            seconds = time.monotonic() - since
            print(f"{name:38}{len(content):9,}{seconds:9.2f}{memory:9.0f}  {answer}", flush=True)
            os._exit(0)
        os.wait()


def cost(work: Callable[[], object]) -> float:
    """Milliseconds of the processor."""
    since = time.process_time()
    work()
    return 1000 * (time.process_time() - since)


if __name__ == "__main__":
    main()
