/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/fault.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* A file of SQLite's, and the system's behind it. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultFile;

static struct
{
  FaultKind kind;
  guint countdown;
  gboolean struck;
  const char *full_while;
} fault;

static sqlite3_vfs vfs;
static sqlite3_vfs *system_vfs;

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static gboolean
strikes (FaultKind kind)
{
  if (kind == FAULT_GROW && fault.full_while != NULL)
    return g_access (fault.full_while, F_OK) == 0;
  if (fault.kind != kind)
    return FALSE;
  if (fault.countdown > 0)
    {
      fault.countdown--;
      return FALSE;
    }
  fault.struck = TRUE;
  return TRUE;
}

static gboolean
grows (sqlite3_file *real, int amount, sqlite3_int64 offset)
{
  sqlite3_int64 size = 0;

  return real->pMethods->xFileSize (real, &size) != SQLITE_OK || offset + amount > size;
}

static int
on_close (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
on_read (sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), buffer, amount, offset);
}

static int
on_write (sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
  sqlite3_file *real = real_of (file);

  if (strikes (FAULT_WRITE))
    return SQLITE_IOERR_WRITE;
  if (grows (real, amount, offset) && strikes (FAULT_GROW))
    return SQLITE_FULL;
  return real->pMethods->xWrite (real, buffer, amount, offset);
}

static int
on_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
on_sync (sqlite3_file *file, int flags)
{
  if (strikes (FAULT_SYNC))
    return SQLITE_IOERR_FSYNC;
  return real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
on_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
on_lock (sqlite3_file *file, int lock)
{
  return real_of (file)->pMethods->xLock (real_of (file), lock);
}

static int
on_unlock (sqlite3_file *file, int lock)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), lock);
}

static int
on_check_reserved_lock (sqlite3_file *file, int *reserved)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), reserved);
}

static int
on_file_control (sqlite3_file *file, int op, void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), op, argument);
}

static int
on_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
on_device_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
on_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, memory);
}

static int
on_shm_lock (sqlite3_file *file, int offset, int count, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, count, flags);
}

static void
on_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
on_shm_unmap (sqlite3_file *file, int remove_it)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), remove_it);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = on_close,
  .xRead = on_read,
  .xWrite = on_write,
  .xTruncate = on_truncate,
  .xSync = on_sync,
  .xFileSize = on_file_size,
  .xLock = on_lock,
  .xUnlock = on_unlock,
  .xCheckReservedLock = on_check_reserved_lock,
  .xFileControl = on_file_control,
  .xSectorSize = on_sector_size,
  .xDeviceCharacteristics = on_device_characteristics,
  .xShmMap = on_shm_map,
  .xShmLock = on_shm_lock,
  .xShmBarrier = on_shm_barrier,
  .xShmUnmap = on_shm_unmap,
};

static int
on_open (sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *fault_file = (FaultFile *) file;
  int code;

  fault_file->real = (sqlite3_file *) (fault_file + 1);
  code = system_vfs->xOpen (system_vfs, name, fault_file->real, flags, out_flags);
  file->pMethods = fault_file->real->pMethods != NULL ? &methods : NULL;
  return code;
}

void
fault_install (void)
{
  system_vfs = sqlite3_vfs_find (NULL);
  vfs = *system_vfs;
  vfs.zName = "fault";
  vfs.pNext = NULL;
  vfs.szOsFile = (int) sizeof (FaultFile) + system_vfs->szOsFile;
  vfs.xOpen = on_open;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

void
fault_arm (FaultKind kind, guint after)
{
  fault.kind = kind;
  fault.countdown = after;
  fault.struck = FALSE;
}

void
fault_clear (void)
{
  fault.kind = FAULT_NONE;
}

void
fault_full_while (const char *path)
{
  fault.full_while = path;
}

gboolean
fault_has_struck (void)
{
  return fault.struck;
}
