package org.cairn.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;
import javax.imageio.ImageIO;
import org.cairn.cli.Cairn;
import org.cairn.cli.Sample;
import org.cairn.ui.common.ErrorMessages;

/// Where the program begins: without arguments the desktop, with arguments the command line (and after `demo`,
/// where there is a screen, the desktop on the sample).
///
/// Not an `Application` itself: the desktop could then not be started from a class path.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        MoreMemory.wanted(System.getenv(), System.getProperties())
                .ifPresent(heap -> System.exit(MoreMemory.run(heap, Launcher.class, List.of(arguments))));
        begin(Folders.state());
        if (arguments.length == 0) {
            openDesktop();
        } else {
            int exit = Cairn.run(arguments, ErrorMessages::note);
            Sample.madeBy(arguments)
                    .filter(sample -> exit == 0 && hasScreen())
                    .ifPresent(sample -> openDesktop("--sample=" + sample));
            System.exit(exit);
        }
    }

    private static void openDesktop(String... arguments) {
        RecentFiles.leaveUnnoted();
        Application.launch(CairnApplication.class, arguments);
    }

    /// What must be so before anything else is done.
    ///
    /// @param state where the program notes what it needs to know of this computer
    static void begin(Path state) {
        // the JDK's picture readers would otherwise set pictures aside in clear in the temporary folder
        ImageIO.setUseCache(false);
        QuietLog.begin(state);
        // which fonts this computer has: noted beside the log, not in the person's home folder
        System.setProperty("pdfbox.fontcache", state.toString());
    }

    /// Whether there is a screen to open a window on; Windows and macOS always have one.
    private static boolean hasScreen() {
        String system = System.getProperty("os.name", "");
        return system.startsWith("Windows")
                || system.startsWith("Mac")
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                        .map(System::getenv)
                        .anyMatch(screen -> screen != null && !screen.isBlank());
    }
}
