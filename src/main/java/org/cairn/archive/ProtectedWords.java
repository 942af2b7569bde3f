package org.cairn.archive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.bundle.BundlePlan;
import org.cairn.bundle.Content;
import org.cairn.bundle.PlannedExhibit;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Identity;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;

/// The words that must not be left in a bundle from which anything is taken out: who its witnesses are, as far as
/// whoever writes it may know that, and what they name themselves.
final class ProtectedWords {

    /// Uses that a witness allows in which their name is told.
    private static final Set<String> NAMING = Set.of("DISCLOSE_ID_DEFENCE", "PUBLISH_NAMED");
    private static final int SHORTEST_PART = 4;
    private static final Pattern NUMBER = Pattern.compile("\\+?\\p{Nd}[\\p{Nd} ().\\-/]{5,}\\p{Nd}");
    /// What is short is a number to call only where it begins as one.
    private static final int LEAST_DIGITS = 9;

    private static final int LEAST_DIGITS_BEGUN = 7;

    private static final String DAY = "(0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(0?[1-9]|1[0-2])";
    private static final String YEAR = "(19|20)\\d\\d";
    private static final String HOUR = "([01]?\\d|2[0-4])\\.[0-5]\\d";
    private static final String OF_TIME = String.join(
            "|",
            YEAR + "[./\\-]" + MONTH + "[./\\-]" + DAY,
            DAY + "[./\\-]" + MONTH + "[./\\-]" + YEAR,
            MONTH + "[./\\-]" + DAY + "[./\\-]" + YEAR,
            YEAR + " ?[/\\-] ?" + YEAR,
            HOUR + "( ?- ?" + HOUR + ")?");
    /// Days, office hours and years; or a box and the number of its post office.
    private static final Pattern NO_NUMBER =
            Pattern.compile("(" + OF_TIME + ")([ \\-/]+(" + OF_TIME + "))*|[1-9]\\d{0,3}[ \\-]+\\d{5}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:]+@[^\\s<>,;:]+");

    private final Witnesses witnesses;

    ProtectedWords(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    /// @param more what the person names
    List<String> of(BundlePlan plan, List<String> more) {
        if (!isReduced(plan)) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>(more);
        if (!NAMING.contains(plan.draft().scope())) {
            words.addAll(known(plan));
        }
        return List.copyOf(words);
    }

    /// Who the witnesses of a bundle are, as far as whoever asks may know that.
    List<String> known(BundlePlan plan) {
        Set<String> words = new LinkedHashSet<>();
        if (witnesses.mayOpenIdentities()) {
            for (Reference witness : witnesses(plan)) {
                witnesses.identities(witness).forEach(one -> words.addAll(words(one.who())));
            }
        }
        return List.copyOf(words);
    }

    /// A version for others than the court, or one from which something is taken out.
    private static boolean isReduced(BundlePlan plan) {
        return plan.edition()
                        .version()
                        .filter(version -> version != BundleVersion.CONFIDENTIAL)
                        .isPresent()
                || plan.exhibits().stream()
                        .anyMatch(exhibit -> exhibit.withheld().isPresent()
                                || !exhibit.redactions().isEmpty());
    }

    /// Those of whom a statement or a medical record is in the bundle, withheld or not.
    private static List<Reference> witnesses(BundlePlan plan) {
        return plan.exhibits().stream()
                .flatMap(ProtectedWords::witness)
                .filter(reference -> reference.kind() == RecordKind.WITNESS)
                .distinct()
                .toList();
    }

    private static Stream<Reference> witness(PlannedExhibit exhibit) {
        String pseudonym = switch (exhibit.content()) {
            case Content.Statement statement -> statement.pseudonym();
            case Content.MedicalReport report -> report.pseudonym();
            case Content.FreeRecord free -> free.pseudonym();
            case Content.Thing thing -> thing.pseudonym();
            case Content.Document document ->
                document.item().witness().map(Reference::toString).orElse("");
        };
        return Reference.tryParse(pseudonym).stream();
    }

    /// Names whole and by their parts, in every way they were written down.
    private static List<String> words(Identity identity) {
        List<String> words = new ArrayList<>();
        Stream.of(Stream.of(identity.name()), identity.aliases().stream(), identity.family().stream())
                .flatMap(names -> names)
                .forEach(name -> {
                    words.add(name);
                    Stream.of(name.split("[\\s,;·]+"))
                            .filter(part -> part.codePointCount(0, part.length()) >= SHORTEST_PART)
                            .forEach(words::add);
                });
        if (identity.contact().length() >= SHORTEST_PART) {
            words.add(identity.contact());
            // beside a number or an address stands what it is, which nobody repeats with it
            words.addAll(beside(identity.contact()));
        }
        return words.stream().filter(word -> !word.isBlank()).distinct().toList();
    }

    /// The numbers to call and the addresses in what was noted of how to reach somebody.
    static List<String> beside(String contact) {
        return Stream.concat(
                        NUMBER.matcher(contact)
                                .results()
                                .map(MatchResult::group)
                                .filter(ProtectedWords::isCalled),
                        ADDRESS.matcher(contact).results().map(MatchResult::group))
                .toList();
    }

    /// Whether somebody is called by a number: a date, office hours or a post office would be found on many a page.
    private static boolean isCalled(String number) {
        StringBuilder plain = new StringBuilder();
        number.codePoints()
                .forEach(sign -> plain.append(
                        Character.isDigit(sign)
                                ? Integer.toString(Character.digit(sign, 10))
                                : Character.toString(sign)));
        long digits = plain.chars().filter(Character::isDigit).count();
        boolean begun = plain.charAt(0) == '+' || plain.charAt(0) == '0';
        return digits >= (begun ? LEAST_DIGITS_BEGUN : LEAST_DIGITS)
                && !NO_NUMBER.matcher(plain).matches();
    }
}
