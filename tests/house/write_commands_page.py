"""``python -m tests.house.write_commands_page``: writes ``docs/reference/commands.md`` again."""

from tests.house.commands_page import PAGE, commands_page

if __name__ == "__main__":
    PAGE.write_text(commands_page(), encoding="utf-8")
