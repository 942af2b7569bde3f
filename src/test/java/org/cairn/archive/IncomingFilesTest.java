package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.archive.IncomingFiles.Incoming;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever was offered is a file to take, or is named with a reason.
class IncomingFilesTest {

    @TempDir
    Path temp;

    private final List<Incoming> here = new ArrayList<>();

    @Test
    void namesAFolderThatBreaksOffAndGoesOnBesideIt() throws Exception {
        Path broken = Files.createDirectory(temp.resolve("broken"));
        FileVisitResult next = walk().postVisitDirectory(broken, new IOException("the card was pulled"));
        assertThat(next).isEqualTo(FileVisitResult.CONTINUE);
        assertThat(here).containsExactly(new Incoming(broken, "notReadable"));
    }

    @Test
    void saysOfAFolderThatWentAwayThatItIsMissing() throws Exception {
        Path gone = temp.resolve("gone");
        walk().postVisitDirectory(gone, new IOException("the card was pulled"));
        assertThat(here).containsExactly(new Incoming(gone, "missing"));
    }

    @Test
    void saysNothingOfAFolderThatWasReadToItsEnd() throws Exception {
        assertThat(walk().postVisitDirectory(temp, null)).isEqualTo(FileVisitResult.CONTINUE);
        assertThat(here).isEmpty();
    }

    private IncomingFiles.Walk walk() {
        return new IncomingFiles.Walk(here, Progress.none());
    }
}
