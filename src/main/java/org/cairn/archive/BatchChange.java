package org.cairn.archive;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.domain.Assessment;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.Handling;

/// What is done to every record of a frozen list.
public sealed interface BatchChange {

    /// What it is, as the ledger says: a code.
    String code();

    /// Describes items otherwise; what is not given stays.
    record Describe(
            Set<String> tags,
            Set<String> untags,
            Optional<Protection> protection,
            Optional<String> type,
            Optional<String> author,
            Optional<String> recipient,
            Optional<String> copyStatus,
            Optional<LanguageTag> language,
            Optional<FuzzyDate> date,
            Optional<Boolean> graphic)
            implements BatchChange {

        /// Puts words on and takes words off.
        public static Describe tagged(Set<String> on, Set<String> off) {
            return new Describe(
                    on,
                    off,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        EvidenceDescription laidOver(EvidenceDescription before) {
            Set<String> words = new TreeSet<>(before.tags());
            words.addAll(tags);
            words.removeAll(untags);
            return new EvidenceDescription(
                    before.title(),
                    type.orElse(before.type()),
                    date.or(before::date),
                    language.or(before::language),
                    author.orElse(before.author()),
                    recipient.orElse(before.recipient()),
                    copyStatus.orElse(before.copyStatus()),
                    protection.orElse(before.protection()),
                    words,
                    graphic.orElse(before.graphic()));
        }

        @Override
        public String code() {
            return "DESCRIBE";
        }

        @Override
        public String toString() {
            return "Describe";
        }
    }

    /// Marks as looked through, or takes the mark back.
    record Review(boolean undo) implements BatchChange {
        @Override
        public String code() {
            return undo ? "UNREVIEW" : "REVIEW";
        }
    }

    /// Judges items.
    record Assess(Assessment.Aspect aspect, String value, String assessor, Optional<FuzzyDate> date, String reason)
            implements BatchChange {

        Assessment of(Reference item) {
            return new Assessment(item, aspect, value, assessor, date, reason);
        }

        @Override
        public String code() {
            return aspect.name();
        }

        @Override
        public String toString() {
            return "Assess";
        }
    }

    /// Tells what was done to things.
    record Handle(Handling handling) implements BatchChange {
        @Override
        public String code() {
            return handling.action();
        }
    }
}
