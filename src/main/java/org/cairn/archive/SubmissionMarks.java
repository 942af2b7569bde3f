package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.exchange.Offered.Submission;
import org.cairn.store.StoreView;

/// What the archive remembers of submissions that were taken in, so that none is taken twice and a later state of one
/// follows it.
final class SubmissionMarks {

    private static final String HERE = "submission.";

    private SubmissionMarks() {}

    /// What the archive has of a submission already.
    ///
    /// @param same whether it says the same
    record Before(Reference testimony, boolean same) {}

    /// The mark under which its witness is found again by whoever was stopped in between.
    static String witness(Submission submission) {
        return content(submission) + ".witness";
    }

    /// The same content, or another state of what the tool calls the same.
    static Optional<Before> before(StoreView view, Submission submission) {
        Optional<Before> same = view.setting(content(submission))
                .flatMap(Reference::tryParse)
                .map(testimony -> new Before(testimony, true));
        return same.or(() -> List.of(submission.instance(), submission.replaces()).stream()
                .filter(instance -> !instance.isEmpty())
                .flatMap(instance -> view.setting(instance(submission, instance)).stream())
                .flatMap(text -> Reference.tryParse(text).stream())
                .findFirst()
                .map(testimony -> new Before(testimony, false)));
    }

    static String content(Submission submission) {
        return HERE + mark("content", submission.tool(), submission.form(), submission.content());
    }

    static String instance(Submission submission, String instance) {
        return HERE + mark("instance", submission.tool(), submission.form(), instance);
    }

    private static String mark(String... parts) {
        return Fingerprint.of(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
