package org.cairn.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cairn.progress.Progress;
import org.jspecify.annotations.Nullable;

/// Everything that was offered, walked through: files to take, and what is none.
///
/// Links are never followed: they may lead anywhere, and what they lead to was not what was offered.
final class IncomingFiles {

    private final List<Incoming> found = new ArrayList<>();
    private final Progress progress;

    private IncomingFiles(Progress progress) {
        this.progress = progress;
    }

    /// A file that was offered.
    ///
    /// @param refusal why it cannot be taken, a code; empty where it can be tried
    /// @param size its bytes when it was found; 0 where it is no file, or nobody could tell
    record Incoming(Path path, String refusal, long size) {

        /// Something that is not there to be taken.
        Incoming(Path path, String refusal) {
            this(path, refusal, 0);
        }

        @Override
        public String toString() {
            return "Incoming";
        }
    }

    static List<Incoming> walk(List<Path> offered, Progress progress) {
        IncomingFiles files = new IncomingFiles(progress);
        offered.forEach(files::walk);
        return files.found;
    }

    private void walk(Path top) {
        List<Incoming> here = new ArrayList<>();
        try {
            Files.walkFileTree(top, new Walk(here, progress));
        } catch (IOException e) {
            here.add(new Incoming(top, "notReadable"));
        }
        // the same order on every machine
        here.sort(Comparator.comparing(incoming -> incoming.path().toString()));
        found.addAll(here);
    }

    /// Why a file cannot be opened that was there a moment ago, or was said to be.
    static String whyUnreadable(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? "notReadable" : "missing";
    }

    private static String refusal(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return "link";
        }
        return attributes.isRegularFile() ? "" : "notAFile";
    }

    /// One offered file or folder, looked through: a file or folder that fails is named, the rest goes on.
    static final class Walk extends SimpleFileVisitor<Path> {

        private final List<Incoming> here;
        private final Progress progress;

        Walk(List<Incoming> here, Progress progress) {
            this.here = here;
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            progress.checkCancelled();
            if (Archives.isArchive(folder)) {
                here.add(new Incoming(folder, "archive"));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            here.add(new Incoming(file, refusal(attributes), attributes.isRegularFile() ? attributes.size() : 0));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            here.add(new Incoming(file, whyUnreadable(file)));
            return FileVisitResult.CONTINUE;
        }

        /// A folder that breaks off is named; what lies beside it is still taken.
        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                here.add(new Incoming(folder, whyUnreadable(folder)));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
