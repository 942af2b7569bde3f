package org.cairn.domain;

import java.util.List;
import java.util.stream.Stream;

/// What an item is to other items, as somebody said: seen from what came later, so that each is said once.
///
/// What it translates and what it came out of stand in the item itself, and not here.
///
/// @param to each other item once for each way
public record Relations(List<Relation> to) {

    /// No relation.
    public static final Relations NONE = new Relations(List.of());

    public Relations {
        to = to.stream().distinct().sorted(Relation.ORDER).toList();
    }

    /// One thing that an item is to another.
    ///
    /// @param way what it is
    /// @param other to which item
    public record Relation(Way way, Reference other) {

        private static final java.util.Comparator<Relation> ORDER =
                java.util.Comparator.comparing(Relation::way).thenComparing(Relation::other);

        public Relation {
            if (other.kind() != RecordKind.EVIDENCE) {
                throw new ArchiveException.InvalidInput("other", "unknownValue");
            }
        }
    }

    /// What an item can be to another that was there before it.
    public enum Way {
        COPY_OF(true),
        TRANSLATION_OF(true),
        REDACTION_OF(true),
        ATTACHMENT_OF(false);

        private final boolean derived;

        Way(boolean derived) {
            this.derived = derived;
        }

        /// Whether it was made from the other: nothing can be made, by whatever steps, from what was made from it.
        public boolean derived() {
            return derived;
        }
    }

    /// The same and one more.
    public Relations and(Relation more) {
        return new Relations(Stream.concat(to.stream(), Stream.of(more)).toList());
    }

    /// The same without one.
    public Relations without(Relation gone) {
        return new Relations(to.stream().filter(each -> !each.equals(gone)).toList());
    }
}
