"""Two ways to work on a page: with a mouse, and with nothing but the keyboard."""

from dataclasses import dataclass

import pytest

WITHOUT_SCRIPTS = pytest.mark.browser_context_args(java_script_enabled=False)
FARTHEST = 250  # Tab presses from one end of the longest page to the other
IS_FOCUSED = "element => element === document.activeElement"
FOCUS_RING = """element => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle === "none" ? 0 : parseFloat(outlineWidth);
}"""


@dataclass
class Mouse:
    page: object
    presses: int = 0

    def press(self, target):
        self.presses += 1
        target.click()

    def write(self, target, text):
        target.click()
        target.press_sequentially(text)


@dataclass
class Keyboard:
    page: object
    presses: int = 0

    def press(self, target):
        self.presses += 1
        self.reach(target)
        self.page.keyboard.press("Enter")

    def write(self, target, text):
        self.reach(target)
        self.page.keyboard.type(text)

    def reach(self, target):
        """Go on by Tab until the target has the focus, and shows it."""
        for _ in range(FARTHEST):
            if target.evaluate(IS_FOCUSED):
                assert target.evaluate(FOCUS_RING) >= 2, f"no focus ring on {target}"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {target}")
