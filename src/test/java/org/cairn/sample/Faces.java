package org.cairn.sample;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The typefaces of the sample papers: one for each script, taken from the project's fonts, else from the system's.
final class Faces {
    /// One script's typeface.
    enum Face {
        PLAIN("NotoSans-Regular.ttf"),
        BOLD("NotoSans-Bold.ttf"),
        ARABIC("NotoNaskhArabic-Regular.ttf"),
        HAN("NotoSansSC-Regular.ttf", "DroidSansFallbackFull.ttf"),
        TIBETAN("NotoSerifTibetan-Regular.ttf");

        private final List<String> files;

        Face(String... files) {
            this.files = List.of(files);
        }
    }

    private final Map<Face, Path> files = new EnumMap<>(Face.class);
    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);

    Faces(Path project) {
        List<Path> folders = List.of(
                project.resolve("resources/fonts"),
                Path.of("/usr/share/fonts/truetype/noto"),
                Path.of("/usr/share/fonts/truetype/droid"));
        for (Face face : Face.values()) {
            Path file = folders.stream()
                    .flatMap(folder -> face.files.stream().map(folder::resolve))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no font for " + face));
            files.put(face, file);
            fonts.put(face, load(file));
        }
    }

    private static Font load(Path file) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (FontFormatException failure) {
            throw new IllegalStateException("a font could not be read", failure);
        }
    }

    Path file(Face face) {
        return Objects.requireNonNull(files.get(face));
    }

    Font font(Face face, float size) {
        return loaded(face).deriveFont(size);
    }

    /// The typeface that has a character; characters of no script go with what stood before them.
    Face faceOf(int codePoint, Face before, boolean bold) {
        Face latin = bold ? Face.BOLD : Face.PLAIN;
        return switch (Character.UnicodeScript.of(codePoint)) {
            case ARABIC -> Face.ARABIC;
            case HAN, HIRAGANA, KATAKANA -> Face.HAN;
            case TIBETAN -> Face.TIBETAN;
            case COMMON, INHERITED -> common(codePoint, before, latin);
            default -> latin;
        };
    }

    private Face common(int codePoint, Face before, Face latin) {
        if (before != latin && has(before, codePoint)) {
            return before;
        }
        if (has(latin, codePoint)) {
            return latin;
        }
        return has(Face.HAN, codePoint) ? Face.HAN : Face.ARABIC;
    }

    private boolean has(Face face, int codePoint) {
        return loaded(face).canDisplay(codePoint);
    }

    private Font loaded(Face face) {
        return Objects.requireNonNull(fonts.get(face));
    }
}
