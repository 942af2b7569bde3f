package org.cairn.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells a full disk from other failures: Java has no exception of its own for it.
final class DiskSpace {

    private static final long HARDLY_ANY = 1024L * 1024;

    private DiskSpace() {}

    /// Whether something failed because the disk that holds a folder is full.
    static boolean ranOut(Throwable failure, Path folder) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (saysSo(cause.getMessage())) {
                return true;
            }
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < HARDLY_ANY;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean saysSo(@Nullable String message) {
        if (message == null) {
            return false;
        }
        String told = message.toLowerCase(Locale.ROOT);
        return told.contains("no space left")
                || told.contains("not enough space")
                || told.contains("disk quota exceeded");
    }
}
