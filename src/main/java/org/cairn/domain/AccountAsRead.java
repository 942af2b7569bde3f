package org.cairn.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The account as it stood when it began to be read back, and what the witness had changed since.
///
/// @param begun when the reading began, in UTC
/// @param ended when it was over; absent while it goes on
/// @param paragraphs the words of each paragraph as they were read
/// @param changes each paragraph that was changed, added or taken out since, in the order of the account
public record AccountAsRead(Instant begun, Optional<Instant> ended, List<String> paragraphs, List<Change> changes) {

    public AccountAsRead {
        paragraphs = List.copyOf(paragraphs);
        changes = List.copyOf(changes);
        if (ended.filter(end -> end.isBefore(begun)).isPresent()) {
            throw new ArchiveException.InvalidInput("ended", "beforeItBegan");
        }
    }

    /// A paragraph that the witness had changed, added or taken out.
    ///
    /// @param before its number when it was read; absent where it was added
    /// @param after its number now; absent where it was taken out
    /// @param was what was read
    /// @param now what it says now
    /// @param why what the witness said of it, as far as they did
    public record Change(Optional<Integer> before, Optional<Integer> after, String was, String now, String why) {

        public Change {
            before.ifPresent(number -> Texts.requireBetween("before", number, 1, Integer.MAX_VALUE));
            after.ifPresent(number -> Texts.requireBetween("after", number, 1, Integer.MAX_VALUE));
            if (before.isEmpty() && after.isEmpty()) {
                throw new ArchiveException.InvalidInput("before", "missing");
            }
        }

        /// The same change with what was said of it.
        public Change because(String reason) {
            return new Change(before, after, was, now, reason);
        }

        @Override
        public String toString() {
            return "Change";
        }
    }

    @Override
    public String toString() {
        return "AccountAsRead";
    }
}
