package org.cairn.ui.testimony;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Words;

/// Types letter by letter into the middle of a long account, and into a bare text area that holds the same paragraph;
/// prints the processor time that each letter costs the thread that draws: the event, styles and layout.
///
/// Arguments: how many paragraphs (2000), how many letters (600).
public final class AccountBench {

    private static final String WORDS = "They took my blood three times and told me nothing. ";

    /// What other programs take from the machine meanwhile is not counted.
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private AccountBench() {}

    public static void main(String[] arguments) throws Exception {
        int paragraphs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int letters = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 600;
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                measure(paragraphs, letters);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private static void measure(int paragraphs, int letters) throws Exception {
        Looks.prepare();
        Path folder = Files.createTempDirectory("account");
        Environment environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(8192, 1, 1));
        try (Archive archive = Archives.create(
                folder.resolve("a.cairn"), "A", "amina", "lantern orchard gravel meadow".toCharArray(), environment)) {
            Desk desk = new Desk(
                    archive,
                    new DirectTasks(),
                    new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                    new Preferences(),
                    environment,
                    place -> {});
            StatementDraft draft = new StatementDraft(archive.witnesses()
                    .keep(
                            new Witness("bystander", new LanguageTag("en"), Protection.CONFIDENTIAL, false, ""),
                            Optional.empty())
                    .reference());
            draft.paragraphs.setAll(IntStream.range(0, paragraphs)
                    .mapToObj(i -> new ParagraphDraft(WORDS.repeat(1 + i % 9)))
                    .toList());
            RecordViewModel model = new RecordViewModel(desk, draft, Optional.empty(), 0);
            AccountStep step = new AccountStep(model, desk);
            Stage stage = new Stage();
            stage.setScene(new Scene(step, 1100, 800));
            stage.show();
            AccountPaper paper = (AccountPaper) step.lookup("#account");
            paper.writeIn(draft.paragraphs.get(paragraphs / 2));
            long[] ours = type(step, (TextArea) step.lookup("#account-editor"), letters);
            long before = System.nanoTime();
            model.save();
            double saving = (System.nanoTime() - before) / 1e6;
            print("account of " + paragraphs, ours);
            long[] bare = bare(
                    letters, draft.paragraphs.get(paragraphs / 2).textProperty().get());
            print("bare text area", bare);
            System.out.printf(Locale.ROOT, "ratio of p95: %.1f%n", (double) at(ours, 95) / at(bare, 95));
            System.out.printf(Locale.ROOT, "saving all of it, everything on one thread: %.1f ms%n", saving);
            model.close();
            stage.close();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static long[] bare(int letters, String words) {
        TextArea area = new TextArea(words);
        area.setWrapText(true);
        Stage stage = new Stage();
        StackPane root = new StackPane(area);
        stage.setScene(new Scene(root, 1100, 800));
        stage.show();
        area.requestFocus();
        area.end();
        long[] times = type(root, area, letters);
        stage.close();
        return times;
    }

    private static long[] type(Parent root, TextArea area, int letters) {
        long[] times = new long[letters];
        for (int i = -100; i < letters; i++) {
            String letter = i % 7 == 0 ? " " : String.valueOf((char) ('a' + Math.floorMod(i, 26)));
            long before = PROCESSOR.getCurrentThreadCpuTime();
            Event.fireEvent(
                    area,
                    new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
            root.applyCss();
            root.layout();
            if (i >= 0) {
                times[i] = PROCESSOR.getCurrentThreadCpuTime() - before;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static long at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static void print(String what, long[] sorted) {
        System.out.printf(
                Locale.ROOT,
                "%s: a letter takes %.2f ms at the median, %.2f at p95, %.2f at most%n",
                what,
                at(sorted, 50) / 1e6,
                at(sorted, 95) / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
