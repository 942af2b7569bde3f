package org.cairn.bundle.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The manifest: what `sha256sum -c` would say, and that the bundle itself is in it.
final class ManifestRules {

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

    private ManifestRules() {}

    static void check(Path pdf, Path manifest, Verdicts verdicts) throws IOException {
        List<String> wrong = new ArrayList<>();
        int entries = 0;
        boolean listed = false;
        Path folder = manifest.toAbsolutePath().getParent();
        for (String line : Files.readAllLines(manifest)) {
            if (line.isBlank()) {
                continue;
            }
            entries++;
            Matcher matcher = LINE.matcher(line);
            if (folder == null || !matcher.matches()) {
                wrong.add(String.valueOf(entries));
                continue;
            }
            if (!matches(folder, matcher.group(2), matcher.group(1))) {
                wrong.add(matcher.group(2));
            }
            listed |= isSame(folder, matcher.group(2), pdf);
        }
        verdicts.rule("M", "manifest", wrong, entries);
        verdicts.rule("M", "manifestBundle", listed ? List.of() : List.of(1));
    }

    private static boolean matches(Path folder, String name, String expected) throws IOException {
        Path file = resolve(folder, name);
        return file != null && Files.isRegularFile(file) && hash(file).equalsIgnoreCase(expected);
    }

    private static boolean isSame(Path folder, String name, Path pdf) throws IOException {
        Path file = resolve(folder, name);
        return file != null && Files.exists(file) && Files.isSameFile(file, pdf);
    }

    private static @Nullable Path resolve(Path folder, String name) {
        try {
            return folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[64 << 10];
            for (int n = in.read(part); n > 0; n = in.read(part)) {
                digest.update(part, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
