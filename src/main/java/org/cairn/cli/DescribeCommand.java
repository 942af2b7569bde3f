package org.cairn.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cairn.archive.Archive;
import org.cairn.archive.Kept;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Term;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Describes an evidence item.
@Command(
        name = "describe",
        footer = {
            "  cairn describe E-0012 --type FINANCIAL --date \"spring 2014\"",
            "  cairn describe E-0012 --date \"\" --tag fees"
        })
final class DescribeCommand implements Callable<Integer> {

    private static final String TYPES = "evidence-type";

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF")
    @SuppressWarnings("NullAway.Init")
    private String reference;

    @Option(names = "--title", paramLabel = "T")
    private @Nullable String title;

    @Option(names = "--type", paramLabel = "TYPE")
    private @Nullable String type;

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable String date;

    @Option(names = "--author", paramLabel = "A")
    private @Nullable String author;

    @Option(names = "--recipient", paramLabel = "R")
    private @Nullable String recipient;

    @Option(names = "--language", paramLabel = "xx")
    private @Nullable String language;

    @Option(names = "--copy-status", paramLabel = "STATUS")
    private @Nullable String copyStatus;

    @Option(names = "--protection", paramLabel = "LEVEL")
    private @Nullable Protection protection;

    @Option(names = "--tag", paramLabel = "WORD")
    private List<String> tags = List.of();

    @Option(names = "--untag", paramLabel = "WORD")
    private List<String> untags = List.of();

    @Option(names = "--graphic", negatable = true)
    private @Nullable Boolean graphic;

    @Override
    public Integer call() {
        Reference known = Allowed.reference("REF", reference);
        if (known.kind() != RecordKind.EVIDENCE) {
            throw Allowed.refused("REF", List.of("E-0001"));
        }
        if (Stream.of(title, type, date, author, recipient, language, copyStatus, protection, graphic)
                        .allMatch(given -> given == null)
                && tags.isEmpty()
                && untags.isEmpty()) {
            throw new ArchiveException.InvalidInput("--title, --type, --date, …", "missing");
        }
        copyStatus = copyStatus == null ? null : Allowed.code("--copy-status", copyStatus, "copy-status");
        Optional<FuzzyDate> day = Allowed.date("--date", given(date), options.locale());
        Optional<LanguageTag> spoken = Optional.ofNullable(given(language)).map(DescribeCommand::language);
        return options.with(archive -> describe(archive, known, day, spoken));
    }

    private int describe(Archive archive, Reference known, Optional<FuzzyDate> day, Optional<LanguageTag> spoken) {
        Revision revision = archive.records().open(known);
        if (!(revision.record() instanceof EvidenceItem item)) {
            throw new ArchiveException.NotFound(known);
        }
        EvidenceDescription before = EvidenceDescription.of(item);
        type = type == null || type.equals(before.type()) ? type : Allowed.oneOf(types(archive), "--type", type);
        EvidenceDescription after = new EvidenceDescription(
                or(title, before.title()),
                or(type, before.type()),
                date == null ? before.date() : day,
                language == null ? before.language() : spoken,
                or(author, before.author()),
                or(recipient, before.recipient()),
                or(copyStatus, before.copyStatus()),
                protection == null ? before.protection() : protection,
                tagged(before.tags()),
                graphic == null ? before.graphic() : graphic);
        Kept kept = archive.evidence().describe(known, after, revision.number());
        Output output = options.output();
        output.say("describe.kept", known.toString(), kept.revision());
        output.document(Output.object()
                .put("reference", known.toString())
                .put("revision", kept.revision())
                .put("hash", kept.hash().hex()));
        return ExitCode.DONE;
    }

    /// The program's types, and those that the organisation added.
    private static List<String> types(Archive archive) {
        Stream<String> added = archive.ownForms().terms(TYPES).stream()
                .filter(term -> !term.retired())
                .map(Term::code);
        return Stream.concat(Vocabulary.codes(TYPES).stream(), added).distinct().toList();
    }

    private Set<String> tagged(Set<String> before) {
        Set<String> all = new HashSet<>(before);
        all.addAll(tags);
        untags.forEach(all::remove);
        return all;
    }

    /// What was given, unless it was given empty.
    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static String or(@Nullable String value, String before) {
        return value == null ? before : value.strip();
    }

    private static LanguageTag language(String tag) {
        try {
            return new LanguageTag(tag);
        } catch (IllegalArgumentException e) {
            throw Allowed.refused("--language", List.of("en", "ug", "zh-Hans", "…"));
        }
    }
}
