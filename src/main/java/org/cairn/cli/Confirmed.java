package org.cairn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking.Version;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Occurrence;
import org.cairn.domain.PageRanges;

/// Which of the places that were found are blacked out in a draft, and how.
///
/// @param from the first version that is without them
record Confirmed(Asked asked, BundleVersion from) {

    private static final List<String> NUMBERS = List.of("1", "3-5", "1,3-5");

    /// What was said on the command line.
    ///
    /// @param reason a code of `redaction-reason`
    /// @param from the version; may be left out where the draft has one
    /// @param parts whether also parts of longer words
    /// @param numbers exactly these places
    /// @param out the file that the draft is written to
    record Asked(String reason, Optional<String> from, boolean parts, Optional<PageRanges> numbers, Path out) {
        @Override
        public String toString() {
            return "Asked " + reason;
        }
    }

    /// @throws ArchiveException.InvalidInput for a version that the draft has not: nothing would be taken out of any
    static Confirmed of(BundleDraft draft, Asked asked) {
        List<BundleVersion> versions =
                draft.how().versions().stream().map(Version::kind).toList();
        List<BundleVersion> known = versions.isEmpty() ? List.of(BundleVersion.CONFIDENTIAL) : versions;
        List<String> codes = known.stream().map(Confirmed::code).toList();
        if (asked.from().isEmpty() && known.size() > 1) {
            throw new ArchiveException.InvalidInput("--from", "missing", codes);
        }
        String chosen = Allowed.oneOf(codes, "--from", asked.from().orElse(codes.getFirst()));
        return new Confirmed(asked, known.get(codes.indexOf(chosen)));
    }

    /// Numbers of places: `1,3-5`.
    static PageRanges numbers(String given) {
        try {
            return Optional.of(PageRanges.parse(given))
                    .filter(numbers -> !numbers.all())
                    .orElseThrow(() -> Allowed.refused("--take", NUMBERS));
        } catch (ArchiveException.InvalidInput e) {
            throw Allowed.refused("--take", NUMBERS);
        }
    }

    /// What somebody types for a version.
    static String code(BundleVersion version) {
        return version.name().toLowerCase(Locale.ROOT);
    }

    /// Whether a place is blacked out now.
    ///
    /// @param number of the place, from 1
    boolean takes(int number, Occurrence place) {
        return chosen(number, place) && !place.spots().isEmpty() && !hidden(place);
    }

    private boolean chosen(int number, Occurrence place) {
        return asked.numbers().map(numbers -> numbers.has(number)).orElse(asked.parts() || place.alone());
    }

    /// Whether nobody reads it in the version before anything is done.
    boolean hidden(Occurrence place) {
        return place.hiddenFrom().filter(from::leavesOut).isPresent();
    }

    /// The draft in which they are blacked out.
    ///
    /// @param found every place, in the order of their numbers
    BundleDraft without(BundleDraft draft, List<Occurrence> found) {
        asked.numbers().ifPresent(numbers -> require(numbers, found));
        List<Occurrence> taken = new ArrayList<>();
        for (int number = 1; number <= found.size(); number++) {
            Occurrence place = found.get(number - 1);
            if (takes(number, place)) {
                taken.add(place);
            }
        }
        return taken.isEmpty() ? draft : draft.redacting(taken, from, asked.reason());
    }

    /// Whoever names a place must not believe that it is gone when it cannot be taken out.
    private static void require(PageRanges numbers, List<Occurrence> found) {
        if (numbers.last() > found.size()) {
            throw Allowed.refused("--take", found.isEmpty() ? List.of() : List.of("1 – " + found.size()));
        }
        for (int number = 1; number <= found.size(); number++) {
            if (numbers.has(number) && found.get(number - 1).spots().isEmpty()) {
                throw new ArchiveException.InvalidInput("--take " + number, "beyondPage");
            }
        }
    }

    @Override
    public String toString() {
        return "Confirmed " + from;
    }
}
