package org.cairn.app;

import javafx.application.Application;
import org.cairn.cli.Cairn;
import org.cairn.ui.common.ErrorMessages;

/// Where the program begins: without arguments the desktop, with arguments the command line.
///
/// Not an `Application` itself: the desktop could then not be started from a class path.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        QuietLog.begin(Folders.state());
        if (arguments.length == 0) {
            Application.launch(CairnApplication.class);
        } else {
            System.exit(Cairn.run(arguments, ErrorMessages::note));
        }
    }
}
