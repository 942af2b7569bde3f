package org.cairn.bundle;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;

/// A list of hashes beside a bundle, and the line in it that names one file.
///
/// @param path where it is
/// @param text all of it
/// @param start where the hash of the file begins
/// @param listed that hash
record ManifestFile(Path path, String text, int start, Fingerprint listed) {

    /// What lists of hashes are called, here and in bags (RFC 8493).
    private static final String ENDING = "manifest-sha256.txt";

    private static final Pattern LINE = Pattern.compile("^([0-9a-fA-F]{64}) [ *](.+)$", Pattern.MULTILINE);

    /// The list that is named, or else the one in the same folder that names the file.
    ///
    /// @param given the list, where somebody says which
    /// @return nothing where nobody says which and none is there
    /// @throws ArchiveException.InvalidInput when it does not name the file, or several do
    static Optional<ManifestFile> of(Path file, Optional<Path> given) throws IOException {
        if (given.isPresent()) {
            return Optional.of(read(given.get().toRealPath(), file)
                    .orElseThrow(() -> new ArchiveException.InvalidInput("manifest", "notInManifest")));
        }
        List<ManifestFile> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(file))) {
            for (Path beside : files) {
                if (beside.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING)
                        && Files.isRegularFile(beside)) {
                    readOrPass(beside, file).ifPresent(found::add);
                }
            }
        }
        if (found.size() > 1) {
            throw new ArchiveException.InvalidInput("manifest", "severalManifests");
        }
        return found.stream().findFirst();
    }

    /// What is called like a list and is none names nothing.
    private static Optional<ManifestFile> readOrPass(Path path, Path file) throws IOException {
        try {
            return read(path, file);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<ManifestFile> read(Path path, Path file) throws IOException {
        String text = Files.readString(path);
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            if (names(path, lines.group(2), file)) {
                MatchResult line = lines.toMatchResult();
                return Optional.of(new ManifestFile(
                        path, text, line.start(1), new Fingerprint(line.group(1).toLowerCase(Locale.ROOT))));
            }
        }
        return Optional.empty();
    }

    private static boolean names(Path path, String name, Path file) throws IOException {
        try {
            Path named = folder(path).resolve(name);
            return Files.exists(named) && Files.isSameFile(named, file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    Fingerprint hash() {
        return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// All of it with another hash for the file, and not a byte changed but those.
    byte[] naming(Fingerprint other) {
        String with = text.substring(0, start)
                + other.hex()
                + text.substring(start + other.hex().length());
        return with.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ManifestFile";
    }
}
