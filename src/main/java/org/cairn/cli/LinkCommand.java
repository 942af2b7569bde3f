package org.cairn.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cairn.archive.Archive;
import org.cairn.archive.Kept;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.ElementLink.Directness;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Links a record, or a place in one, to an element of a crime; corrects a link, or withdraws one.
@Command(
        name = "link",
        footer = {
            "  cairn link \"T-0007 ¶14\" --element PAL.PURP --bearing supports",
            "  cairn link \"E-0012 p. 3\" --element RS7h.2 --bearing contradicts --weight 3",
            "  cairn link J-0004 --standing reviewed",
            "  cairn link J-0004 --withdraw \"of another hospital\""
        })
final class LinkCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "PLACE")
    @SuppressWarnings("NullAway.Init")
    private String place;

    @Option(names = "--element", paramLabel = "CODE")
    private @Nullable String element;

    @Option(names = "--bearing", paramLabel = "WAY")
    private @Nullable Bearing bearing;

    @Option(names = "--directness", paramLabel = "HOW")
    private @Nullable Directness directness;

    @Option(names = "--weight", paramLabel = "N")
    private @Nullable Integer weight;

    @Option(names = "--incident", paramLabel = "V-0001")
    private @Nullable String incident;

    @Option(names = "--suspect", paramLabel = "P-0001")
    private @Nullable String suspect;

    @Option(names = "--rationale", paramLabel = "WHY")
    private @Nullable String rationale;

    @Option(names = "--standing", paramLabel = "STANDING")
    private @Nullable Standing standing;

    @Option(names = "--at", paramLabel = "PLACE")
    private @Nullable String at;

    @Option(names = "--protection", paramLabel = "LEVEL")
    private @Nullable Protection protection;

    @Option(names = "--withdraw", paramLabel = "WHY")
    private @Nullable String withdraw;

    @Override
    public Integer call() {
        Optional<Pinpoint> exact = Pinpoint.tryParse(place);
        Reference subject = exact.map(Pinpoint::reference).orElseGet(() -> Allowed.reference("PLACE", place));
        boolean own = subject.kind() == RecordKind.LINK;
        if (own ? exact.isPresent() : !ElementLink.LINKED.contains(subject.kind()) || withdraw != null) {
            throw Allowed.refused(
                    withdraw == null ? "PLACE" : "--withdraw",
                    own || withdraw != null ? List.of("J-0001") : List.of("T-0001 ¶2", "E-0001 p. 3", "M-0001"));
        }
        requireWeight();
        if (own) {
            requireChange();
        } else {
            requireGiven("--element", element);
            requireGiven("--bearing", bearing);
        }
        return options.with(archive -> {
            if (withdraw != null) {
                kept("link.withdrawn", archive.elementLinks().withdraw(subject, withdraw));
            } else if (own) {
                kept("link.kept", changed(archive, subject));
            } else {
                kept("link.kept", archive.elementLinks().add(link(archive, subject, exact)));
            }
            return ExitCode.DONE;
        });
    }

    private void requireWeight() {
        if (weight != null && (weight < 1 || weight > ElementLink.HEAVIEST)) {
            throw Allowed.refused("--weight", List.of("1", "2", "3"));
        }
    }

    /// A withdrawal says nothing else, and anything else says something.
    private void requireChange() {
        boolean changes = Stream.of(
                        element, bearing, directness, weight, incident, suspect, rationale, standing, at, protection)
                .anyMatch(java.util.Objects::nonNull);
        if (withdraw != null && changes) {
            throw Allowed.refused("--withdraw", List.of("J-0001"));
        }
        if (withdraw == null && !changes) {
            requireGiven("--standing", null);
        }
    }

    private static void requireGiven(String option, @Nullable Object given) {
        if (given == null) {
            throw new ArchiveException.InvalidInput(option, "missing");
        }
    }

    private ElementLink link(Archive archive, Reference subject, Optional<Pinpoint> exact) {
        String code = archive.elementLinks().known(String.valueOf(element)).code();
        Bearing way = bearing == null ? Bearing.CONTEXT : bearing;
        return said(archive, new ElementLink(subject, where(exact), code, way));
    }

    /// What is not said of a link stays as it was.
    private Kept changed(Archive archive, Reference reference) {
        Revision before = archive.records().open(reference);
        if (!(before.record() instanceof ElementLink link)) {
            throw new ArchiveException.NotFound(reference);
        }
        return archive.elementLinks()
                .revise(reference, said(archive, link.at(where(link.pinpoint()))), before.number());
    }

    private Optional<Pinpoint> where(Optional<Pinpoint> before) {
        return at == null
                ? before
                : Optional.of(Pinpoint.tryParse(at)
                        .orElseThrow(() -> Allowed.refused("--at", List.of("T-0001 ¶2", "E-0001 p. 3"))));
    }

    private ElementLink said(Archive archive, ElementLink before) {
        ElementLink link = before;
        if (element != null) {
            link = link.to(archive.elementLinks().known(element).code());
        }
        if (bearing != null) {
            link = link.bearing(bearing);
        }
        link = link.judged(
                Optional.ofNullable(directness).or(before::directness),
                Optional.ofNullable(weight).or(before::weight));
        link = link.concerning(
                reference("--incident", incident, RecordKind.EVENT, "V-0001").or(before::incident),
                reference("--suspect", suspect, RecordKind.PERSON, "P-0001").or(before::suspect));
        link = rationale == null ? link : link.because(rationale);
        link = standing == null ? link : link.standing(standing);
        return protection == null ? link : link.kept(protection);
    }

    private static Optional<Reference> reference(
            String option, @Nullable String given, RecordKind kind, String example) {
        return Optional.ofNullable(given)
                .map(written -> Reference.tryParse(written)
                        .filter(reference -> reference.kind() == kind)
                        .orElseThrow(() -> Allowed.refused(option, List.of(example))));
    }

    private void kept(String key, Kept kept) {
        Output output = options.output();
        output.say(key, kept.reference().toString(), kept.revision());
        output.document(Output.object()
                .put("reference", kept.reference().toString())
                .put("revision", kept.revision())
                .put("hash", kept.hash().hex()));
    }
}
