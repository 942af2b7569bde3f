package org.cairn.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.bundle.typeset.Paper;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.RecordKind;

/// What a court wants of a bundle: a small file under `profiles/`, where each rule stands with its source.
///
/// A rule that a court does not have is not in its file. The court's name is in the messages of `bundle`, under
/// `profile.<code>`.
///
/// @param code the file's name, which drafts hold
/// @param paper the sheet of the pages that are set here; documents keep their own
/// @param numbering how a page's number is printed, with `N` for it and `TOTAL` for the last
/// @param head what every page says at its head, in order
/// @param largestVolume the greatest size of a volume in bytes
/// @param advisedVolume the size in bytes above which a volume is better parted, where the court has no rule
/// @param mostPages the greatest number of pages
/// @param template what a bundle for the court begins with
/// @param sources where each rule comes from, by its name in the file
public record CourtProfile(
        String code,
        Paper paper,
        String numbering,
        List<Label> head,
        Optional<Long> largestVolume,
        Optional<Long> advisedVolume,
        Optional<Integer> mostPages,
        Template template,
        Map<String, String> sources) {

    private static final String SOURCE = ".source";

    public CourtProfile {
        head = List.copyOf(head);
        sources = Map.copyOf(sources);
    }

    /// What a new bundle for a court is made of; a person changes what they like.
    ///
    /// @param sections the kinds of records that its sections are for
    /// @param schedules what is set beside what every bundle has
    /// @param versions which there are, each with the use that its witnesses have to have allowed
    public record Template(
            List<RecordKind> sections, List<BundleMaking.Schedule> schedules, List<BundleMaking.Version> versions) {
        public Template {
            sections = List.copyOf(sections);
            schedules = List.copyOf(schedules);
            versions = List.copyOf(versions);
        }
    }

    /// A part of the label at the head of every page.
    public enum Label {
        MARKING,
        REFERENCE,
        /// As the registry of the ICC files: reference, `-Conf`, `-Exp`, `-Red`, date.
        RECORD,
        CASE,
        CONFIDENTIALITY,
        VOLUME,
        DATE
    }

    /// The codes of all profiles, the default first.
    public static List<String> codes() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource("index.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The profile of a code.
    ///
    /// @throws IllegalArgumentException when there is none: whoever asks has checked it against [#codes]
    public static CourtProfile of(String code) {
        if (!codes().contains(code)) {
            throw new IllegalArgumentException("no such profile");
        }
        Properties file = new Properties();
        try (InputStreamReader in = new InputStreamReader(resource(code + ".properties"), StandardCharsets.UTF_8)) {
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CourtProfile(
                code,
                Paper.valueOf(file.getProperty("paper")),
                file.getProperty("numbering"),
                labels(file.getProperty("head")),
                megabytes(file, "volume.megabytes"),
                megabytes(file, "volume.megabytes.advised"),
                Optional.ofNullable(file.getProperty("volume.pages")).map(Integer::valueOf),
                template(file),
                sources(file));
    }

    /// How a page's number is printed.
    String numbered(int number, int total) {
        return numbering.replace("TOTAL", String.valueOf(total)).replace("N", String.valueOf(number));
    }

    /// Where a rule comes from.
    public String source(String rule) {
        return sources.getOrDefault(rule, "");
    }

    private static Optional<Long> megabytes(Properties file, String rule) {
        return Optional.ofNullable(file.getProperty(rule)).map(size -> Long.parseLong(size) * 1_000_000);
    }

    private static Template template(Properties file) {
        return new Template(
                words(file.getProperty("template.sections"))
                        .map(RecordKind::valueOf)
                        .toList(),
                words(file.getProperty("template.schedules"))
                        .map(BundleMaking.Schedule::valueOf)
                        .toList(),
                words(file.getProperty("template.versions"))
                        .map(CourtProfile::version)
                        .toList());
    }

    /// `PUBLIC:PUBLISH_ANON`.
    private static BundleMaking.Version version(String words) {
        int colon = words.indexOf(':');
        return new BundleMaking.Version(
                BundleVersion.valueOf(words.substring(0, colon)),
                Optional.empty(),
                words.substring(colon + 1),
                Optional.empty());
    }

    private static List<Label> labels(String words) {
        return words(words).map(Label::valueOf).toList();
    }

    private static Stream<String> words(String written) {
        return Arrays.stream(written.split(","))
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .filter(word -> !word.isEmpty());
    }

    private static Map<String, String> sources(Properties file) {
        Map<String, String> sources = new TreeMap<>();
        Stream<String> names = file.stringPropertyNames().stream().filter(name -> name.endsWith(SOURCE));
        names.forEach(name -> sources.put(name.substring(0, name.length() - SOURCE.length()), file.getProperty(name)));
        return sources;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(CourtProfile.class.getResourceAsStream("/profiles/" + name), name);
    }
}
