"""One run of the walk in a process of its own, which does not rest between two codes."""

import django


def main() -> None:
    from campaigns.links.custody import walk

    walk.REST = 0.0
    walk.go_on()


if __name__ == "__main__":
    django.setup()
    main()
