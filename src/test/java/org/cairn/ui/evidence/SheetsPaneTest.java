package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.domain.Reference;
import org.cairn.intake.LockedPapers;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A workbook is looked at as the tables it holds: sheet by sheet, cell by cell, found in and copied.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class SheetsPaneTest {

    private static final int FAR = 700;

    private ItemOnScreen screen;

    @Start
    void show(Stage stage) throws Exception {
        screen = new ItemOnScreen(stage);
    }

    @AfterEach
    void stop() throws Exception {
        screen.close();
    }

    @Test
    void showsRowsAndColumnsAndWhatIsInThem(FxRobot robot) throws Exception {
        screen.look(robot, "fees.xlsx", book());

        assertThat(table().getItems()).hasSize(FAR);
        assertThat(table().getColumns())
                .extracting(column -> column.getText())
                .containsExactly("", "A", "B"); // the first one counts the rows
        assertThat(cell(0, 1)).isEqualTo("Patient");
        assertThat(cell(1, 1)).isEqualTo("kidney 1");
        assertThat(cell(1, 2)).isEqualTo("1250.5");
        assertThat(table().getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    }

    @Test
    void showsALockedWorkbookAsTheSameTablesOnceItsPasswordIsKnown(FxRobot robot) throws Exception {
        Reference taken = screen.take(
                Files.write(screen.folder.resolve("fees.xlsx"), LockedPapers.inShell(book(), "secret")), false);
        screen.on.open.archive.evidence().unlock(List.of(taken), "secret".toCharArray(), Progress.none(), told -> {});

        screen.open(robot, taken);

        assertThat(table().getItems()).hasSize(FAR);
        assertThat(cell(1, 1)).isEqualTo("kidney 1");
    }

    @Test
    void saysThatThereIsNoTableInALockedTextThatIsCalledAWorkbook(FxRobot robot) throws Exception {
        Reference taken =
                screen.take(Files.write(screen.folder.resolve("fees.xlsx"), LockedPapers.docx("secret")), false);
        screen.on.open.archive.evidence().unlock(List.of(taken), "secret".toCharArray(), Progress.none(), told -> {});

        screen.open(robot, taken);

        assertThat(((javafx.scene.control.Label) table().getPlaceholder()).getText())
                .isEqualTo("There is no table in this file.");
    }

    @Test
    void turnsToAnotherSheetInItsOwnDirection(FxRobot robot) throws Exception {
        screen.look(robot, "fees.xlsx", book());
        assertThat(((ToggleButton) screen.node("#sheet-0")).isSelected()).isTrue();
        assertThat(((ToggleButton) screen.node("#sheet-1")).getText()).isEqualTo("الأسعار");

        screen.press(robot, "#sheet-1");

        assertThat(((ToggleButton) screen.node("#sheet-1")).isSelected()).isTrue();
        assertThat(table().getItems()).hasSize(1);
        assertThat(cell(0, 1)).isEqualTo("كلية");
        assertThat(table().getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    }

    @Test
    void findsACellFarDownAndOneOnAnotherSheet(FxRobot robot) throws Exception {
        screen.look(robot, "fees.xlsx", book());

        screen.find(robot, "kidney " + (FAR - 1));
        assertThat(screen.said("#find-count")).isEqualTo("1 of 1");
        assertThat(marked()).containsExactly(List.of(FAR - 1, 1));
        assertThat(cell(FAR - 1, 1)).isEqualTo("kidney " + (FAR - 1));

        screen.find(robot, "كلية");
        assertThat(((ToggleButton) screen.node("#sheet-1")).isSelected()).isTrue();
        assertThat(marked()).containsExactly(List.of(0, 1));
    }

    @Test
    void copiesTheCellsThatAreMarkedAsOtherProgramsExpectThem(FxRobot robot) throws Exception {
        screen.look(robot, "fees.xlsx", book());
        screen.emptyClipboard(robot);
        screen.press(robot, "#sheet-copy");
        assertThat(screen.told()).isEqualTo("Mark the cells to copy first.");
        assertThat(screen.clipboard(robot)).isEqualTo("nothing yet");

        robot.interact(() -> table().getSelectionModel()
                .selectRange(
                        0, table().getColumns().get(1), 1, table().getColumns().get(2)));
        screen.keys(robot, "#sheet-table", KeyCode.SHORTCUT, KeyCode.C);

        assertThat(screen.clipboard(robot)).isEqualTo("Patient\tFee\nkidney 1\t1250.5");
        assertThat(screen.told()).startsWith("The cells are on the clipboard.");
    }

    @SuppressWarnings("unchecked")
    private TableView<List<String>> table() {
        return (TableView<List<String>>) screen.node("#sheet-table");
    }

    private Object cell(int row, int column) {
        return table().getColumns().get(column).getCellData(row);
    }

    private List<List<Integer>> marked() {
        return table().getSelectionModel().getSelectedCells().stream()
                .map(place -> (TablePosition<?, ?>) place)
                .map(place -> List.of(place.getRow(), place.getColumn()))
                .toList();
    }

    private static byte[] book() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet fees = book.createSheet("Fees");
            Row head = fees.createRow(0);
            head.createCell(0).setCellValue("Patient");
            head.createCell(1).setCellValue("Fee");
            for (int i = 1; i < FAR; i++) {
                Row row = fees.createRow(i);
                row.createCell(0).setCellValue("kidney " + i);
                row.createCell(1).setCellValue(1250.5);
            }
            Sheet prices = book.createSheet("الأسعار");
            prices.setRightToLeft(true);
            prices.createRow(0).createCell(0).setCellValue("كلية");
            book.write(bytes);
            return bytes.toByteArray();
        }
    }
}
