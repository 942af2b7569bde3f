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
    void goesFromHitToHitAlsoWithinOnePart() throws Exception {
        Reference reference = taken("note.txt", "The fee was paid.\nThen the fee was denied. FEE!");
        model.open(reference, Optional.empty(), new Sought(List.of("fee")));
        FindViewModel find = model.find();
        assertThat(find.total()).isEqualTo(3);
        assertThat(find.hit().orElseThrow().nth()).isZero();
        find.next();
        assertThat(find.hit().orElseThrow().nth()).isEqualTo(1);
        assertThat(find.hereIn(0)).isEqualTo(1);
        find.previous();
        find.previous();
        assertThat(find.hit().orElseThrow().nth()).isEqualTo(2); // the last before the first
        find.next();
        assertThat(find.atProperty().get()).isZero();
        find.type("kidney");
        find.next();
        assertThat(find.hit()).isEmpty();
    }

    @Test
    void findsCellsOfEverySheetWhereSheetsAreLookedAt() throws Exception {
        Path file = temp.resolve("fees.xlsx");
        try (org.apache.poi.xssf.usermodel.XSSFWorkbook book = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            book.createSheet("paid").createRow(2).createCell(1).setCellValue("The fee");
            book.createSheet("owed").createRow(600).createCell(3).setCellValue("no fee, fee");
            book.write(out);
        }
        Reference reference = on.open.take(file).files().getFirst().reference().orElseThrow();
        model.open(reference, Optional.empty(), new Sought(List.of("fee")));
        SheetSource sheets = model.viewing().sheets();
        model.viewing().openSheets(item(), failure -> {});
        model.find().lookIn((of, words, wanted) -> sheets.cells(words, wanted));
        assertThat(model.find().found())
                .containsExactly(new FindViewModel.Found(0, 2, 1, 1), new FindViewModel.Found(1, 600, 3, 1));
        model.find().lookInText();
        assertThat(model.find().hit().orElseThrow().in().column()).isNegative();
    }

    @Test
    void looksNoFurtherThanSomebodyWaitsForIt() throws Exception {
        model.open(taken("note.txt", "The fee."), Optional.empty(), Sought.NOTHING);
        List<Boolean> wanted = new java.util.ArrayList<>();
        model.find().lookIn((of, words, still) -> {
            wanted.add(still.getAsBoolean());
            model.find().close();
            wanted.add(still.getAsBoolean());
            return List.of(new FindViewModel.Found(0, 1, -1, 1));
        });
        model.find().type("fee");
        assertThat(wanted).containsExactly(true, false);
        assertThat(model.find().total()).isZero();
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
