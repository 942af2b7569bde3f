package org.cairn.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException;

/// A use that a witness is asked about, and what is true of it for everybody: a line of the vocabulary `consent-scope`.
///
/// @param code the use, such as `SUBMIT_TRIBUNAL`
/// @param leaves whether something may leave the archive for it
/// @param named whether it may only be allowed for a recipient who is named
/// @param needs uses of which one must be allowed too before this one counts; none where it stands alone
public record ConsentScope(String code, boolean leaves, boolean named, List<String> needs) {

    private static final String LIST = "consent-scope";
    private static final String NEEDS = "needs:";
    private static final List<ConsentScope> ALL =
            Vocabulary.lines(LIST).stream().map(ConsentScope::read).toList();

    public ConsentScope {
        needs = List.copyOf(needs);
    }

    /// Every use, in the order in which a witness is asked.
    public static List<ConsentScope> all() {
        return ALL;
    }

    /// The codes of the uses for which something may leave the archive.
    public static List<String> leaving() {
        return ALL.stream().filter(ConsentScope::leaves).map(ConsentScope::code).toList();
    }

    /// A use by its code.
    ///
    /// @throws ArchiveException.InvalidInput when there is no such use
    public static ConsentScope of(String code) {
        return find(code)
                .orElseThrow(() -> new ArchiveException.InvalidInput("scope", "unknownValue", Vocabulary.codes(LIST)));
    }

    /// The use for which something is about to leave the archive.
    ///
    /// @throws ArchiveException.InvalidInput when nothing leaves for it, with those for which something may
    static ConsentScope requireLeaving(String code) {
        ConsentScope scope =
                find(code).orElseThrow(() -> new ArchiveException.InvalidInput("scope", "unknownValue", leaving()));
        if (!scope.leaves()) {
            throw new ArchiveException.InvalidInput("scope", "nothingLeaves", leaving());
        }
        return scope;
    }

    /// Refuses a use that reaches only somebody who is named where nobody is.
    void requireNamed(Optional<String> recipient) {
        if (!reaches(recipient)) {
            throw new ArchiveException.InvalidInput("recipient", "recipientNotNamed");
        }
    }

    /// Whether it can reach whoever is named, or anybody where nobody is.
    boolean reaches(Optional<String> recipient) {
        return !named || recipient.filter(name -> !name.isBlank()).isPresent();
    }

    private static Optional<ConsentScope> find(String code) {
        return ALL.stream().filter(scope -> scope.code().equals(code)).findFirst();
    }

    private static ConsentScope read(List<String> line) {
        List<String> needs = line.stream()
                .filter(word -> word.startsWith(NEEDS))
                .flatMap(word -> Arrays.stream(word.substring(NEEDS.length()).split("\\|")))
                .toList();
        return new ConsentScope(line.getFirst(), line.contains("leaves"), line.contains("named"), needs);
    }

    @Override
    public String toString() {
        return "ConsentScope " + code;
    }
}
