package org.cairn.app;

import java.time.ZoneId;
import javafx.application.Application;
import javafx.stage.Stage;
import org.cairn.archive.Environment;
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
        new Desktop(stage, preferences, tasks, Environment.system(), ZoneId.systemDefault(), Wiring.screens()).show();
    }

    @Override
    public void stop() {
        tasks.close();
    }
}
