package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;

/// The acknowledgement that a revision is durable.
///
/// @param hash the revision's hash, which the ledger holds too
/// @param wordsOnly the paths of answers of which only the words are kept, since nobody understood them
public record Kept(Reference reference, int revision, Fingerprint hash, List<String> wordsOnly) {

    private static final String ANY_DAY = "../..";

    public Kept {
        wordsOnly = List.copyOf(wordsOnly);
    }

    @Override
    public String toString() {
        return "Kept " + reference + "/" + revision;
    }

    /// A revision in which every date was understood.
    public Kept(Reference reference, int revision, Fingerprint hash) {
        this(reference, revision, hash, List.of());
    }

    static Kept of(Revision revision) {
        return new Kept(revision.reference(), revision.number(), revision.hash(), wordsOnly(revision.record()));
    }

    private static List<String> wordsOnly(ArchiveRecord record) {
        List<String> paths = new ArrayList<>();
        switch (record) {
            case Testimony testimony -> answers(testimony.answers(), paths);
            case Witness witness -> answers(witness.answers(), paths);
            case FormRecord form -> {
                within("fields", form.fields(), paths);
                answers(form.answers(), paths);
            }
            default -> {
                // nothing else has answers
            }
        }
        return paths;
    }

    private static void answers(Optional<Answers> answers, List<String> paths) {
        answers.map(Answers::forms)
                .orElse(List.of())
                .forEach(filled -> filled.asWritten()
                        .keySet()
                        .forEach(path -> paths.add("answers." + filled.form() + "." + path)));
    }

    private static void within(String path, Object value, List<String> paths) {
        if (value instanceof Map<?, ?> map) {
            if (ANY_DAY.equals(map.get("edtf"))) {
                paths.add(path);
            } else {
                map.forEach((name, inner) -> within(path + "." + name, inner, paths));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                within(path + "[" + i + "]", list.get(i), paths);
            }
        }
    }
}
