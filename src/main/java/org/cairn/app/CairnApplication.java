package org.cairn.app;

import java.nio.file.Path;
import java.time.ZoneId;
import javafx.application.Application;
import javafx.stage.Stage;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.cli.Sample;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.FxTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.shell.Desktop;

/// The desktop program.
public final class CairnApplication extends Application {

    private final FxTasks tasks = new FxTasks();

    @Override
    public void start(Stage stage) {
        Looks.prepare();
        Preferences preferences = new PreferencesFile(Folders.configuration()).open();
        Environment environment = Environment.system();
        Desktop desktop = new Desktop(stage, preferences, tasks, environment, ZoneId.systemDefault(), Wiring.screens());
        desktop.show();
        String sample = getParameters().getNamed().get("sample");
        if (sample != null) {
            openSample(desktop, Path.of(sample), environment);
        }
    }

    /// A sample that cannot be opened leaves the person on the welcome page, where they can try themselves.
    private void openSample(Desktop desktop, Path sample, Environment environment) {
        tasks.fetch(
                () -> Archives.open(sample, Sample.USER, Sample.PASSPHRASE.toCharArray(), environment),
                desktop::opened,
                ErrorMessages::note);
    }

    @Override
    public void stop() {
        tasks.close();
    }
}
