package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A password is tried where a locked item is open, and said calmly to be wrong.
@SuppressWarnings("NullAway.Init") // made before each test
class UnlockViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private Reference pack;
    private UnlockViewModel model;
    private int opened;

    @BeforeEach
    void takeALockedArchiveIn() throws Exception {
        on = new OnADesk(temp);
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive = new SevenZOutputFile(channel, "sesame".toCharArray())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("note.txt");
            archive.putArchiveEntry(entry);
            archive.write("The lantern went out.".getBytes(StandardCharsets.UTF_8));
            archive.closeArchiveEntry();
        }
        Path file = Files.write(temp.resolve("pack.7z"), Arrays.copyOf(channel.array(), (int) channel.size()));
        pack = on.open.take(file).files().getFirst().reference().orElseThrow();
        model = new UnlockViewModel(on.desk, pack, () -> opened++);
    }

    @AfterEach
    void lock() {
        on.close();
    }

    private ReadingStatus status() {
        return on.open.archive.evidence().reading(pack).orElseThrow().status();
    }

    @Test
    void saysCalmlyThatAWordIsWrongAndForgetsIt() {
        model.wordProperty().set("Sesame");
        model.unlock();
        assertThat(Objects.requireNonNull(model.toldProperty().get()).kind()).isEqualTo(Told.Kind.WARNING);
        assertThat(model.wordProperty().get()).isEmpty();
        assertThat(model.tryingProperty().get()).isFalse();
        assertThat(opened).isZero();
        assertThat(status()).isEqualTo(ReadingStatus.ENCRYPTED);
    }

    @Test
    void showsTheItemAnewOnceItIsOpen() {
        model.everywhereProperty().set(true);
        model.wordProperty().set("sesame");
        model.unlock();
        assertThat(opened).isEqualTo(1);
        assertThat(model.toldProperty().get()).isNull();
        assertThat(status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(on.open.archive.evidence().children(pack)).hasSize(1);
    }

    @Test
    void triesNothingWhereNothingWasTyped() {
        model.unlock();
        assertThat(model.toldProperty().get()).isNull();
        assertThat(on.open.archive.custody().events(java.util.Optional.of(pack), 0, 100))
                .noneMatch(event -> event.action().equals("PASSWORD_GIVEN"));
    }
}
