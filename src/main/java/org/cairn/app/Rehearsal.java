package org.cairn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.cli.Cairn;
import org.cairn.cli.Sample;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.FxTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.shell.Desktop;

/// The whole job once, on the invented people of the sample and without a screen. The build runs it so that the JVM can
/// keep what it learnt of our classes (an ahead-of-time cache, JEP 514 and 515): the program then starts a third
/// sooner. Nobody else needs it.
///
/// `FOLDER`, which must not be there yet, takes everything that is made.
public final class Rehearsal {

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("search", "clinic OR \"blood group\" OR doctor near/5 money", "--json"),
            List.of("search", "Мухаммад OR kidne*", "--json"),
            List.of("verify"),
            List.of("--help"));

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectory(Path.of(arguments[0]).toAbsolutePath());
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("javafx.cachedir", folder.resolve("javafx").toString());
        Launcher.begin(folder);
        List<String> demo = List.of("demo", folder.resolve("made").toString());
        Path sample = Sample.madeBy(demo.toArray(String[]::new)).orElseThrow();
        Path passphrase = Files.writeString(folder.resolve("passphrase"), Sample.PASSPHRASE);
        int exit = run(demo);
        for (List<String> question : QUESTIONS) {
            List<String> whole = new ArrayList<>(List.of(
                    "--archive", sample.toString(), "--user", Sample.USER, "--passphrase-file", passphrase.toString()));
            whole.addAll(question);
            exit = Math.max(exit, run(whole));
        }
        if (exit == 0) {
            RecentFiles.leaveUnnoted();
            Application.launch(Visit.class, sample.toString(), folder.toString());
        }
        System.exit(exit);
    }

    private static int run(List<String> arguments) {
        return Cairn.run(
                Stream.concat(Stream.of("--quiet"), arguments.stream()).toArray(String[]::new), ErrorMessages::note);
    }

    /// The desktop, opened on the sample and closed again.
    public static final class Visit extends Application {

        private final FxTasks tasks = new FxTasks();

        @Override
        public void start(Stage stage) {
            Looks.prepare();
            List<String> places = getParameters().getUnnamed();
            Environment environment = Environment.system();
            Desktop desktop = new Desktop(
                    stage,
                    new PreferencesFile(Path.of(places.getLast())).open(),
                    tasks,
                    environment,
                    ZoneId.systemDefault(),
                    Wiring.screens());
            desktop.show();
            tasks.fetch(
                    () -> Archives.open(
                            Path.of(places.getFirst()), Sample.USER, Sample.PASSPHRASE.toCharArray(), environment),
                    archive -> leave(stage, desktop, archive),
                    failure -> System.exit(1));
        }

        private static void leave(Stage stage, Desktop desktop, Archive archive) {
            desktop.opened(archive);
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        }

        @Override
        public void stop() {
            tasks.close();
        }
    }
}
