package org.cairn.ui.bundles;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.cairn.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// Asks the person for a file or a folder, in the system's own window.
final class Picking {

    private final Messages own;

    Picking(Messages own) {
        this.own = own;
    }

    /// A file that is there.
    ///
    /// @param title key of what the window is called
    /// @param kind key of what such files are called
    /// @param near where the window begins
    /// @param endings as they are usual, without a star
    Optional<Path> file(@Nullable Window window, String title, String kind, Optional<Path> near, String... endings) {
        FileChooser chooser = chooser(title, near);
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                own.text(kind),
                                Arrays.stream(endings)
                                        .map(ending -> "*" + ending)
                                        .toList()),
                        new ExtensionFilter(own.text("choose.files"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
    }

    /// A file that is to be written.
    ///
    /// @param name what it would be called
    /// @param kinds for each kind its ending, and the key of what it is called
    Optional<Path> fresh(
            @Nullable Window window, String title, Optional<Path> near, String name, ExtensionFilter... kinds) {
        FileChooser chooser = chooser(title, near);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().addAll(kinds);
        return Optional.ofNullable(chooser.showSaveDialog(window))
                .map(File::toPath)
                .map(path -> ended(path, chooser.getSelectedExtensionFilter()));
    }

    /// A folder that is there.
    Optional<Path> folder(@Nullable Window window, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(own.text(title));
        return Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
    }

    private FileChooser chooser(String title, Optional<Path> near) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(own.text(title));
        near.map(path -> path.toAbsolutePath().getParent())
                .filter(Files::isDirectory)
                .map(Path::toFile)
                .ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /// Not every system adds the ending that was chosen.
    private static Path ended(Path path, @Nullable ExtensionFilter chosen) {
        String name = path.getFileName().toString();
        if (chosen == null || name.contains(".")) {
            return path;
        }
        return path.resolveSibling(name + chosen.getExtensions().getFirst().substring(1));
    }
}
