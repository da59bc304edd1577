# SPDX-License-Identifier: GPL-3.0-or-later
"""Cameras that a test plugs in and out, and passes before them: see tests/camera/folder-cameras.c."""

import os
import pathlib
import shutil
import subprocess
import tempfile

from hall import Hall

# The first pass on a sheet of eight, in pixels at this resolution.
DPI = 130
LEFT, TOP, WIDTH, HEIGHT = 0, 0, 540, 410


class CameraHall(Hall):
    """A hall whose cameras are the pictures in a folder."""

    def __init__(self, **options):
        self.cameras = pathlib.Path(tempfile.mkdtemp(prefix="ikrar-cameras-"))
        environment = {"GST_PLUGIN_PATH": os.environ["IKRAR_CAMERA_PLUGIN"],
                       "IKRAR_TEST_CAMERAS": str(self.cameras),
                       "GSETTINGS_BACKEND": "keyfile"}
        super().__init__(environment=environment, **options)
        self.sheet = self.print_passes()

    def __exit__(self, *problem):
        try:
            super().__exit__(*problem)
        finally:
            shutil.rmtree(self.cameras)

    def print_passes(self):
        """The passes of the event, as they go to the printer."""
        sheet = self.folder / "passes.pdf"
        subprocess.run([os.environ["IKRARCTL"], "--db", self.database, "--quiet", "pass", "print",
                        "--event", str(self.event), "-o", sheet], check=True,
                       stdout=subprocess.DEVNULL)
        return sheet

    def plug(self, camera, sees):
        """Connects a camera that sees the first pass on a page of the sheet, from 1. It is there at
        once, not bit by bit."""
        stem = self.folder / "picture"
        subprocess.run(["pdftoppm", "-png", "-r", str(DPI), "-f", str(sees), "-l", str(sees), "-singlefile",
                        "-x", str(LEFT), "-y", str(TOP), "-W", str(WIDTH), "-H", str(HEIGHT),
                        self.sheet, stem], check=True)
        shutil.copy(stem.with_suffix(".png"), self.cameras / "unfinished")
        (self.cameras / "unfinished").rename(self.cameras / f"{camera}.png")

    def use_elsewhere(self, camera):
        """Another program has the camera, until it is given back."""
        (self.cameras / f"{camera}.busy").touch()

    def give_back(self, camera):
        (self.cameras / f"{camera}.busy").unlink()

    def unplug(self, camera):
        (self.cameras / f"{camera}.png").unlink()
