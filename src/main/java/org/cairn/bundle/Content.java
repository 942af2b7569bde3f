package org.cairn.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.bundle.insert.Bytes;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FilledForm;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Testimony;
import org.cairn.domain.medical.Examination;
import org.cairn.domain.reading.Reading;

/// What an exhibit holds: a statement or a medical report that is set in type here, or a file that is inserted as it
/// is.
public sealed interface Content {

    /// What the manifest and the custody schedule call the content by.
    Fingerprint hash();

    /// When it was made, or taken down; nothing where nobody knows.
    default Optional<FuzzyDate> date() {
        return switch (this) {
            case Statement statement -> statement.testimony().when();
            case MedicalReport report -> report.date();
            case FreeRecord free -> free.date();
            case Thing thing -> thing.item().when();
            case Document document -> document.item().when();
        };
    }

    /// A statement.
    ///
    /// @param testimony the statement
    /// @param pseudonym what its witness is called
    /// @param statementNumber the first, second… statement of that witness
    /// @param hash the hash of the kept revision
    /// @param forms the forms whose answers it holds, in the order of its answers
    record Statement(
            Testimony testimony, String pseudonym, int statementNumber, Fingerprint hash, List<FormDefinition> forms)
            implements Content {
        public Statement {
            forms = List.copyOf(forms);
        }

        /// A statement without answers to added questions.
        public Statement(Testimony testimony, String pseudonym, int statementNumber, Fingerprint hash) {
            this(testimony, pseudonym, statementNumber, hash, List.of());
        }

        @Override
        public String toString() {
            return "Statement";
        }
    }

    /// A medical report.
    ///
    /// @param title what its record is called
    /// @param examination what it says
    /// @param pseudonym what the person examined is called, or empty
    /// @param date when they were examined
    /// @param hash the hash of the kept revision
    /// @param added what was answered beyond it
    record MedicalReport(
            String title,
            Examination examination,
            String pseudonym,
            Optional<FuzzyDate> date,
            Fingerprint hash,
            Added added)
            implements Content {
        @Override
        public String toString() {
            return "MedicalReport";
        }
    }

    /// Answers to questions that an organisation asks.
    ///
    /// @param forms the forms, in the order of their answers
    record Added(List<FilledForm> answers, List<FormDefinition> forms) {

        /// None.
        public static final Added NONE = new Added(List.of(), List.of());

        public Added {
            answers = List.copyOf(answers);
            forms = List.copyOf(forms);
        }

        @Override
        public String toString() {
            return "Added";
        }
    }

    /// A medical record of an earlier form, whose fields are free, or of an organisation's own form.
    ///
    /// @param title what its record is called
    /// @param pseudonym what the person examined is called, or empty
    /// @param date when what it tells of was
    /// @param fields what each free field says, by its name, in order
    /// @param hash the hash of the kept revision
    /// @param added what was answered to an organisation's own questions
    record FreeRecord(
            String title,
            String pseudonym,
            Optional<FuzzyDate> date,
            Map<String, String> fields,
            Fingerprint hash,
            Added added)
            implements Content {
        public FreeRecord {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            return "FreeRecord";
        }
    }

    /// A thing that has no file: the pages show what it is known by.
    ///
    /// @param item how it is described
    /// @param pseudonym the witness it belongs to, or empty
    /// @param hash the hash of the kept revision
    record Thing(EvidenceItem item, String pseudonym, Fingerprint hash) implements Content {
        @Override
        public String toString() {
            return "Thing";
        }
    }

    /// A file.
    ///
    /// @param item how it is described
    /// @param reading what could be read of it
    /// @param passages the text that could be read
    /// @param bytes the file itself
    /// @param rendition how a program of others lays it out; nothing where this one shows it, or none can
    record Document(EvidenceItem item, Reading reading, Passages passages, Bytes bytes, Optional<Rendition> rendition)
            implements Content {

        /// A file that no other program is asked for.
        public Document(EvidenceItem item, Reading reading, Passages passages, Bytes bytes) {
            this(item, reading, passages, bytes, Optional.empty());
        }

        @Override
        public Fingerprint hash() {
            return item.bytes();
        }

        @Override
        public String toString() {
            return "Document";
        }
    }
}
