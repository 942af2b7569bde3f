package org.cairn.bundle;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What files in and beside a bundle are called: short, plain, the same on every system.
///
/// @param name the case's short name
/// @param volumes what its volumes are called, in order: as many as there may be
/// @param rest the date, and what tells it from others of the same name
record FolderNames(String name, List<String> volumes, String rest) {

    /// So many volumes have names that are looked for before anything is written.
    static final int VOLUMES = 99;

    /// What is handed over in a bag (RFC 8493); beside it, a bag says things of itself.
    static final String PAYLOAD = "data/";

    private static final Pattern EXTENSION = Pattern.compile(".*\\.([A-Za-z0-9]{1,8})");

    FolderNames {
        volumes = List.copyOf(volumes);
    }

    /// Short case name, volume, date, and for whose eyes it is where there are several versions.
    static FolderNames of(BundlePlan plan, Words words) {
        String name = plan.draft().caseName().isBlank()
                ? plan.draft().title()
                : plan.draft().caseName();
        int first = plan.draft().volume();
        List<String> volumes = IntStream.range(first, first + VOLUMES)
                .mapToObj(number -> plain(words.text("file.volume", String.valueOf(number))))
                .toList();
        String version = plan.edition()
                .version()
                .map(one -> "_" + plain(words.coded("edition", one.name())))
                .orElse("");
        return new FolderNames(shortened(plain(name)), volumes, plan.date() + version);
    }

    /// The same name, told apart from others of it.
    FolderNames numbered(int number) {
        return new FolderNames(name, volumes, rest + "_" + number);
    }

    /// What everything that belongs to the bundle begins with: the first volume's name, without extension.
    String stem() {
        return volume(0);
    }

    private String volume(int place) {
        String volume = place < volumes.size() ? volumes.get(place) : volumes.getLast() + "-" + place;
        return name + "_" + volume + "_" + rest;
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

    /// A volume, by its place from 0.
    String pdf(int place) {
        return volume(place) + ".pdf";
    }

    String manifest() {
        return stem() + "_manifest-sha256.txt";
    }

    /// The index as a table, from within the folder.
    static String index() {
        return PAYLOAD + "index.csv";
    }

    /// A load file, from within the folder.
    ///
    /// @param format its extension
    String load(String format) {
        return PAYLOAD + stem() + "." + format;
    }

    /// Whether the original of an exhibit lies in the folder.
    static boolean beside(PlannedExhibit exhibit) {
        return exhibit.content() instanceof Content.Document && exhibit.shownWhole();
    }

    /// Where the original of an exhibit lies, or why it does not.
    String whereabouts(PlannedExhibit exhibit, Words words) {
        if (beside(exhibit)) {
            return original(exhibit);
        }
        return words.text(exhibit.content() instanceof Content.Document ? "manifest.part" : "manifest.statement");
    }

    /// The original of an exhibit, from within the folder.
    String original(PlannedExhibit exhibit) {
        return PAYLOAD + "originals/" + file(exhibit) + extension(exhibit);
    }

    /// The custody extract of an exhibit, from within the folder.
    String custody(PlannedExhibit exhibit) {
        return PAYLOAD + "custody/" + file(exhibit) + ".json";
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
