package com.keeptrusts.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temp;

  @Test
  void open_missingFolder_isCreatedForItsOwnerOnly() throws IOException {
    Path path = temp.resolve("a/b");
    DataFolder.open(path).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
  }

  @Test
  void open_fileInItsPlace_cannotBeCreated() throws IOException {
    Path path = Files.createFile(temp.resolve("file"));
    DataFolderException problem = problem(path);
    assertThat(problem)
        .hasMessageStartingWith("cannot create the data folder \"" + path + "\"")
        .hasMessageContaining("--data-dir");
  }

  @Test
  void open_parentIsAFile_cannotBeCreated() throws IOException {
    Path path = Files.createFile(temp.resolve("file")).resolve("child");
    assertThat(problem(path)).hasMessageStartingWith("cannot create the data folder");
  }

  @Test
  void open_lockFileCannotBeWritten_isNotWritable() throws IOException {
    Files.createDirectory(temp.resolve("lock"));
    assertThat(problem(temp)).hasMessageStartingWith("cannot write to the data folder");
  }

  @Test
  void open_usedByAnother_namesItsProcess() throws IOException {
    DataFolder first = DataFolder.open(temp);
    assertThat(problem(temp))
        .hasMessageStartingWith("another gateway (process " + ProcessHandle.current().pid() + ")");
    first.close();
    DataFolder.open(temp).close();
  }

  @Test
  void open_relativePath_isAbsoluteFromThenOn() throws IOException {
    try (DataFolder folder = DataFolder.open(temp.resolve("x/../y"))) {
      assertThat(folder.path()).isEqualTo(temp.toAbsolutePath().resolve("y"));
    }
  }

  private static DataFolderException problem(Path path) {
    return catchThrowableOfType(DataFolderException.class, () -> DataFolder.open(path));
  }
}
