package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Reference;
import org.cairn.ui.documents.BundleInHand;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.documents.Sought;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class ItemViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private ItemViewModel model;

    @BeforeEach
    void open() {
        on = new OnADesk(temp);
        model = new ItemViewModel(on.desk);
    }

    @AfterEach
    void lock() {
        model.close();
        on.close();
    }

    @Test
    void showsATextAsItWasReadAndFindsWordsInIt() throws Exception {
        Reference reference = taken("note.txt", "The fee was paid.\nThen the fee was denied.");
        model.open(reference, Optional.empty(), new Sought(List.of("fee")));
        assertThat(Manner.of(item())).isEqualTo(Manner.TEXT);
        assertThat(model.find().found()).isNotEmpty();
        assertThat(model.find().atProperty().get()).isZero();
        model.find().type("kidney");
        assertThat(model.find().found()).isEmpty();
    }

    @Test
    void showsTheFirstBytesOfWhatItDoesNotKnow() throws Exception {
        Path file = Files.write(temp.resolve("x.bin"), new byte[] {0x7f, 0x43, 0x52, 0, 1, 2});
        Reference reference = on.open.take(file).files().getFirst().reference().orElseThrow();
        model.open(reference, Optional.empty(), Sought.NOTHING);
        assertThat(Manner.of(item())).isEqualTo(Manner.BYTES);
        model.viewing()
                .lines()
                .open(
                        () -> model.viewing().bytes(reference),
                        channel -> {
                            ByteWindow window = new ByteWindow(channel);
                            return new ReadThrough.Made<>(window::lines, window.lines(), window);
                        },
                        window -> {});
        assertThat(model.viewing().lines().rows())
                .singleElement()
                .asString()
                .contains("00000000  7f 43 52 00 01 02")
                .contains("·CR");
    }

    @Test
    void readsAgainWhatCouldNotBeReadWhole() throws Exception {
        model.open(taken("note.txt", "Bed 14."), Optional.empty(), Sought.NOTHING);
        assertThat(model.mayReadAgain()).isFalse();
        Path file = Files.write(temp.resolve("x.bin"), new byte[] {0x7f, 0x43, 0x52, 0, 1, 2});
        Reference reference = on.open.take(file).files().getFirst().reference().orElseThrow();
        model.open(reference, Optional.empty(), Sought.NOTHING);
        assertThat(model.mayReadAgain()).isTrue();
        model.readAgain();
        assertThat(model.events()).extracting(event -> event.action()).contains("READ", "READ_AGAIN");
        assertThat(Objects.requireNonNull(model.toldProperty().get()).what()).contains(reference.toString());
        assertThat(item().revision().reference()).isEqualTo(reference);
    }

    @Test
    void tellsWhatHappenedToItAndThatItWasTakenOut() throws Exception {
        Reference reference = taken("note.txt", "Bed 14.");
        model.open(reference, Optional.empty(), Sought.NOTHING);
        assertThat(model.events()).extracting(event -> event.action()).contains("INGESTED", "READ");
        model.askToExport();
        model.export(
                temp.resolve("out"),
                Objects.requireNonNull(model.exportProperty().get()));
        assertThat(model.events()).extracting(event -> event.action()).contains("EXPORTED");
        assertThat(Objects.requireNonNull(model.toldProperty().get()).advice()).contains("note.txt");
    }

    @Test
    void saysSoWhereThereIsNoSuchRecord() {
        model.open(Reference.parse("E-0099"), Optional.empty(), Sought.NOTHING);
        assertThat(model.itemProperty().get()).isNull();
        assertThat(Objects.requireNonNull(model.toldProperty().get()).what()).contains("E-0099");
    }

    @Test
    void laysItIntoTheBundleInHand() throws Exception {
        Reference reference = taken("note.txt", "Bed 14.");
        model.open(reference, Optional.empty(), Sought.NOTHING);
        model.addToBundle();
        model.addToBundle();
        assertThat(new BundleInHand(on.open.archive.drafts()).all())
                .singleElement()
                .satisfies(draft ->
                        assertThat(BundleInHand.read(draft).references()).containsExactly(reference));
    }

    private Reference taken(String name, String text) throws java.io.IOException {
        return on.open
                .take(OpenArchive.file(temp, name, text))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private Item item() {
        return Objects.requireNonNull(model.itemProperty().get());
    }
}
