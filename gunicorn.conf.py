"""How gunicorn serves this site; it reads this file by itself where it is started.

A download is made while it is sent and holds one thread until its reader has it, however slow. The main thread of a
worker tells the master that it lives, so that `timeout` never ends a download.
"""

wsgi_app = "cms.wsgi"
worker_class = "gthread"
#: As many as there are cores: making files is the work.
workers = 2
#: Downloads and pages that one worker has under way; what comes beyond waits for a thread.
threads = 32
timeout = 60
#: Seconds that downloads under way have to end when the site is restarted; what is cut is continued with Range.
graceful_timeout = 60
#: The heartbeat is a file that must not wait for a disk.
worker_tmp_dir = "/dev/shm"  # noqa: S108  a folder that is memory
