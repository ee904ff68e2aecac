"""Load on the real site: gunicorn as in production, over sockets, on two cores. `python -m tests.load`."""
