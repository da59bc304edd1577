#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Throw-away PostgreSQL clusters for tests and measurements; never the system's own.

From Python:

    with Cluster() as cluster:
        uri = cluster.make_database("kantor")

As a program it obeys another one, a line at a time on its standard input, and answers each with a
line; `error TEXT` says what failed:

    start NAME [durable]    -> HOST PORT FOLDER   a new cluster
    standby NAME PRIMARY    -> HOST PORT FOLDER   a streaming standby; the primary waits for it
    stop NAME | kill NAME   -> ok                 shut down; killed without warning
    again NAME              -> ok                 started again, with the same data and port
    pause NAME | resume NAME -> ok                every process stands still; goes on
    promote NAME            -> ok                 the standby becomes a primary

When the input ends, however the other program ended, all clusters are stopped and removed.
"""

import glob
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

HOST = "127.0.0.1"
USER = "ikrar"
MEMORY = "/dev/shm"
ROOMY = 1 << 30  # what has to be free in memory for a cluster to stand there
ATTEMPTS = 5
TIMEOUT = 60
LOCALE = ["--encoding=UTF8", "--locale=C.UTF-8"]
SETTINGS = {
    "listen_addresses": HOST,
    "max_connections": "200",
    "max_wal_senders": "10",
    "wal_level": "replica",
    "hot_standby": "on",
    "dynamic_shared_memory_type": "mmap",  # below the data, and gone with them
    "wal_sender_timeout": "10s",
    "track_commit_timestamp": "on",  # tells in which order changes came to be
    "timezone": "UTC",
    "lc_messages": "C",
    "log_min_messages": "warning",
}
# Nothing of a test about logic has to outlive the machine.
FLEETING = {
    "fsync": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_wal_size": "256MB",
}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "shared_buffers": "128MB"}


def find_binaries():
    """The folder of the newest server; Debian keeps it out of the search path."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/postgres"),
                   key=lambda path: int(path.split("/")[4]))
    if not found:
        raise RuntimeError("PostgreSQL is not installed (Debian package postgresql)")
    return pathlib.Path(found[-1]).parent


def drop_rights():
    """What a command begins with: the server refuses to run as root, and ends with its starter."""
    words = ["setpriv", "--pdeathsig", "QUIT"]
    if os.getuid() == 0:
        words += ["--reuid", "postgres", "--regid", "postgres", "--clear-groups"]
    return words


def give_away(folder):
    """Hands a folder with all in it to the account the server runs under."""
    if os.getuid() != 0:
        return
    account = pwd.getpwnam("postgres")
    for path, _, names in os.walk(folder):
        for name in [".", *names]:
            os.lchown(os.path.join(path, name), account.pw_uid, account.pw_gid)


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def roomy_folder(durable):
    """Where the files of a cluster go: memory, unless syncs are to cost what they cost."""
    if not durable and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOMY:
        return MEMORY
    return tempfile.gettempdir()


