package org.cairn.bundle;

import java.util.Locale;
import java.util.regex.Pattern;

/// What files in and beside a bundle are called: short, plain, the same on every system.
///
/// @param stem the bundle's file name without extension
record FolderNames(String stem) {

    private static final Pattern EXTENSION = Pattern.compile(".*\\.([A-Za-z0-9]{1,8})");

    /// Short case name, volume, date.
    static FolderNames of(BundlePlan plan, Words words) {
        String name = plan.draft().caseName().isBlank()
                ? plan.draft().title()
                : plan.draft().caseName();
        return new FolderNames("%s_%s_%s"
                .formatted(
                        shortened(plain(name)),
                        plain(words.text(
                                "file.volume", String.valueOf(plan.draft().volume()))),
                        plan.date()));
    }

    /// The same name, told apart from others of it.
    FolderNames numbered(int number) {
        return new FolderNames(stem + "_" + number);
    }

    private static String shortened(String name) {
        int length = Math.min(40, name.codePointCount(0, name.length()));
        String cut = name.substring(0, name.offsetByCodePoints(0, length));
        String trimmed = cut.replaceAll("[-.]+$", "");
        return trimmed.isEmpty() ? "bundle" : trimmed;
    }

    /// Letters and digits of any script, everything else a hyphen.
    private static String plain(String text) {
        return text.strip().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    }

    String pdf() {
        return stem + ".pdf";
    }

    String manifest() {
        return stem + "_manifest-sha256.txt";
    }

    /// The original of an exhibit, from within the folder.
    String original(PlannedExhibit exhibit) {
        return "data/originals/" + file(exhibit) + extension(exhibit);
    }

    /// The custody extract of an exhibit, from within the folder.
    String custody(PlannedExhibit exhibit) {
        return "data/custody/" + file(exhibit) + ".json";
    }

    private static String file(PlannedExhibit exhibit) {
        String stem = plain(exhibit.fileStem());
        return plain(exhibit.mark()) + "_"
                + (stem.isEmpty() ? exhibit.reference().toString() : shortened(stem));
    }

    private static String extension(PlannedExhibit exhibit) {
        if (exhibit.content() instanceof Content.Document document) {
            var matcher = EXTENSION.matcher(document.item().fileName());
            return matcher.matches() ? "." + matcher.group(1).toLowerCase(Locale.ROOT) : ".bin";
        }
        return "";
    }
}
