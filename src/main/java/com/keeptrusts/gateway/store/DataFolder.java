package com.keeptrusts.gateway.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder of the durable state, for this gateway alone as long as it is open. */
public final class DataFolder implements Closeable {
  private static final String LOCK_FILE = "lock";

  /** Far behind the process id, which others must be able to read where locks are mandatory. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final String MEND =
      "; give another folder with --data-dir, keeptrusts.home, KT_HOME or the service unit's"
          + " StateDirectory=";

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Creates the folder where it is missing, readable by its owner only, and locks it.
   *
   * @throws DataFolderException when it cannot be created or written, or another gateway has it
   */
  public static DataFolder open(Path path) throws DataFolderException {
    Path folder = path.toAbsolutePath().normalize();
    create(folder);
    return new DataFolder(folder, locked(folder));
  }

  /** Where the folder is. */
  public Path path() {
    return path;
  }

  /** Gives the folder to whoever comes next. */
  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static void create(Path folder) throws DataFolderException {
    try {
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(folder);
      }
    } catch (FileAlreadyExistsException e) {
      throw new DataFolderException(
          "cannot create the data folder \"" + folder + "\": a file is in its place" + MEND, e);
    } catch (IOException e) {
      throw new DataFolderException("cannot create the data folder \"" + folder + "\"" + why(e), e);
    }
  }

  private static FileChannel locked(Path folder) throws DataFolderException {
    Path file = folder.resolve(LOCK_FILE);
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, CREATE, READ, WRITE);
      if (!isLocked(channel)) {
        throw inUse(folder, channel);
      }
      String pid = ProcessHandle.current().pid() + "\n";
      channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(UTF_8)), 0);
      return channel;
    } catch (IOException e) {
      closeQuietly(channel, e);
      throw e instanceof DataFolderException known ? known : notWritable(folder, e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock taken = channel.tryLock(LOCKED_BYTE, 1, false);
      return taken != null;
    } catch (OverlappingFileLockException e) {
      return false; // another gateway in this very process, as in another web application
    }
  }

  private static DataFolderException inUse(Path folder, FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(20);
    channel.read(pid, 0);
    String owner = new String(pid.array(), 0, pid.position(), UTF_8).strip();
    String process = owner.isEmpty() ? "" : " (process " + owner + ")";
    return new DataFolderException(
        "another gateway" + process + " uses the data folder \"" + folder + "\"" + MEND);
  }

  private static DataFolderException notWritable(Path folder, IOException e) {
    return new DataFolderException(
        "cannot write to the data folder \"" + folder + "\"" + why(e), e);
  }

  private static String why(IOException e) {
    return " (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")" + MEND;
  }

  private static void closeQuietly(@Nullable FileChannel channel, IOException because) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
