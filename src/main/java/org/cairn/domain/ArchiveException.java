package org.cairn.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something a person can act on: what happened, and (in the message files, by [#code()]) what to do.
///
/// Its message is the code alone, so that neither a log nor a stack trace can carry a name, a path or a word of
/// evidence. The desktop and the command line turn code and [#arguments()] into sentences.
public abstract sealed class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> arguments;

    private ArchiveException(String code, Object... arguments) {
        super(code);
        this.arguments = List.of(arguments);
    }

    /// The stable code that the message files explain, such as `wrongPassphrase`.
    public final String code() {
        return String.valueOf(getMessage());
    }

    /// What the sentence is filled with: references, numbers, codes; nothing from inside a record.
    public final List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }

    /// A refusal that may be about one version of a bundle alone.
    public interface InVersion {
        /// The version; nothing where there is only one, or no bundle.
        Optional<BundleVersion> version();
    }

    /// User or passphrase do not fit: which of them is never said.
    public static final class WrongPassphrase extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public WrongPassphrase() {
            super("wrongPassphrase");
        }
    }

    /// The recovery phrase and the shares do not open the archive together: which of them is wrong is never said.
    public static final class WrongRecovery extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public WrongRecovery() {
            super("wrongRecovery");
        }
    }

    /// The archive has no recovery kit.
    public static final class NoRecoveryKit extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public NoRecoveryKit() {
            super("noRecoveryKit");
        }
    }

    /// The recovery phrase or a share cannot be right as it was typed, or is of another kit: found before it is tried.
    public static final class RecoveryMistyped extends ArchiveException {
        private static final long serialVersionUID = 1L;

        /// @param part `phrase` or `share`
        /// @param number which of the shares in the order they came, from 1
        /// @param reason a code that the message files explain
        /// @param place the word or the group of letters it is about, from 1; 0 when it is about the whole
        public RecoveryMistyped(String part, int number, String reason, int place) {
            super("recoveryMistyped", part, number, reason, place);
        }
    }

    /// Another program, or another window, has the archive open for writing.
    public static final class InUse extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public InUse() {
            super("inUse");
        }
    }

    /// A later version of the program wrote the archive.
    public static final class NewerFormat extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public NewerFormat(int found, int known) {
            super("newerFormat", found, known);
        }
    }

    /// The folder holds no archive.
    public static final class NotAnArchive extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public NotAnArchive() {
            super("notAnArchive");
        }
    }

    /// Something would be overwritten that stands there already.
    public static final class AlreadyThere extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public AlreadyThere() {
            super("alreadyThere");
        }
    }

    /// Bytes are not what they were: which part of the archive, never what it said.
    public static final class Damaged extends ArchiveException {
        private static final long serialVersionUID = 1L;

        /// @param part `keys`, `records`, `file`, `index`, `ledger` or `bundle`
        public Damaged(String part) {
            super("damaged", part);
        }
    }

    /// It takes more memory than the program may use.
    public static final class MemoryFull extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public MemoryFull() {
            super("memoryFull");
        }
    }

    /// The disk is full: nothing of the last step was kept, everything before it was.
    public static final class StorageFull extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public StorageFull() {
            super("storageFull");
        }
    }

    /// A file or folder cannot be read or written.
    public static final class NotReachable extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public NotReachable() {
            super("notReachable");
        }
    }

    /// The process that reads files cannot be started: the files are kept and wait.
    public static final class ReaderNotStarted extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public ReaderNotStarted() {
            super("readerNotStarted");
        }
    }

    /// There is nothing to record sound with.
    public static final class NoSound extends ArchiveException {
        private static final long serialVersionUID = 1L;

        /// @param reason `noDevice`, `deviceInUse` or `deviceGone`
        public NoSound(String reason) {
            super("noSound", reason);
        }
    }

    /// The person's roles do not allow it.
    public static final class NotPermitted extends ArchiveException {
        private static final long serialVersionUID = 1L;

        /// @param action what was tried, as a code
        public NotPermitted(String action) {
            super("notPermitted", action);
        }
    }

    /// Something would leave the archive that a witness has not allowed to leave it.
    public static final class ConsentMissing extends ArchiveException implements InVersion {
        private static final long serialVersionUID = 1L;
        private final transient List<ConsentGap> gaps;
        private final @Nullable BundleVersion version;

        public ConsentMissing(List<ConsentGap> gaps) {
            this(gaps, Optional.empty());
        }

        /// @param version of the bundle that it would have left in
        public ConsentMissing(List<ConsentGap> gaps, Optional<BundleVersion> version) {
            super(
                    "consentMissing",
                    gaps.size(),
                    gaps.getFirst().statement(),
                    gaps.getFirst().scope());
            this.gaps = List.copyOf(gaps);
            this.version = version.orElse(null);
        }

        @Override
        public Optional<BundleVersion> version() {
            return Optional.ofNullable(version);
        }

        /// Every statement that may not leave, with the scope that is missing.
        public List<ConsentGap> gaps() {
            return gaps == null ? List.of() : gaps;
        }
    }

    /// Something is kept more closely than what it would leave in.
    public static final class ProtectionTooClose extends ArchiveException implements InVersion {
        private static final long serialVersionUID = 1L;
        private final @Nullable BundleVersion version;

        /// @param version of the bundle that it would have left in
        public ProtectionTooClose(Reference exhibit, Optional<BundleVersion> version) {
            super("protectionTooClose", exhibit);
            this.version = version.orElse(null);
        }

        @Override
        public Optional<BundleVersion> version() {
            return Optional.ofNullable(version);
        }
    }

    /// Something would leave with what it lies inside that is closed to the person: whether its witness allowed that
    /// cannot be judged for them.
    public static final class ClosedInside extends ArchiveException implements InVersion {
        private static final long serialVersionUID = 1L;
        private final @Nullable BundleVersion version;

        /// @param within what holds it; what it is may not be known
        public ClosedInside(List<Reference> within) {
            this(within, Optional.empty());
        }

        /// @param within what holds it; what it is may not be known
        /// @param version of the bundle that it would have left in
        public ClosedInside(List<Reference> within, Optional<BundleVersion> version) {
            super(
                    "closedInside",
                    String.join(", ", within.stream().map(Reference::toString).toList()));
            this.version = version.orElse(null);
        }

        @Override
        public Optional<BundleVersion> version() {
            return Optional.ofNullable(version);
        }
    }

    /// A sealed record is only ever followed by another, never changed.
    public static final class RecordSealed extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public RecordSealed(Reference reference) {
            super("recordSealed", reference);
        }
    }

    /// A statement lacks something without which it may not be sealed.
    public static final class NotReady extends ArchiveException {
        private static final long serialVersionUID = 1L;

        /// @param missing codes of what is missing
        public NotReady(List<String> missing) {
            super("notReady", missing.size(), String.join(", ", missing));
        }
    }

    /// Somebody kept a later revision meanwhile; nothing was overwritten.
    public static final class ChangedMeanwhile extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public ChangedMeanwhile(Reference reference) {
            super("changedMeanwhile", reference);
        }
    }

    /// The archive has no such record, or the person may not know that it has.
    public static final class NotFound extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public NotFound(Reference reference) {
            super("notFound", reference);
        }
    }

    /// A form, draft or option is not as it must be.
    public static final class InvalidInput extends ArchiveException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> allowed;

        /// @param field where, as a path of field names such as `testimony.paragraphs[2].basis`
        /// @param reason a code: `missing`, `unknownValue`, `unknownField`, `notADate`, `notJson`, `tooShort`…
        public InvalidInput(String field, String reason) {
            this(field, reason, List.of());
        }

        /// @param allowed the values that may stand there, as they are written
        public InvalidInput(String field, String reason, List<String> allowed) {
            super("invalidInput", field, reason);
            this.allowed = List.copyOf(allowed);
        }

        /// The values that may stand there, where they can be listed.
        public List<String> allowed() {
            return allowed == null ? List.of() : allowed;
        }
    }

    /// A program that does this is not installed on this machine, or lacks a part.
    public static final class MissingProgram extends ArchiveException {
        private static final long serialVersionUID = 1L;

        /// @param part the program, or the package that it lacks
        public MissingProgram(String part) {
            super("missingProgram", part);
        }
    }

    /// A program of others made nothing of a file that could be shown; the file is as it came.
    public static final class NotConverted extends ArchiveException {
        private static final long serialVersionUID = 1L;

        /// @param reason a code that the message files explain: `timeLimit`, `locked`, `noFolder`…
        public NotConverted(String reason) {
            super("notConverted", reason);
        }
    }

    /// A query cannot be understood: where, and why.
    public static final class QueryNotUnderstood extends ArchiveException {
        private static final long serialVersionUID = 1L;

        private final int start;
        private final int end;
        private final String reason;

        /// @param position the character, from 0, at which understanding ended
        /// @param reason a code that the message files explain
        public QueryNotUnderstood(int position, String reason) {
            this(position, position, reason);
        }

        /// @param start the first character, from 0, of what was not understood
        /// @param end the character after its last
        /// @param reason a code that the message files explain
        public QueryNotUnderstood(int start, int end, String reason) {
            super("queryNotUnderstood", start + 1, reason);
            this.start = start;
            this.end = end;
            this.reason = reason;
        }

        /// The first character, from 0, of what was not understood.
        public int start() {
            return start;
        }

        /// The character after its last; the first, where nobody knows how long it is.
        public int end() {
            return end;
        }

        /// A code that the message files explain.
        public String reason() {
            return reason;
        }
    }

    /// A bundle was made but broke a rule when it was read back; it was not left under its final name.
    public static final class BundleRefused extends ArchiveException {
        private static final long serialVersionUID = 1L;

        /// @param rules the numbers of the rules that were not met
        public BundleRefused(List<String> rules) {
            super("bundleRefused", rules.size(), String.join(", ", rules));
        }
    }

    /// A bundle was made but protected words are left in it; it was not left under its final name.
    public static final class ProtectedWordsLeft extends ArchiveException {
        private static final long serialVersionUID = 1L;

        /// @param places how many
        /// @param pages the pages on which they stand, counted in their file; none where they stand on no page
        public ProtectedWordsLeft(int places, List<String> pages) {
            super("protectedWordsLeft", places, pages.isEmpty() ? "–" : String.join(", ", pages));
        }
    }
}