class Cluster:
    """A server with its data, which are gone when it is closed."""

    def __init__(self, durable=False, settings=None, primary=None):
        self.durable = durable
        self.binaries = find_binaries()
        self.folder = tempfile.mkdtemp(prefix="ikrar-cluster-", dir=roomy_folder(durable))
        os.chmod(self.folder, 0o755)
        self.data = os.path.join(self.folder, "data")
        self.settings = {**SETTINGS, **(DURABLE if durable else FLEETING), **(settings or {})}
        self.server = None
        self.port = 0
        try:
            give_away(self.folder)
            if primary is None:
                self.fill()
            else:
                self.copy(primary)
            self.start_somewhere()
            if primary is not None:
                primary.wait_for(self)
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.close()

    def command(self, program, *arguments):
        result = subprocess.run([*drop_rights(), self.binaries / program, *arguments], cwd="/",
                                stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if result.returncode != 0:
            raise RuntimeError(f"{program}: {result.stdout}{result.stderr}")

    def fill(self):
        """Makes the data, or copies what an earlier test of this build made."""
        build = os.environ.get("G_TEST_BUILDDIR")
        cache = os.path.join(build or self.folder, f"cluster-{self.binaries.parent.name}")
        if build and os.path.isdir(cache):
            shutil.copytree(cache, self.data, copy_function=shutil.copyfile)
        else:
            self.command("initdb", "-D", self.data, "-U", USER, "-A", "trust", "--no-sync",
                         "--data-checksums", "--no-instructions", *LOCALE)
            if build:
                keep(self.data, cache)
        os.chmod(self.data, 0o700)
        give_away(self.folder)

    def copy(self, primary):
        """Begins as a standby that follows another cluster."""
        link = f"host={HOST} port={primary.port} user={USER} application_name=standby"
        self.command("pg_basebackup", "-d", link, "-D", self.data, "-R", "-X", "stream", "-c",
                     "fast", "--no-sync")

    def start_somewhere(self):
        """Another program may take a port between the moment it was free and the start."""
        for attempt in range(ATTEMPTS):
            self.port = free_port()
            try:
                self.start()
                return
            except RuntimeError:
                if attempt == ATTEMPTS - 1:
                    raise

    def start(self):
        words = [*drop_rights(), self.binaries / "postgres", "-D", self.data, "-p", str(self.port),
                 "-k", self.folder]
        for name, value in self.settings.items():
            words += ["-c", f"{name}={value}"]
        with open(os.path.join(self.folder, "log"), "ab") as log:
            self.server = subprocess.Popen(words, cwd="/", stdin=subprocess.DEVNULL, stdout=log,
                                           stderr=log)
        self.wait_until_ready()

    def wait_until_ready(self):
        end = time.monotonic() + TIMEOUT
        while not self.is_ready():
            if self.server.poll() is not None or time.monotonic() > end:
                raise RuntimeError(pathlib.Path(self.folder, "log").read_text(errors="replace"))
            time.sleep(0.02)

    def is_ready(self):
        """The server writes this line when it lets somebody in: cheaper than to ask it."""
        try:
            lines = pathlib.Path(self.data, "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return (len(lines) > 7 and lines[0] == str(self.server.pid)
                and lines[7].strip() in ("ready", "standby"))

    def wait_for(self, standby):
        """From now on an answer means that both have it."""
        self.run("ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.run("SELECT pg_reload_conf()")
        end = time.monotonic() + TIMEOUT
        while self.run("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") != "1":
            if time.monotonic() > end:
                raise RuntimeError("the standby does not follow")
            time.sleep(0.05)

    def processes(self):
        """The server and everything it started."""
        pid = self.server.pid
        try:
            children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        except OSError:
            children = []
        return [pid, *map(int, children)]

    def signal_all(self, number):
        for pid in self.processes():
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass

    def pause(self):
        self.signal_all(signal.SIGSTOP)

    def resume(self):
        self.signal_all(signal.SIGCONT)

    def kill(self):
        """What a power cut is: nobody gets to say anything."""
        segment = self.segment()
        self.signal_all(signal.SIGKILL)
        self.server.wait()
        subprocess.run(["ipcrm", "-m", segment], check=True)

    def segment(self):
        """The piece of memory that the kernel keeps of a killed server."""
        lines = pathlib.Path(self.data, "postmaster.pid").read_text().splitlines()
        return lines[6].split()[1]

    def stop(self):
        """Shuts down fast, and writes everything down."""
        if self.server is not None and self.server.poll() is None:
            self.resume()
            self.server.send_signal(signal.SIGINT)
            self.server.wait()

    def promote(self):
        self.run("SELECT pg_promote(true, 60)")

    def run(self, sql, database="postgres"):
        """The output of plain SQL, one value a line."""
        result = subprocess.run([self.binaries / "psql", "-X", "-q", "-A", "-t", "-v",
                                 "ON_ERROR_STOP=1", "-d", self.uri(database), "-c", sql],
                                capture_output=True, text=True)
        if result.returncode != 0:
            raise RuntimeError(result.stderr)
        return result.stdout.strip()

    def uri(self, database="postgres"):
        return f"postgresql://{USER}@{HOST}:{self.port}/{database}"

    def make_database(self, name):
        self.run(f'CREATE DATABASE "{name}"')
        return self.uri(name)

    def close(self):
        if self.server is not None and self.server.poll() is None:
            self.resume()
            self.server.send_signal(signal.SIGQUIT)
            self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def keep(data, cache):
    """Another test may keep the same at this moment: one of both stays."""
    scratch = f"{cache}.{os.getpid()}"
    shutil.copytree(data, scratch, copy_function=shutil.copyfile)
    try:
        os.rename(scratch, cache)
    except OSError:
        shutil.rmtree(scratch)


class Servant:
    """Does what the lines say."""

    def __init__(self):
        self.clusters = {}

    def place(self, name):
        cluster = self.clusters[name]
        return f"{HOST} {cluster.port} {cluster.folder}"

    def start(self, name, durable=""):
        self.clusters[name] = Cluster(durable == "durable")
        return self.place(name)

    def standby(self, name, primary):
        self.clusters[name] = Cluster(self.clusters[primary].durable,
                                      primary=self.clusters[primary])
        return self.place(name)

    def obey(self, line):
        word, *arguments = line.split()
        if word in ("start", "standby"):
            return getattr(self, word)(*arguments)
        methods = {"stop": Cluster.stop, "kill": Cluster.kill, "again": Cluster.start,
                   "pause": Cluster.pause, "resume": Cluster.resume, "promote": Cluster.promote}
        methods[word](self.clusters[arguments[0]])
        return "ok"

    def close(self):
        for cluster in self.clusters.values():
            cluster.close()


def main():
    # Who stops the tests stops their whole group; what was started has to be put away all the same.
    os.setsid()
    servant = Servant()
    try:
        for line in sys.stdin:
            try:
                answer = servant.obey(line)
            except (RuntimeError, OSError) as error:
                answer = "error " + " | ".join(str(error).splitlines())
            print(answer, flush=True)
    finally:
        servant.close()


if __name__ == "__main__":
    main()
